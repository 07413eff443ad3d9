/** Terminals too small for a layout: the phase, the figures and the side, down to a single character. */
import type { Frame } from "../../player/types.ts";
import { textWidth, truncate } from "./fit-text.ts";
import { formatSide, headlineOf, renderSmallHeadline } from "./headline.ts";
import { digitsText } from "./hero.ts";
import type { Footer, Line } from "./line.ts";
import { highlight, span, textLine } from "./line.ts";
import { type TerminalSize, usableLines } from "./slots.ts";

/** At most `rows − 1` lines (but one at least), each at most `columns` wide. */
export function renderTinyScreen(frame: Frame, { columns, rows }: TerminalSize, footer: Footer, lit = false): Line[] {
  const lines = usableLines(rows);
  const said = textLine(footer.text, columns, footer.tone, footer.tone === "alert");
  if (footer.tone === "alert" && lines < 3) return [said];
  if (lines === 1) return [renderOneLine(frame, columns, lit)];
  const { tone } = headlineOf(frame);
  const exercise = textLine(frame.exercise, columns, "dim");
  const shown = [
    renderSmallHeadline(frame, columns, lit),
    [span(truncate(digitsText(frame), columns), tone, true)],
    exercise,
  ];
  // What is said takes the last line where phase and figures have theirs.
  if (footer.tone === "dim" || lines < 3) return shown.slice(0, lines);
  return [...shown.slice(0, lines - 1), said];
}

/** "45 ■ HOLD ◄": the figures first, then as much as fits. */
function renderOneLine(frame: Frame, columns: number, lit: boolean): Line {
  const { word, tone, sign } = headlineOf(frame);
  const digits = truncate(digitsText(frame), columns);
  const side = formatSide(frame, Math.min(1, columns - textWidth(digits) - 1));
  const used = textWidth(digits) + (side === "" ? 0 : textWidth(side) + 1);
  const room = columns - used - 1;
  const rest = room >= textWidth(sign.small) ? truncate(`${sign.small} ${word}`, room) : "";
  return [highlight(span([digits, rest, side].filter((text) => text !== "").join(" "), tone, true), lit)];
}
