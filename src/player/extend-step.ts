/** How much longer or shorter a person may make the step that is on. */
import type { Step } from "../plan/types.ts";
import { positionMs } from "./state.ts";
import type { PlayerState } from "./types.ts";

/** Taking time away leaves a step this long to run, so that its count-in is still heard whole. */
const MIN_REMAINING_MS = 4000;

/** A step is not made longer than this: an hour more than it was planned. */
const MAX_EXTRA_MS = 3_600_000;

/** Of the milliseconds that were asked for (fewer than none: to take away) those that are given. */
export function clampExtensionMs(step: Step, state: PlayerState, askedMs: number): number {
  if (!step.stretchable || step.durationMs === null) return 0;
  const leftMs = step.durationMs + state.extraMs - positionMs(state);
  const mostMs = MAX_EXTRA_MS - state.extraMs;
  return Math.min(mostMs, Math.max(askedMs, Math.min(leftMs, MIN_REMAINING_MS) - leftMs));
}
