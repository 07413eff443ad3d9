/** The whole screen in one colour: every cell of it, so that a flash is seen at the edge of the eye. */
import type { Line, Tone } from "./line.ts";
import { lineWidth, piece } from "./line.ts";
import { type Size, usableLines } from "./slots.ts";

/** The same lines, lit up in a tone from edge to edge. */
export function glowing(lines: readonly Line[], { columns, rows }: Size, tone: Tone): Line[] {
  return Array.from({ length: Math.max(lines.length, usableLines(rows)) }, (_, index) => {
    const line = lines[index] ?? [];
    const rest = piece(" ".repeat(Math.max(0, columns - lineWidth(line))));
    return [...line, rest].filter(({ text }) => text !== "").map(({ text, bold }) => ({ text, tone, bold, lit: true }));
  });
}
