/** The whole screen in one colour: every cell of it, so that a flash is seen at the edge of the eye. */
import type { Line, Tone } from "./line.ts";
import { lineWidth, span } from "./line.ts";
import { type TerminalSize, usableLines } from "./slots.ts";

/** The same lines, lit up in a tone from edge to edge. */
export function applyScreenFlash(lines: readonly Line[], { columns, rows }: TerminalSize, tone: Tone): Line[] {
  return Array.from({ length: Math.max(lines.length, usableLines(rows)) }, (_, index) => {
    const line = lines[index] ?? [];
    const rest = span(" ".repeat(Math.max(0, columns - lineWidth(line))));
    return [...line, rest]
      .filter(({ text }) => text !== "")
      .map(({ text, bold }) => ({ text, tone, bold, inverse: true }));
  });
}
