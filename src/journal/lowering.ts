/** A lowering of so many seconds as a tempo: the only way in which it can be asked for. */
import { parseTempo } from "../catalog/tempo.ts";
import type { Exercise } from "../catalog/types.ts";
import { TEMPO_PHASES } from "../plan/dose.ts";
import type { KeptDose } from "./kept-block.ts";

/** The strokes of a tempo in the order in which it is written. */
const WRITTEN = ["eccentric", "pause-bottom", "concentric", "pause-top"] as const;

/**
 * "4-0-2-2": the strokes of the last time with another lowering.
 *
 * @param seconds of the lowering.
 * @returns null when they are no tempo: another stroke among them, or one of 1.5 s, as a tempo counts whole seconds.
 */
export function loweringTempo(strokes: KeptDose["strokes"], seconds: number, { pattern }: Exercise): string | null {
  if (!strokes.every((stroke) => TEMPO_PHASES.has(stroke.phase))) return null;
  const parts = WRITTEN.map((phase) => {
    if (phase === "eccentric") return seconds;
    const fast = pattern.type === "strokes" && pattern.strokes.some((stroke) => stroke.phase === phase && stroke.fast);
    return fast ? "X" : (strokes.find((stroke) => stroke.phase === phase)?.seconds ?? 0);
  });
  const text = parts.join("-");
  return parseTempo(text) ? text : null;
}
