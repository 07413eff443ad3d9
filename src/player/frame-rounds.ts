/** What a frame says of the groups that a step stands in: its round, its place in the round, the clock, what is done. */
import { fillsInterval, formatRounds, type Step, type StepRound } from "../plan/step-types.ts";
import type { Plan } from "../plan/types.ts";
import { formatGroupKey, listClocks } from "./clocks.ts";
import type { FrameClock } from "./frame-types.ts";
import { countRoundsDone } from "./score.ts";
import type { PlayerState } from "./types.ts";

const MINUTE_MS = 60_000;

/** "Round 2 of 3", "Minute 4 of 10" where every round has a minute, "Round 1 of 2, 3 of 4" in nested groups. */
export function describeRound(plan: Plan, { rounds }: Step): string {
  const shown = rounds?.filter(({ of }) => of !== 1) ?? [];
  const [only] = shown;
  const text = formatRounds(rounds);
  const isMinute = only && shown.length === 1 && plan.groups?.[only.group]?.everyMs === MINUTE_MS;
  return isMinute ? text.replace("round", "Minute") : text.replace("round", "Round");
}

/**
 * "Exercise 2 of 3": the place of the set that a step is or leads to, in the innermost round; outside groups in the plan,
 * where a group counts once, however many rounds it has. "" where it is the only one.
 */
export function describePlace({ steps }: Plan, set: Step | undefined): string {
  if (!set) return "";
  const depth = set.rounds?.length ?? 0;
  let [place, of] = [0, 0];
  let exercise: string | undefined;
  for (const step of listRoundAround(steps, set)) {
    const inner = step.rounds?.slice(0, step.rounds.length - depth) ?? [];
    if (step.kind !== "set" || inner.some(({ index }) => index > 1)) continue;
    // Sets of one exercise may differ in their doses: they are still one exercise.
    if (step.exercise !== exercise) of++;
    exercise = step.exercise;
    if (step.index === set.index) place = of;
  }
  return of > 1 ? `Exercise ${place} of ${of}` : "";
}

/** The steps of the innermost round that a step stands in; outside groups all. */
function listRoundAround(steps: readonly Step[], { index, rounds }: Step): readonly Step[] {
  const round = rounds?.[0];
  if (!round) return steps;
  const isInRound = (step: Step | undefined) => step?.rounds?.some((one) => isSameRound(one, round)) === true;
  let [first, end] = [index, index + 1];
  while (isInRound(steps[first - 1])) first--;
  while (isInRound(steps[end])) end++;
  return steps.slice(first, end);
}

export function isSameRound(a: StepRound, b: StepRound): boolean {
  return a.group === b.group && a.index === b.index;
}

/** "3 rounds done" where as many as possible are done; "" elsewhere. */
export function describeRoundsDone(plan: Plan, step: Step, { records }: PlayerState): string {
  const rounds = countRoundsDone(plan, step, records);
  if (rounds === null) return "";
  return rounds === 1 ? "1 round done" : `${rounds} rounds done`;
}

/** The clock that a person trains by in the current step, and the time that it shows. */
interface ShownClock {
  readonly kind: FrameClock;
  /** What is left, or, where it counts up, what has passed. */
  readonly ms: number;
}

/**
 * In a group for time the time that it has taken, otherwise what is left until the first deadline of a group. None where
 * the step itself counts that down.
 */
export function findShownClock(plan: Plan, step: Step, state: PlayerState): ShownClock | null {
  for (const [depth, { group }] of (step.rounds ?? []).entries()) {
    const time = plan.groups?.[group]?.countUp && state.groupTimes[formatGroupKey(step, depth)];
    if (time) return { kind: "up", ms: state.atMs - time.fromMs };
  }
  const clock = listClocks(step, state).find(({ deadline }) => deadline.group !== null);
  if (!clock || fillsInterval(step)) return null;
  return { kind: clock.deadline.kind, ms: clock.dueMs - state.atMs };
}
