/** The order of one exercise's steps: which set on which side, and where preparations, switches and rests stand. */

import type { Side } from "../terms.ts";
import { setMs } from "./beats.ts";
import type { Dose } from "./dose.ts";
import type { StepKind } from "./types.ts";

/** A step before it has its place in the plan. */
export interface Draft {
  readonly kind: StepKind;
  readonly side: Side | null;
  readonly set: { readonly index: number; readonly of: number };
  /** Of everything but a set, whose length its strokes give. */
  readonly durationMs: number;
}

interface Turn {
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
export function order(
  dose: Dose,
  sides: readonly (Side | null)[],
  gaps: { readonly prepareMs: number; readonly switchMs: number },
): Draft[] {
  const turns = turnsOf(dose, sides);
  const drafts = turns.flatMap((turn, place): Draft[] => {
    const previous = turns[place - 1];
    const set = { index: turn.index, of: dose.sets };
    const gap = (kind: StepKind, durationMs: number): Draft => ({ kind, side: turn.side, set, durationMs });
    const before = !previous
      ? gap("prepare", gaps.prepareMs)
      : startsRound(dose, previous, turn)
        ? gap("rest", dose.restMs)
        : gap("switch", gaps.switchMs);
    return [before, { kind: "set", side: turn.side, set, durationMs: 0 }];
  });
  return drafts.filter((draft) => draft.kind === "set" || draft.durationMs > 0);
}

/** Milliseconds of one block, its preparation, switches and rests included. */
export function lengthOf(dose: Dose, drafts: readonly Draft[]): number {
  const oneSetMs = setMs(dose) ?? 0;
  return drafts.reduce((sum, draft) => sum + (draft.kind === "set" ? oneSetMs : draft.durationMs), 0);
}

/** The sets in the order in which they are done. */
function turnsOf(dose: Dose, sides: readonly (Side | null)[]): Turn[] {
  const indices = Array.from({ length: dose.sets }, (_, set) => set + 1);
  return setBySet(dose)
    ? indices.flatMap((index) => sides.map((side) => ({ side, index })))
    : sides.flatMap((side) => indices.map((index) => ({ side, index })));
}

function setBySet({ exercise: { sides } }: Dose): boolean {
  return sides.mode === "each" && sides.order === "set-by-set";
}

/** Whether a set is rested for: another set of the same side, or the next round of both sides. */
function startsRound(dose: Dose, previous: Turn, turn: Turn): boolean {
  return previous.side === turn.side || (setBySet(dose) && previous.index !== turn.index);
}
