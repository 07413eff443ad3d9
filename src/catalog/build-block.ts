/** Converts a block of a file, with its sets, to the form the program uses. */
import { getOwnSets } from "./check-blocks.ts";
import { getEffectiveStrokes } from "./doses.ts";
import type { Exercise, Stroke } from "./exercise-types.ts";
import { type DoseValueInput, normaliseDoseValue, normaliseTempo, pickDefined } from "./normalise.ts";
import type { BlockInput } from "./schema-blocks.ts";
import { findStartingStroke } from "./tempo.ts";
import type { Block, SetValues } from "./types.ts";

/** A block without a priority is neither central to the routine nor the first to be left out. */
const DEFAULT_PRIORITY = 5;

/** The block with the figure of the exercise in it, where that exercise stood somewhere before with another figure. */
export function addFigure(block: BlockInput, exercise: Exercise): BlockInput {
  if (typeof block.exercise !== "object") return block;
  const { work, hold = work, reps } = block.exercise;
  const [stroke] = exercise.pattern.type === "strokes" ? exercise.pattern.strokes : [];
  const isOther = (value: DoseValueInput | undefined, own: unknown) =>
    value !== undefined && JSON.stringify(normaliseDoseValue(value)) !== JSON.stringify(own);
  return {
    ...(isOther(hold, stroke?.seconds) && { hold }),
    ...(isOther(reps, exercise.dose.reps) && { reps }),
    ...block,
  };
}

/** A block as a file gives it, in the form the program uses. */
export function normaliseBlock(block: BlockInput, exercise: Exercise, after: Exercise | null): Block {
  const optional = (value: DoseValueInput | undefined) => (value === undefined ? null : normaliseDoseValue(value));
  const own = getEffectiveStrokes(exercise, null);
  const starts = findStartingStroke(own);
  const cues = Object.fromEntries(own.map((stroke) => [stroke.phase, stroke.cue ?? undefined]));
  const buildStrokes = (tempo: BlockInput["tempo"]): readonly Stroke[] | null =>
    tempo === undefined || !starts ? null : normaliseTempo(tempo, starts, cues);
  const ownSets = getOwnSets(block);
  return {
    exercise: exercise.id,
    sets: ownSets ? normaliseDoseValue(ownSets.length) : optional(block.sets as DoseValueInput | undefined),
    reps: optional(block.reps),
    hold: optional(block.hold),
    strokes: buildStrokes(block.tempo),
    rest: optional(block.rest),
    equipment: block.equipment ?? null,
    ...pickDefined(block, ["side"]),
    priority: block.priority ?? DEFAULT_PRIORITY,
    note: block.note ?? null,
    ...pickDefined(block, ["warmUp"]),
    ...(after && { after: after.id }),
    ...pickDefined(block, ["position", "figure"]),
    ...(ownSets && {
      ownSets: ownSets.map((values): SetValues => {
        const strokes = buildStrokes(values.tempo);
        return { ...pickDefined(values, ["reps", "hold", "rest", "load", "note"]), ...(strokes && { strokes }) };
      }),
    }),
    ...pickDefined(block, ["load", "prepare", "switch", "pace", "cap"]),
  };
}
