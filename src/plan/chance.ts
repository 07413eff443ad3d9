/**
 * Decides what a routine leaves to chance: which blocks of a group are done, and in which order. The same seed decides
 * the same.
 */
import { listBlocks } from "../catalog/create-routine.ts";
import type { Block, Group, Item, Routine, Section } from "../catalog/types.ts";
import { hasGroup, isLive } from "./groups.ts";

/** The seed where neither a flag nor the surroundings give one. */
const DEFAULT_SEED = 1;

/** A routine in which nothing is left to chance. */
interface DecidedRoutine {
  readonly routine: Routine;
  /** The blocks that are done. */
  readonly blocks: ReadonlySet<Block>;
  /** What decided; absent where chance decides nothing. */
  readonly seed?: number;
}

/** Whether any group of a routine leaves something to chance. */
export function hasChance(routine: Pick<Routine, "sections">): boolean {
  return hasGroup(routine, ({ pick, shuffle }) => pick !== undefined || shuffle === true);
}

/** Chooses among the blocks that flags have left. A group that is left fewer than it picks has all of them. */
export function decideByChance(
  routine: Routine,
  left: readonly Block[],
  seed: number | undefined = DEFAULT_SEED,
): DecidedRoutine {
  if (!hasChance(routine)) return { routine, blocks: new Set(left) };
  const doses = new Map(left.map((block) => [block, true]));
  const random = createGenerator(seed);
  const known = new Map<Group, boolean>();
  const decideItem = (item: Item): Item =>
    item.type === "group" ? { type: "group", group: decideGroup(item.group) } : item;
  const decideGroup = (group: Group): Group => {
    const { pick, shuffle, ...parts } = group;
    const items = group.items.map(decideItem);
    if (pick === undefined && !shuffle) return { ...parts, items };
    const live = items.filter((item) => isLive(item, doses, known));
    const drawn = shuffleItems(live, random).slice(0, pick ?? live.length);
    return { ...parts, items: shuffle ? drawn : live.filter((item) => drawn.includes(item)) };
  };
  const sections = routine.sections.map((section): Section => {
    if (!section.items) return section;
    const items = section.items.map(decideItem);
    return { ...section, items, blocks: listBlocks(items) };
  });
  const done = new Set(sections.flatMap(({ blocks }) => blocks));
  return { routine: { ...routine, sections }, blocks: new Set(left.filter((block) => done.has(block))), seed };
}

/** Fisher and Yates' shuffle, into a new list. */
function shuffleItems<T>(items: readonly T[], random: () => number): readonly T[] {
  const shuffled = [...items];
  for (let last = shuffled.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [shuffled[last], shuffled[other]] = [shuffled[other] as T, shuffled[last] as T];
  }
  return shuffled;
}

/** Numbers from 0 up to 1, from a seed: Tommy Ettinger's mulberry32. */
function createGenerator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
