/** What can be made more or less of in an exercise, in which steps, and how far its source lets it go. */
import type { Amount, Block, Exercise, Figure } from "../../catalog/types.ts";

/** A dose as far as it is stepped: seconds of a single timed stroke, repetitions, seconds of the lowering stroke. */
export interface SteppedDose {
  readonly hold: number | null;
  readonly reps: number | null;
  readonly eccentric: number | null;
}

export type KnobName = keyof SteppedDose;

/** One thing that can be stepped, within [low, high]. */
export interface Knob {
  readonly name: KnobName;
  readonly low: number;
  readonly high: number;
  /** One step. */
  readonly step: number;
  /** What the program itself would give; steps down undo steps up in the opposite order. */
  readonly usual: number;
}

/** The order in which more is asked for: time, then repetitions, then a slower lowering. */
const STEPS: readonly (readonly [KnobName, step: number])[] = [
  ["hold", 5],
  ["reps", 1],
  ["eccentric", 1],
];

/** A lowering whose time is our own default may become so many seconds slower, and one faster. */
const SLOWER = 2;
const FASTER = 1;

/** Asked to leave the source's range, a step may go this many times as high, and down to one. */
const BEYOND = 2;

/** The knobs of an exercise as a routine doses it, in the order in which they are turned up. */
export function knobsOf(exercise: Exercise, block: Block | null, beyond: boolean): readonly Knob[] {
  const figures = figuresOf(exercise, block);
  return STEPS.flatMap(([name, step]) => {
    const figure = figures[name];
    if (!figure) return [];
    const { low, high } = rangeOf(figure, name);
    return [{ name, step, low: beyond ? 1 : low, high: beyond ? high * BEYOND : high, usual: middleOf(figure.amount) }];
  });
}

function figuresOf({ pattern, dose }: Exercise, block: Block | null): Readonly<Record<KnobName, Figure | null>> {
  const strokes = pattern.type === "open" ? [] : (block?.strokes ?? pattern.strokes);
  const single = strokes.length === 1 ? (block?.hold ?? strokes[0]?.seconds ?? null) : null;
  const reps = block?.reps ?? dose.reps;
  const counted = strokes.length > 1 || (strokes.length === 1 && middleOf(reps.amount) > 1);
  const lowering =
    strokes.length > 1 ? strokes.find((stroke) => stroke.phase === "eccentric" && !stroke.fast) : undefined;
  return { hold: single, reps: counted ? reps : null, eccentric: lowering?.seconds ?? null };
}

/**
 * How far a figure goes: a range to its ends, figures by level from the least to the most; a single figure does not move.
 * Where the source is silent on the time of a lowering, our default may move a little: no source is left by that.
 */
function rangeOf({ amount, basis }: Figure, name: KnobName): { low: number; high: number } {
  switch (amount.type) {
    case "range":
      return { low: amount.low, high: amount.high };
    case "levels": {
      const figures = [amount.easy, amount.standard, amount.hard];
      return { low: Math.min(...figures), high: Math.max(...figures) };
    }
    case "single":
      return name === "eccentric" && basis === "default"
        ? { low: Math.max(1, amount.value - FASTER), high: amount.value + SLOWER }
        : { low: amount.value, high: amount.value };
  }
}

function middleOf(amount: Amount): number {
  if (amount.type === "single") return amount.value;
  return amount.type === "levels" ? amount.standard : Math.floor((amount.low + amount.high) / 2);
}
