/** Pictures of half-cells: two to a character, one above the other, with the half-block glyphs. */

/** A grid of half-cells as lines of characters. */
export function packHalfCells(grid: readonly (readonly boolean[])[]): string[] {
  const lines: string[] = [];
  for (let y = 0; y < grid.length; y += 2) {
    const [upper, lower] = [grid[y] ?? [], grid[y + 1] ?? []];
    lines.push(Array.from(upper, (top, x) => (top ? (lower[x] ? "█" : "▀") : lower[x] ? "▄" : " ")).join(""));
  }
  return lines;
}
