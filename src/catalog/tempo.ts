/** Everything about tempos: converts "3-0-3-1" to strokes in the order they are done, and back. */
import type { DoseValue, Stroke } from "./exercise-types.ts";

interface TempoPart {
  readonly seconds: number;
  /** `X`: explosive; counts as one second. */
  readonly fast: boolean;
}

/** The four parts, in the order in which a tempo is written. */
interface Tempo {
  readonly eccentric: TempoPart;
  readonly pauseBottom: TempoPart;
  readonly concentric: TempoPart;
  readonly pauseTop: TempoPart;
}

export type StartingStroke = "concentric" | "eccentric";

const EXPLOSIVE_SECONDS = 1;
const MOVE_PATTERN = String.raw`(\d{1,2}|X)`;
const PAUSE_PATTERN = String.raw`(\d{1,2})`;
const DASHED_TEMPO = new RegExp(`^${MOVE_PATTERN}-${PAUSE_PATTERN}-${MOVE_PATTERN}-${PAUSE_PATTERN}$`, "i");
const COMPACT_TEMPO = /^([0-9X])([0-9])([0-9X])([0-9])$/i;

/**
 * "4-0-2-1", "4021", "30X1" (upper or lower case x): eccentric, pause at the bottom, concentric, pause at the top, in
 * seconds. Only the moving strokes can be explosive. Null if the text is not a tempo or is all zeros.
 */
export function parseTempo(text: string): Tempo | null {
  const written = text.trim();
  const parts = (DASHED_TEMPO.exec(written) ?? COMPACT_TEMPO.exec(written))?.slice(1).map(parseTempoPart);
  if (!parts) return null;
  const [eccentric, pauseBottom, concentric, pauseTop] = parts;
  if (!eccentric || !pauseBottom || !concentric || !pauseTop) return null;
  return parts.some((part) => part.seconds > 0) ? { eccentric, pauseBottom, concentric, pauseTop } : null;
}

/** What to write in place of a text that {@link parseTempo} does not take. @param example a tempo with dashes. */
export function explainTempo(text: string, example: string): string {
  if (/^0[0-]*$/.test(text.trim())) return "not every part of a tempo can be 0";
  return `expected lower-pause-lift-pause in seconds, such as ${example} or 30X1`;
}

/** The basis of a tempo's seconds, and the cues for its strokes. */
interface TempoStrokeOptions {
  readonly basis?: DoseValue["basis"];
  readonly reason?: string | null;
  readonly cues?: Readonly<Partial<Record<Stroke["phase"], string | undefined>>> | undefined;
}

/**
 * All four strokes of a repetition, including those of zero length: lift, hold, lower, pause when it starts concentric;
 * lower, pause, lift, hold when it starts eccentric.
 */
export function buildTempoStrokes(
  tempo: Tempo,
  starts: StartingStroke,
  { basis = "guide", reason = null, cues }: TempoStrokeOptions = {},
): readonly Stroke[] {
  const stroke = (phase: Stroke["phase"], part: TempoPart): Stroke => ({
    phase,
    seconds: { amount: { type: "single", value: part.seconds }, basis, reason },
    fast: part.fast,
    cue: cues?.[phase] ?? null,
  });
  const up = [stroke("concentric", tempo.concentric), stroke("pause-top", tempo.pauseTop)];
  const down = [stroke("eccentric", tempo.eccentric), stroke("pause-bottom", tempo.pauseBottom)];
  return starts === "concentric" ? [...up, ...down] : [...down, ...up];
}

/** The phases of a tempo, in the order in which it is written. */
export const TEMPO_PHASES = ["eccentric", "pause-bottom", "concentric", "pause-top"] as const;

/** Whether a stroke can be part of a tempo. */
export function isTempoStroke({ phase }: { readonly phase: string }): boolean {
  return (TEMPO_PHASES as readonly string[]).includes(phase);
}

/** The stroke that a repetition starts with; null if the strokes are not a tempo. */
export function findStartingStroke(strokes: readonly Pick<Stroke, "phase">[]): StartingStroke | null {
  if (strokes.length < 2 || !strokes.every(isTempoStroke)) return null;
  const first = strokes.find(({ phase }) => phase === "concentric" || phase === "eccentric")?.phase;
  return first === "concentric" || first === "eccentric" ? first : null;
}

/**
 * Formats strokes as a tempo: "3-0-3-1", "3-0-X-1".
 *
 * @param formatSeconds formats the length of a stroke.
 */
export function formatTempo<T extends Pick<Stroke, "phase" | "fast">>(
  strokes: readonly T[],
  formatSeconds: (stroke: T) => string,
): string {
  return TEMPO_PHASES.map((phase) => {
    const stroke = strokes.find((other) => other.phase === phase);
    return stroke === undefined ? "0" : stroke.fast ? "X" : formatSeconds(stroke);
  }).join("-");
}

function parseTempoPart(text: string): TempoPart {
  return text.toLowerCase() === "x"
    ? { seconds: EXPLOSIVE_SECONDS, fast: true }
    : { seconds: Number(text), fast: false };
}
