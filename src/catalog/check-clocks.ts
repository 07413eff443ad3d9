/** Checks what clocks and chance make of a group: fields that contradict each other, or change nothing. */
import type { JsonPath } from "../files/json-location.ts";
import type { ContentFault } from "./faults.ts";
import { isBlockInput, isGroupInput } from "./own-exercises.ts";
import type { GroupInput, ItemInput } from "./schema-blocks.ts";

/** Faults in `every`, `cap` and `count`. */
export function findClockFaults(group: GroupInput, path: JsonPath): readonly ContentFault[] {
  const faults: ContentFault[] = [];
  const fault = (name: string, message: string) => faults.push({ path: [...path, name], message });
  const { every, cap, count, rounds, rest, blocks } = group;
  if (count !== undefined && rounds === undefined && cap !== undefined) {
    fault("count", "expected rounds beside it; without them, as many rounds as possible are done until the cap");
  }
  if (every === undefined) return faults;
  if (rounds === undefined) fault("rounds", "missing; expected how many rounds begin on this interval");
  if (cap !== undefined) fault("cap", "expected none beside every, which says when each round ends");
  if (count !== undefined) fault("count", "expected none beside every, which says when each round ends");
  if (rest !== undefined) fault("rest", "expected none beside every: what is left of an interval is the rest");
  const last = blocks.length - 1;
  const item = blocks[last];
  if (item && isRest(item)) {
    const message = "expected no rest at the end of a round beside every: what is left of an interval is the rest";
    faults.push({ path: [...path, "blocks", last], message });
  }
  return faults;
}

/** Faults in `pick` and `shuffle`. */
export function findChanceFaults(
  { pick, shuffle, between, blocks }: GroupInput,
  path: JsonPath,
): readonly ContentFault[] {
  if (pick === undefined && shuffle === undefined) return [];
  const faults: ContentFault[] = [];
  const fault = (name: string, message: string) => faults.push({ path: [...path, name], message });
  const rest = blocks.findIndex(isRest);
  if (rest >= 0) {
    const message = "expected no rest where what follows is random: use between, in seconds";
    faults.push({ path: [...path, "blocks", rest], message });
  }
  const count = blocks.length;
  if (pick !== undefined && pick >= count) {
    fault("pick", `expected fewer than the ${count} ${count === 1 ? "block" : "blocks"} of the group, found ${pick}`);
  }
  if (shuffle && (count === 1 || pick === 1)) fault("shuffle", "expected none, as one block has no order");
  if (pick === 1 && between !== undefined) fault("between", "expected none, as there is nothing to stand between");
  return faults;
}

function isRest(item: ItemInput): boolean {
  return !isBlockInput(item) && !isGroupInput(item);
}
