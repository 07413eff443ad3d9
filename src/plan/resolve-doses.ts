/** From a routine, the person's defaults and flags to the dose of every block that will be done. */

import { resolveAmount } from "../catalog/amounts.ts";
import { findStartingStroke } from "../catalog/tempo.ts";
import type { DoseValue, Exercise, Routine, Stroke } from "../catalog/types.ts";
import type { Level } from "../terms.ts";
import type { Dose, TimedStroke } from "./dose.ts";
import type { Override, PlanDefaults, PlanFlags, TempoOverride } from "./flags.ts";
import { type BlockDraft, checkSideFlags, createOverrideSelector, selectBlocks } from "./overrides.ts";

/** A stroke is not made shorter than this to save time. */
const MIN_STROKE_MS = 1000;

/**
 * The doses of a routine, in order. Flags beat defaults, a flag for one exercise beats a general one, a later one an
 * earlier one.
 *
 * @throws UserError (exit 2) for an exercise that the routine does not have and for a flag that touches nothing in it.
 */
export function resolveDoses(
  routine: Routine,
  exercises: ReadonlyMap<string, Exercise>,
  defaults: PlanDefaults,
  flags: PlanFlags,
): readonly Dose[] {
  const all = createBlockDrafts(routine, exercises);
  const known = [...new Set(all.map((draft) => draft.exercise))];
  const drafts = selectBlocks(all, known, flags, routine);
  const level = flags.level ?? defaults.level;
  const pick = <T>(changes: readonly Override<T>[] | undefined, can: (draft: BlockDraft) => boolean) =>
    createOverrideSelector(changes, known, drafts, can, routine);

  const setsOf = pick(flags.sets, (draft) => draft.strokes !== null);
  const repsOf = pick(flags.reps, hasRepetitions);
  const holdOf = pick(flags.holdMs, hasSingleStroke);
  const tempoOf = pick(flags.tempo, hasTempo);
  const doses = drafts.map((draft): Dose => {
    const { block, exercise } = draft;
    const figure = (own: DoseValue | null, usual: DoseValue, unit: "seconds" | "count") =>
      resolveAmount((own ?? usual).amount, level, unit);
    const reps = repsOf(draft)?.value ?? figure(block.reps, exercise.dose.reps, "count");
    const restMs = figure(block.rest, exercise.dose.rest, "seconds") * 1000;
    return {
      ...draft,
      sets: setsOf(draft)?.value ?? figure(block.sets, exercise.dose.sets, "count"),
      reps,
      strokes: resolveStrokeTimes(draft, level, holdOf(draft), tempoOf(draft)),
      restMs: defaults.restScale === 1 ? restMs : Math.round((restMs * defaults.restScale) / 1000) * 1000,
      floor: {
        reps: Math.min(
          reps,
          getFixedValue(repsOf(draft)) ?? resolveAmount((block.reps ?? exercise.dose.reps).amount, "easy", "count"),
        ),
        sets: getFixedValue(setsOf(draft)) ?? 1,
        restMs: 0,
      },
    };
  });
  // Whether there is a rest to change is known once the sets are.
  const restOf = pick(flags.restMs, (draft) => (doses[drafts.indexOf(draft)]?.sets ?? 0) > 1);
  checkSideFlags(flags, doses, routine);
  return doses.map((dose, index) => {
    const askedMs = restOf(drafts[index] as BlockDraft)?.value;
    const restMs = askedMs ?? dose.restMs;
    // A rest that a flag gave does not move; any other may become half as long, to whole seconds.
    const floorMs = askedMs ?? Math.ceil(restMs / 2000) * 1000;
    return { ...dose, restMs, floor: { ...dose.floor, restMs: Math.min(restMs, floorMs) } };
  });
}

function createBlockDrafts(routine: Routine, exercises: ReadonlyMap<string, Exercise>): BlockDraft[] {
  return routine.sections.flatMap((section, index) =>
    section.blocks.map((block) => {
      const exercise = exercises.get(block.exercise);
      if (!exercise) throw new Error(`routine ${routine.id} names ${block.exercise}, which the catalogue let pass`);
      const { pattern } = exercise;
      return {
        block,
        exercise,
        section: index,
        strokes: pattern.type === "open" ? null : (block.strokes ?? pattern.strokes),
      };
    }),
  );
}

/** What the person's own word fixes: it does not move when time is short. */
function getFixedValue<T>(change: Override<T> | undefined): T | undefined {
  return change?.proposed ? undefined : change?.value;
}

function resolveStrokeTimes(
  draft: BlockDraft,
  level: Level,
  hold: Override<number> | undefined,
  tempo: Override<TempoOverride> | undefined,
): readonly TimedStroke[] | null {
  if (draft.strokes === null) return null;
  const single = hasSingleStroke(draft);
  const msOf = (stroke: Stroke, at: Level) => {
    const figure = single && draft.block.hold ? draft.block.hold : stroke.seconds;
    return Math.round(resolveAmount(figure.amount, at, "seconds") * 1000);
  };
  return (tempo?.value.buildStrokes(findStartingStroke(draft.strokes) ?? "concentric") ?? draft.strokes)
    .map((stroke) => {
      const own = draft.strokes?.find(({ phase }) => phase === stroke.phase);
      const durationMs = single && hold ? hold.value : msOf(stroke, level);
      const easyMs = getFixedValue(hold) ?? msOf((tempo?.proposed && own) || stroke, "easy");
      const floorMs = Math.min(durationMs, Math.max(MIN_STROKE_MS, easyMs));
      // A changed tempo keeps the exercise's own cues.
      return { stroke: { ...stroke, cue: stroke.cue ?? own?.cue ?? null }, durationMs, floorMs };
    })
    .filter((dosed) => dosed.durationMs > 0);
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
