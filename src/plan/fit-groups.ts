/** What of groups can give way so that a routine fits into a time: their rounds, and the rests that belong to no exercise. */
import type { Group, Item, RestItem, Routine } from "../catalog/types.ts";
import { formatSeconds } from "../text/duration.ts";
import type { Dose } from "./dose.ts";
import { computeRestFloorMs, scaleRestMs } from "./rests.ts";
import type { PlanChange } from "./types.ts";

/** A group that is done in a number of rounds. */
interface RoundedGroup {
  readonly group: Group;
  /** What a change of it is listed under: its name, or the exercises in it. */
  readonly label: string;
  readonly rounds: number;
}

/** A rest between the rounds or the blocks of a group, or one of its own. */
export interface SharedRest {
  readonly owner: Group | RestItem;
  readonly kind: "rest" | "between";
  readonly label: string;
  /** What follows its length where a change is listed: "rest between rounds". */
  readonly noun: string;
  readonly ms: number;
  readonly floorMs: number;
}

/** How many rounds are left of each group, and how many milliseconds of each rest. */
export interface GroupLimits {
  readonly rounds: readonly number[];
  readonly rests: readonly number[];
}

/** What is known of a routine where the whole is more than the sum of its blocks: with groups. */
export interface LinkedBlocks {
  /** Those that may be done in fewer rounds. */
  readonly groups: readonly RoundedGroup[];
  /** Those that may be shorter. */
  readonly rests: readonly SharedRest[];
  /** Whether a group lasts until its cap, whatever is cut. */
  readonly hasCaps: boolean;
  /** How long all of it takes with so many rounds and rests, in milliseconds. */
  measureMs(doses: readonly Dose[], limits: GroupLimits): number;
}

/** The groups with several rounds, outermost first; without those that go on until their cap, which have no number. */
export function listRoundedGroups({ sections }: Routine): RoundedGroup[] {
  const listIn = (items: readonly Item[]): RoundedGroup[] =>
    items.flatMap((item) => {
      if (item.type !== "group") return [];
      const { group } = item;
      const own =
        group.rounds && group.rounds.length > 1 ? [{ group, label: labelOf(group), rounds: group.rounds.length }] : [];
      return [...own, ...listIn(group.items)];
    });
  return sections.flatMap(({ items }) => listIn(items ?? []));
}

/** The rests that belong to no exercise. @param scale the user's factor for rests. */
export function listSharedRests({ sections }: Routine, scale: number): SharedRest[] {
  const create = (seconds: number, what: Omit<SharedRest, "ms" | "floorMs">): SharedRest[] => {
    const ms = scaleRestMs(Math.round(seconds * 1000), scale);
    return ms === 0 ? [] : [{ ...what, ms, floorMs: computeRestFloorMs(ms) }];
  };
  const listIn = (items: readonly Item[], label: string): SharedRest[] =>
    items.flatMap((item) => {
      if (item.type === "block") return [];
      if (item.type === "rest") {
        const { rest, note } = item.rest;
        return create(rest, { owner: item.rest, kind: "rest", label: label || (note ?? "Rest"), noun: "rest" });
      }
      const { group } = item;
      const own = { owner: group, label: labelOf(group) };
      return [
        ...create(group.rest, { ...own, kind: "rest", noun: "rest between rounds" }),
        ...create(group.between, { ...own, kind: "between", noun: "rest between exercises" }),
        ...listIn(group.items, own.label),
      ];
    });
  return sections.flatMap(({ items }) => listIn(items ?? [], ""));
}

/** The routine with the first so many rounds of its groups, and so much of its rests. */
export function limitGroups(
  routine: Routine,
  { groups, rests }: Pick<LinkedBlocks, "groups" | "rests">,
  left: GroupLimits,
  scale: number,
): Routine {
  const isWhole =
    groups.every(({ rounds }, index) => left.rounds[index] === rounds) &&
    rests.every(({ ms }, index) => left.rests[index] === ms);
  if (isWhole) return routine;
  const rounds = new Map(groups.map(({ group }, index) => [group, left.rounds[index]]));
  const shortened = rests.flatMap((rest, index) =>
    left.rests[index] === rest.ms ? [] : [{ ...rest, left: left.rests[index] ?? 0 }],
  );
  const secondsOf = (owner: Group | RestItem, kind: SharedRest["kind"], seconds: number) => {
    const found = shortened.find((rest) => rest.owner === owner && rest.kind === kind);
    // The plan multiplies it by the user's factor once more.
    return found ? found.left / 1000 / scale : seconds;
  };
  const limitItem = (item: Item): Item => {
    if (item.type === "block") return item;
    if (item.type === "rest")
      return { ...item, rest: { ...item.rest, rest: secondsOf(item.rest, "rest", item.rest.rest) } };
    const { group } = item;
    const limited = {
      ...group,
      rounds: group.rounds?.slice(0, rounds.get(group)) ?? null,
      rest: secondsOf(group, "rest", group.rest),
      between: secondsOf(group, "between", group.between),
      items: group.items.map(limitItem),
    };
    return { ...item, group: limited };
  };
  const sections = routine.sections.map((section) =>
    section.items ? { ...section, items: section.items.map(limitItem) } : section,
  );
  return { ...routine, sections };
}

/** A change without the time that it was made for. */
export type UnexplainedChange = Omit<PlanChange, "why">;

/** What has become of the rounds and of the rests. */
export function describeGroupChanges(
  { groups, rests }: Pick<LinkedBlocks, "groups" | "rests">,
  left: GroupLimits,
): UnexplainedChange[] {
  const roundChanges = groups.flatMap(({ label, rounds: before }, index) => {
    const after = left.rounds[index] ?? before;
    if (after === before) return [];
    return [{ exercise: label, before: `${before} rounds`, after: after === 1 ? "1 round" : `${after} rounds` }];
  });
  const restChanges = rests.flatMap(({ label, noun, ms }, index) => {
    const after = left.rests[index] ?? ms;
    return after === ms
      ? []
      : [{ exercise: label, before: `${formatSeconds(ms)} ${noun}`, after: formatSeconds(after) }];
  });
  return [...roundChanges, ...restChanges];
}

function labelOf({ name, items }: Group): string {
  return name ?? listExercises(items).join(", ");
}

function listExercises(items: readonly Item[]): string[] {
  const all = items.flatMap((item) =>
    item.type === "block" ? [item.block.exercise] : item.type === "group" ? listExercises(item.group.items) : [],
  );
  return [...new Set(all)];
}
