/**
 * The doses, rounds and rests of a routine while they are cut to fit into a time: what can be cut next, and what can
 * come back.
 */
import type { Dose } from "./dose.ts";
import {
  type Cut,
  computeShareLeft,
  computeWarmUpFloorMs,
  type FittedDose,
  getStrokeMs,
  type RankedCut,
  shiftDose,
  shiftLimits,
} from "./dose-cuts.ts";
import type { GroupLimits, LinkedBlocks } from "./fit-groups.ts";
import { computeRestFloorMs } from "./rests.ts";

export class DoseFitter {
  readonly doses: FittedDose[];
  limits: GroupLimits;
  totalMs: number;
  readonly #originals: readonly Dose[];
  readonly #computeBlockMs: (dose: Dose) => number;
  readonly #linked: LinkedBlocks | undefined;

  constructor(doses: readonly Dose[], computeBlockMs: (dose: Dose) => number, linked: LinkedBlocks | undefined) {
    this.#originals = doses;
    this.#computeBlockMs = computeBlockMs;
    this.#linked = linked;
    this.doses = [...doses];
    this.limits = {
      rounds: (linked?.groups ?? []).map(({ rounds }) => rounds),
      rests: (linked?.rests ?? []).map(({ ms }) => ms),
    };
    this.totalMs = linked?.measureMs(doses, this.limits) ?? doses.reduce((sum, dose) => sum + computeBlockMs(dose), 0);
  }

  /** One repetition, or one second of a stroke, from the value with the largest share of its range left. */
  findDoseCut = (): Cut | null =>
    this.#findHighestRanked((dose, original) => [
      { kind: "reps", stroke: 0, rank: computeShareLeft(dose.reps, dose.floor.reps, original.reps) },
      ...(dose.strokes ?? []).map(({ durationMs, floorMs }, stroke): RankedCut => {
        return { kind: "stroke", stroke, rank: computeShareLeft(durationMs, floorMs, getStrokeMs(original, stroke)) };
      }),
    ]);

  /** One second of the rest that has been cut least: of a block or one of its sets, of a group or of its own. */
  findRestCut = (): Cut | null => {
    const own = this.#findHighestRanked((dose, original) => [
      { kind: "restMs", stroke: 0, rank: computeShareLeft(dose.restMs, dose.floor.restMs, original.restMs) },
      ...(original.ownRestsMs ?? []).map((ms = 0, stroke): RankedCut => {
        return {
          kind: "ownRest",
          stroke,
          rank: computeShareLeft(dose.ownRestsMs?.[stroke] ?? 0, computeRestFloorMs(ms), ms),
        };
      }),
    ]);
    const shared = (this.#linked?.rests ?? []).map(({ ms, floorMs }, block) => ({
      rank: computeShareLeft(this.limits.rests[block] ?? ms, floorMs, ms),
      cut: { kind: "rests", stroke: 0, block } as const,
    }));
    const [highest] = shared
      .filter(({ rank }) => rank > (own?.rank ?? 0))
      .sort((a, b) => b.rank - a.rank)
      .filter(({ cut }) => this.#limitsChangeMs(this.#shift(cut, -1)) < 0);
    return highest?.cut ?? own;
  };

  /** One set of the block or one round of the group with the most of them; on a tie, of the least important block. */
  findSetOrRoundCut = (): Cut | null => {
    const set = this.#findHighestRanked((dose) => [
      { kind: "sets", stroke: 0, rank: dose.sets > dose.floor.sets ? dose.sets + dose.block.priority / 100 : 0 },
    ]);
    const most = Math.max(set?.rank ?? 0, 1);
    const group = this.limits.rounds
      .map((count, block) => ({ count, cut: { kind: "rounds", stroke: 0, block } as const }))
      .filter(({ count, cut }) => count > most && this.#limitsChangeMs(this.#shift(cut, -1)) < 0)
      .reduce<{ count: number; cut: Cut } | null>((a, b) => (a && a.count >= b.count ? a : b), null);
    return group?.cut ?? set;
  };

  /** One second of a warm-up that is a single stroke, from the one with the largest share left. */
  findWarmUpCut = (): Cut | null =>
    this.#findHighestRanked(({ block, strokes, reps }, original) => {
      const [only, ...others] = strokes ?? [];
      if (!block.warmUp || !only || others.length > 0 || reps > 1) return [];
      const rank = computeShareLeft(only.durationMs, computeWarmUpFloorMs(only), getStrokeMs(original, 0));
      return [{ kind: "warmUp", stroke: 0, rank }];
    });

  /**
   * The least important block, unless it is the only one left; on a tie, the later one. As long as anything else is
   * left, one warm-up is.
   */
  findBlockCut = (): Cut | null => {
    const timed = this.doses.flatMap((dose, block) => (this.#blockMs(dose) > 0 && dose ? [{ dose, block }] : []));
    const warmUps = timed.filter(({ dose }) => dose.block.warmUp);
    const others = timed.length - warmUps.length;
    if (timed.length < 2 || (others === 1 && warmUps.length === 1)) return null;
    const canGo = ({ dose }: { readonly dose: Dose }) =>
      others === 0 || (dose.block.warmUp ? warmUps.length > 1 : others > 1);
    const least = timed.filter(canGo).reduce((a, b) => (b.dose.block.priority >= a.dose.block.priority ? b : a));
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
    if (isOfGroup(kind)) this.#setLimits(this.#shift(cut, -1));
    else this.#replaceDose(block, shiftDose(this.doses[block] ?? null, this.#originals[block] as Dose, cut, -1));
  }

  /** Reverts every cut, last to first, with which the session still fits. */
  restoreUnneededCuts(cuts: readonly Cut[], budgetMs: number): void {
    for (const cut of cuts.toReversed()) this.#tryRestore(cut, cuts, budgetMs);
  }

  #tryRestore(cut: Cut, cuts: readonly Cut[], budgetMs: number): void {
    const { block, kind } = cut;
    if (isOfGroup(kind)) {
      const limits = this.#shift(cut, 1);
      if (this.totalMs + this.#limitsChangeMs(limits) <= budgetMs) this.#setLimits(limits);
      return;
    }
    const dose = this.doses[block] ?? null;
    // Cuts to a left-out block only matter again once the block itself is restored.
    if (dose === null && kind !== "block") return;
    const original = this.#originals[block] as Dose;
    const others = cuts.filter((other) => other.block === block && other.kind !== "block" && !isOfGroup(other.kind));
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
    return this.#linked.measureMs(changed, this.limits) - this.totalMs;
  }

  #shift(cut: Cut, direction: 1 | -1): GroupLimits {
    return shiftLimits(this.limits, this.#linked?.rests ?? [], cut, direction);
  }

  #setLimits(limits: GroupLimits): void {
    this.totalMs += this.#limitsChangeMs(limits);
    this.limits = limits;
  }

  /** How much longer everything becomes with such rounds and rests. */
  #limitsChangeMs(limits: GroupLimits): number {
    const doses = this.doses.filter((dose) => dose !== null);
    return (this.#linked?.measureMs(doses, limits) ?? this.totalMs) - this.totalMs;
  }

  #blockMs(dose: FittedDose): number {
    return dose ? this.#computeBlockMs(dose) : 0;
  }

  /** What cannot be left out: "psoas-march alone", or "standing-march and psoas-march". */
  describeRemaining(): string {
    const left = this.doses.filter((dose) => this.#blockMs(dose) > 0).map((dose) => dose?.exercise.id);
    return left.length > 1 ? left.join(" and ") : `${left[0] ?? ""} alone`;
  }
}

function isOfGroup(kind: Cut["kind"]): boolean {
  return kind === "rounds" || kind === "rests";
}
