/** From a routine, the person's defaults and flags to the dose of every block that will be done. */
import type { Block, Exercise, Figure, Routine, Stroke } from "../catalog/types.ts";
import { UserError } from "../errors.ts";
import { type Dose, type DosedStroke, TEMPO_PHASES } from "./dose.ts";
import type { Change, PlanDefaults, PlanFlags } from "./flags.ts";
import { amountAt } from "./levels.ts";
import { exerciseNamed } from "./names.ts";
import type { Level } from "./types.ts";

/** A stroke is not made shorter than this to save time. */
const SHORTEST_STROKE_MS = 1000;

/** What a block is before flags: which of them can touch it. */
interface Draft {
  readonly block: Block;
  readonly exercise: Exercise;
  readonly section: number;
  /** null: open. */
  readonly strokes: readonly Stroke[] | null;
}

/**
 * The doses of a routine, in order. Flags beat defaults, a flag for one exercise beats a general one, a later one an
 * earlier one.
 *
 * @throws UserError (exit 2) for an exercise that the routine does not have and for a flag that touches nothing in it.
 */
export function adjust(
  routine: Routine,
  exercises: ReadonlyMap<string, Exercise>,
  defaults: PlanDefaults,
  flags: PlanFlags,
): readonly Dose[] {
  const drafts = chosen(draftsOf(routine, exercises), flags, routine);
  const level = flags.level ?? defaults.level;
  const known = [...new Set(drafts.map((draft) => draft.exercise))];
  const pick = <T>(changes: readonly Change<T>[] | undefined, can: (draft: Draft) => boolean) =>
    picker(changes, known, drafts, can, routine);

  const setsOf = pick(flags.sets, (draft) => draft.strokes !== null);
  const repsOf = pick(flags.reps, hasRepetitions);
  const holdOf = pick(flags.holdMs, isSingleStroke);
  const tempoOf = pick(flags.tempo, hasTempo);
  const doses = drafts.map((draft): Dose => {
    const { block, exercise } = draft;
    const figure = (own: Figure | null, usual: Figure, unit: "seconds" | "count") =>
      amountAt((own ?? usual).amount, level, unit);
    const reps = repsOf(draft) ?? figure(block.reps, exercise.dose.reps, "count");
    return {
      ...draft,
      sets: setsOf(draft) ?? figure(block.sets, exercise.dose.sets, "count"),
      reps,
      strokes: dosedStrokes(draft, level, holdOf(draft), tempoOf(draft)?.strokes(startOf(draft)) ?? null),
      restMs: Math.round(figure(block.rest, exercise.dose.rest, "seconds") * defaults.restScale) * 1000,
      floor: {
        reps: Math.min(reps, repsOf(draft) ?? amountAt((block.reps ?? exercise.dose.reps).amount, "easy", "count")),
        sets: setsOf(draft) ?? 1,
        restMs: 0,
      },
    };
  });
  // Whether there is a rest to change is known once the sets are.
  const restOf = pick(flags.restMs, (draft) => (doses[drafts.indexOf(draft)]?.sets ?? 0) > 1);
  checkSides(flags, drafts, routine);
  return doses.map((dose, index) => {
    const askedMs = restOf(drafts[index] as Draft);
    const restMs = askedMs ?? dose.restMs;
    // A rest that a flag gave does not move; any other may become half as long, to whole seconds.
    const floorMs = askedMs ?? Math.ceil(restMs / 2000) * 1000;
    return { ...dose, restMs, floor: { ...dose.floor, restMs: Math.min(restMs, floorMs) } };
  });
}

function draftsOf(routine: Routine, exercises: ReadonlyMap<string, Exercise>): Draft[] {
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

/** What `--only`, `--skip` and `--from` leave. */
function chosen(drafts: Draft[], flags: PlanFlags, routine: Routine): Draft[] {
  const known = [...new Set(drafts.map((draft) => draft.exercise))];
  const ids = (names: readonly string[]) => new Set(names.map((name) => exerciseNamed(name, known, routine.id).id));
  let left = drafts;
  if (flags.from !== undefined) {
    const { id } = exerciseNamed(flags.from, known, routine.id);
    left = left.slice(left.findIndex((draft) => draft.exercise.id === id));
  }
  if (flags.only) {
    const only = ids(flags.only);
    left = left.filter((draft) => only.has(draft.exercise.id));
  }
  if (flags.skip) {
    const skip = ids(flags.skip);
    left = left.filter((draft) => !skip.has(draft.exercise.id));
  }
  // A block of one side has nothing to do when the other was asked for.
  left = left.filter(({ block }) => !block.side || !flags.side || flags.side === "both" || flags.side === block.side);
  if (left.length === 0) {
    throw new UserError(
      drafts.length === 0
        ? `${routine.id} has no exercises to do, only advice; read it with: unwind show ${routine.id}`
        : `nothing of ${routine.id} is left to do; loosen --only, --skip, --from or --side`,
    );
  }
  return left;
}

/** A function that says what the changes give a block (undefined: nothing); every change must touch at least one. */
function picker<T>(
  changes: readonly Change<T>[] | undefined,
  known: readonly Exercise[],
  drafts: readonly Draft[],
  can: (draft: Draft) => boolean,
  routine: Routine,
): (draft: Draft) => T | undefined {
  let general: T | undefined;
  const particular = new Map<string, T>();
  for (const change of changes ?? []) {
    const only = change.exercise === null ? null : exerciseNamed(change.exercise, known, routine.id);
    if (!drafts.some((draft) => can(draft) && (only === null || draft.exercise === only))) {
      throw new UserError(`${change.flag} changes nothing in ${only?.id ?? routine.id}`, {
        hint: `see what it has with: unwind show ${only?.id ?? routine.id}`,
      });
    }
    if (only) particular.set(only.id, change.value);
    else general = change.value;
  }
  return (draft) => (can(draft) ? (particular.get(draft.exercise.id) ?? general) : undefined);
}

function checkSides(flags: PlanFlags, drafts: readonly Draft[], routine: Routine): void {
  if (drafts.some((draft) => draft.exercise.sides.mode !== "both")) return;
  const flag = flags.side ? `--side ${flags.side}` : flags.firstSide ? `--first-side ${flags.firstSide}` : null;
  if (flag) throw new UserError(`${flag} changes nothing in ${routine.id}: it works both sides at once`);
}

function dosedStrokes(
  draft: Draft,
  level: Level,
  holdMs: number | undefined,
  tempo: readonly Stroke[] | null,
): readonly DosedStroke[] | null {
  if (draft.strokes === null) return null;
  const single = isSingleStroke(draft);
  return (tempo ?? draft.strokes)
    .map((stroke) => {
      const figure = single && draft.block.hold ? draft.block.hold : stroke.seconds;
      const msAt = (at: Level) =>
        single && holdMs !== undefined ? holdMs : Math.round(amountAt(figure.amount, at, "seconds") * 1000);
      const durationMs = msAt(level);
      // A changed tempo keeps the exercise's own cues.
      const cue = stroke.cue ?? draft.strokes?.find((own) => own.phase === stroke.phase)?.cue ?? null;
      const floorMs = Math.min(durationMs, Math.max(SHORTEST_STROKE_MS, msAt("easy")));
      return { stroke: { ...stroke, cue }, durationMs, floorMs };
    })
    .filter((dosed) => dosed.durationMs > 0);
}

function isSingleStroke(draft: Draft): boolean {
  return draft.strokes?.length === 1;
}

function hasRepetitions(draft: Draft): boolean {
  if (draft.strokes === null) return false;
  const { amount } = draft.block.reps ?? draft.exercise.dose.reps;
  return draft.strokes.length > 1 || !(amount.type === "single" && amount.value === 1);
}

function hasTempo(draft: Draft): boolean {
  return (
    !isSingleStroke(draft) && draft.strokes !== null && draft.strokes.every((stroke) => TEMPO_PHASES.has(stroke.phase))
  );
}

function startOf(draft: Draft): "concentric" | "eccentric" {
  const first = draft.strokes?.find((stroke) => stroke.phase === "concentric" || stroke.phase === "eccentric");
  return first?.phase === "eccentric" ? "eccentric" : "concentric";
}
