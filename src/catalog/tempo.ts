/** The one place that knows what a tempo is: "3-0-3-1" to strokes in the order in which they are done, and back. */
import type { Figure, Stroke } from "./types.ts";

export interface TempoPart {
  readonly seconds: number;
  /** `X`: explosive; it counts one second. */
  readonly fast: boolean;
}

/** The four parts, in the order in which a tempo is written. */
export interface Tempo {
  readonly eccentric: TempoPart;
  readonly pauseBottom: TempoPart;
  readonly concentric: TempoPart;
  readonly pauseTop: TempoPart;
}

export type Start = "concentric" | "eccentric";

const FAST_SECONDS = 1;
const MOVE = String.raw`(\d{1,2}|X)`;
const PAUSE = String.raw`(\d{1,2})`;
const DASHED = new RegExp(`^${MOVE}-${PAUSE}-${MOVE}-${PAUSE}$`, "i");
const COMPACT = /^([0-9X])([0-9])([0-9X])([0-9])$/i;

/**
 * "4-0-2-1", "4021", "30X1" (large or small x): eccentric, pause at the bottom, concentric, pause at the top, in
 * seconds. Only the strokes that move can be explosive. Null when it is no tempo, or when all of it is zero.
 */
export function parseTempo(text: string): Tempo | null {
  const written = text.trim();
  const parts = (DASHED.exec(written) ?? COMPACT.exec(written))?.slice(1).map(parsePart);
  if (!parts) return null;
  const [eccentric, pauseBottom, concentric, pauseTop] = parts;
  if (!eccentric || !pauseBottom || !concentric || !pauseTop) return null;
  return parts.some((part) => part.seconds > 0) ? { eccentric, pauseBottom, concentric, pauseTop } : null;
}

/** Where the seconds of a tempo come from, and what the exercise says in each stroke. */
export interface TempoWords {
  readonly basis?: Figure["basis"];
  readonly reason?: string | null;
  readonly cues?: Readonly<Partial<Record<Stroke["phase"], string | undefined>>> | undefined;
}

/**
 * All four strokes of a repetition, those of zero too: lift, hold, lower, pause when it starts concentric; lower, pause,
 * lift, hold when it starts eccentric.
 */
export function tempoStrokes(tempo: Tempo, starts: Start, words: TempoWords = {}): readonly Stroke[] {
  const stroke = (phase: Stroke["phase"], part: TempoPart): Stroke => ({
    phase,
    seconds: {
      amount: { type: "single", value: part.seconds },
      basis: words.basis ?? "guide",
      reason: words.reason ?? null,
    },
    fast: part.fast,
    cue: words.cues?.[phase] ?? null,
  });
  const up = [stroke("concentric", tempo.concentric), stroke("pause-top", tempo.pauseTop)];
  const down = [stroke("eccentric", tempo.eccentric), stroke("pause-bottom", tempo.pauseBottom)];
  return starts === "concentric" ? [...up, ...down] : [...down, ...up];
}

/** The strokes that a tempo is made of, in the order in which it is written. */
export const TEMPO_PHASES = ["eccentric", "pause-bottom", "concentric", "pause-top"] as const;

/** Whether a stroke may be one of a tempo. */
export function isOfTempo({ phase }: { readonly phase: string }): boolean {
  return (TEMPO_PHASES as readonly string[]).includes(phase);
}

/** Which stroke of a tempo a repetition begins with; null for strokes that are no tempo. */
export function startOf(strokes: readonly Pick<Stroke, "phase">[]): Start | null {
  if (strokes.length < 2 || !strokes.every(isOfTempo)) return null;
  const first = strokes.find(({ phase }) => phase === "concentric" || phase === "eccentric")?.phase;
  return first === "concentric" || first === "eccentric" ? first : null;
}

/**
 * Strokes as a tempo is written: "3-0-3-1", "3-0-X-1".
 *
 * @param seconds the length of a stroke in words.
 */
export function tempoText<T extends Pick<Stroke, "phase" | "fast">>(
  strokes: readonly T[],
  seconds: (stroke: T) => string,
): string {
  return TEMPO_PHASES.map((phase) => {
    const stroke = strokes.find((other) => other.phase === phase);
    return stroke === undefined ? "0" : stroke.fast ? "X" : seconds(stroke);
  }).join("-");
}

function parsePart(text: string): TempoPart {
  return text.toLowerCase() === "x" ? { seconds: FAST_SECONDS, fast: true } : { seconds: Number(text), fast: false };
}
