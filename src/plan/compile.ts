/** Compiles a routine to a plan: the one place where steps are ordered and timed. */

import type { Exercise } from "../catalog/exercise-types.ts";
import type { Routine } from "../catalog/types.ts";
import { PHASE_LABELS } from "../terms.ts";
import { computeRepMs, computeSetMs, type Dose, estimateSetMs, formatDose } from "./dose.ts";
import { PLAN_DEFAULTS, type PlanDefaults, type PlanFlags } from "./flags.ts";
import type { SideSelection, StepDraft } from "./order-steps.ts";
import type { ScheduledLead, ScheduledVisit } from "./place-visits.ts";
import { scheduleRoutine } from "./schedule.ts";
import { buildBeats, DEADLINE_MARKS, placeMarks } from "./step-contents.ts";
import { type Deadline, formatRounds, type Step, type StepRound } from "./step-types.ts";
import type { Plan, PlanExercise, PlanGroup, PlanSection, PlanStroke } from "./types.ts";

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
  return {
    routine: routine.id,
    title: routine.name,
    level: flags.level ?? defaults.level,
    totalMs,
    openSteps: countOpenSets(steps, groups),
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
      ...(dose.block.position !== undefined && { position: dose.block.position }),
      ...(dose.block.figure && { figure: dose.block.figure }),
    })),
    exercises: Object.fromEntries(blocks.map(({ dose }) => [dose.exercise.id, buildPlanExercise(dose)])),
    changes,
    notice: routine.notice,
    ...(groups.length > 0 && { groups }),
    ...(steps.some(({ paced }) => paced) && { estimatedMs }),
    ...(seed !== undefined && { seed }),
  };
}

/** How many sets wait for the person; of as many rounds as possible, those of the first. */
function countOpenSets(steps: readonly Step[], groups: readonly PlanGroup[]): number {
  const isFurther = ({ group, index }: StepRound) => index > 1 && groups[group]?.rounds === null;
  return steps.filter(
    ({ kind, durationMs, rounds }) => kind === "set" && durationMs === null && !rounds?.some(isFurther),
  ).length;
}

/** What the steps of one draft share, however often it is done. */
type StepContents = Pick<Step, "label" | "reps" | "durationMs" | "stretchable" | "beats" | "marks">;

/** Where a step stands, apart from what it is. */
type StepPlace = Pick<ScheduledLead, "rounds" | "deadlines" | "note" | "atMs">;

type Writable<T> = { -readonly [K in keyof T]: T[K] };

function buildStepList(visits: readonly ScheduledVisit[]): Step[] {
  const steps: Step[] = [];
  const contents = new Map<StepDraft, StepContents>();
  const add = (visit: ScheduledVisit, draft: StepDraft, shared: StepContents, place: StepPlace): void => {
    const { dose, setDoses } = visit.steps;
    const setDose = setDoses[draft.set.index - 1] ?? dose;
    const { rounds, note, atMs } = place;
    const index = steps.length;
    // Listed one by one: with a spread, V8 stores each step as a hash table and compiling takes fourteen times as long.
    const step: Writable<Step> = {
      index,
      block: visit.blocks[draft.set.index - 1] ?? 0,
      atMs,
      kind: draft.kind,
      exercise: dose.exercise.id,
      section: dose.section,
      label: rounds && draft.kind === "set" ? formatLabelInRound(draft, dose.exercise.name, rounds) : shared.label,
      side: draft.side,
      set: draft.set,
      reps: shared.reps,
      durationMs: shared.durationMs,
      stretchable: shared.stretchable,
      beats: shared.beats,
      marks: shared.marks,
    };
    if (rounds) step.rounds = rounds;
    if (note) step.note = note;
    if (place.deadlines) step.deadlines = place.deadlines;
    if (draft.kind === "set") {
      const { load, capMs, paceMs } = setDose;
      if (load) step.load = load;
      if (paceMs !== undefined) step.paced = { estimateMs: estimateSetMs(setDose) };
      if (capMs !== undefined && step.durationMs === null) {
        const cap: Deadline = { kind: "cap", anchor: index, afterMs: capMs, next: index + 1, group: null };
        step.deadlines = [cap, ...(place.deadlines ?? [])];
      }
    }
    steps.push(step);
  };
  for (const visit of visits) {
    const { stepDrafts, setDoses, sides, dose } = visit.steps;
    const [first] = stepDrafts;
    if (!first) continue;
    for (const lead of visit.leads) {
      const draft = { ...first, kind: lead.kind, durationMs: lead.durationMs };
      add(visit, draft, buildStepContents(draft, dose, sides, lead.deadlines), lead);
    }
    let { atMs } = visit;
    for (const draft of stepDrafts) {
      const setDose = setDoses[draft.set.index - 1] ?? dose;
      const shared = contents.get(draft) ?? buildStepContents(draft, setDose, sides, visit.deadlines);
      if (visit.rounds) contents.set(draft, shared);
      add(visit, draft, shared, {
        rounds: visit.rounds,
        deadlines: visit.deadlines,
        note: (draft.kind === "set" && setDose.setNote) || null,
        atMs: Math.min(atMs, visit.ceilingMs),
      });
      atMs += shared.durationMs ?? setDose.capMs ?? 0;
    }
  }
  return steps;
}

function buildStepContents(
  draft: StepDraft,
  dose: Dose,
  sides: SideSelection,
  deadlines: readonly Deadline[] | undefined,
): StepContents {
  const isSet = draft.kind === "set";
  const durationMs = isSet ? computeSetMs(dose) : draft.durationMs;
  const strokes = dose.strokes?.length ?? 0;
  const isPaced = dose.paceMs !== undefined;
  return {
    label: formatStepLabel(draft, dose.exercise.name),
    reps: isSet && (dose.strokes || isPaced) ? dose.reps : 0,
    durationMs,
    stretchable: !isSet || (strokes === 1 && dose.reps === 1),
    beats: isSet ? buildBeats(dose, draft.side, sides) : [],
    // A self-paced set that is timed by its estimate has the marks of one timed stroke.
    marks:
      durationMs === null && (deadlines || dose.capMs !== undefined)
        ? DEADLINE_MARKS
        : placeMarks(draft.kind, durationMs, isPaced ? 1 : strokes * dose.reps),
  };
}

/** "Squat, round 2 of 3", "Lunge, left, set 1 of 2, round 2 of 3". */
function formatLabelInRound(draft: StepDraft, name: string, rounds: readonly StepRound[]): string {
  const round = formatRounds(rounds);
  if (round === "") return formatStepLabel(draft, name);
  const set = draft.set.of > 1 ? `set ${draft.set.index} of ${draft.set.of}` : "";
  return [name, draft.side, set, round].filter(Boolean).join(", ");
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
    word: stroke.word?.toUpperCase() ?? PHASE_LABELS[stroke.phase],
    durationMs,
    fast: stroke.fast,
    cue: stroke.cue,
  }));
}

/**
 * The sections of the routine with their remaining steps. A section with neither steps nor advice is dropped. If the
 * routine is done several times, a section comes as often, its advice the first time only.
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
      if (to > from || advice.length > 0) sections.push({ index, title: section.title, advice, from, to });
      from = to;
    }
  } while (from < steps.length);
  return sections;
}
