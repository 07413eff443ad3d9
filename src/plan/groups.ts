/** What the groups of a routine are asked before it is walked through. */
import type { Block, Group, Item, Routine } from "../catalog/types.ts";
import type { PlanFlags } from "./flags.ts";

/** The groups that stand in no other. */
export function listOutermostGroups({ sections }: Pick<Routine, "sections">): readonly Group[] {
  return sections.flatMap(({ items }) => (items ?? []).flatMap((item) => (item.type === "group" ? [item.group] : [])));
}

/** Whether an item is a group with a rest between its rounds, or contains one. */
export function hasRoundRest(item: Item): boolean {
  if (item.type !== "group") return false;
  const { rounds, rest, items, every } = item.group;
  const endsWithRest = items.at(-1)?.type === "rest";
  const isRepeated = rounds === null || rounds.length > 1;
  return (every === undefined && isRepeated && (rest > 0 || endsWithRest)) || items.some(hasRoundRest);
}

/** Whether a block has a load of its own, in all sets or in some. */
export function hasLoad({ load, ownSets }: Block): boolean {
  return load !== undefined || ownSets?.some((values) => values.load !== undefined) === true;
}

/** Whether any block of these items has a load of its own. */
export function haveLoads(items: readonly Item[]): boolean {
  return items.some((item) =>
    item.type === "block" ? hasLoad(item.block) : item.type === "group" && haveLoads(item.group.items),
  );
}

/** Whether any group of a routine, of whatever depth, is like this. */
export function hasGroup({ sections }: Pick<Routine, "sections">, isMeant: (group: Group) => boolean): boolean {
  const holds = (item: Item): boolean => item.type === "group" && (isMeant(item.group) || item.group.items.some(holds));
  return sections.some(({ items }) => items?.some(holds));
}

/** The rest of --rest without an exercise, which is for the rests between rounds as well; in milliseconds. */
export function findFlaggedRoundRest({ restMs }: PlanFlags): number | undefined {
  return restMs?.findLast(({ exercise }) => exercise === null)?.value;
}

/** Whether anything is left to do of an item. What is found of groups is kept in `known`. */
export function isLive(item: Item, doses: ReadonlyMap<Block, unknown>, known: Map<Group, boolean>): boolean {
  if (item.type === "rest") return false;
  if (item.type === "block") return doses.has(item.block);
  const found = known.get(item.group) ?? item.group.items.some((inner) => isLive(inner, doses, known));
  known.set(item.group, found);
  return found;
}
