/** Groups, rests and self-paced exercises made for tests, by hand and at random. */
import fc from "fast-check";
import type { Block, Exercise, Group, Item, Pattern, Routine, SetValues } from "../../src/catalog/types.ts";
import { anyRoutine, block, exercise, hold, routine } from "./content.ts";

export const PACED: Pattern = { type: "paced" };

export const rest = (seconds: number, note: string | null = null): Item => ({
  type: "rest",
  rest: { rest: seconds, note },
});

export const doing = (id: string, changes: Partial<Block> = {}): Item => ({ type: "block", block: block(id, changes) });

interface GroupParts extends Partial<Omit<Group, "rounds" | "items">> {
  rounds: number | readonly SetValues[] | null;
}

export const group = ({ rounds, ...parts }: GroupParts, ...items: Item[]): Item => ({
  type: "group",
  group: {
    name: null,
    note: null,
    between: 0,
    rest: 0,
    ...parts,
    rounds: typeof rounds === "number" ? Array.from({ length: rounds }, () => ({})) : rounds,
    items,
  },
});

export function listBlocks(items: readonly Item[]): Block[] {
  return items.flatMap((item) => {
    if (item.type === "group") return listBlocks(item.group.items);
    return item.type === "block" ? [item.block] : [];
  });
}

/** A routine of one section with these items, and the catalogue it needs. */
export function routineOf(
  exercises: readonly Exercise[],
  ...items: Item[]
): { routine: Routine; exercises: Map<string, Exercise> } {
  const made = routine(...exercises);
  const [section] = made.routine.sections;
  if (!section) throw new Error("a routine has a section");
  const sections = [{ ...section, blocks: listBlocks(items), items }];
  return { routine: { ...made.routine, sections }, exercises: made.exercises };
}

/** Exercises as a circuit has them. */
export const work = (id: string, seconds: number): Exercise => exercise({ id, pattern: hold(seconds) });
export const paced = (id: string, reps: number, pace?: number): Exercise => ({
  ...exercise({ id, pattern: PACED, reps }),
  ...(pace !== undefined && { pace }),
});

type Nest =
  | "block"
  | number
  | { readonly rounds: number; readonly between: number; readonly rest: number; readonly items: Nest[] };

const { nest } = fc.letrec<{ nest: Nest }>((tie) => ({
  nest: fc.oneof(
    { maxDepth: 2, depthSize: "small" },
    { weight: 3, arbitrary: fc.constant<Nest>("block") },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 60 }) },
    {
      weight: 2,
      arbitrary: fc.record({
        rounds: fc.integer({ min: 1, max: 3 }),
        between: fc.integer({ min: 0, max: 20 }),
        rest: fc.integer({ min: 0, max: 90 }),
        items: fc.array(tie("nest"), { minLength: 1, maxLength: 2 }),
      }),
    },
  ),
}));

/** Any nest of groups, rests and blocks of any exercises, some of them self-paced. */
export const anyNest = fc
  .record({
    made: anyRoutine,
    paced: fc.integer({ min: 1, max: 20 }),
    nests: fc.array(nest, { minLength: 1, maxLength: 3 }),
  })
  .map(({ made, paced: reps, nests }) => {
    const exercises = [...made.exercises.values(), paced("push-up", reps)];
    let next = 0;
    const toItem = (one: Nest): Item => {
      if (one === "block") return doing(exercises[next++ % exercises.length]?.id ?? "");
      if (typeof one === "number") return rest(one);
      const { items, ...parts } = one;
      return group(parts, ...items.map(toItem));
    };
    // At least one block, so that there is something to do.
    return routineOf(exercises, ...nests.map(toItem), doing("push-up"));
  });
