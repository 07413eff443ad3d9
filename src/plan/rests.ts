/** Rests: how the user's setting scales them, how short they may become when time is short, and one that nothing follows. */
import type { Routine } from "../catalog/types.ts";
import { formatDoseDuration } from "../text/duration.ts";
import type { PlanFlags } from "./flags.ts";
import type { PlanChange } from "./types.ts";

/** Fitting a time cuts no rest below this: there is time to change position, and to hear which. */
const LEAST_REST_MS = 10_000;

/** The value of a rest with the user's factor, in milliseconds; whole seconds unless the factor is 1. */
export function scaleRestMs(restMs: number, scale: number): number {
  return scale === 1 ? restMs : Math.round((restMs * scale) / 1000) * 1000;
}

/** Half of it, rounded up to whole seconds; but it leaves time to change position. In milliseconds. */
export function computeRestFloorMs(restMs: number): number {
  return Math.min(restMs, Math.max(LEAST_REST_MS, Math.ceil(restMs / 2000) * 1000));
}

/** The rest that a routine ends with: nothing follows it, unless a flag repeats the whole. Null if there is none. */
export function findUnusedRest({ sections }: Routine, { rounds }: PlanFlags = {}): PlanChange | null {
  const last = sections.findLast(({ blocks }) => blocks.length > 0)?.items?.at(-1);
  if (rounds !== undefined || last?.type !== "rest") return null;
  return {
    exercise: "Rest",
    before: `${formatDoseDuration(last.rest.rest * 1000)} at the end`,
    after: "left out",
    why: "nothing follows it; a rest between sets belongs to their exercise",
  };
}
