/** The plan as JSON, in the shape that `plan --json` promises. */

import type { Phase, Side } from "../terms.ts";
import { getMarkTimeMs, type MarkName, type Plan, type PlanChange, type Step, type StepKind } from "./types.ts";

export interface PlanJson {
  readonly routine: string;
  readonly title: string;
  readonly level: string;
  readonly totalSeconds: number;
  readonly openSteps: number;
  readonly steps: readonly PlanStepJson[];
  /** What was decided beyond the person's own words (`--fit`): the dose before and after, and why. */
  readonly changes: readonly PlanChange[];
}

/** `at` counts in seconds from the start of the plan (an open step counts as zero and has `seconds: null`). */
export interface PlanStepJson {
  readonly index: number;
  readonly kind: StepKind;
  readonly exercise: string;
  /** The section's title; empty where the routine has none. */
  readonly section: string;
  readonly label: string;
  /** null: both at once, or repetitions that change sides (see the beats). */
  readonly side: Side | null;
  readonly set: { readonly index: number; readonly of: number };
  readonly reps: number;
  readonly at: number;
  readonly seconds: number | null;
  /** `at` of beats and marks counts from the start of their step. */
  readonly beats: readonly {
    readonly at: number;
    readonly seconds: number;
    readonly phase: Phase;
    readonly rep: number;
    readonly side: Side | null;
  }[];
  readonly marks: readonly { readonly at: number; readonly name: MarkName }[];
}

/** The plan in the shape that `plan --json` promises; times in seconds. */
export function planToJson(plan: Plan): PlanJson {
  const titles = new Map(plan.sections.map((section) => [section.index, section.title]));
  return {
    routine: plan.routine,
    title: plan.title,
    level: plan.level,
    totalSeconds: plan.totalMs / 1000,
    openSteps: plan.openSteps,
    changes: plan.changes,
    steps: plan.steps.map((step) => stepToJson(step, titles.get(step.section) ?? "")),
  };
}

function stepToJson(step: Step, section: string): PlanStepJson {
  const { index, kind, exercise, label, side, set, reps, durationMs } = step;
  return {
    index,
    kind,
    exercise,
    section,
    label,
    side,
    set,
    reps,
    at: step.atMs / 1000,
    seconds: durationMs === null ? null : durationMs / 1000,
    beats: step.beats.map((beat) => ({
      at: beat.atMs / 1000,
      seconds: beat.durationMs / 1000,
      phase: beat.phase,
      rep: beat.rep,
      side: beat.side,
    })),
    marks: step.marks.map((mark) => ({ at: getMarkTimeMs(mark, durationMs ?? 0) / 1000, name: mark.name })),
  };
}
