/** Checks what a block says of its place: that it warms up for what follows, or what comes before it. */
import type { Exercise } from "./exercise-types.ts";
import type { ContentFault } from "./faults.ts";
import type { LocatedBlock } from "./own-exercises.ts";
import type { BlockInput } from "./schema-blocks.ts";

/**
 * Faults in `warmUp` and `after` of all blocks of a routine, in order.
 *
 * @param find the exercise of a block, null if it has a fault.
 */
export function findOrderFaults(
  blocks: readonly LocatedBlock[],
  find: (name: BlockInput["exercise"]) => Exercise | null,
): readonly ContentFault[] {
  return blocks.flatMap(({ block, path }, index) => {
    const faults: ContentFault[] = [];
    const before = blocks.slice(0, index).map((one) => find(one.block.exercise)?.id);
    if (block.warmUp && index === blocks.length - 1) {
      faults.push({ path: [...path, "warmUp"], message: "expected none, as no exercise follows it" });
    }
    if (block.after !== undefined && block.note === undefined && block.prepare === undefined) {
      faults.push({
        path: [...path, "after"],
        message: "expected a note or prepare beside it, which are for that case",
      });
    }
    if (block.after !== undefined && !before.includes(find(block.after)?.id)) {
      const expected =
        before.length === 0 ? "none, as no exercise comes before it" : "an exercise that comes before it";
      faults.push({ path: [...path, "after"], message: `expected ${expected}, found ${block.after}` });
    }
    return faults;
  });
}
