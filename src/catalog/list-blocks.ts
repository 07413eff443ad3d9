/** The exercise blocks of a routine's section, among its groups and rests. */
import type { Block, Item } from "./types.ts";

/** Every exercise block in items, of whatever depth, in order; the same objects, by which a plan knows them. */
export function listBlocks(items: readonly Item[]): readonly Block[] {
  return items.flatMap((item) => {
    if (item.type === "rest") return [];
    return item.type === "block" ? [item.block] : listBlocks(item.group.items);
  });
}
