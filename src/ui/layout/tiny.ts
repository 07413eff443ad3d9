/** Terminals too small for a layout: the phase, the figures and the side, down to a single character. */
import type { Frame } from "../../player/types.ts";
import { cut, width } from "./fit-text.ts";
import { figures } from "./hero.ts";
import type { Footer, Line } from "./line.ts";
import { lightUp, piece, textLine } from "./line.ts";
import { type Size, usableLines } from "./slots.ts";
import { headline, sideText, smallWord } from "./word.ts";

/** At most `rows − 1` lines (but one at least), each at most `columns` wide. */
export function tinyLines(frame: Frame, { columns, rows }: Size, footer: Footer, lit = false): Line[] {
  const lines = usableLines(rows);
  const said = textLine(footer.text, columns, footer.tone, footer.tone === "alert");
  if (footer.tone === "alert" && lines < 3) return [said];
  if (lines === 1) return [oneLine(frame, columns, lit)];
  const { tone } = headline(frame);
  const exercise = textLine(frame.exercise, columns, "dim");
  const shown = [smallWord(frame, columns, lit), [piece(cut(figures(frame), columns), tone, true)], exercise];
  // What is said takes the last line where phase and figures have theirs.
  if (footer.tone === "dim" || lines < 3) return shown.slice(0, lines);
  return [...shown.slice(0, lines - 1), said];
}

/** "45 ■ HOLD ◄": the figures first, then as much as fits. */
function oneLine(frame: Frame, columns: number, lit: boolean): Line {
  const { word, tone, sign } = headline(frame);
  const digits = cut(figures(frame), columns);
  const side = sideText(frame, Math.min(1, columns - width(digits) - 1));
  const used = width(digits) + (side === "" ? 0 : width(side) + 1);
  const room = columns - used - 1;
  const rest = room >= width(sign.small) ? cut(`${sign.small} ${word}`, room) : "";
  return [lightUp(piece([digits, rest, side].filter((text) => text !== "").join(" "), tone, true), lit)];
}
