/**
 * Fits a routine into a given time by cutting as little as possible, in small steps.
 *
 * Doses are reduced within their ranges first, then rests to half, then sets; last, the least important blocks are left
 * out. Once it fits, each cut is tried in reverse, so that nothing is cut unnecessarily.
 */
import { EXIT_CODES, UserError } from "../errors.ts";
import { formatClock } from "../text/duration.ts";
import { type Dose, formatDoseWithRest } from "./dose.ts";
import { type Cut, computeShareLeft, type FittedDose, getStrokeMs, type RankedCut, shiftDose } from "./dose-cuts.ts";
import type { PlanChange } from "./types.ts";

/**
 * Returns doses that fit into `budgetMs`; unchanged if they already fit.
 *
 * @param computeBlockMs duration of one block in milliseconds, including preparation, switches and rests.
 * @param computeTotalMs duration of all blocks, where it is more than their sum: with groups, rests depend on what is left.
 * @throws UserError (exit 2) if even the most important block alone is too long; the hint gives the shortest possible
 * session.
 */
export function fitDosesToTime(
  name: string,
  doses: readonly Dose[],
  budgetMs: number,
  computeBlockMs: (dose: Dose) => number,
  computeTotalMs?: (doses: readonly Dose[]) => number,
): { readonly doses: readonly FittedDose[]; readonly changes: readonly PlanChange[] } {
  const fitter = new DoseFitter(doses, computeBlockMs, computeTotalMs);
  const cuts: Cut[] = [];
  for (const findCut of [fitter.findDoseCut, fitter.findRestCut, fitter.findSetCut, fitter.findBlockCut]) {
    for (let cut = findCut(); cut && fitter.totalMs > budgetMs; cut = findCut()) {
      fitter.apply(cut);
      cuts.push(cut);
    }
  }
  if (fitter.totalMs > budgetMs) {
    const shortest = formatClock(Math.ceil(fitter.totalMs / 1000) * 1000);
    throw new UserError(`${name} cannot be done in ${formatClock(budgetMs)}`, {
      exitCode: EXIT_CODES.usage,
      hint: `${shortest} is the least: ${fitter.getRemainingExercise()} alone`,
    });
  }
  fitter.restoreUnneededCuts(cuts, budgetMs);
  return { doses: fitter.doses, changes: describeChanges(doses, fitter.doses, budgetMs) };
}

/** The doses while they are being cut. */
class DoseFitter {
  readonly doses: FittedDose[];
  totalMs: number;
  readonly #originals: readonly Dose[];
  readonly #computeBlockMs: (dose: Dose) => number;
  readonly #computeTotalMs: ((doses: readonly Dose[]) => number) | undefined;

  constructor(
    doses: readonly Dose[],
    computeBlockMs: (dose: Dose) => number,
    computeTotalMs: ((doses: readonly Dose[]) => number) | undefined,
  ) {
    this.#originals = doses;
    this.#computeBlockMs = computeBlockMs;
    this.#computeTotalMs = computeTotalMs;
    this.doses = [...doses];
    this.totalMs = computeTotalMs?.(doses) ?? doses.reduce((sum, dose) => sum + computeBlockMs(dose), 0);
  }

  /** One repetition, or one second of a stroke, from the value with the largest share of its range left. */
  findDoseCut = (): Cut | null =>
    this.#findHighestRanked((dose, original) => [
      { kind: "reps", stroke: 0, rank: computeShareLeft(dose.reps, dose.floor.reps, original.reps) },
      ...(dose.strokes ?? []).map(({ durationMs, floorMs }, stroke): RankedCut => {
        return { kind: "stroke", stroke, rank: computeShareLeft(durationMs, floorMs, getStrokeMs(original, stroke)) };
      }),
    ]);

  /** One second of the rest that has been cut least. */
  findRestCut = (): Cut | null =>
    this.#findHighestRanked((dose, original) => [
      { kind: "restMs", stroke: 0, rank: computeShareLeft(dose.restMs, dose.floor.restMs, original.restMs) },
    ]);

  /** One set of the block with the most sets; on a tie, of the least important block. */
  findSetCut = (): Cut | null =>
    this.#findHighestRanked((dose) => [
      { kind: "sets", stroke: 0, rank: dose.sets > dose.floor.sets ? dose.sets + dose.block.priority / 100 : 0 },
    ]);

  /** The least important block, unless it is the only one left; on a tie, the later one. */
  findBlockCut = (): Cut | null => {
    const timed = this.doses.flatMap((dose, block) => (this.#blockMs(dose) > 0 && dose ? [{ dose, block }] : []));
    if (timed.length < 2) return null;
    const least = timed.reduce((a, b) => (b.dose.block.priority >= a.dose.block.priority ? b : a));
    return { block: least.block, kind: "block", stroke: 0 };
  };

  /** The highest-ranked cut above zero that saves time; on a tie, the first. A rest after a single set saves none. */
  #findHighestRanked(listCuts: (dose: Dose, original: Dose) => readonly RankedCut[]): Cut | null {
    let highest: (Cut & RankedCut) | null = null;
    for (const [block, original] of this.#originals.entries()) {
      const dose = this.doses[block] ?? null;
      for (const ranked of dose ? listCuts(dose, original) : []) {
        const cut = { ...ranked, block };
        const savesTime = () => this.#changeMs(block, shiftDose(dose, original, cut, -1)) < 0;
        if (cut.rank > (highest?.rank ?? 0) && savesTime()) highest = cut;
      }
    }
    return highest;
  }

  apply(cut: Cut): void {
    const { block } = cut;
    this.#replaceDose(block, shiftDose(this.doses[block] ?? null, this.#originals[block] as Dose, cut, -1));
  }

  /** Reverts every cut, last to first, with which the session still fits. */
  restoreUnneededCuts(cuts: readonly Cut[], budgetMs: number): void {
    for (const cut of cuts.toReversed()) this.#tryRestore(cut, cuts, budgetMs);
  }

  #tryRestore(cut: Cut, cuts: readonly Cut[], budgetMs: number): void {
    const { block, kind } = cut;
    const dose = this.doses[block] ?? null;
    // Cuts to a left-out block only matter again once the block itself is restored.
    if (dose === null && kind !== "block") return;
    const original = this.#originals[block] as Dose;
    const others = cuts.filter((other) => other.block === block && other.kind !== "block");
    const restored =
      kind === "block"
        ? others.reduce<FittedDose>((cutDose, other) => shiftDose(cutDose, original, other, -1), original)
        : shiftDose(dose, original, cut, 1);
    if (this.totalMs + this.#changeMs(block, restored) <= budgetMs) this.#replaceDose(block, restored);
  }

  #replaceDose(block: number, dose: FittedDose): void {
    this.totalMs += this.#changeMs(block, dose);
    this.doses[block] = dose;
  }

  /** How much longer everything becomes with this dose of a block. */
  #changeMs(block: number, dose: FittedDose): number {
    if (!this.#computeTotalMs) return this.#blockMs(dose) - this.#blockMs(this.doses[block] ?? null);
    const changed = this.doses.with(block, dose).filter((other) => other !== null);
    return this.#computeTotalMs(changed) - this.totalMs;
  }

  #blockMs(dose: FittedDose): number {
    return dose ? this.#computeBlockMs(dose) : 0;
  }

  getRemainingExercise(): string {
    return this.doses.find((dose) => this.#blockMs(dose) > 0)?.exercise.id ?? "";
  }
}

function describeChanges(before: readonly Dose[], after: readonly FittedDose[], budgetMs: number): PlanChange[] {
  return before.flatMap((dose, index) => {
    const fitted = after[index];
    const [was, is] = [formatDoseWithRest(dose), fitted ? formatDoseWithRest(fitted) : "left out"];
    const why = `to fit ${formatClock(budgetMs)}`;
    return was === is ? [] : [{ exercise: dose.exercise.id, before: was, after: is, why }];
  });
}
