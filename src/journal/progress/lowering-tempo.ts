/** A lowering of so many seconds as a tempo: the only way in which it can be asked for. */
import { isTempoStroke, parseTempo, TEMPO_PHASES } from "../../catalog/tempo.ts";
import type { Exercise } from "../../catalog/types.ts";
import type { StoredDose } from "../stored-block.ts";

/**
 * "4-0-2-2": the strokes of the last time with another lowering.
 *
 * @param seconds of the lowering.
 * @returns null when they are no tempo: another stroke among them, or one of 1.5 s, as a tempo counts whole seconds.
 */
export function formatLoweringTempo(
  strokes: StoredDose["strokes"],
  seconds: number,
  { pattern }: Exercise,
): string | null {
  if (!strokes.every(isTempoStroke)) return null;
  const parts = TEMPO_PHASES.map((phase) => {
    if (phase === "eccentric") return seconds;
    const fast = pattern.type === "strokes" && pattern.strokes.some((stroke) => stroke.phase === phase && stroke.fast);
    return fast ? "X" : (strokes.find((stroke) => stroke.phase === phase)?.seconds ?? 0);
  });
  const text = parts.join("-");
  return parseTempo(text) ? text : null;
}
