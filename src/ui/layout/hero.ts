/** The middle of the live screen: the big figures, the gauge that the body follows, and the side that works. */
import type { Frame } from "../../player/types.ts";
import { gaugeLevel, renderGauge } from "./bars.ts";
import { digitsWidth, fitDigitRows, renderBigDigits } from "./big-digits.ts";
import { fitBigText, renderArrow } from "./big-letters.ts";
import { formatClock, textWidth, truncate } from "./fit-text.ts";
import type { Line, Tone } from "./line.ts";
import { centreOffset, EMPTY_LINE, indent, lineWidth, placeInRow, span } from "./line.ts";

/** The figures of a frame; in a step that waits for the person, the time that has passed. */
export function digitsText(frame: Frame): string {
  return frame.digits === "" ? formatClock(frame.seconds) : frame.digits;
}

/**
 * `lines` lines of at most `columns`.
 *
 * @param gauged whether a tempo has its gauge; where a figure moves, the figure is what the body follows.
 */
export function renderHero(frame: Frame, lines: number, columns: number, gauged = true): Line[] {
  const paused = frame.status === "paused";
  const tone: Tone = paused ? "track" : frame.phase;
  const text = digitsText(frame);
  const kept = showsSide(frame, lines, columns) ? sideColumns(frame, lines, columns) : 0;
  const high = fitDigitRows(text, lines, columns - kept);
  const drawn = high > 0 ? padVertically(renderBigDigits(text, high), lines) : renderPlainDigits(text, lines, columns);
  const wide = textWidth(drawn.find((line) => line !== "") ?? "");
  const centred = centreOffset(wide, columns);
  // Wide figures make way for the side.
  const at = frame.side === "left" ? Math.max(kept, centred) : Math.min(columns - wide - kept, centred);
  const bar = gauged && hasGauge(frame) ? renderGaugeBlock(frame, lines, columns - wide - centred - kept) : [];
  const beside = Math.min(centred, centreOffset(digitsWidth(widestDigits(frame), lines), columns));
  const side = renderSideBlock(frame, lines, Math.max(kept, beside - lineWidth(bar[0] ?? EMPTY_LINE)) - 1);
  const sideWide = Math.max(0, ...side.map((line) => textWidth(line)));
  const sideAt = frame.side === "right" ? columns - sideWide : 0;
  return drawn.map((figure, index) => {
    const sideLine = side[index] ?? "";
    return placeInRow(columns, [
      { x: at, line: figure === "" ? EMPTY_LINE : [span(figure, tone, lines < 5)] },
      { x: at + wide, line: bar[index] ?? EMPTY_LINE },
      { x: sideAt, line: sideLine.trim() === "" ? EMPTY_LINE : [span(sideLine, "plain", true)] },
    ]);
  });
}

/** From this height on the side is written below its arrow; lower screens write it beside the phase. */
const MIN_SIDE_WORD_LINES = 7;

/** Whether the side has its word beside figures of any height. */
export function showsSide(frame: Frame, lines: number, columns: number): boolean {
  if (!frame.side || lines < MIN_SIDE_WORD_LINES) return false;
  return fitDigitRows(digitsText(frame), lines, columns - sideColumns(frame, lines, columns)) > 0;
}

/** The columns that figures leave to the side: what its word needs, and on large screens what can be seen from far away. */
function sideColumns({ sideWord }: Frame, lines: number, columns: number): number {
  return Math.max(textWidth(sideWord) + 3, Math.min(lines - 2, Math.floor(columns / 6)));
}

/** The widest figures that are usual in this step, so that the side keeps its size while they are counted down. */
function widestDigits({ strokes }: Frame): string {
  return strokes.some(({ seconds }) => seconds > 9) || strokes.length === 0 ? "00" : "0";
}

function padVertically(block: readonly string[], lines: number): string[] {
  const above = centreOffset(block.length, lines);
  return Array.from({ length: lines }, (_, index) => block[index - above] ?? "");
}

function renderPlainDigits(text: string, lines: number, columns: number): string[] {
  return padVertically([truncate(text, columns)], lines);
}

/** A tempo has a gauge; its place is kept through the whole set. */
function hasGauge(frame: Frame): boolean {
  return frame.strokes.some(({ phase }) => phase === "concentric" || phase === "eccentric");
}

/** The gauge with its distance from the figures, or nothing when it has no room. */
function renderGaugeBlock(frame: Frame, lines: number, room: number): Line[] {
  const wide = Math.round(lines * 0.3) + 2;
  const distance = Math.max(2, Math.round(lines * 0.65));
  if (distance + wide > room) return [];
  // Never in the colour of the figures: from far away it would be read as a one.
  return renderGauge(gaugeLevel(frame.phase, frame.fill), lines, wide, "dim").map((line) => indent(line, distance));
}

/** The side as an arrow and a word, as large as the room beside the figures allows. */
function renderSideBlock(frame: Frame, lines: number, room: number): string[] {
  if (!frame.side || room < 3) return [];
  const word = renderSideWord(frame.sideWord, lines, room - 2);
  const free = lines - (word.length > 0 ? word.length + 1 : 0);
  const wordColumns = Math.max(0, ...word.map(textWidth));
  const high = Math.min(free, room - 1, Math.max(5, Math.round(lines / 2), Math.round(wordColumns * 0.42)));
  const head = renderArrow(frame.side, high);
  const block = word.length > 0 ? [...head, "", ...word] : head;
  const wide = Math.max(...block.map(textWidth));
  const aligned = block.map((line) => {
    const space = " ".repeat(wide - textWidth(line));
    return frame.side === "left" ? line + space : space + line;
  });
  return padVertically(aligned, lines);
}

function renderSideWord(word: string, lines: number, columns: number): string[] {
  if (lines < MIN_SIDE_WORD_LINES) return [];
  const big = fitBigText(word, Math.floor(lines * 0.4), columns);
  return big ?? (textWidth(word) <= columns ? [word] : []);
}
