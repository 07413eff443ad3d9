/** Turns a plan into the documented JSON of `plan --json`. */
import {
  type Beat,
  type Deadline,
  getMarkTimeMs,
  isFurtherRound,
  type MarkName,
  type Step,
  type StepRound,
} from "./step-types.ts";
import type { Plan, PlanChange, PlanGroup } from "./types.ts";

interface PlanJson {
  readonly routine: string;
  readonly title: string;
  readonly level: string;
  readonly totalSeconds: number;
  readonly openSteps: number;
  /** The total with the estimates of self-paced sets; absent where there are none. */
  readonly estimatedSeconds?: number;
  /**
   * Groups with their rounds; the steps with an index from `from` up to, but not, `to` belong to one. Absent where
   * there are none.
   */
  readonly groups?: readonly PlanGroupJson[];
  /** What decided by chance, for `--seed`; absent where chance decides nothing. */
  readonly seed?: number;
  /** Of as many rounds as possible, those of the first round: the index of what follows goes on behind all of them. */
  readonly steps: readonly PlanStepJson[];
  /** Changes made by the program to fit a time (`--fit`): the dose before and after, and why. */
  readonly changes: readonly PlanChange[];
}

/** Times are in seconds. */
interface PlanGroupJson extends Pick<PlanGroup, "name" | "note" | "from" | "to"> {
  /** null: as many as possible until the cap. */
  readonly rounds: number | null;
  readonly every?: number;
  readonly cap?: number;
  /** Done for time. */
  readonly count?: "up";
}

/** A clock: `after` seconds from the beginning of the step `anchor` on, the session goes on with the step `next`. */
interface DeadlineJson extends Pick<Deadline, "kind" | "anchor" | "next" | "group"> {
  readonly after: number;
}

/** `at` is in seconds from the start of the plan; an open step counts as zero and has `seconds: null`. */
interface PlanStepJson
  extends Pick<Step, "index" | "kind" | "exercise" | "label" | "side" | "set" | "reps">,
    StepExtrasJson {
  /** The section's title; empty if the routine has no sections. */
  readonly section: string;
  readonly at: number;
  readonly seconds: number | null;
  /** `at` of beats and marks is in seconds from the start of the step. */
  readonly beats: readonly (Pick<Beat, "phase" | "rep" | "side"> & { readonly at: number; readonly seconds: number })[];
  readonly marks: readonly { readonly at: number; readonly name: MarkName }[];
  /** The clocks that may end it before it is over, innermost first. */
  readonly deadlines?: readonly DeadlineJson[];
}

/** What a step has only in groups, with a load or self-paced, as it stands in every JSON of the program. */
interface StepExtrasJson extends Pick<Step, "load" | "note"> {
  /** The innermost group, as an index, and the round of it; absent outside groups. */
  readonly group?: number;
  readonly round?: Pick<StepRound, "index" | "of">;
  /** The same of every group, innermost first; only in nested groups. */
  readonly rounds?: readonly StepRound[];
  /** A self-paced set: `seconds` is null unless it is hands-free. */
  readonly paced?: true;
  readonly estimatedSeconds?: number;
}

/** The plan as JSON, in the documented shape of `plan --json`; times are in seconds. */
export function planToJson(plan: Plan): PlanJson {
  const titles = new Map(plan.sections.map((section) => [section.index, section.title]));
  return {
    routine: plan.routine,
    title: plan.title,
    level: plan.level,
    totalSeconds: plan.totalMs / 1000,
    ...(plan.estimatedMs !== undefined && { estimatedSeconds: plan.estimatedMs / 1000 }),
    openSteps: plan.openSteps,
    ...(plan.groups && { groups: plan.groups.map(groupToJson) }),
    ...(plan.seed !== undefined && { seed: plan.seed }),
    changes: plan.changes,
    steps: plan.steps
      .filter((step) => !isFurtherRound(step))
      .map((step) => stepToJson(step, titles.get(step.section) ?? "")),
  };
}

function groupToJson({ name, note, rounds, everyMs, capMs, countUp, from, to }: PlanGroup): PlanGroupJson {
  return {
    name,
    note,
    rounds,
    ...(everyMs !== undefined && { every: everyMs / 1000 }),
    ...(capMs !== undefined && { cap: capMs / 1000 }),
    ...(countUp && { count: "up" as const }),
    from,
    to,
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
    beats: step.beats.map(({ atMs, durationMs: ms, phase, rep, side }) => {
      return { at: atMs / 1000, seconds: ms / 1000, phase, rep, side };
    }),
    // Where a deadline alone knows the end, nobody knows when its marks are due.
    marks:
      durationMs === null
        ? []
        : step.marks.map((mark) => ({ at: getMarkTimeMs(mark, durationMs) / 1000, name: mark.name })),
    ...describeStepExtras(step),
    ...(step.deadlines && {
      deadlines: step.deadlines.map(({ afterMs, ...deadline }) => ({ ...deadline, after: afterMs / 1000 })),
    }),
  };
}

/** The extras of a step; each only where it has one. */
export function describeStepExtras({ rounds, load, note, paced }: Step): StepExtrasJson {
  const innermost = rounds?.[0];
  return {
    ...(innermost && { group: innermost.group, round: { index: innermost.index, of: innermost.of } }),
    ...(rounds && rounds.length > 1 && { rounds }),
    ...(load !== undefined && { load }),
    ...(note !== undefined && { note }),
    ...(paced && { paced: true, estimatedSeconds: paced.estimateMs / 1000 }),
  };
}
