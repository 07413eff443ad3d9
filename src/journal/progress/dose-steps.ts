/** Which values of an exercise's dose can be adjusted, in which steps, and how far its source allows. */
import type { Amount, DoseValue, Exercise } from "../../catalog/exercise-types.ts";
import { isTempoStroke, parseTempo, TEMPO_PHASES } from "../../catalog/tempo.ts";
import type { Block } from "../../catalog/types.ts";
import type { StoredDose } from "../session-format.ts";

/** The adjustable part of a dose: seconds of a single timed stroke, repetitions, seconds of lowering. */
export interface AdjustableDose {
  readonly hold: number | null;
  readonly reps: number | null;
  readonly eccentric: number | null;
}

type DoseStepName = keyof AdjustableDose;

/** One adjustable value, within [low, high]. */
export interface DoseStep {
  readonly name: DoseStepName;
  readonly low: number;
  readonly high: number;
  /** One step. */
  readonly step: number;
  /** The program's default; steps down undo steps up in reverse order. */
  readonly usual: number;
}

/** In the order of progression: time, then repetitions (in pairs where sides alternate), then slower lowering. */
const listStepSizes = ({ sides }: Exercise): readonly (readonly [DoseStepName, step: number])[] => [
  ["hold", 5],
  ["reps", sides.mode === "alternating" ? 2 : 1],
  ["eccentric", 1],
];

/** How much slower or faster a lowering may become when its time is our own default. */
const MAX_SECONDS_SLOWER = 2;
const MAX_SECONDS_FASTER = 1;

/** A repetition that takes longer builds less muscle: 0.5 to 8 s do equally well, over 10 s does worse (Schoenfeld 2015). */
export const MAX_REP_SECONDS = 8;

/** With --beyond the upper limit is multiplied by this, and the lower limit is one. */
const BEYOND_FACTOR = 2;

/** The adjustable values of an exercise in a routine, in order of progression. */
export function listDoseSteps(exercise: Exercise, block: Block | null, beyond: boolean): readonly DoseStep[] {
  const values = selectDoseValues(exercise, block);
  return listStepSizes(exercise).flatMap(([name, step]) => {
    const value = values[name];
    if (!value) return [];
    const { low, high } = resolveRange(value, name);
    return [
      {
        name,
        step,
        low: beyond ? 1 : low,
        high: beyond ? high * BEYOND_FACTOR : high,
        usual: pickMiddle(value.amount),
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
 * How far a value may go: a range to its ends, values by level from least to most; a single value is fixed. Where the
 * source gives no lowering time, our default may vary a little without leaving the source.
 */
function resolveRange({ amount, basis }: DoseValue, name: DoseStepName): { low: number; high: number } {
  switch (amount.type) {
    case "range":
      return { low: amount.low, high: amount.high };
    case "levels": {
      const values = [amount.easy, amount.standard, amount.hard];
      return { low: Math.min(...values), high: Math.max(...values) };
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

/**
 * A lowering time as a tempo, the only way to request it: "4-0-2-2", the last strokes with a different lowering.
 *
 * @param seconds of the lowering.
 * @returns null if the strokes do not form a tempo: another stroke among them, or a fraction of a second.
 */
export function formatLoweringTempo(
  strokes: StoredDose["strokes"],
  seconds: number,
  { pattern }: Exercise,
): string | null {
  if (!strokes.every(isTempoStroke)) return null;
  const parts = TEMPO_PHASES.map((phase) => {
    if (phase === "eccentric") return seconds;
    const fast = pattern.type === "strokes" && pattern.strokes.some((stroke) => stroke.phase === phase && stroke.fast);
    return fast ? "X" : (strokes.find((stroke) => stroke.phase === phase)?.seconds ?? 0);
  });
  const text = parts.join("-");
  return parseTempo(text) ? text : null;
}

/** One step up or down; null if nothing can change. */
export function stepDose(dose: AdjustableDose, steps: readonly DoseStep[], direction: 1 | -1): AdjustableDose | null {
  for (const step of direction > 0 ? steps : orderForStepDown(dose, steps)) {
    const now = dose[step.name];
    if (now === null) continue;
    const then = clamp(now + direction * step.step, step);
    if (then !== now) return { ...dose, [step.name]: then };
  }
  return null;
}

/** What was raised last is lowered first; below the usual dose, time and repetitions go before tempo. */
function orderForStepDown(dose: AdjustableDose, steps: readonly DoseStep[]): readonly DoseStep[] {
  const raised = steps.filter((step) => (dose[step.name] ?? 0) > step.usual).reverse();
  return [...raised, ...steps.filter((step) => !raised.includes(step))];
}

/** Brings a dose that a flag took out of range back into it, and drops what the exercise no longer has. */
export function clampDose(
  dose: AdjustableDose,
  steps: readonly DoseStep[],
  applicable: readonly DoseStep[],
): AdjustableDose {
  const value = (name: DoseStepName) => {
    const now = dose[name];
    const step = applicable.find((step) => step.name === name);
    if (now !== null && step) return clamp(now, step);
    return steps.some((step) => step.name === name) ? now : null;
  };
  return { hold: value("hold"), reps: value("reps"), eccentric: value("eccentric") };
}

function clamp(value: number, { low, high }: DoseStep): number {
  return Math.min(high, Math.max(low, value));
}

export function isSameDose(a: AdjustableDose, b: AdjustableDose): boolean {
  return a.hold === b.hold && a.reps === b.reps && a.eccentric === b.eccentric;
}
