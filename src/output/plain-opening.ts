/** What is printed before a session starts: what it is, how long it takes, and what it needs. */
import { estimateLengthFrom, formatWaitingSteps, listWaitingSets, type Plan } from "../plan/types.ts";
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
  const waits = formatWaitingSteps(listWaitingSets(plan, from).length);
  const { ms, isEstimated } = estimateLengthFrom(plan, from);
  const length = `${isEstimated ? "about " : ""}${formatClock(ms)}`;
  return [
    plan.title,
    [
      from > 0 ? `${length} left` : length,
      ...(plan.hasOneLevel ? [] : [`level ${plan.level}`]),
      exercises === 1 ? "1 exercise" : `${exercises} exercises`,
      ...(waits === "" ? [] : [waits]),
    ].join(", "),
    equipment.size > 0 ? `Equipment: ${[...equipment].join(", ")}` : "No equipment",
    ...(plan.notice ? [plan.notice] : []),
  ];
}
