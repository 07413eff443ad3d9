/** The rounds of groups where they can be fewer, so that a routine fits into a time. */
import type { Group, Item, Routine } from "../catalog/types.ts";
import type { Dose } from "./dose.ts";
import type { PlanChange } from "./types.ts";

/** A group that is done in a number of rounds. */
export interface RoundedGroup {
  readonly group: Group;
  /** What a change of it is listed under: its name, or the exercises in it. */
  readonly label: string;
  readonly rounds: number;
}

/** What is known of a routine where the whole is more than the sum of its blocks: with groups. */
export interface LinkedBlocks {
  /** Those that may be done in fewer rounds. */
  readonly groups: readonly RoundedGroup[];
  /** Whether a group lasts until its cap, whatever is cut. */
  readonly hasCaps: boolean;
  /** How long all of it takes with so many rounds of each group, in milliseconds. */
  measureMs(doses: readonly Dose[], rounds: readonly number[]): number;
}

/** The groups with several rounds, outermost first; without those that go on until their cap, which have no number. */
export function listRoundedGroups({ sections }: Routine): RoundedGroup[] {
  const listIn = (items: readonly Item[]): RoundedGroup[] =>
    items.flatMap((item) => {
      if (item.type !== "group") return [];
      const { group } = item;
      const label = group.name ?? listExercises(group.items).join(", ");
      const own = group.rounds && group.rounds.length > 1 ? [{ group, label, rounds: group.rounds.length }] : [];
      return [...own, ...listIn(group.items)];
    });
  return sections.flatMap(({ items }) => listIn(items ?? []));
}

/** The routine with the first so many rounds of each of these groups. */
export function limitRounds(routine: Routine, groups: readonly RoundedGroup[], rounds: readonly number[]): Routine {
  if (groups.every(({ rounds: all }, index) => rounds[index] === all)) return routine;
  const limits = new Map(groups.map(({ group }, index) => [group, rounds[index]]));
  const limitItem = (item: Item): Item => {
    if (item.type !== "group") return item;
    const { group } = item;
    const left = group.rounds?.slice(0, limits.get(group)) ?? null;
    return { ...item, group: { ...group, rounds: left, items: group.items.map(limitItem) } };
  };
  const sections = routine.sections.map((section) =>
    section.items ? { ...section, items: section.items.map(limitItem) } : section,
  );
  return { ...routine, sections };
}

/** A change without the time that it was made for. */
export type UnexplainedChange = Omit<PlanChange, "why">;

/** What has become of the rounds. */
export function describeRounds(groups: readonly RoundedGroup[], left: readonly number[]): UnexplainedChange[] {
  return groups.flatMap(({ label, rounds: before }, index) => {
    const after = left[index] ?? before;
    if (after === before) return [];
    return [{ exercise: label, before: `${before} rounds`, after: after === 1 ? "1 round" : `${after} rounds` }];
  });
}

function listExercises(items: readonly Item[]): string[] {
  const all = items.flatMap((item) =>
    item.type === "block" ? [item.block.exercise] : item.type === "group" ? listExercises(item.group.items) : [],
  );
  return [...new Set(all)];
}
