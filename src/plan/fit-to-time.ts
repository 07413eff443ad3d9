/**
 * Fits a routine into a given time by cutting as little as possible, in small steps.
 *
 * Doses are reduced within their ranges first, then rests to half (to ten seconds at least), then sets and rounds; last, the
 * least important blocks are left out. Once it fits, each cut is tried in reverse, so that nothing is cut unnecessarily.
 */
import { EXIT_CODES, UserError } from "../errors.ts";
import { formatClock } from "../text/duration.ts";
import { type Dose, formatDoseWithRest } from "./dose.ts";
import { type Cut, computeShareLeft, type FittedDose, getStrokeMs, type RankedCut, shiftDose } from "./dose-cuts.ts";
import { describeRounds, type LinkedBlocks, type UnexplainedChange } from "./fit-rounds.ts";
import type { PlanChange } from "./types.ts";

interface FittedRoutine {
  readonly doses: readonly FittedDose[];
  /** The rounds of each group of the linked blocks. */
  readonly rounds: readonly number[];
  readonly changes: readonly PlanChange[];
}

/**
 * Returns doses and rounds that fit into `budgetMs`; unchanged if they already fit.
 *
 * @param computeBlockMs duration of one block in milliseconds, including preparation, switches and rests.
 * @param linked how long all blocks take, where that is more than their sum.
 * @throws UserError (exit 2) if even the most important block alone is too long; the hint gives the shortest possible
 * session.
 */
export function fitDosesToTime(
  name: string,
  doses: readonly Dose[],
  budgetMs: number,
  computeBlockMs: (dose: Dose) => number,
  linked?: LinkedBlocks,
): FittedRoutine {
  const fitter = new DoseFitter(doses, computeBlockMs, linked);
  const cuts: Cut[] = [];
  for (const findCut of [fitter.findDoseCut, fitter.findRestCut, fitter.findSetOrRoundCut, fitter.findBlockCut]) {
    for (let cut = findCut(); cut && fitter.totalMs > budgetMs; cut = findCut()) {
      fitter.apply(cut);
      cuts.push(cut);
    }
  }
  if (fitter.totalMs > budgetMs) {
    const shortest = formatClock(Math.ceil(fitter.totalMs / 1000) * 1000);
    throw new UserError(`${name} cannot be done in ${formatClock(budgetMs)}`, {
      exitCode: EXIT_CODES.usage,
      hint: `${shortest} is the least: ${fitter.getRemainingExercise()} alone${linked?.hasCaps ? "; caps stay as they are" : ""}`,
    });
  }
  fitter.restoreUnneededCuts(cuts, budgetMs);
  const changes = [...describeRounds(linked?.groups ?? [], fitter.rounds), ...describeChanges(doses, fitter.doses)].map(
    (change) => ({ ...change, why: `to fit ${formatClock(budgetMs)}` }),
  );
  return { doses: fitter.doses, rounds: fitter.rounds, changes };
}

/** The doses while they are being cut. */
class DoseFitter {
  readonly doses: FittedDose[];
  readonly rounds: number[];
  totalMs: number;
  readonly #originals: readonly Dose[];
  readonly #computeBlockMs: (dose: Dose) => number;
  readonly #linked: LinkedBlocks | undefined;

  constructor(doses: readonly Dose[], computeBlockMs: (dose: Dose) => number, linked: LinkedBlocks | undefined) {
    this.#originals = doses;
    this.#computeBlockMs = computeBlockMs;
    this.#linked = linked;
    this.doses = [...doses];
    this.rounds = (linked?.groups ?? []).map(({ rounds }) => rounds);
    this.totalMs = linked?.measureMs(doses, this.rounds) ?? doses.reduce((sum, dose) => sum + computeBlockMs(dose), 0);
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

  /** One set of the block or one round of the group with the most of them; on a tie, of the least important block. */
  findSetOrRoundCut = (): Cut | null => {
    const set = this.#findHighestRanked((dose) => [
      { kind: "sets", stroke: 0, rank: dose.sets > dose.floor.sets ? dose.sets + dose.block.priority / 100 : 0 },
    ]);
    const most = Math.max(set?.rank ?? 0, 1);
    const group = this.rounds
      .map((count, index) => ({ count, index }))
      .filter(({ count, index }) => count > most && this.#roundsChangeMs(index, count - 1) < 0)
      .reduce<{ count: number; index: number } | null>((a, b) => (a && a.count >= b.count ? a : b), null);
    return group ? { kind: "rounds", stroke: 0, block: group.index } : set;
  };

  /** The least important block, unless it is the only one left; on a tie, the later one. */
  findBlockCut = (): Cut | null => {
    const timed = this.doses.flatMap((dose, block) => (this.#blockMs(dose) > 0 && dose ? [{ dose, block }] : []));
    if (timed.length < 2) return null;
    const least = timed.reduce((a, b) => (b.dose.block.priority >= a.dose.block.priority ? b : a));
    return { block: least.block, kind: "block", stroke: 0 };
  };

  /** The highest-ranked cut above zero that saves time; on a tie, the first. A rest after a single set saves none. */
  #findHighestRanked(listCuts: (dose: Dose, original: Dose) => readonly RankedCut[]): (Cut & RankedCut) | null {
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
    const { block, kind } = cut;
    if (kind === "rounds") this.#setRounds(block, (this.rounds[block] ?? 1) - 1);
    else this.#replaceDose(block, shiftDose(this.doses[block] ?? null, this.#originals[block] as Dose, cut, -1));
  }

  /** Reverts every cut, last to first, with which the session still fits. */
  restoreUnneededCuts(cuts: readonly Cut[], budgetMs: number): void {
    for (const cut of cuts.toReversed()) this.#tryRestore(cut, cuts, budgetMs);
  }

  #tryRestore(cut: Cut, cuts: readonly Cut[], budgetMs: number): void {
    const { block, kind } = cut;
    if (kind === "rounds") {
      const rounds = (this.rounds[block] ?? 0) + 1;
      if (this.totalMs + this.#roundsChangeMs(block, rounds) <= budgetMs) this.#setRounds(block, rounds);
      return;
    }
    const dose = this.doses[block] ?? null;
    // Cuts to a left-out block only matter again once the block itself is restored.
    if (dose === null && kind !== "block") return;
    const original = this.#originals[block] as Dose;
    const others = cuts.filter((other) => other.block === block && other.kind !== "block" && other.kind !== "rounds");
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
    if (!this.#linked) return this.#blockMs(dose) - this.#blockMs(this.doses[block] ?? null);
    const changed = this.doses.with(block, dose).filter((other) => other !== null);
    return this.#linked.measureMs(changed, this.rounds) - this.totalMs;
  }

  #setRounds(group: number, rounds: number): void {
    this.totalMs += this.#roundsChangeMs(group, rounds);
    this.rounds[group] = rounds;
  }

  /** How much longer everything becomes with so many rounds of a group. */
  #roundsChangeMs(group: number, rounds: number): number {
    const doses = this.doses.filter((dose) => dose !== null);
    return (this.#linked?.measureMs(doses, this.rounds.with(group, rounds)) ?? this.totalMs) - this.totalMs;
  }

  #blockMs(dose: FittedDose): number {
    return dose ? this.#computeBlockMs(dose) : 0;
  }

  getRemainingExercise(): string {
    return this.doses.find((dose) => this.#blockMs(dose) > 0)?.exercise.id ?? "";
  }
}

function describeChanges(before: readonly Dose[], after: readonly FittedDose[]): UnexplainedChange[] {
  return before.flatMap((dose, index) => {
    const fitted = after[index];
    const [was, is] = [formatDoseWithRest(dose), fitted ? formatDoseWithRest(fitted) : "left out"];
    return was === is ? [] : [{ exercise: dose.exercise.id, before: was, after: is }];
  });
}
