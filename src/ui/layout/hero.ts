/** The middle of the live screen: the big figures, the gauge that the body follows, and the side that works. */
import type { Frame } from "../../player/types.ts";
import { gauge, gaugeLevel } from "./bars.ts";
import { bigDigits, digitsWidth, fittingRows } from "./digits.ts";
import { clockText, cut, width } from "./fit-text.ts";
import { arrow, largestWord } from "./letters.ts";
import type { Line, Tone } from "./line.ts";
import { EMPTY, indent, lineWidth, middle, piece, row } from "./line.ts";

/** The figures of a frame; in a step that waits for the person, the time that has passed. */
export function figures(frame: Frame): string {
  return frame.digits === "" ? clockText(frame.seconds) : frame.digits;
}

/**
 * `lines` lines of at most `columns`.
 *
 * @param gauged whether a tempo has its gauge; where a figure moves, the figure is what the body follows.
 */
export function heroLines(frame: Frame, lines: number, columns: number, gauged = true): Line[] {
  const paused = frame.status === "paused";
  const tone: Tone = paused ? "track" : frame.phase;
  const text = figures(frame);
  const kept = saysSide(frame, lines, columns) ? sideColumns(frame, lines, columns) : 0;
  const high = fittingRows(text, lines, columns - kept);
  const drawn = high > 0 ? padded(bigDigits(text, high), lines) : plainFigures(text, lines, columns);
  const wide = width(drawn.find((line) => line !== "") ?? "");
  const centred = middle(wide, columns);
  // Wide figures make way for the side.
  const at = frame.side === "left" ? Math.max(kept, centred) : Math.min(columns - wide - kept, centred);
  const bar = gauged && hasGauge(frame) ? gaugeBlock(frame, lines, columns - wide - centred - kept) : [];
  const beside = Math.min(centred, middle(digitsWidth(longestFigures(frame), lines), columns));
  const side = sideBlock(frame, lines, Math.max(kept, beside - lineWidth(bar[0] ?? EMPTY)) - 1);
  const sideWide = Math.max(0, ...side.map((line) => width(line)));
  const sideAt = frame.side === "right" ? columns - sideWide : 0;
  return drawn.map((figure, index) => {
    const sideLine = side[index] ?? "";
    return row(columns, [
      { x: at, line: figure === "" ? EMPTY : [piece(figure, tone, lines < 5)] },
      { x: at + wide, line: bar[index] ?? EMPTY },
      { x: sideAt, line: sideLine.trim() === "" ? EMPTY : [piece(sideLine, "plain", true)] },
    ]);
  });
}

/** From this height on the side is written below its arrow; lower screens write it beside the phase. */
const SIDE_WORD_LINES = 7;

/** Whether the side has its word beside figures of any height. */
export function saysSide(frame: Frame, lines: number, columns: number): boolean {
  if (!frame.side || lines < SIDE_WORD_LINES) return false;
  return fittingRows(figures(frame), lines, columns - sideColumns(frame, lines, columns)) > 0;
}

/** The columns that figures leave to the side: what its word needs, and on large screens what can be seen from far away. */
function sideColumns({ sideWord }: Frame, lines: number, columns: number): number {
  return Math.max(width(sideWord) + 3, Math.min(lines - 2, Math.floor(columns / 6)));
}

/** The widest figures that are usual in this step, so that the side keeps its size while they are counted down. */
function longestFigures({ strokes }: Frame): string {
  return strokes.some(({ seconds }) => seconds > 9) || strokes.length === 0 ? "00" : "0";
}

function padded(block: readonly string[], lines: number): string[] {
  const above = middle(block.length, lines);
  return Array.from({ length: lines }, (_, index) => block[index - above] ?? "");
}

function plainFigures(text: string, lines: number, columns: number): string[] {
  return padded([cut(text, columns)], lines);
}

/** A tempo has a gauge; its place is kept through the whole set. */
function hasGauge(frame: Frame): boolean {
  return frame.strokes.some(({ phase }) => phase === "concentric" || phase === "eccentric");
}

/** The gauge with its distance from the figures, or nothing when it has no room. */
function gaugeBlock(frame: Frame, lines: number, room: number): Line[] {
  const wide = Math.round(lines * 0.3) + 2;
  const distance = Math.max(2, Math.round(lines * 0.65));
  if (distance + wide > room) return [];
  // Never in the colour of the figures: from far away it would be read as a one.
  return gauge(gaugeLevel(frame.phase, frame.fill), lines, wide, "dim").map((line) => indent(line, distance));
}

/** The side as an arrow and a word, as large as the room beside the figures allows. */
function sideBlock(frame: Frame, lines: number, room: number): string[] {
  if (!frame.side || room < 3) return [];
  const word = sideWord(frame.sideWord, lines, room - 2);
  const free = lines - (word.length > 0 ? word.length + 1 : 0);
  const wordColumns = Math.max(0, ...word.map(width));
  const high = Math.min(free, room - 1, Math.max(5, Math.round(lines / 2), Math.round(wordColumns * 0.42)));
  const head = arrow(frame.side, high);
  const block = word.length > 0 ? [...head, "", ...word] : head;
  const wide = Math.max(...block.map(width));
  const aligned = block.map((line) => {
    const space = " ".repeat(wide - width(line));
    return frame.side === "left" ? line + space : space + line;
  });
  return padded(aligned, lines);
}

function sideWord(word: string, lines: number, columns: number): string[] {
  if (lines < SIDE_WORD_LINES) return [];
  const big = largestWord(word, Math.floor(lines * 0.4), columns);
  return big ?? (width(word) <= columns ? [word] : []);
}
