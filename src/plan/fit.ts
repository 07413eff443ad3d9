/**
 * Fitting a routine into a time: the least that has to give way, in small steps.
 *
 * First every dose goes down inside its range, then rests down to half, then sets, then the least important blocks are
 * left out. When it fits, every step is tried back, so that nothing was taken that need not have been.
 */
import { EXIT, UserError } from "../errors.ts";
import { clockText } from "../text/duration.ts";
import { type Cut, changed, cutDose, type FittedDose } from "./cuts.ts";
import { type Dose, doseText } from "./dose.ts";
import type { PlanChange } from "./types.ts";

interface Ranked {
  readonly cut: Cut;
  readonly rank: number;
}

export interface Fitted {
  readonly doses: readonly FittedDose[];
  readonly changes: readonly PlanChange[];
}

/**
 * The doses that fit into `budgetMs`; unchanged when they do already.
 *
 * @param lengthOf milliseconds of one block with a dose, its preparation, switches and rests included.
 * @throws UserError (exit 2) with the smallest useful session when even that is longer: the most important block alone.
 */
export function fitInto(
  name: string,
  doses: readonly Dose[],
  budgetMs: number,
  lengthOf: (dose: Dose) => number,
): Fitted {
  const board = new Board(doses, lengthOf);
  const cuts: Cut[] = [];
  for (const stage of [board.doseCut, board.restCut, board.setCut, board.leaveCut]) {
    for (let cut = stage(); cut && board.totalMs > budgetMs; cut = stage()) {
      board.take(cut);
      cuts.push(cut);
    }
  }
  if (board.totalMs > budgetMs) {
    throw new UserError(`${name} cannot be done in ${clockText(budgetMs)}`, {
      exitCode: EXIT.usage,
      hint: `${clockText(Math.ceil(board.totalMs / 1000) * 1000)} is the least: ${board.last()} alone`,
    });
  }
  board.giveBack(cuts, budgetMs);
  return { doses: board.doses, changes: changesOf(doses, board.doses, budgetMs) };
}

/** The doses as they stand while they are cut. */
class Board {
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
  doseCut = (): Cut | null =>
    this.#greatest((dose, start, block) => [
      { cut: { block, kind: "reps", stroke: 0 }, rank: share(dose.reps, dose.floor.reps, start.reps) },
      ...(dose.strokes ?? []).map(({ durationMs, floorMs }, stroke): Ranked => {
        const rank = share(durationMs, floorMs, start.strokes?.[stroke]?.durationMs ?? 0);
        return { cut: { block, kind: "stroke", stroke }, rank };
      }),
    ]);

  /** One second of the rest that has given least. */
  restCut = (): Cut | null =>
    this.#greatest((dose, start, block) => [
      { cut: { block, kind: "rest", stroke: 0 }, rank: share(dose.restMs, dose.floor.restMs, start.restMs) },
    ]);

  /** One set of the block that has most of them; of equals the least important. */
  setCut = (): Cut | null =>
    this.#greatest((dose, _, block) => [
      {
        cut: { block, kind: "set", stroke: 0 },
        rank: dose.sets > dose.floor.sets ? dose.sets + dose.block.priority / 100 : 0,
      },
    ]);

  /** The least important block that is not the last; of equals the later. */
  leaveCut = (): Cut | null => {
    const here = this.doses.flatMap((dose, block) => (dose && this.#lengthOf(dose) > 0 ? [{ dose, block }] : []));
    if (here.length < 2) return null;
    const least = here.reduce((a, b) => (b.dose.block.priority >= a.dose.block.priority ? b : a));
    return { block: least.block, kind: "leave", stroke: 0 };
  };

  /** The cut of the greatest rank above zero that saves time; of equals the first. */
  #greatest(options: (dose: Dose, start: Dose, block: number) => readonly Ranked[]): Cut | null {
    let greatest: Ranked | null = null;
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
    const after = dose ? changed(dose, this.#start[cut.block] as Dose, cut, -1) : null;
    return dose !== null && dose !== undefined && after !== null && this.#lengthOf(after) < this.#lengthOf(dose);
  }

  take(cut: Cut): void {
    this.#replace(cut.block, changed(this.doses[cut.block] ?? null, this.#start[cut.block] as Dose, cut, -1));
  }

  /** Takes back, from the last to the first, every cut that leaves the session short enough. */
  giveBack(cuts: readonly Cut[], budgetMs: number): void {
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
    const restored = cut.kind === "leave" ? cutDose(start, cuts, block) : changed(dose, start, cut, 1);
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

  last(): string {
    return this.doses.find((dose) => dose !== null && this.#lengthOf(dose) > 0)?.exercise.id ?? "";
  }
}

/** How much of what may go is still there, from 1 to 0. */
function share(now: number, floor: number, start: number): number {
  return start > floor ? (now - floor) / (start - floor) : 0;
}

function changesOf(before: readonly Dose[], after: readonly FittedDose[], budgetMs: number): PlanChange[] {
  return before.flatMap((dose, index) => {
    const now = after[index] ?? null;
    const [was, is] = [withRest(dose), now ? withRest(now) : "left out"];
    return was === is
      ? []
      : [{ exercise: dose.exercise.id, before: was, after: is, why: `to fit ${clockText(budgetMs)}` }];
  });
}

function withRest(dose: Dose): string {
  return `${doseText(dose)}${dose.sets > 1 ? `, rest ${Number((dose.restMs / 1000).toFixed(3))} s` : ""}`;
}
