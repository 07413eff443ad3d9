/** From a place in the routine that a line stands for back to the place in the line that says it. */
import type { LineItem, LineRoutine } from "./types.ts";

/** Where in the line each item stands. */
export type ItemRanges = Map<LineItem, { readonly from: number; readonly to: number }>;

/** The place in the line, from 0, of a place in the routine: of the field, or of the innermost item that has it. */
export type FindPlace = (path: readonly (string | number)[]) => number;

/** @param notes where each field was said, in the order of the line. */
export function findPlace(
  routine: LineRoutine,
  path: readonly (string | number)[],
  ranges: ItemRanges,
  notes: readonly { readonly field: string; readonly at: number }[],
): number {
  let value: unknown = routine;
  let item: LineItem | null = null;
  let field: string | number | undefined;
  for (const part of path) {
    if (typeof value !== "object" || value === null) break;
    value = (value as Readonly<Record<string | number, unknown>>)[part];
    if (ranges.has(value as LineItem)) {
      item = value as LineItem;
      field = undefined;
    } else field ??= part;
  }
  const range = item && ranges.get(item);
  if (!item || !range) return 0;
  const inner = "blocks" in item ? item.blocks.flatMap((one) => ranges.get(one) ?? []) : [];
  const own = notes.find(
    (note) =>
      note.field === field &&
      note.at >= range.from &&
      note.at < range.to &&
      !inner.some(({ from, to }) => note.at >= from && note.at < to),
  );
  return own?.at ?? range.from;
}
