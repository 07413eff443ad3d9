/** Plans with clocks, put together step by step: every minute, as many rounds as possible, for time. */
import { compilePlan } from "../../src/plan/compile.ts";
import type { Deadline, Step } from "../../src/plan/step-types.ts";
import type { Plan, PlanGroup } from "../../src/plan/types.ts";
import { exercise as createExercise } from "./content.ts";
import { doing, paced, rest, routineOf, work } from "./groups.ts";

type Parts = Partial<Step> & Pick<Step, "kind">;

const LENGTHS = { pull: 5, push: 10, squat: 15 } as const;
export type PacedName = keyof typeof LENGTHS;

/** A plan whose blocks are: self-paced pull 5, push 10, squat 15, a plank of 40 s, a rest of 20 s. */
const compileStock = () => {
  const exercises = [
    ...Object.entries(LENGTHS).map(([id, reps]) => paced(id, reps)),
    work("plank", 40),
    createExercise({ id: "walk" }),
  ];
  const made = routineOf(exercises, ...exercises.map(({ id }) => doing(id)), rest(20), doing("walk"));
  return compilePlan(made.routine, made.exercises);
};

const STOCK = compileStock();

/** A step of the stock, as it is done in a round. */
export function doOne(id: string, round?: { readonly index: number; readonly of: number | null }): Parts {
  const step = STOCK.steps.find((one) => one.kind === "set" && one.exercise === id);
  if (!step) throw new Error(`there is no ${id}`);
  return { ...step, ...(round && { rounds: [{ group: 0, ...round }] }) };
}

/** A rest; null where it fills an interval. */
export function restFor(seconds: number | null, round?: { readonly index: number; readonly of: number | null }): Parts {
  const step = STOCK.steps.find(({ kind }) => kind === "rest");
  if (!step) throw new Error("there is no rest");
  return {
    ...step,
    durationMs: seconds === null ? null : seconds * 1000,
    marks: seconds === null ? [] : step.marks,
    ...(round && { rounds: [{ group: 0, ...round }] }),
  };
}

/** These steps in order, in one group if there is one. */
export function planWith(steps: readonly Parts[], group?: Omit<PlanGroup, "name" | "note" | "from" | "to">): Plan {
  let atMs = 0;
  const placed = steps.map((parts, index): Step => {
    // A gap belongs to the set that it leads to.
    const set = steps.slice(index).find(({ kind }) => kind === "set");
    const { exercise, block, side, set: number } = { ...(STOCK.steps[0] as Step), ...set };
    const step = { ...(STOCK.steps[0] as Step), ...parts, exercise, block, side, set: number, index, atMs };
    atMs += step.durationMs ?? 0;
    return step;
  });
  const groups: PlanGroup[] = group
    ? [
        {
          name: null,
          note: null,
          from: placed.findIndex(({ rounds }) => rounds),
          to: placed.findLastIndex(({ rounds }) => rounds) + 1,
          ...group,
        },
      ]
    : [];
  return { ...STOCK, totalMs: atMs, steps: placed, ...(groups.length > 0 && { groups }) };
}

/** Every minute for `rounds` rounds; each ends with what is left of it, but for the last, unless something follows. */
export function everyMinute(rounds: number, ids: readonly string[], after: readonly Parts[] = []): Plan {
  const length = ids.length + 1;
  const steps = Array.from({ length: rounds }, (_, index): Parts[] => {
    const round = { index: index + 1, of: rounds };
    const first = index * length;
    const isLast = index + 1 === rounds && after.length === 0;
    const next = first + (isLast ? ids.length : length);
    const deadlines: Deadline[] = [{ kind: "interval", anchor: first, afterMs: 60_000, next, group: 0 }];
    const sets = ids.map((id) => ({ ...doOne(id, round), deadlines }));
    return isLast ? sets : [...sets, { ...restFor(null, round), deadlines }];
  });
  return planWith([...steps.flat(), ...after], { rounds, everyMs: 60_000 });
}

/** As many rounds as possible of the three self-paced exercises within `capSeconds`, with what comes behind. */
export function asManyAsPossible(capSeconds: number, after: readonly Parts[] = [], unrolled = 50): Plan {
  const ids = ["pull", "push", "squat"];
  const to = ids.length * unrolled;
  const deadlines: Deadline[] = [{ kind: "cap", anchor: 0, afterMs: capSeconds * 1000, next: to, group: 0 }];
  const steps = Array.from({ length: to }, (_, index): Parts => {
    const round = { index: Math.floor(index / ids.length) + 1, of: null };
    return { ...doOne(ids[index % ids.length] ?? "", round), deadlines };
  });
  return planWith([...steps, ...after], { rounds: null, capMs: capSeconds * 1000 });
}

/** For time: rounds of two self-paced exercises, with a cap if there is one. */
export function forTime(rounds: number, capSeconds?: number, after: readonly Parts[] = []): Plan {
  const to = 2 * rounds;
  const capMs = capSeconds === undefined ? undefined : capSeconds * 1000;
  const deadlines: Deadline[] = capMs ? [{ kind: "cap", anchor: 0, afterMs: capMs, next: to, group: 0 }] : [];
  const steps = Array.from({ length: to }, (_, index): Parts => {
    const round = { index: Math.floor(index / 2) + 1, of: rounds };
    return { ...doOne(index % 2 === 0 ? "pull" : "push", round), ...(capMs && { deadlines }) };
  });
  return planWith([...steps, ...after], { rounds, countUp: true, ...(capMs && { capMs }) });
}
