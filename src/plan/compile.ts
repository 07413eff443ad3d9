/** Compiles a routine to a plan: its steps, with the blocks, sections and exercises that they refer to. */
import type { Exercise } from "../catalog/exercise-types.ts";
import type { Routine } from "../catalog/types.ts";
import { PHASE_LABELS } from "../terms.ts";
import { buildStepList } from "./build-steps.ts";
import { computeRepMs, type Dose, formatDose } from "./dose.ts";
import { PLAN_DEFAULTS, type PlanDefaults, type PlanFlags } from "./flags.ts";
import { dependsOnLevel } from "./overrides.ts";
import { findUnusedRest } from "./rests.ts";
import { scheduleRoutine } from "./schedule.ts";
import type { Step } from "./step-types.ts";
import { listWaitingSets, type Plan, type PlanExercise, type PlanSection, type PlanStroke } from "./types.ts";

/**
 * Compiles a routine to a plan, using the user's defaults and flags.
 *
 * @throws UserError for the same reasons as {@link scheduleRoutine}.
 */
export function compilePlan(
  routine: Routine,
  exercises: ReadonlyMap<string, Exercise>,
  defaults: PlanDefaults = PLAN_DEFAULTS,
  flags: PlanFlags = {},
): Plan {
  const schedule = scheduleRoutine(routine, exercises, defaults, flags);
  const { blocks, visits, groups, changes, totalMs, estimatedMs, seed } = schedule;
  const steps = buildStepList(visits);
  const unusedRest = findUnusedRest(routine, flags);
  return {
    routine: routine.id,
    title: routine.name,
    level: flags.level ?? defaults.level,
    ...(!blocks.some(({ dose }) => dependsOnLevel(dose)) && { hasOneLevel: true as const }),
    totalMs,
    openSteps: listWaitingSets({ steps }, 0).length,
    steps,
    sections: buildPlanSections(routine, steps),
    blocks: blocks.map(({ dose }) => ({
      exercise: dose.exercise.id,
      section: dose.section,
      sets: dose.sets,
      reps: dose.reps,
      restMs: dose.restMs,
      repMs: computeRepMs(dose),
      dose: formatDose(dose),
      strokes: buildPlanStrokes(dose),
      equipment: dose.block.equipment ?? dose.exercise.equipment,
      note: dose.standsAlone ? null : dose.block.note,
      ...(dose.block.position !== undefined && { position: dose.block.position }),
      ...(dose.block.figure && { figure: dose.block.figure }),
    })),
    exercises: Object.fromEntries(blocks.map(({ dose }) => [dose.exercise.id, buildPlanExercise(dose)])),
    changes: unusedRest ? [unusedRest, ...changes] : changes,
    notice: routine.notice,
    ...(groups.length > 0 && { groups }),
    ...(steps.some(({ paced }) => paced) && { estimatedMs }),
    ...(seed !== undefined && { seed }),
  };
}

function buildPlanExercise(dose: Dose): PlanExercise {
  const { exercise } = dose;
  return {
    id: exercise.id,
    name: exercise.name,
    kind: exercise.kind,
    targets: exercise.targets,
    position: exercise.position,
    steps: exercise.steps,
    cues: exercise.cues,
    cautions: exercise.cautions,
    sides: exercise.sides.mode,
    figure: exercise.figure,
    sideMeaning: exercise.sides.mode === "both" ? null : { left: exercise.sides.left, right: exercise.sides.right },
  };
}

function buildPlanStrokes(dose: Dose): readonly PlanStroke[] {
  return (dose.strokes ?? []).map(({ stroke, durationMs }) => ({
    phase: stroke.phase,
    word: stroke.word?.toUpperCase() ?? PHASE_LABELS[stroke.phase],
    durationMs,
    fast: stroke.fast,
    cue: stroke.cue,
  }));
}

/**
 * The sections of the routine with their remaining steps. A section of which nothing is left is dropped, with its
 * advice; one of advice alone stays. If the routine is done several times, a section comes as often, its advice the
 * first time only.
 */
function buildPlanSections(routine: Routine, steps: readonly Step[]): PlanSection[] {
  const sections: PlanSection[] = [];
  let from = 0;
  do {
    const isFirstTime = from === 0;
    for (const [index, section] of routine.sections.entries()) {
      let to = from;
      while (steps[to]?.section === index) to++;
      const advice = isFirstTime ? section.advice : [];
      const isAdvice = advice.length > 0 && section.blocks.length === 0;
      if (to > from || isAdvice) sections.push({ index, title: section.title, advice, from, to });
      from = to;
    }
  } while (from < steps.length);
  return sections;
}
