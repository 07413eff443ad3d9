/** Groups, rests and self-paced exercises made for tests, by hand and at random. */
import fc from "fast-check";
import type { Exercise, Pattern } from "../../src/catalog/exercise-types.ts";
import type { Block, Group, Item, Routine, SetValues } from "../../src/catalog/types.ts";
import { compilePlan } from "../../src/plan/compile.ts";
import { PLAN_DEFAULTS, type PlanFlags } from "../../src/plan/flags.ts";
import type { Plan } from "../../src/plan/types.ts";
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

function listBlocks(items: readonly Item[]): Block[] {
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

interface NestGroup {
  readonly rounds: number;
  readonly between: number;
  readonly rest: number;
  /** Which clock it has, and its seconds. */
  readonly clock: "every" | "amrap" | "cap" | "up" | null;
  readonly seconds: number;
  readonly pick: number | null;
  readonly shuffle: boolean;
  readonly items: Nest[];
}

type Nest = "block" | number | NestGroup;

const createNest = (hasClocks: boolean): fc.Arbitrary<Nest> =>
  fc.letrec<{ nest: Nest }>((tie) => ({
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
          clock: hasClocks
            ? fc.constantFrom("every", "every", "amrap", "cap", "up", null)
            : fc.constant<NestGroup["clock"]>(null),
          seconds: fc.integer({ min: 1, max: 600 }),
          pick: hasClocks ? fc.option(fc.integer({ min: 1, max: 2 })) : fc.constant(null),
          shuffle: hasClocks ? fc.boolean() : fc.constant(false),
          items: fc.array(tie("nest"), { minLength: 1, maxLength: 2 }),
        }),
      },
    ),
  })).nest;

/** The fields of a group's clock. */
const clockOf = ({ clock, seconds, rest: roundRest }: NestGroup): Partial<Group> => {
  switch (clock) {
    case "every":
      // Long enough for most of what may stand in it.
      return { every: seconds * 10, rest: 0 };
    case "amrap":
    case "cap":
      return { cap: seconds, rest: roundRest };
    case "up":
      return { countUp: true, rest: roundRest };
    case null:
      return { rest: roundRest };
  }
};

const createNests = (hasClocks: boolean) =>
  fc
    .record({
      made: anyRoutine,
      reps: fc.integer({ min: 1, max: 20 }),
      setCap: hasClocks ? fc.option(fc.integer({ min: 1, max: 60 })) : fc.constant(null),
      nests: fc.array(createNest(hasClocks), { minLength: 1, maxLength: 3 }),
    })
    .map(({ made, reps, setCap, nests }) => {
      const exercises = [...made.exercises.values(), paced("push-up", reps)];
      let next = 0;
      const toItem = (one: Nest): Item => {
        if (one === "block") {
          const id = exercises[next++ % exercises.length]?.id ?? "";
          return doing(id, id === "push-up" && setCap !== null ? { cap: setCap } : {});
        }
        if (typeof one === "number") return rest(one);
        const { rounds, between, clock, pick, shuffle, items } = one;
        const parts = {
          rounds: clock === "amrap" ? null : rounds,
          between,
          ...clockOf(one),
          ...(pick !== null && { pick }),
          ...(shuffle && { shuffle: true as const }),
        };
        return group(parts, ...items.map(toItem));
      };
      // At least one block, so that there is something to do.
      return routineOf(exercises, ...nests.map(toItem), doing("push-up"));
    });

/** Any nest of groups, rests and blocks of any exercises, some of them self-paced. */
export const anyNest = createNests(false);
/** The same with clocks, caps and chance. */
export const anyClockedNest = createNests(true);

/** The plan of a routine of one section with these items. */
export const planOf = (exercises: readonly Exercise[], items: readonly Item[], flags: PlanFlags = {}): Plan => {
  const made = routineOf(exercises, ...items);
  return compilePlan(made.routine, made.exercises, PLAN_DEFAULTS, flags);
};

/** "squat 20 r2/8" for a set, "(10)" for a rest, "ready 10" for a get-ready. */
export const words = ({ steps }: Plan): string[] =>
  steps.map((step) => {
    const seconds = step.durationMs === null ? `${step.reps}x` : String(step.durationMs / 1000);
    if (step.kind !== "set") return step.kind === "rest" ? `(${seconds})` : `${step.kind} ${seconds}`;
    const rounds = (step.rounds ?? []).map(({ index, of }) => ` r${index}/${of}`).join("");
    const set = step.set.of > 1 ? ` s${step.set.index}/${step.set.of}` : "";
    return `${step.exercise}${step.side ? ` ${step.side}` : ""} ${seconds}${set}${rounds}${step.load ? ` ${step.load}` : ""}`;
  });

/** A flag with a value, for one exercise or for all. */
export const override = <T>(value: T, exercise: string | null = null) => [{ exercise, value, flag: `--flag ${value}` }];
