/** Resolves the dose of every block to be done from a routine, the user's defaults and the flags. */
import { getEffectiveStrokes, resolveAmount } from "../catalog/doses.ts";
import type { Exercise, Stroke } from "../catalog/exercise-types.ts";
import { findStartingStroke } from "../catalog/tempo.ts";
import type { Routine } from "../catalog/types.ts";
import { UserError } from "../errors.ts";
import type { Level } from "../terms.ts";
import { nameRoutineInText } from "../text/routine-name.ts";
import { decideByChance } from "./chance.ts";
import type { Dose, TimedStroke } from "./dose.ts";
import type { Override, PlanDefaults, PlanFlags, TempoOverride } from "./flags.ts";
import { hasRoundRest } from "./groups.ts";
import {
  type BlockDraft,
  checkGroupFlags,
  checkLevelFlag,
  checkSideFlags,
  createOverrideSelector,
  selectBlocks,
} from "./overrides.ts";
import { computeRestFloorMs, scaleRestMs } from "./rests.ts";

/** Fitting a time never makes a stroke shorter than this. */
const MIN_STROKE_MS = 1000;

/** What a repetition without a tempo takes when the exercise does not say. */
const DEFAULT_PACE_SECONDS = 3;

/** The doses of a routine, and the routine without what chance left out. */
interface ResolvedRoutine {
  readonly doses: readonly Dose[];
  readonly routine: Routine;
  readonly seed?: number;
}

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
): ResolvedRoutine {
  checkGroupFlags(flags, routine);
  const allDrafts = createBlockDrafts(routine, exercises);
  const routineExercises = [...new Set(allDrafts.map((draft) => draft.exercise))];
  const left = selectBlocks(allDrafts, routineExercises, flags, routine);
  checkLevelFlag(flags, left, routine);
  const decided = decideByChance(
    routine,
    left.map(({ block }) => block),
    flags.seed ?? defaults.seed,
  );
  const drafts = left.filter(({ block }) => decided.blocks.has(block));
  if (flags.handsFree && !drafts.some(({ isPaced }) => isPaced)) {
    throw new UserError(`--hands-free changes nothing in ${nameRoutineInText(routine)}: it has no self-paced sets`);
  }
  const level = flags.level ?? defaults.level;
  const selectorFor = <T>(overrides: readonly Override<T>[] | undefined, accepts: (draft: BlockDraft) => boolean) =>
    createOverrideSelector(overrides, routineExercises, drafts, accepts, routine);

  const setsOverride = selectorFor(flags.sets, (draft) => draft.strokes !== null || draft.isPaced);
  const repsOverride = selectorFor(flags.reps, hasRepetitions);
  const holdOverride = selectorFor(flags.holdMs, hasSingleStroke);
  const tempoOverride = selectorFor(flags.tempo, hasTempo);
  const paceOverride = selectorFor(flags.paceMs, ({ isPaced }) => isPaced);
  const doses = drafts.map((draft): Dose => {
    const { block, exercise } = draft;
    const ownSets = block.ownSets?.length;
    const capSeconds = draft.strokes === null ? (block.cap ?? exercise.cap) : undefined;
    const [{ amount: sets }, { amount: reps }] = [block.sets ?? exercise.dose.sets, block.reps ?? exercise.dose.reps];
    const restMs = resolveAmount((block.rest ?? exercise.dose.rest).amount, level, "seconds") * 1000;
    const resolvedReps = repsOverride(draft)?.value ?? resolveAmount(reps, level, "count");
    const easyReps = getFixedValue(repsOverride(draft)) ?? resolveAmount(reps, "easy", "count");
    const given = {
      reps: getFixedValue(repsOverride(draft)) !== undefined,
      strokes: getFixedValue(holdOverride(draft)) !== undefined || getFixedValue(tempoOverride(draft)) !== undefined,
      rest: false,
    };
    return {
      block,
      exercise,
      section: draft.section,
      sets: setsOverride(draft)?.value ?? ownSets ?? resolveAmount(sets, level, "count"),
      reps: resolvedReps,
      strokes: resolveStrokeTimes(draft, level, holdOverride(draft), tempoOverride(draft)),
      restMs: scaleRestMs(restMs, defaults.restScale),
      ...(draft.isPaced && {
        paceMs: paceOverride(draft)?.value ?? Math.round((block.pace ?? exercise.pace ?? DEFAULT_PACE_SECONDS) * 1000),
        handsFree: flags.handsFree ?? defaults.handsFree ?? false,
      }),
      ...(capSeconds !== undefined && { capMs: Math.round(capSeconds * 1000) }),
      ...(block.load !== undefined && { load: block.load }),
      ...((given.reps || given.strokes) && { given }),
      floor: { reps: Math.min(resolvedReps, easyReps), sets: getFixedValue(setsOverride(draft)) ?? 1, restMs: 0 },
    };
  });
  // Rests only exist between sets, so the sets must be resolved first.
  const setsOf = new Map(drafts.map((draft, index) => [draft, doses[index]?.sets ?? 0]));
  const hasRest = (draft: BlockDraft) => (setsOf.get(draft) ?? 0) > 1;
  // A general --rest is for the rests between rounds, too.
  const isForRoundsOnly =
    !drafts.some(hasRest) && decided.routine.sections.some(({ items }) => items?.some(hasRoundRest));
  const restFlags = isForRoundsOnly ? flags.restMs?.filter(({ exercise }) => exercise !== null) : flags.restMs;
  const restOverride = selectorFor(restFlags, hasRest);
  checkSideFlags(flags, doses, routine);
  const rested = doses.map((dose, index): Dose => {
    const overrideMs = restOverride(drafts[index] as BlockDraft)?.value;
    const restMs = overrideMs ?? dose.restMs;
    // A rest set by a flag is fixed.
    const floorMs = overrideMs ?? computeRestFloorMs(restMs);
    const given = { ...(dose.given ?? { reps: false, strokes: false }), rest: overrideMs !== undefined };
    const ownRestsMs = given.rest ? undefined : resolveOwnRests(dose, defaults.restScale);
    return {
      ...dose,
      restMs,
      ...(ownRestsMs && { ownRestsMs }),
      ...((dose.given || given.rest) && { given }),
      floor: { ...dose.floor, restMs: floorMs },
    };
  });
  const { seed } = decided;
  return { doses: rested, routine: decided.routine, ...(seed !== undefined && { seed }) };
}

/** The rests that single sets have of their own, in milliseconds; undefined where none has. */
function resolveOwnRests({ block: { ownSets } }: Dose, scale: number): Dose["ownRestsMs"] {
  if (!ownSets?.some(({ rest }) => rest !== undefined)) return undefined;
  return ownSets.map(({ rest }) => (rest === undefined ? undefined : scaleRestMs(rest * 1000, scale)));
}

function createBlockDrafts(routine: Routine, exercises: ReadonlyMap<string, Exercise>): BlockDraft[] {
  return routine.sections.flatMap((section, index) =>
    section.blocks.map((block) => {
      const exercise = exercises.get(block.exercise);
      if (!exercise)
        throw new Error(
          `routine ${routine.id} refers to unknown exercise ${block.exercise}; the catalogue should have rejected it`,
        );
      const { type } = exercise.pattern;
      const strokes = type === "strokes" ? getEffectiveStrokes(exercise, block) : null;
      return { block, exercise, section: index, strokes, isPaced: type === "paced" };
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
  if (draft.strokes === null) return draft.isPaced;
  const { amount } = draft.block.reps ?? draft.exercise.dose.reps;
  return draft.strokes.length > 1 || !(amount.type === "single" && amount.value === 1);
}

function hasTempo(draft: BlockDraft): boolean {
  return draft.strokes !== null && findStartingStroke(draft.strokes) !== null;
}
