/** What there is to know of a plan before it begins, in words. */
import type { Step } from "../plan/step-types.ts";
import {
  estimateLengthFrom,
  formatWaitingSteps,
  listWaitingSets,
  type Plan,
  type PlanBlock,
  type PlanExercise,
} from "../plan/types.ts";
import { formatDuration } from "../text/duration.ts";

export type OverviewBlock = ReturnType<typeof describeBlock>;

/** @param from the step it begins with: of what lies before it nothing is said. */
export function overviewOf(plan: Plan, from: number) {
  const steps = plan.steps.slice(from);
  const blocks = [...new Set(steps.flatMap((step) => plan.blocks[step.block] ?? []))];
  const used = new Set(blocks.map(({ exercise }) => exercise));
  const equipment = [...new Set(blocks.flatMap((block) => block.equipment))];
  const waits = formatWaitingSteps(listWaitingSets(plan, from).length);
  const { ms: totalMs, isEstimated } = estimateLengthFrom(plan, from);
  return {
    totalMs,
    /** Whether it is only about that long, as self-paced sets are in it. */
    isEstimated,
    facts: [
      ...(from > 0
        ? [["Continues", `with ${(steps.find(({ kind }) => kind === "set") ?? steps[0])?.label ?? ""}`] as const]
        : []),
      [
        "You need",
        `${equipment.join(", ") || "no equipment"}${plan.hasOneLevel ? "" : ` · level ${plan.level}`}`,
      ] as const,
      ...(waits === "" ? [] : [["Pace", waits] as const]),
    ],
    sections: plan.sections
      .filter(({ index }) => from === 0 || index >= (steps[0]?.section ?? 0))
      .map(({ index, title, advice }) => ({
        title: title || "Exercises",
        blocks: blocks.filter(({ section }) => section === index).map((block) => describeBlock(plan, steps, block)),
        advice,
      }))
      .filter((section) => section.blocks.length + section.advice.length > 0),
    changes: plan.changes
      .filter(({ exercise }) => used.has(exercise) || !Object.hasOwn(plan.exercises, exercise))
      .map(
        ({ exercise, before, after, why }) =>
          `${plan.exercises[exercise]?.name ?? exercise}: ${after} instead of ${before}, ${why}`,
      ),
    /** What several exercises warn of, and what each does. */
    cautions: groupCautions([...used].flatMap((id) => plan.exercises[id] ?? [])),
  };
}

/** What ends a set or rules an exercise out. */
const SAFETY = /^(?:stop|end|skip|never)\b/i;

/** Every text once, what stops a set first. */
function groupCautions(exercises: readonly PlanExercise[]) {
  const all = exercises.flatMap(({ cautions }) => [...new Set(cautions)]);
  const shared = new Set(all.filter((text) => all.indexOf(text) !== all.lastIndexOf(text)));
  const safetyFirst = (texts: readonly string[]) => [
    ...texts.filter((text) => SAFETY.test(text)),
    ...texts.filter((text) => !SAFETY.test(text)),
  ];
  return [
    { about: "several exercises", texts: safetyFirst([...shared]) },
    ...exercises.map(({ name, cautions }) => ({
      about: name,
      texts: safetyFirst([...new Set(cautions)].filter((text) => !shared.has(text))),
    })),
  ].filter(({ texts }) => texts.length > 0);
}

function sumDurationMs(steps: readonly Step[]): number {
  return steps.reduce((sum, step) => sum + (step.durationMs ?? 0), 0);
}

/** A block with the time of those of its steps that are still to come. */
function describeBlock(plan: Plan, among: readonly Step[], block: PlanBlock) {
  const steps = among.filter((step) => plan.blocks[step.block] === block);
  const sides = new Set(steps.flatMap(({ kind, side }) => (kind === "set" ? [side] : [])));
  const isOpen = steps.some((step) => step.durationMs === null);
  return {
    key: String(steps[0]?.index),
    name: plan.exercises[block.exercise]?.name ?? block.exercise,
    dose: isOpen ? "" : `${block.dose}${sides.size > 1 ? ", each side" : ""}`,
    time: isOpen ? "your pace" : formatDuration(sumDurationMs(steps)),
    note: block.note ?? "",
  };
}
