/** The order of the steps of one exercise: which set is done on which side, and where preparations, switches and rests go. */
import { oppositeSide, type Side } from "../terms.ts";
import type { Dose } from "./dose.ts";
import type { StepKind } from "./step-types.ts";

/** A step that has no position in the plan yet. */
export interface StepDraft {
  readonly kind: StepKind;
  readonly side: Side | null;
  readonly set: { readonly index: number; readonly of: number };
  /** 0 for a set: its duration comes from its strokes. null: a rest that a clock ends. */
  readonly durationMs: number | null;
}

/** The side to start with, and the only side to train if there is one. */
export interface SideSelection {
  readonly first: Side;
  readonly only: Side | null;
}

interface SetOnSide {
  readonly side: Side | null;
  readonly index: number;
}

/**
 * The steps of one block. A switch comes between two sets on different sides, and a rest between sets on the same side
 * (when sides alternate set by set, the rest comes after both). What stands before the first set and after the last is
 * up to its place. Steps with no duration are left out.
 *
 * @param restMsAfter the rest after a set, in milliseconds.
 */
export function orderSteps(
  dose: Dose,
  sides: SideSelection,
  switchMs: number,
  restMsAfter: (set: number) => number,
): StepDraft[] {
  const turns = orderSets(dose, sides);
  const drafts = turns.flatMap((turn, index): StepDraft[] => {
    const previous = turns[index - 1];
    const create = (kind: StepKind, durationMs: number): StepDraft => ({
      kind,
      side: turn.side,
      set: { index: turn.index, of: dose.sets },
      durationMs,
    });
    if (!previous) return [create("set", 0)];
    const needsRest = needsRestBetween(dose, previous, turn);
    return [needsRest ? create("rest", restMsAfter(previous.index)) : create("switch", switchMs), create("set", 0)];
  });
  return drafts.filter((draft) => draft.kind === "set" || draft.durationMs !== 0);
}

/** The side of a repetition, counted from 1, in a set that alternates sides. */
export function getRepSide(rep: number, { first, only }: SideSelection): Side {
  return only ?? (rep % 2 === 1 ? first : oppositeSide(first));
}

/** The sets in the order they are done; without a side if both work at once or the repetitions alternate. */
function orderSets(dose: Dose, { first, only }: SideSelection): SetOnSide[] {
  const separate = only ? [only] : [first, oppositeSide(first)];
  const sides = dose.exercise.sides.mode === "each" ? separate : [null];
  const indices = Array.from({ length: dose.sets }, (_, set) => set + 1);
  return alternatesSetBySet(dose)
    ? indices.flatMap((index) => sides.map((side) => ({ side, index })))
    : sides.flatMap((side) => indices.map((index) => ({ side, index })));
}

function alternatesSetBySet({ exercise: { sides } }: Dose): boolean {
  return sides.mode === "each" && sides.order === "set-by-set";
}

/** Whether a rest comes before a set: another set on the same side, or the next pair of sides. */
function needsRestBetween(dose: Dose, previous: SetOnSide, turn: SetOnSide): boolean {
  return previous.side === turn.side || (alternatesSetBySet(dose) && previous.index !== turn.index);
}
