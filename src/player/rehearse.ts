/** Goes through a plan as if nobody disturbed it: every step that is reached, with its clocks and its end. */
import type { Step } from "../plan/step-types.ts";
import type { Plan } from "../plan/types.ts";
import { enterStep, findFollowingStep, findStepEndMs, isCutOff, type SessionPlace } from "./clocks.ts";
import { createInitialState } from "./state.ts";
import type { StepRecord } from "./types.ts";

/** A step as it is passed through. */
export interface Passage {
  readonly place: SessionPlace;
  /** undefined at the end of the session. */
  readonly step: Step | undefined;
  /** Session time at which it ends; Infinity if it waits for the person, and at the end. */
  readonly endMs: number;
}

/** The passage that begins at a place. @param waitMs see {@link estimateWaitMs}; if omitted, a step waits for the person. */
export function passThrough(plan: Plan, place: SessionPlace, waitMs?: number): Passage {
  const step = plan.steps[place.step];
  if (!step) return { place, step, endMs: Number.POSITIVE_INFINITY };
  const endMs = findStepEndMs(step, place);
  const isWaiting = step.kind === "set" && step.durationMs === null;
  if (waitMs === undefined || !isWaiting) return { place, step, endMs };
  return { place, step, endMs: Math.min(endMs, place.stepAtMs + waitMs) };
}

/** The place behind a passage that has an end. */
export function followOn(plan: Plan, { place, endMs }: Passage): SessionPlace {
  return enterStep(plan, place, findFollowingStep(plan, place, endMs), endMs);
}

/**
 * How long a step that waits for the person is taken to last. Under a clock, and wherever time is given to such steps, a
 * self-paced set has its estimate; otherwise it takes no time, as in the plan. A step without a count lasts until its own
 * cap, and in as many rounds as possible until theirs: undefined.
 *
 * @param openStepMs what a step without a count gets.
 */
export function estimateWaitMs(plan: Plan, step: Step, openStepMs: number | undefined): number | undefined {
  const { paced, deadlines, rounds } = step;
  if (
    !paced &&
    !openStepMs &&
    deadlines?.some(({ group }) => group === null || plan.groups?.[group]?.rounds === null)
  ) {
    return undefined;
  }
  const isForTime = rounds?.some(({ group }) => plan.groups?.[group]?.countUp) === true;
  const hasTime = openStepMs !== undefined || deadlines !== undefined || isForTime;
  return paced && hasTime ? paced.estimateMs : (openStepMs ?? 0);
}

/** All passages of a session that nobody disturbs, the end among them. */
export function* rehearse(plan: Plan, openStepMs?: number): Generator<Passage> {
  let place = enterStep(plan, createInitialState(), 0, 0);
  for (;;) {
    const step = plan.steps[place.step];
    const passage = passThrough(plan, place, step && estimateWaitMs(plan, step, openStepMs));
    yield passage;
    if (!step) return;
    place = followOn(plan, passage);
  }
}

/** The record of a passage that is done as planned, as far as its clocks let it. */
export function recordOf({ place, step, endMs }: Passage): StepRecord {
  const durationMs = endMs - place.stepAtMs;
  const isCut = step !== undefined && endMs === findStepEndMs(step, place) && isCutOff(step, place, endMs);
  return { how: isCut ? "skipped" : "completed", durationMs, reps: isCut ? 0 : (step?.reps ?? 0) };
}
