/** The order of one exercise's steps: which set on which side, and where preparations, switches and rests stand. */

import type { Side } from "../terms.ts";
import { computeSetMs } from "./beats.ts";
import type { Dose } from "./dose.ts";
import type { StepKind } from "./types.ts";

/** A step before it has its place in the plan. */
export interface StepDraft {
  readonly kind: StepKind;
  readonly side: Side | null;
  readonly set: { readonly index: number; readonly of: number };
  /** Of everything but a set, whose length its strokes give. */
  readonly durationMs: number;
}

interface SetOnSide {
  readonly side: Side | null;
  readonly index: number;
}

/**
 * The steps of one block. A preparation stands before its first set, a switch between two sets of different sides, a
 * rest between sets of the same side (taking the sides in turn, set by set, the rest comes when both are done). After
 * the last set there is no rest: the next preparation stands there. What would last no time is left out.
 *
 * @param sides the sides in their order; `[null]` when both work at once or take turns repetition by repetition.
 */
export function orderSteps(
  dose: Dose,
  sides: readonly (Side | null)[],
  gaps: { readonly prepareMs: number; readonly switchMs: number },
): StepDraft[] {
  const turns = orderSets(dose, sides);
  const drafts = turns.flatMap((turn, place): StepDraft[] => {
    const previous = turns[place - 1];
    const set = { index: turn.index, of: dose.sets };
    const gap = (kind: StepKind, durationMs: number): StepDraft => ({ kind, side: turn.side, set, durationMs });
    const before = !previous
      ? gap("prepare", gaps.prepareMs)
      : needsRestBetween(dose, previous, turn)
        ? gap("rest", dose.restMs)
        : gap("switch", gaps.switchMs);
    return [before, { kind: "set", side: turn.side, set, durationMs: 0 }];
  });
  return drafts.filter((draft) => draft.kind === "set" || draft.durationMs > 0);
}

/** Milliseconds of one block, its preparation, switches and rests included. */
export function computeBlockMs(dose: Dose, drafts: readonly StepDraft[]): number {
  const oneSetMs = computeSetMs(dose) ?? 0;
  return drafts.reduce((sum, draft) => sum + (draft.kind === "set" ? oneSetMs : draft.durationMs), 0);
}

/** The sets in the order in which they are done. */
function orderSets(dose: Dose, sides: readonly (Side | null)[]): SetOnSide[] {
  const indices = Array.from({ length: dose.sets }, (_, set) => set + 1);
  return alternatesSetBySet(dose)
    ? indices.flatMap((index) => sides.map((side) => ({ side, index })))
    : sides.flatMap((side) => indices.map((index) => ({ side, index })));
}

function alternatesSetBySet({ exercise: { sides } }: Dose): boolean {
  return sides.mode === "each" && sides.order === "set-by-set";
}

/** Whether a set is rested for: another set of the same side, or the next round of both sides. */
function needsRestBetween(dose: Dose, previous: SetOnSide, turn: SetOnSide): boolean {
  return previous.side === turn.side || (alternatesSetBySet(dose) && previous.index !== turn.index);
}
