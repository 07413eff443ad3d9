/** Time under tension of one set, by side: what of its strokes was really done, those left out in which the muscle rests. */

import type { Step } from "../../plan/types.ts";
import { timeUnderTensionMs } from "../../player/summarise-session.ts";
import type { Tension } from "../stored-step.ts";

/** Seconds under tension in the first `spentMs` of a set; undefined when there are none, as in a rest or a test. */
export function measureTension(step: Step, spentMs: number): Tension | undefined {
  if (step.kind !== "set") return undefined;
  const bySide: Tension = {};
  for (const side of ["left", "right", null] as const) {
    const beats = step.beats.filter((beat) => beat.side === side);
    if (beats.length === 0) continue;
    const ms = timeUnderTensionMs({ ...step, beats }, spentMs);
    if (ms > 0) bySide[side ?? "both"] = Math.round(ms) / 1000;
  }
  return Object.keys(bySide).length > 0 ? bySide : undefined;
}

/** Seconds under tension on all sides, to the millisecond. */
export function sumTension({ left = 0, right = 0, both = 0 }: Tension): number {
  return Math.round((left + right + both) * 1000) / 1000;
}
