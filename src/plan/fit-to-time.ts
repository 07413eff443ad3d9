/**
 * Fitting a routine into a time: the least that has to give way, in small steps.
 *
 * First every dose goes down inside its range, then rests down to half, then sets, then the least important blocks are
 * left out. When it fits, every step is tried back, so that nothing was taken that need not have been.
 */
import { EXIT_CODES, UserError } from "../errors.ts";
import { formatClock } from "../text/duration.ts";
import { type Dose, formatDose } from "./dose.ts";
import { applyCut, type Cut, type FittedDose, replayCuts } from "./dose-cuts.ts";
import type { PlanChange } from "./types.ts";

interface RankedCut {
  readonly cut: Cut;
  readonly rank: number;
}

export interface FitResult {
  readonly doses: readonly FittedDose[];
  readonly changes: readonly PlanChange[];
}

/**
 * The doses that fit into `budgetMs`; unchanged when they do already.
 *
 * @param lengthOf milliseconds of one block with a dose, its preparation, switches and rests included.
 * @throws UserError (exit 2) with the smallest useful session when even that is longer: the most important block alone.
 */
export function fitDosesToTime(
  name: string,
  doses: readonly Dose[],
  budgetMs: number,
  lengthOf: (dose: Dose) => number,
): FitResult {
  const board = new DoseFitter(doses, lengthOf);
  const cuts: Cut[] = [];
  for (const stage of [board.findDoseCut, board.findRestCut, board.findSetCut, board.findBlockCut]) {
    for (let cut = stage(); cut && board.totalMs > budgetMs; cut = stage()) {
      board.apply(cut);
      cuts.push(cut);
    }
  }
  if (board.totalMs > budgetMs) {
    throw new UserError(`${name} cannot be done in ${formatClock(budgetMs)}`, {
      exitCode: EXIT_CODES.usage,
      hint: `${formatClock(Math.ceil(board.totalMs / 1000) * 1000)} is the least: ${board.getRemainingExercise()} alone`,
    });
  }
  board.restoreUnneededCuts(cuts, budgetMs);
  return { doses: board.doses, changes: describeChanges(doses, board.doses, budgetMs) };
}

/** The doses as they stand while they are cut. */
class DoseFitter {
  doses: FittedDose[];
  totalMs: number;
  readonly #start: readonly Dose[];
  readonly #lengthOf: (dose: Dose) => number;

  constructor(doses: readonly Dose[], lengthOf: (dose: Dose) => number) {
    this.#start = doses;
    this.#lengthOf = lengthOf;
    this.doses = [...doses];
    this.totalMs = doses.reduce((sum, dose) => sum + lengthOf(dose), 0);
  }

  /** One repetition or one second of a stroke, from the figure that has the greatest share of its range left. */
  findDoseCut = (): Cut | null =>
    this.#greatest((dose, start, block) => [
      { cut: { block, kind: "reps", stroke: 0 }, rank: computeShareLeft(dose.reps, dose.floor.reps, start.reps) },
      ...(dose.strokes ?? []).map(({ durationMs, floorMs }, stroke): RankedCut => {
        const rank = computeShareLeft(durationMs, floorMs, start.strokes?.[stroke]?.durationMs ?? 0);
        return { cut: { block, kind: "stroke", stroke }, rank };
      }),
    ]);

  /** One second of the rest that has given least. */
  findRestCut = (): Cut | null =>
    this.#greatest((dose, start, block) => [
      { cut: { block, kind: "rest", stroke: 0 }, rank: computeShareLeft(dose.restMs, dose.floor.restMs, start.restMs) },
    ]);

  /** One set of the block that has most of them; of equals the least important. */
  findSetCut = (): Cut | null =>
    this.#greatest((dose, _, block) => [
      {
        cut: { block, kind: "set", stroke: 0 },
        rank: dose.sets > dose.floor.sets ? dose.sets + dose.block.priority / 100 : 0,
      },
    ]);

  /** The least important block that is not the last; of equals the later. */
  findBlockCut = (): Cut | null => {
    const here = this.doses.flatMap((dose, block) => (dose && this.#lengthOf(dose) > 0 ? [{ dose, block }] : []));
    if (here.length < 2) return null;
    const least = here.reduce((a, b) => (b.dose.block.priority >= a.dose.block.priority ? b : a));
    return { block: least.block, kind: "leave", stroke: 0 };
  };

  /** The cut of the greatest rank above zero that saves time; of equals the first. */
  #greatest(options: (dose: Dose, start: Dose, block: number) => readonly RankedCut[]): Cut | null {
    let greatest: RankedCut | null = null;
    for (const [block, dose] of this.doses.entries()) {
      for (const option of dose ? options(dose, this.#start[block] as Dose, block) : []) {
        if (option.rank > (greatest?.rank ?? 0) && this.#saves(option.cut)) greatest = option;
      }
    }
    return greatest?.cut ?? null;
  }

  /** Whether a cut makes the session shorter at all: a rest of a single set does not. */
  #saves(cut: Cut): boolean {
    const dose = this.doses[cut.block];
    const after = dose ? applyCut(dose, this.#start[cut.block] as Dose, cut, -1) : null;
    return dose !== null && dose !== undefined && after !== null && this.#lengthOf(after) < this.#lengthOf(dose);
  }

  apply(cut: Cut): void {
    this.#replace(cut.block, applyCut(this.doses[cut.block] ?? null, this.#start[cut.block] as Dose, cut, -1));
  }

  /** Takes back, from the last to the first, every cut that leaves the session short enough. */
  restoreUnneededCuts(cuts: readonly Cut[], budgetMs: number): void {
    let left = [...cuts];
    for (let before = -1; before !== left.length; ) {
      before = left.length;
      const stay = left.toReversed().filter((cut) => !this.#back(cut, left, budgetMs));
      left = stay.toReversed();
    }
  }

  #back(cut: Cut, cuts: readonly Cut[], budgetMs: number): boolean {
    const { block } = cut;
    const dose = this.doses[block] ?? null;
    // What a left-out block lost before shows again only when the block itself comes back.
    if (dose === null && cut.kind !== "leave") return false;
    const start = this.#start[block] as Dose;
    const restored = cut.kind === "leave" ? replayCuts(start, cuts, block) : applyCut(dose, start, cut, 1);
    const growsMs = (restored ? this.#lengthOf(restored) : 0) - (dose ? this.#lengthOf(dose) : 0);
    if (this.totalMs + growsMs > budgetMs) return false;
    this.#replace(block, restored);
    return true;
  }

  #replace(block: number, dose: FittedDose): void {
    const before = this.doses[block];
    this.totalMs += (dose ? this.#lengthOf(dose) : 0) - (before ? this.#lengthOf(before) : 0);
    this.doses[block] = dose;
  }

  getRemainingExercise(): string {
    return this.doses.find((dose) => dose !== null && this.#lengthOf(dose) > 0)?.exercise.id ?? "";
  }
}

/** How much of what may go is still there, from 1 to 0. */
function computeShareLeft(now: number, floor: number, start: number): number {
  return start > floor ? (now - floor) / (start - floor) : 0;
}

function describeChanges(before: readonly Dose[], after: readonly FittedDose[], budgetMs: number): PlanChange[] {
  return before.flatMap((dose, index) => {
    const now = after[index] ?? null;
    const [was, is] = [formatDoseWithRest(dose), now ? formatDoseWithRest(now) : "left out"];
    return was === is
      ? []
      : [{ exercise: dose.exercise.id, before: was, after: is, why: `to fit ${formatClock(budgetMs)}` }];
  });
}

function formatDoseWithRest(dose: Dose): string {
  return `${formatDose(dose)}${dose.sets > 1 ? `, rest ${Number((dose.restMs / 1000).toFixed(3))} s` : ""}`;
}
