/** Prints a plan: as plain text that a physiotherapist could read and approve, and as the documented JSON. */
import type { Phase, Side } from "../terms.ts";
import { formatClock, formatDoseDuration } from "../text/duration.ts";
import {
  getMarkTimeMs,
  listEquipment,
  type MarkName,
  type Plan,
  type PlanChange,
  type PlanSection,
  type Step,
  type StepKind,
} from "./types.ts";

/** The plan as lines of plain text: every step with its clock time, and the totals. */
export function formatPlan(plan: Plan): string[] {
  return [
    `${plan.title} (${plan.routine}), level ${plan.level}`,
    `Takes ${formatClock(plan.totalMs)}${formatOpenSteps(plan)}. You need: ${listEquipment(plan).join(", ") || "nothing"}.`,
    ...plan.changes.map(({ exercise, before, after, why }) => `  ${exercise}: ${before} → ${after} (${why})`),
    ...plan.sections.flatMap((section) => ["", ...formatPlanSection(plan, section)]),
    "",
    `Time in sets ${formatClock(sumStepTimeMs(plan, "set"))}, rests ${formatClock(sumStepTimeMs(plan, "rest"))}, ` +
      `changing over ${formatClock(sumStepTimeMs(plan, "prepare") + sumStepTimeMs(plan, "switch"))}.`,
  ];
}

function formatOpenSteps(plan: Plan): string {
  if (plan.openSteps === 0) return "";
  return plan.openSteps === 1 ? " and one step that waits for you" : ` and ${plan.openSteps} steps that wait for you`;
}

function formatPlanSection(plan: Plan, section: PlanSection): string[] {
  const steps = plan.steps.slice(section.from, section.to);
  return [
    ...(section.title ? [section.title] : []),
    ...section.advice.map((advice) => `  - ${advice}`),
    ...steps.map((step) => formatPlanStep(plan, step)),
  ];
}

function formatPlanStep(plan: Plan, step: Step): string {
  const clock = formatClock(step.atMs).padStart(8);
  const detail = step.kind === "set" ? formatSetDetail(plan, step) : "";
  const length = step.durationMs === null ? "waits for you" : formatDoseDuration(step.durationMs);
  const block = step.kind === "prepare" ? plan.blocks[step.block] : undefined;
  const dose = block ? ` (${block.dose}${block.note ? `; ${block.note}` : ""})` : "";
  return `${clock}  ${step.label}: ${length}${detail}${dose}`;
}

function formatSetDetail(plan: Plan, step: Step): string {
  if (step.durationMs === null) return "";
  if (step.beats.length < 2) {
    const phase = step.beats[0]?.phase;
    return phase ? ` ${phase}` : "";
  }
  const strokes = (plan.blocks[step.block]?.strokes ?? []).map(
    ({ word, fast, durationMs }) => `${fast ? "fast " : ""}${word.toLowerCase()} ${durationMs / 1000}`,
  );
  const sides = plan.exercises[step.exercise]?.sides === "alternating" ? formatAlternation(step) : "";
  return `, ${step.reps} ${step.reps === 1 ? "rep" : "reps"} of ${strokes.join(", ")}${sides}`;
}

/** How a set alternates sides: ", left then right in turn" or ", left only". */
function formatAlternation(step: Step): string {
  const [first, second] = [...new Set(step.beats.map((beat) => beat.side))];
  return second ? `, ${first} then ${second} in turn` : `, ${first} only`;
}

function sumStepTimeMs(plan: Plan, kind: Step["kind"]): number {
  return plan.steps.reduce((sum, step) => sum + (step.kind === kind ? (step.durationMs ?? 0) : 0), 0);
}

interface PlanJson {
  readonly routine: string;
  readonly title: string;
  readonly level: string;
  readonly totalSeconds: number;
  readonly openSteps: number;
  readonly steps: readonly PlanStepJson[];
  /** Changes made by the program to fit a time (`--fit`): the dose before and after, and why. */
  readonly changes: readonly PlanChange[];
}

/** `at` is in seconds from the start of the plan; an open step counts as zero and has `seconds: null`. */
interface PlanStepJson {
  readonly index: number;
  readonly kind: StepKind;
  readonly exercise: string;
  /** The section's title; empty if the routine has no sections. */
  readonly section: string;
  readonly label: string;
  /** null if both sides work at once or the repetitions alternate (see the beats). */
  readonly side: Side | null;
  readonly set: { readonly index: number; readonly of: number };
  readonly reps: number;
  readonly at: number;
  readonly seconds: number | null;
  /** `at` of beats and marks is in seconds from the start of the step. */
  readonly beats: readonly {
    readonly at: number;
    readonly seconds: number;
    readonly phase: Phase;
    readonly rep: number;
    readonly side: Side | null;
  }[];
  readonly marks: readonly { readonly at: number; readonly name: MarkName }[];
}

/** The plan as JSON, in the documented shape of `plan --json`; times are in seconds. */
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
