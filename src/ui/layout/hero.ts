/** The middle of the live screen: the big figures, the gauge that the body follows, and the side that works. */
import type { Frame } from "../../player/types.ts";
import { gauge, gaugeLevel } from "./bars.ts";
import { bigDigits, fittingRows } from "./digits.ts";
import { clockText, cut, width } from "./fit-text.ts";
import { arrow, bigWord, lettersRows } from "./letters.ts";
import type { Line, Tone } from "./line.ts";
import { EMPTY, indent, lineWidth, middle, piece, row } from "./line.ts";

/** The figures of a frame; in a step that waits for the person, the time that has passed. */
export function figures(frame: Frame): string {
  return frame.digits === "" ? clockText(frame.seconds) : frame.digits;
}

/** `lines` lines of at most `columns`. */
export function heroLines(frame: Frame, lines: number, columns: number): Line[] {
  const paused = frame.status === "paused";
  const tone: Tone = paused ? "track" : frame.phase;
  const text = figures(frame);
  const high = fittingRows(text, lines, columns);
  const drawn = high > 0 ? padded(bigDigits(text, high), lines) : plainFigures(text, lines, columns);
  const wide = width(drawn.find((line) => line !== "") ?? "");
  const at = middle(wide, columns);
  const bar = hasGauge(frame) ? gaugeBlock(frame, lines, columns - at - wide) : [];
  const side = sideBlock(frame, lines, at - lineWidth(bar[0] ?? EMPTY) - 1);
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
  const wide = lines < 6 ? 2 : lines < 14 ? 3 : 4;
  const distance = lines < 6 ? 2 : 4;
  if (distance + wide > room) return [];
  const tone = frame.status === "paused" ? "dim" : frame.phase;
  return gauge(gaugeLevel(frame.phase, frame.fill), lines, wide, tone).map((line) => indent(line, distance));
}

/** The side as an arrow and a word, as large as the room beside the figures allows. */
function sideBlock(frame: Frame, lines: number, room: number): string[] {
  if (!frame.side || room < 3) return [];
  const letters = bigWord(frame.sideWord, 1) ?? [];
  const lettersWide = width(letters[0] ?? "");
  const asLetters = lettersWide > 0 && lettersWide + 2 <= room && lines >= 7;
  const word = asLetters ? letters : lines >= 5 && width(frame.sideWord) + 1 <= room ? [frame.sideWord] : [];
  const free = lines - (word.length > 0 ? word.length + 1 : 0);
  const high = Math.min(free, asLetters ? 9 : 7, Math.max(1, room - 2));
  const head = arrow(frame.side, high);
  const block = word.length > 0 ? [...head, "", ...word] : head;
  const wide = Math.max(...block.map(width));
  const aligned = block.map((line) => {
    const space = " ".repeat(wide - width(line));
    return frame.side === "left" ? line + space : space + line;
  });
  return padded(aligned, lines);
}

/** Lines that a side needs to be written in big letters below its arrow. */
export const SIDE_LINES = lettersRows(1) + 4;
