/** The doses of single sets: a block's dose with the values of its rounds and of its own sets. */
import type { Stroke } from "../catalog/exercise-types.ts";
import type { SetValues } from "../catalog/types.ts";
import type { Dose, TimedStroke } from "./dose.ts";

/** Doses with other values, by their base; equal ones are one object. */
const derivedDoses = new WeakMap<Dose, Map<string, Dose>>();

/**
 * The dose of one set. Values that do not apply to the exercise (a hold of a tempo) and those that a flag has fixed are
 * left out. Returns `dose` itself if nothing changes, and the same object for equal values.
 *
 * @param set counts from 1; more sets than the block has values for take the last ones.
 * @param roundValues of the rounds that the set stands in, outermost first; inner ones and the set's own win.
 */
export function deriveSetDose(dose: Dose, set: number, roundValues: readonly SetValues[]): Dose {
  const ownValues = getOwnValues(dose, set);
  if (!ownValues && roundValues.length === 0) return dose;
  const { reps, hold, strokes, load, note }: SetValues = Object.assign({}, ...roundValues, ownValues);
  const { given } = dose;
  const canCount = dose.paceMs !== undefined || (dose.strokes?.length ?? 0) > 1 || dose.reps > 1;
  const changed: Dose = {
    ...dose,
    ...(reps !== undefined && canCount && !given?.reps && { reps }),
    ...(dose.strokes && !given?.strokes && { strokes: replaceStrokes(dose.strokes, strokes, hold) }),
    ...(load !== undefined && { load }),
    ...(note !== undefined && { setNote: note }),
  };
  const key = keyOf(changed);
  if (key === keyOf(dose)) return dose;
  const derived = derivedDoses.get(dose) ?? new Map<string, Dose>();
  derivedDoses.set(dose, derived);
  const known = derived.get(key) ?? changed;
  derived.set(key, known);
  return known;
}

function getOwnValues({ block: { ownSets } }: Dose, set: number): SetValues | undefined {
  return ownSets?.[Math.min(set, ownSets.length) - 1];
}

function replaceStrokes(
  before: readonly TimedStroke[],
  strokes: readonly Stroke[] | undefined,
  hold: number | undefined,
): readonly TimedStroke[] {
  if (strokes) {
    return strokes.flatMap((stroke) => {
      const { amount } = stroke.seconds;
      const durationMs = amount.type === "single" ? Math.round(amount.value * 1000) : 0;
      return durationMs > 0 ? [{ stroke, durationMs, floorMs: durationMs }] : [];
    });
  }
  if (hold === undefined || before.length !== 1) return before;
  return before.map(({ stroke }) => ({
    stroke,
    durationMs: Math.round(hold * 1000),
    floorMs: Math.round(hold * 1000),
  }));
}

function keyOf({ reps, strokes, load, setNote }: Dose): string {
  return JSON.stringify([reps, load, setNote, strokes?.map(({ stroke, durationMs }) => [stroke.phase, durationMs])]);
}
