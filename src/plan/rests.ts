/** How rests are scaled by the user's setting, and how short they may become when time is short. */

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
