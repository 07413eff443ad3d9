/** What a person sees of a terminal that is emulated. */
import type headless from "@xterm/headless";

/** One string a row, without the blanks at its end. */
export function readScreen({ rows, buffer: { active } }: headless.Terminal): string[] {
  return Array.from({ length: rows }, (_, row) => lineAt(active, active.viewportY + row));
}

/** How many cells are lit: text and ground have changed places. */
export function countLitCells({ rows, cols, buffer: { active } }: headless.Terminal): number {
  let lit = 0;
  for (let row = 0; row < rows; row++) {
    const line = active.getLine(active.viewportY + row);
    for (let x = 0; x < cols; x++) if ((line?.getCell(x)?.isInverse() ?? 0) > 0) lit += 1;
  }
  return lit;
}

/** The shell's own screen with all that was scrolled away; also while a program shows another. */
export function readScrollback({ buffer: { normal } }: headless.Terminal): string[] {
  return Array.from({ length: normal.length }, (_, row) => lineAt(normal, row));
}

function lineAt(buffer: headless.IBuffer, row: number): string {
  return buffer.getLine(row)?.translateToString().trimEnd() ?? "";
}
