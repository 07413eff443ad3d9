/** The steps and exercises of a session as its file stores them, from its plan and what was done. */
import type { Step } from "../../plan/step-types.ts";
import type { Plan, PlanBlock } from "../../plan/types.ts";
import { isPlanned, timeUnderTensionMs } from "../../player/summarise-session.ts";
import type { GroupScore } from "../../player/summary-types.ts";
import type { PlayerState, StepRecord } from "../../player/types.ts";
import type { StoredBlock, StoredScore, StoredStep, Tension } from "../session-format.ts";
import { roundToMilliseconds } from "../session-summary.ts";

export function buildStoredStep(step: Step, record: StepRecord): StoredStep {
  const tension = measureTension(step, record.durationMs);
  const round = step.rounds?.find(({ of }) => of !== 1) ?? step.rounds?.[0];
  return {
    index: step.index,
    kind: step.kind,
    exercise: step.exercise,
    block: step.block,
    side: step.side,
    set: { index: step.set.index, of: step.set.of },
    ...(round ? { round: { index: round.index, of: round.of } } : {}),
    ...(step.load === undefined ? {} : { load: step.load }),
    reps: record.reps,
    plannedReps: step.reps,
    plannedSeconds: step.durationMs === null ? null : step.durationMs / 1000,
    actualSeconds: roundToMilliseconds(record.durationMs / 1000),
    how: record.how,
    ...(tension ? { tension } : {}),
  };
}

export function buildStoredBlock(
  plan: Plan,
  block: PlanBlock,
  index: number,
  records: PlayerState["records"],
): StoredBlock {
  const exercise = plan.exercises[block.exercise];
  const all = plan.steps.filter((step) => step.kind === "set" && step.block === index);
  const sets = all.filter((step) => isPlanned(plan, step, records));
  return {
    exercise: block.exercise,
    name: exercise?.name ?? block.exercise,
    kind: exercise?.kind ?? "",
    targets: [...(exercise?.targets ?? [])],
    sides: exercise?.sides ?? "both",
    section: plan.sections.find((section) => section.index === block.section)?.title ?? "",
    sets: sets.length,
    dose: {
      sets: sets.length < all.length ? sets.length : block.sets,
      reps: block.reps,
      restSeconds: block.restMs / 1000,
      // One repetition of the first set stands for all of them.
      strokes: (all[0]?.beats ?? [])
        .filter((beat) => beat.rep === 1)
        .map((beat) => ({ phase: beat.phase, seconds: beat.durationMs / 1000 })),
      text: block.dose,
    },
  };
}

export function buildStoredScore({ group, ms, ...score }: GroupScore): StoredScore {
  return { ...score, seconds: ms / 1000 };
}

/** Seconds under tension in the first `spentMs` of a set, by side; undefined if there are none, as in a rest or a test. */
function measureTension(step: Step, spentMs: number): Tension | undefined {
  if (step.kind !== "set") return undefined;
  const bySide: Tension = {};
  if (step.paced) bySide[step.side ?? "both"] = Math.round(timeUnderTensionMs(step, spentMs)) / 1000;
  for (const side of ["left", "right", null] as const) {
    const beats = step.beats.filter((beat) => beat.side === side);
    if (beats.length === 0) continue;
    const ms = timeUnderTensionMs({ ...step, beats }, spentMs);
    if (ms > 0) bySide[side ?? "both"] = Math.round(ms) / 1000;
  }
  return Object.keys(bySide).length > 0 ? bySide : undefined;
}
