/** A step as it is heard: how long it lasts, what is counted in it, what ends it, and what lies on both sides of it. */
import { getMarkTimeMs, type Step } from "../plan/step-types.ts";
import type { Plan } from "../plan/types.ts";
import { findStepEndMs, listClocks } from "../player/clocks.ts";
import { followOn, type Passage } from "../player/rehearse.ts";
import { listMarks, type StepMark } from "../player/step-moments.ts";
import { toneDurationMs } from "./tones.ts";

/** A gap shorter than this leaves no time for the tone that ends the previous set. */
const MIN_GAP_FOR_END_TONE_MS = 1000;

export interface StepSpan {
  readonly step: Step;
  /** null: until the person ends it. */
  readonly durationMs: number | null;
  /** In milliseconds from its start. */
  readonly marks: readonly (StepMark & { readonly atMs: number })[];
  /** Which tone ends it, unless the person does; null where the next set begins at once. */
  readonly endTone: "set-end" | "time-up" | null;
  /** The set that begins at its end, or the short rest before a set, in which there is no time to name it. */
  readonly nextSet: Step | undefined;
  readonly before: StepBefore | undefined;
}

/** The step from which the session came. */
export interface StepBefore {
  readonly step: Step;
  readonly durationMs: number;
  readonly endTone: StepSpan["endTone"];
}

/** A step as it stands in the plan, between its neighbours. */
export function spanInPlan(plan: Plan, step: Step, durationMs: number | null): StepSpan {
  const before = plan.steps[step.index - 1];
  const next = plan.steps[step.index + 1];
  return {
    step,
    durationMs,
    marks:
      durationMs === null ? [] : step.marks.map((mark) => ({ name: mark.name, atMs: getMarkTimeMs(mark, durationMs) })),
    endTone: step.kind === "set" && leavesRoom(next, next?.durationMs ?? 0) ? "set-end" : null,
    nextSet: findUnnamedSet(next, next?.durationMs ?? 0),
    before: before && stepBefore(before, step),
  };
}

function stepBefore(before: Step, step: Step): StepBefore {
  const hasEndTone = before.kind === "set" && leavesRoom(step, step.durationMs ?? 0);
  return { step: before, durationMs: before.durationMs ?? 0, endTone: hasEndTone ? "set-end" : null };
}

/** A step of a passage, which under clocks has other neighbours than in the plan. @param before what it came from. */
export function spanOfPassage(plan: Plan, passage: Passage, step: Step, before: StepBefore | undefined): StepSpan {
  const { place, endMs } = passage;
  const durationMs = endMs === Number.POSITIVE_INFINITY ? null : endMs - place.stepAtMs;
  if (!step.deadlines && !before?.step.deadlines) return spanInPlan(plan, step, durationMs);
  const cap = listClocks(step, place).find(({ deadline, dueMs }) => deadline.kind === "cap" && dueMs === endMs);
  const next = durationMs === null ? undefined : followOn(plan, passage);
  const nextStep = next && plan.steps[next.step];
  const nextMs = next && nextStep ? findStepEndMs(nextStep, next) - next.stepAtMs : 0;
  const hasEnd = step.kind === "set" && leavesRoom(nextStep, nextMs);
  return {
    step,
    durationMs,
    marks: listMarks(step, place),
    endTone: cap ? "time-up" : hasEnd ? "set-end" : null,
    nextSet: findUnnamedSet(nextStep, nextMs),
    before: before ?? spanInPlan(plan, step, durationMs).before,
  };
}

/** The step from which the session came, after a span; undefined if it was left by the person. */
export function toStepBefore({ step, durationMs, endTone }: StepSpan): StepBefore | undefined {
  return durationMs === null ? undefined : { step, durationMs, endTone };
}

/** Whether a set has a tone at its end. It has none if the next set starts at once: "go" says it. */
function leavesRoom(next: Step | undefined, nextMs: number): boolean {
  return !next || (next.kind !== "set" && nextMs >= MIN_GAP_FOR_END_TONE_MS);
}

/** In a shorter rest, the end of the last set and the count-in leave no room for a name. */
const MIN_SPOKEN_GAP_MS = 5000;

function findUnnamedSet(next: Step | undefined, nextMs: number): Step | undefined {
  return next?.kind === "set" || (next?.kind === "rest" && nextMs < MIN_SPOKEN_GAP_MS) ? next : undefined;
}

/** Whether the gap in front of a set had time to name it. */
export function wasNamedBefore({ before }: StepSpan, isNew: boolean): boolean {
  if (!before || before.step.kind === "set") return false;
  return before.step.kind !== "rest" || !isNew || before.durationMs >= MIN_SPOKEN_GAP_MS;
}

/** How long the tone that ended the step before still sounds at the start of this one. */
export function carriedMsOf({ before }: StepSpan): number {
  return before?.endTone ? toneDurationMs(before.endTone) : 0;
}
