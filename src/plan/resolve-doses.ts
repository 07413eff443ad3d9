/** Resolves the dose of every block to be done from a routine, the user's defaults and the flags. */
import { getEffectiveStrokes, resolveAmount } from "../catalog/doses.ts";
import { findStartingStroke } from "../catalog/tempo.ts";
import type { Exercise, Routine, Stroke } from "../catalog/types.ts";
import type { Level } from "../terms.ts";
import type { Dose, TimedStroke } from "./dose.ts";
import type { Override, PlanDefaults, PlanFlags, TempoOverride } from "./flags.ts";
import { type BlockDraft, checkSideFlags, createOverrideSelector, selectBlocks } from "./overrides.ts";

/** Fitting a time never makes a stroke shorter than this. */
const MIN_STROKE_MS = 1000;

/**
 * The doses of a routine, in order. Flags override defaults, a flag for one exercise overrides a general one, and a later
 * flag overrides an earlier one.
 *
 * @throws UserError (exit 2) for an exercise that is not in the routine, and for a flag that has no effect on it.
 */
export function resolveDoses(
  routine: Routine,
  exercises: ReadonlyMap<string, Exercise>,
  defaults: PlanDefaults,
  flags: PlanFlags,
): readonly Dose[] {
  const allDrafts = createBlockDrafts(routine, exercises);
  const routineExercises = [...new Set(allDrafts.map((draft) => draft.exercise))];
  const drafts = selectBlocks(allDrafts, routineExercises, flags, routine);
  const level = flags.level ?? defaults.level;
  const selectorFor = <T>(overrides: readonly Override<T>[] | undefined, accepts: (draft: BlockDraft) => boolean) =>
    createOverrideSelector(overrides, routineExercises, drafts, accepts, routine);

  const setsOverride = selectorFor(flags.sets, (draft) => draft.strokes !== null);
  const repsOverride = selectorFor(flags.reps, hasRepetitions);
  const holdOverride = selectorFor(flags.holdMs, hasSingleStroke);
  const tempoOverride = selectorFor(flags.tempo, hasTempo);
  const doses = drafts.map((draft): Dose => {
    const { block, exercise } = draft;
    const [{ amount: sets }, { amount: reps }] = [block.sets ?? exercise.dose.sets, block.reps ?? exercise.dose.reps];
    const restMs = resolveAmount((block.rest ?? exercise.dose.rest).amount, level, "seconds") * 1000;
    const resolvedReps = repsOverride(draft)?.value ?? resolveAmount(reps, level, "count");
    const easyReps = getFixedValue(repsOverride(draft)) ?? resolveAmount(reps, "easy", "count");
    return {
      ...draft,
      sets: setsOverride(draft)?.value ?? resolveAmount(sets, level, "count"),
      reps: resolvedReps,
      strokes: resolveStrokeTimes(draft, level, holdOverride(draft), tempoOverride(draft)),
      restMs: defaults.restScale === 1 ? restMs : Math.round((restMs * defaults.restScale) / 1000) * 1000,
      floor: { reps: Math.min(resolvedReps, easyReps), sets: getFixedValue(setsOverride(draft)) ?? 1, restMs: 0 },
    };
  });
  // Rests only exist between sets, so the sets must be resolved first.
  const restOverride = selectorFor(flags.restMs, (draft) => (doses[drafts.indexOf(draft)]?.sets ?? 0) > 1);
  checkSideFlags(flags, doses, routine);
  return doses.map((dose, index) => {
    const overrideMs = restOverride(drafts[index] as BlockDraft)?.value;
    const restMs = overrideMs ?? dose.restMs;
    // A rest set by a flag is fixed; any other may be halved, rounded up to whole seconds.
    const floorMs = overrideMs ?? Math.ceil(restMs / 2000) * 1000;
    return { ...dose, restMs, floor: { ...dose.floor, restMs: Math.min(restMs, floorMs) } };
  });
}

function createBlockDrafts(routine: Routine, exercises: ReadonlyMap<string, Exercise>): BlockDraft[] {
  return routine.sections.flatMap((section, index) =>
    section.blocks.map((block) => {
      const exercise = exercises.get(block.exercise);
      if (!exercise)
        throw new Error(
          `routine ${routine.id} refers to unknown exercise ${block.exercise}; the catalogue should have rejected it`,
        );
      const strokes = exercise.pattern.type === "open" ? null : getEffectiveStrokes(exercise, block);
      return { block, exercise, section: index, strokes };
    }),
  );
}

/** The value if the user set it explicitly; such a value stays fixed when time is short. Suggested values do not. */
function getFixedValue<T>(override: Override<T> | undefined): T | undefined {
  return override?.proposed ? undefined : override?.value;
}

function resolveStrokeTimes(
  draft: BlockDraft,
  level: Level,
  hold: Override<number> | undefined,
  tempo: Override<TempoOverride> | undefined,
): readonly TimedStroke[] | null {
  if (draft.strokes === null) return null;
  const resolveStrokeMs = (stroke: Stroke, at: Level) =>
    Math.round(resolveAmount(stroke.seconds.amount, at, "seconds") * 1000);
  return (tempo?.value.buildStrokes(findStartingStroke(draft.strokes) ?? "concentric") ?? draft.strokes)
    .map((stroke) => {
      const own = draft.strokes?.find(({ phase }) => phase === stroke.phase);
      const durationMs = hold?.value ?? resolveStrokeMs(stroke, level);
      const easyMs = getFixedValue(hold) ?? resolveStrokeMs((tempo?.proposed && own) || stroke, "easy");
      const floorMs = Math.min(durationMs, Math.max(MIN_STROKE_MS, easyMs));
      // When the tempo changes, the exercise's own cues are kept.
      return { stroke: { ...stroke, cue: stroke.cue ?? own?.cue ?? null }, durationMs, floorMs };
    })
    .filter((stroke) => stroke.durationMs > 0);
}

function hasSingleStroke(draft: BlockDraft): boolean {
  return draft.strokes?.length === 1;
}

function hasRepetitions(draft: BlockDraft): boolean {
  if (draft.strokes === null) return false;
  const { amount } = draft.block.reps ?? draft.exercise.dose.reps;
  return draft.strokes.length > 1 || !(amount.type === "single" && amount.value === 1);
}

function hasTempo(draft: BlockDraft): boolean {
  return draft.strokes !== null && findStartingStroke(draft.strokes) !== null;
}
