/** A routine compiled to a plan: the one place where steps are put in order and given their times. */

import { LIMITS } from "../catalog/limits.ts";
import type { Exercise, Routine } from "../catalog/types.ts";
import { EXIT, UserError } from "../errors.ts";
import { adjust } from "./adjust.ts";
import { beatsOf, type SideChoice, setMs, sidesOf } from "./beats.ts";
import { type Dose, doseText } from "./dose.ts";
import { clockText } from "./duration.ts";
import { fitInto } from "./fit.ts";
import { PLAN_DEFAULTS, type PlanDefaults, type PlanFlags } from "./flags.ts";
import { marksOf } from "./marks.ts";
import { type Draft, lengthOf, order } from "./order.ts";
import type { Plan, PlanChange, PlanExercise, PlanSection, PlanStroke, Step } from "./types.ts";
import { PHASE_WORDS } from "./words.ts";

/** More strokes than this are no workout: the bound keeps a file from filling the memory. */
const MOST_BEATS = 1_000_000;
const MOST_MS = LIMITS.planSeconds * 1000;

/**
 * Compiles a routine, with the person's defaults and the flags that were given, to its plan.
 *
 * @throws UserError: exit 2 for a flag that does not fit the routine, and for flags that make it longer than 24 hours; exit
 * 65 for a routine that is by itself.
 */
export function compilePlan(
  routine: Routine,
  exercises: ReadonlyMap<string, Exercise>,
  defaults: PlanDefaults = PLAN_DEFAULTS,
  flags: PlanFlags = {},
): Plan {
  const wanted = adjust(routine, exercises, defaults, flags);
  const firstSide = flags.firstSide ?? defaults.firstSide;
  const asked = flags.side === "left" || flags.side === "right" ? flags.side : null;
  const sidesFor = ({ block }: Dose): SideChoice => ({ first: firstSide, only: block.side ?? asked });
  const gaps = { prepareMs: flags.prepareMs ?? defaults.prepareMs, switchMs: flags.switchMs ?? defaults.switchMs };
  const draftsOf = (dose: Dose) => order(dose, sidesOf(dose.exercise.sides.mode, sidesFor(dose)), gaps);
  const { doses, changes } = fitted(routine, wanted, flags.fitMs, (dose) => lengthOf(dose, draftsOf(dose)));

  const refuse = refusal(routine, flags);
  checkSize(doses, (dose) => sidesOf(dose.exercise.sides.mode, sidesFor(dose)).length, refuse);
  const steps: Step[] = [];
  let atMs = 0;
  for (const [block, dose] of doses.entries()) {
    for (const draft of draftsOf(dose)) {
      const step = stepOf(draft, dose, { index: steps.length, block, atMs }, sidesFor(dose));
      steps.push(step);
      atMs += step.durationMs ?? 0;
    }
  }
  if (atMs > MOST_MS) refuse(tooLong(atMs));
  return {
    routine: routine.id,
    title: routine.name,
    level: flags.level ?? defaults.level,
    totalMs: atMs,
    openSteps: steps.filter((step) => step.durationMs === null).length,
    steps,
    sections: sectionsOf(routine, steps),
    blocks: doses.map((dose) => ({
      exercise: dose.exercise.id,
      section: dose.section,
      sets: dose.sets,
      reps: dose.reps,
      restMs: dose.restMs,
      repMs: dose.strokes?.reduce((sum, stroke) => sum + stroke.durationMs, 0) ?? null,
      dose: doseText(dose),
      strokes: strokesOf(dose),
      equipment: dose.block.equipment ?? dose.exercise.equipment,
      note: dose.block.note,
    })),
    exercises: Object.fromEntries(doses.map((dose) => [dose.exercise.id, exerciseOf(dose)])),
    changes,
    notice: routine.notice,
  };
}

/** The doses that fit the time that was asked for, and what was changed for it. */
function fitted(
  routine: Routine,
  doses: readonly Dose[],
  fitMs: number | undefined,
  blockMs: (dose: Dose) => number,
): { doses: readonly Dose[]; changes: readonly PlanChange[] } {
  if (fitMs === undefined) return { doses, changes: [] };
  const { doses: left, changes } = fitInto(routine.id, doses, fitMs, blockMs);
  return { doses: left.filter((dose) => dose !== null), changes };
}

interface Place {
  readonly index: number;
  readonly block: number;
  readonly atMs: number;
}

function stepOf(draft: Draft, dose: Dose, place: Place, sides: SideChoice): Step {
  const isSet = draft.kind === "set";
  const durationMs = isSet ? setMs(dose) : draft.durationMs;
  const strokes = dose.strokes?.length ?? 0;
  // One by one: a spread here makes V8 keep each step as a hash table, and compiling takes fourteen times as long.
  return {
    index: place.index,
    block: place.block,
    atMs: place.atMs,
    kind: draft.kind,
    exercise: dose.exercise.id,
    section: dose.section,
    label: labelOf(draft, dose.exercise.name),
    side: draft.side,
    set: draft.set,
    reps: isSet && dose.strokes ? dose.reps : 0,
    durationMs,
    stretchable: !isSet || (strokes === 1 && dose.reps === 1),
    beats: isSet ? beatsOf(dose, draft.side, sides) : [],
    marks: marksOf(draft.kind, durationMs, strokes * dose.reps),
  };
}

function labelOf(draft: Draft, name: string): string {
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

function exerciseOf(dose: Dose): PlanExercise {
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

function strokesOf(dose: Dose): readonly PlanStroke[] {
  return (dose.strokes ?? []).map(({ stroke, durationMs }) => ({
    phase: stroke.phase,
    word: PHASE_WORDS[stroke.phase],
    durationMs,
    fast: stroke.fast,
    cue: stroke.cue,
  }));
}

/** Every section of the routine with the steps that are left of it; one that lost all its exercises is left out. */
function sectionsOf(routine: Routine, steps: readonly Step[]): PlanSection[] {
  let from = 0;
  return routine.sections.flatMap((section, index) => {
    let to = from;
    while (steps[to]?.section === index) to++;
    const kept = to > from || section.advice.length > 0;
    const planned = { index, title: section.title, advice: section.advice, from, to };
    from = to;
    return kept ? [planned] : [];
  });
}

type Refuse = (why: string) => never;

/** Whether the file or the flags ask too much: who gave flags can mend them at once. */
function refusal(routine: Routine, flags: PlanFlags): Refuse {
  const exitCode = Object.keys(flags).length > 0 ? EXIT.usage : EXIT.badData;
  return (why) => {
    throw new UserError(`${routine.id} ${why}`, { exitCode });
  };
}

/** Before any step is made: what would fill the memory is not begun. */
function checkSize(doses: readonly Dose[], sidesOf: (dose: Dose) => number, refuse: Refuse): void {
  let ms = 0;
  let beats = 0;
  for (const dose of doses) {
    const sets = dose.sets * sidesOf(dose);
    ms += sets * (setMs(dose) ?? 0);
    beats += sets * dose.reps * (dose.strokes?.length ?? 0);
  }
  if (ms > MOST_MS) refuse(tooLong(ms));
  if (beats > MOST_BEATS) refuse(`would have ${beats} strokes; ${MOST_BEATS} is the most`);
}

function tooLong(ms: number): string {
  return `would last ${clockText(ms)}; 24 hours is the most`;
}
