/** What can be made more or less of in an exercise, in which steps, and how far its source lets it go. */
import type { Amount, Block, DoseValue, Exercise } from "../../catalog/types.ts";

/** A dose as far as it is stepped: seconds of a single timed stroke, repetitions, seconds of the lowering stroke. */
export interface AdjustableDose {
  readonly hold: number | null;
  readonly reps: number | null;
  readonly eccentric: number | null;
}

export type DoseStepName = keyof AdjustableDose;

/** One thing that can be stepped, within [low, high]. */
export interface DoseStep {
  readonly name: DoseStepName;
  readonly low: number;
  readonly high: number;
  /** One step. */
  readonly step: number;
  /** What the program itself would give; steps down undo steps up in the opposite order. */
  readonly usual: number;
}

/** The order in which more is asked for: time, then repetitions, then a slower lowering. */
const STEP_SIZES: readonly (readonly [DoseStepName, step: number])[] = [
  ["hold", 5],
  ["reps", 1],
  ["eccentric", 1],
];

/** A lowering whose time is our own default may become so many seconds slower, and one faster. */
const MAX_SECONDS_SLOWER = 2;
const MAX_SECONDS_FASTER = 1;

/** Asked to leave the source's range, a step may go this many times as high, and down to one. */
const BEYOND_FACTOR = 2;

/** The knobs of an exercise as a routine doses it, in the order in which they are turned up. */
export function listDoseSteps(exercise: Exercise, block: Block | null, beyond: boolean): readonly DoseStep[] {
  const figures = selectDoseValues(exercise, block);
  return STEP_SIZES.flatMap(([name, step]) => {
    const figure = figures[name];
    if (!figure) return [];
    const { low, high } = resolveRange(figure, name);
    return [
      {
        name,
        step,
        low: beyond ? 1 : low,
        high: beyond ? high * BEYOND_FACTOR : high,
        usual: pickMiddle(figure.amount),
      },
    ];
  });
}

function selectDoseValues(
  { pattern, dose }: Exercise,
  block: Block | null,
): Readonly<Record<DoseStepName, DoseValue | null>> {
  const strokes = pattern.type !== "strokes" ? [] : (block?.strokes ?? pattern.strokes);
  const single = strokes.length === 1 ? (block?.hold ?? strokes[0]?.seconds ?? null) : null;
  const reps = block?.reps ?? dose.reps;
  const counted = strokes.length > 1 || (strokes.length === 1 && pickMiddle(reps.amount) > 1);
  const lowering =
    strokes.length > 1 ? strokes.find((stroke) => stroke.phase === "eccentric" && !stroke.fast) : undefined;
  return { hold: single, reps: counted ? reps : null, eccentric: lowering?.seconds ?? null };
}

/**
 * How far a figure goes: a range to its ends, figures by level from the least to the most; a single figure does not move.
 * Where the source is silent on the time of a lowering, our default may move a little: no source is left by that.
 */
function resolveRange({ amount, basis }: DoseValue, name: DoseStepName): { low: number; high: number } {
  switch (amount.type) {
    case "range":
      return { low: amount.low, high: amount.high };
    case "levels": {
      const figures = [amount.easy, amount.standard, amount.hard];
      return { low: Math.min(...figures), high: Math.max(...figures) };
    }
    case "single":
      return name === "eccentric" && basis === "default"
        ? { low: Math.max(1, amount.value - MAX_SECONDS_FASTER), high: amount.value + MAX_SECONDS_SLOWER }
        : { low: amount.value, high: amount.value };
  }
}

function pickMiddle(amount: Amount): number {
  if (amount.type === "single") return amount.value;
  return amount.type === "levels" ? amount.standard : Math.floor((amount.low + amount.high) / 2);
}
