/** Compiles a routine to a plan: the one place where steps are ordered and timed. */
import type { Exercise, Routine } from "../catalog/types.ts";
import { PHASE_LABELS } from "../terms.ts";
import { computeRepMs, computeSetMs, type Dose, formatDose } from "./dose.ts";
import { PLAN_DEFAULTS, type PlanDefaults, type PlanFlags } from "./flags.ts";
import type { SideSelection, StepDraft } from "./order-steps.ts";
import { scheduleRoutine } from "./schedule.ts";
import { buildBeats, placeMarks } from "./step-contents.ts";
import type { Plan, PlanExercise, PlanSection, PlanStroke, Step } from "./types.ts";

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
  const { blocks, changes, totalMs } = scheduleRoutine(routine, exercises, defaults, flags);
  const steps: Step[] = [];
  let atMs = 0;
  for (const [block, { dose, stepDrafts, sides }] of blocks.entries()) {
    for (const draft of stepDrafts) {
      const step = buildStep(draft, dose, { index: steps.length, block, atMs }, sides);
      steps.push(step);
      atMs += step.durationMs ?? 0;
    }
  }
  return {
    routine: routine.id,
    title: routine.name,
    level: flags.level ?? defaults.level,
    totalMs,
    openSteps: steps.filter((step) => step.durationMs === null).length,
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
      note: dose.block.note,
    })),
    exercises: Object.fromEntries(blocks.map(({ dose }) => [dose.exercise.id, buildPlanExercise(dose)])),
    changes,
    notice: routine.notice,
  };
}

function buildStep(
  draft: StepDraft,
  dose: Dose,
  position: Pick<Step, "index" | "block" | "atMs">,
  sides: SideSelection,
): Step {
  const isSet = draft.kind === "set";
  const durationMs = isSet ? computeSetMs(dose) : draft.durationMs;
  const strokes = dose.strokes?.length ?? 0;
  // Listed one by one: with a spread, V8 stores each step as a hash table and compiling takes fourteen times as long.
  return {
    index: position.index,
    block: position.block,
    atMs: position.atMs,
    kind: draft.kind,
    exercise: dose.exercise.id,
    section: dose.section,
    label: formatStepLabel(draft, dose.exercise.name),
    side: draft.side,
    set: draft.set,
    reps: isSet && dose.strokes ? dose.reps : 0,
    durationMs,
    stretchable: !isSet || (strokes === 1 && dose.reps === 1),
    beats: isSet ? buildBeats(dose, draft.side, sides) : [],
    marks: placeMarks(draft.kind, durationMs, strokes * dose.reps),
  };
}

function formatStepLabel(draft: StepDraft, name: string): string {
  const side = draft.side ? `, ${draft.side}` : "";
  switch (draft.kind) {
    case "prepare":
      return `Get ready: ${name}${side}`;
    case "set":
      return `${name}${side}, set ${draft.set.index} of ${draft.set.of}`;
    case "switch":
      return `Switch sides: ${draft.side}`;
    case "rest":
      return "Rest";
  }
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
    word: PHASE_LABELS[stroke.phase],
    durationMs,
    fast: stroke.fast,
    cue: stroke.cue,
  }));
}

/** The sections of the routine with their remaining steps. A section with neither steps nor advice is dropped. */
function buildPlanSections(routine: Routine, steps: readonly Step[]): PlanSection[] {
  let from = 0;
  return routine.sections.flatMap((section, index) => {
    let to = from;
    while (steps[to]?.section === index) to++;
    const isKept = to > from || section.advice.length > 0;
    const planned = { index, title: section.title, advice: section.advice, from, to };
    from = to;
    return isKept ? [planned] : [];
  });
}
