/** The plan as text that a physiotherapist could read and sign: every step with its clock time, and the totals. */
import { clockText, doseSeconds } from "../text/duration.ts";
import type { Plan, PlanSection, Step } from "./types.ts";

/** The plan as lines of text, without colour or control characters. */
export function planText(plan: Plan): string[] {
  return [
    `${plan.title} (${plan.routine}), level ${plan.level}`,
    `Takes ${clockText(plan.totalMs)}${openText(plan)}. You need: ${equipmentOf(plan).join(", ") || "nothing"}.`,
    ...plan.changes.map(({ exercise, before, after, why }) => `  ${exercise}: ${before} → ${after} (${why})`),
    ...plan.sections.flatMap((section) => ["", ...sectionText(plan, section)]),
    "",
    `Time in sets ${clockText(timeIn(plan, "set"))}, rests ${clockText(timeIn(plan, "rest"))}, ` +
      `changing over ${clockText(timeIn(plan, "prepare") + timeIn(plan, "switch"))}.`,
  ];
}

/** What has to be at hand for a plan, in the order in which it is needed first. */
export function equipmentOf(plan: Plan): readonly string[] {
  return [...new Set(plan.blocks.flatMap((block) => block.equipment))];
}

function openText(plan: Plan): string {
  if (plan.openSteps === 0) return "";
  return plan.openSteps === 1 ? " and one step that waits for you" : ` and ${plan.openSteps} steps that wait for you`;
}

function sectionText(plan: Plan, section: PlanSection): string[] {
  const steps = plan.steps.slice(section.from, section.to);
  return [
    ...(section.title ? [section.title] : []),
    ...section.advice.map((advice) => `  - ${advice}`),
    ...steps.flatMap((step) => stepText(plan, step)),
  ];
}

function stepText(plan: Plan, step: Step): string[] {
  const clock = clockText(step.atMs).padStart(8);
  const detail = step.kind === "set" ? setDetail(plan, step) : "";
  const length = step.durationMs === null ? "waits for you" : doseSeconds(step.durationMs);
  const lines = [`${clock}  ${step.label}: ${length}${detail}`];
  const block = plan.blocks[step.block];
  if (step.kind === "prepare" && block) {
    lines[0] += ` (${block.dose}${block.note ? `; ${block.note}` : ""})`;
  }
  return lines;
}

function setDetail(plan: Plan, step: Step): string {
  if (step.durationMs === null) return "";
  if (step.beats.length < 2) {
    const phase = step.beats[0]?.phase;
    return phase ? ` ${phase}` : "";
  }
  const strokes = (plan.blocks[step.block]?.strokes ?? []).map(
    ({ word, fast, durationMs }) => `${fast ? "fast " : ""}${word.toLowerCase()} ${durationMs / 1000}`,
  );
  const sides = plan.exercises[step.exercise]?.sides === "alternating" ? alternation(step) : "";
  return `, ${step.reps} ${step.reps === 1 ? "rep" : "reps"} of ${strokes.join(", ")}${sides}`;
}

/** How the sides of a set's repetitions go: ", left then right" or ", left only". */
function alternation(step: Step): string {
  const [first, second] = [...new Set(step.beats.map((beat) => beat.side))];
  return second ? `, ${first} then ${second} in turn` : `, ${first} only`;
}

function timeIn(plan: Plan, kind: Step["kind"]): number {
  return plan.steps.reduce((sum, step) => sum + (step.kind === kind ? (step.durationMs ?? 0) : 0), 0);
}
