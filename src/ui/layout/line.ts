/** A line of the screen as pieces of text with a meaning: layouts make them, a theme gives them their colours. */
import type { FramePhase } from "../../player/types.ts";
import { textWidth, truncate } from "./fit-text.ts";

/** What a piece means. A theme says how that looks; `dim` is read second, `track` is the empty part of a bar. */
export type Tone = FramePhase | "plain" | "dim" | "track" | "accent" | "alert";

export interface Span {
  readonly text: string;
  readonly tone: Tone;
  readonly bold: boolean;
  /** Lit up: the colours of text and ground change places. */
  readonly inverse?: true;
}

export type Line = readonly Span[];

/** What stands on the last line: keys, a question, or a word about what failed. */
export interface Footer {
  readonly text: string;
  readonly tone: Tone;
}

export const EMPTY_LINE: Line = [];

/** A piece of clean text. */
export function span(text: string, tone: Tone = "plain", bold = false): Span {
  return { text, tone, bold };
}

/** The same piece, lit up where that is wanted. */
export function highlight(piece: Span, lit: boolean): Span {
  return lit ? { ...piece, inverse: lit } : piece;
}

/** A line of one piece, cut to `columns`. */
export function textLine(text: string, columns: number, tone: Tone = "plain", bold = false): Line {
  const shown = truncate(text, columns);
  return shown === "" ? EMPTY_LINE : [span(shown, tone, bold)];
}

export function lineWidth(line: Line): number {
  return line.reduce((sum, { text }) => sum + textWidth(text), 0);
}

/** The line, cut where it is wider than `columns`. */
export function clip(line: Line, columns: number): Line {
  if (lineWidth(line) <= columns) return line;
  const kept: Span[] = [];
  let room = columns;
  for (const one of line) {
    const text = truncate(one.text, room);
    if (text !== "") kept.push({ ...one, text });
    room -= textWidth(text);
  }
  return kept;
}

/** The words of a line without their looks. */
export function plainText(line: Line): string {
  return line.map(({ text }) => text).join("");
}

function spaces(count: number): Line {
  return count > 0 ? [span(" ".repeat(count))] : EMPTY_LINE;
}

export function indent(line: Line, columns: number): Line {
  return line.length === 0 ? line : [...spaces(columns), ...line];
}

/** Where a thing begins that stands in the middle. */
export function centreOffset(inner: number, outer: number): number {
  return Math.max(0, Math.floor((outer - inner) / 2));
}

export function centre(line: Line, columns: number): Line {
  return indent(line, centreOffset(lineWidth(line), columns));
}

/** Puts lines side by side at their columns, from left to right; one that would overlap its neighbour is left out. */
export function placeInRow(columns: number, parts: readonly { readonly x: number; readonly line: Line }[]): Line {
  const made: Span[] = [];
  let at = 0;
  for (const { x, line } of [...parts].sort((a, b) => a.x - b.x)) {
    const wide = lineWidth(line);
    if (wide === 0 || x < at || x + wide > columns) continue;
    made.push(...spaces(x - at), ...line);
    at = x + wide;
  }
  return made;
}

/** One text at the left edge and one at the right; the left one is cut to leave room, at least two columns. */
export function spaceBetween(columns: number, left: Span, right: Span): Line {
  const rightText = truncate(right.text, columns);
  const rightWidth = textWidth(rightText);
  const room = columns - rightWidth - (rightWidth > 0 ? 2 : 0);
  const leftText = truncate(left.text, room);
  return placeInRow(columns, [
    { x: 0, line: leftText === "" ? EMPTY_LINE : [{ ...left, text: leftText }] },
    { x: columns - rightWidth, line: rightText === "" ? EMPTY_LINE : [{ ...right, text: rightText }] },
  ]);
}
