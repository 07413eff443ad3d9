/** The plan as text that a physiotherapist could read and sign: every step with its clock time, and the totals. */
import { formatClock, formatDoseDuration } from "../text/duration.ts";
import type { Plan, PlanSection, Step } from "./types.ts";

/** The plan as lines of text, without colour or control characters. */
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

/** What has to be at hand for a plan, in the order in which it is needed first. */
export function listEquipment(plan: Plan): readonly string[] {
  return [...new Set(plan.blocks.flatMap((block) => block.equipment))];
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
    ...steps.flatMap((step) => formatPlanStep(plan, step)),
  ];
}

function formatPlanStep(plan: Plan, step: Step): string[] {
  const clock = formatClock(step.atMs).padStart(8);
  const detail = step.kind === "set" ? formatSetDetail(plan, step) : "";
  const length = step.durationMs === null ? "waits for you" : formatDoseDuration(step.durationMs);
  const lines = [`${clock}  ${step.label}: ${length}${detail}`];
  const block = plan.blocks[step.block];
  if (step.kind === "prepare" && block) {
    lines[0] += ` (${block.dose}${block.note ? `; ${block.note}` : ""})`;
  }
  return lines;
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

/** How the sides of a set's repetitions go: ", left then right" or ", left only". */
function formatAlternation(step: Step): string {
  const [first, second] = [...new Set(step.beats.map((beat) => beat.side))];
  return second ? `, ${first} then ${second} in turn` : `, ${first} only`;
}

function sumStepTimeMs(plan: Plan, kind: Step["kind"]): number {
  return plan.steps.reduce((sum, step) => sum + (step.kind === kind ? (step.durationMs ?? 0) : 0), 0);
}
