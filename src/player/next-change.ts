/** When to look again: the next moment at which something that is seen or told changes. */
import type { Plan } from "../plan/types.ts";
import { beatAt } from "./frame.ts";
import { currentStep, positionMs, stepDurationMs } from "./state.ts";
import { findNextMomentMs } from "./step-moments.ts";
import type { PlayerState } from "./types.ts";

/** A digit, a cell or a mark that changes sooner than this is taken together with the present moment. */
const MIN_DELAY_MS = 0.001;

/** How long, in milliseconds of session time, until something is due to be told, and until something seen turns over. */
export interface NextChange {
  /** The end of the step, a beat or a mark. */
  readonly momentMs: number;
  /** A figure, or the next share of a fill. */
  readonly displayMs: number;
}

/**
 * The next changes after the present moment of a running session. Figures and fills are counted back from the end of
 * what they show, so that they turn over together with it.
 *
 * @param fillsPerSecond how often in a second of session time a fill is redrawn.
 */
export function findNextChange(plan: Plan, state: PlayerState, fillsPerSecond: number): NextChange {
  const step = currentStep(plan, state);
  if (!step) return { momentMs: Number.POSITIVE_INFINITY, displayMs: Number.POSITIVE_INFINITY };
  const spentMs = positionMs(state);
  const durationMs = stepDurationMs(step, state);
  if (durationMs === null) return { momentMs: Number.POSITIVE_INFINITY, displayMs: msUntilMultiple(-spentMs, 1000) };
  const beat = step.stretchable ? undefined : beatAt(step, spentMs);
  const shownEndMs = beat ? beat.atMs + beat.durationMs : durationMs;
  const moment = Math.min(durationMs, findNextMomentMs(step, durationMs, spentMs));
  return {
    momentMs: Math.max(MIN_DELAY_MS, moment - spentMs),
    displayMs: msUntilMultiple(shownEndMs - spentMs, 1000 / Math.max(1, Math.round(fillsPerSecond))),
  };
}

/** How long until what is left is a whole number of grid lengths again. */
function msUntilMultiple(leftMs: number, gridMs: number): number {
  const rest = ((leftMs % gridMs) + gridMs) % gridMs;
  return rest < MIN_DELAY_MS ? rest + gridMs : rest;
}
