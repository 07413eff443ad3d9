/** What is printed before a session starts: what it is, how long it takes, and what it needs. */
import type { Step } from "../plan/step-types.ts";
import type { Plan } from "../plan/types.ts";
import { formatClock } from "../text/duration.ts";

/**
 * What is printed before a session starts: title, length, equipment, and the medical notice.
 *
 * @param from the first step; earlier steps are already done and not mentioned.
 */
export function formatOpening(plan: Plan, from = 0): string[] {
  const steps = plan.steps.slice(from);
  const blocks = new Set(steps.flatMap((step) => plan.blocks[step.block] ?? []));
  const exercises = new Set(steps.map((step) => step.exercise)).size;
  const equipment = new Set([...blocks].flatMap((block) => block.equipment));
  const waiting = steps.filter((step) => step.kind === "set" && step.durationMs === null && !isLaterOpenRound(step));
  const openSteps = waiting.length;
  const waits = openSteps === 1 ? "1 step waits for you" : `${openSteps} steps wait for you`;
  const isEstimated = waiting.some(({ paced }) => paced);
  const totalMs = steps.some(({ deadlines }) => deadlines)
    ? plan.totalMs - (steps[0]?.atMs ?? 0) + sumEstimates(waiting.filter(({ deadlines }) => !deadlines))
    : steps.reduce((ms, step) => ms + (step.durationMs ?? 0), sumEstimates(waiting));
  const length = `${isEstimated ? "about " : ""}${formatClock(totalMs)}`;
  return [
    plan.title,
    [
      from > 0 ? `${length} left` : length,
      ...(plan.hasOneLevel ? [] : [`level ${plan.level}`]),
      exercises === 1 ? "1 exercise" : `${exercises} exercises`,
      ...(openSteps > 0 ? [waits] : []),
    ].join(", "),
    equipment.size > 0 ? `Equipment: ${[...equipment].join(", ")}` : "No equipment",
    ...(plan.notice ? [plan.notice] : []),
  ];
}

/** Under a clock the plan counts the whole of its time; elsewhere what waits for the person counts as it is estimated. */
function sumEstimates(steps: readonly Step[]): number {
  return steps.reduce((ms, { paced }) => ms + (paced?.estimateMs ?? 0), 0);
}

/** Of as many rounds as possible the first stands for all. */
function isLaterOpenRound({ rounds }: Step): boolean {
  return rounds?.some(({ of, index }) => of === null && index > 1) === true;
}
