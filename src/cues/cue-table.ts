/** The table of what is heard when: from every kind of moment in a session to its tone. */
import type { Phase } from "../terms.ts";
import type { ToneName } from "./tones.ts";

/** A kind of moment at which a tone may sound. */
export type CueMomentName =
  | "set-ends"
  | "session-ends"
  | "rest-starts"
  | "switch-starts"
  | "set-starts"
  | "count-in"
  | "count-down"
  | "half-way"
  | "ten-seconds"
  | "stroke"
  | "rep-starts"
  | "last-rep-starts";

interface ToneRule {
  readonly tone: ToneName | "by-phase";
  /** Where two tones would run into each other the lower rank sounds; of the same rank the earlier one. */
  readonly priority: number;
  /** On time or not at all: it never waits for another tone that falls on the same moment. */
  readonly exact?: true;
}

/**
 * One tone a moment, in the order in which they follow each other where moments fall together: when a set ends and its
 * rest begins, "set-end" is heard and, after a short silence, "rest". What then no longer fits is left out. A set that
 * begins the moment another ends is told by "go" alone (see `soundsItsEnd`).
 */
export const TONE_TABLE: Readonly<Record<CueMomentName, ToneRule>> = {
  "set-ends": { tone: "set-end", priority: 1 },
  "session-ends": { tone: "done", priority: 4 },
  "rest-starts": { tone: "rest", priority: 4 },
  "switch-starts": { tone: "switch", priority: 4 },
  "set-starts": { tone: "go", priority: 1 },
  "count-in": { tone: "get-ready", priority: 2, exact: true },
  "count-down": { tone: "last-seconds", priority: 2, exact: true },
  "half-way": { tone: "half-way", priority: 4 },
  "ten-seconds": { tone: "ten-seconds", priority: 4 },
  stroke: { tone: "by-phase", priority: 3 },
  "rep-starts": { tone: "rep", priority: 5 },
  "last-rep-starts": { tone: "last-rep", priority: 5 },
};

/** Which of two moments that fall together is heard first. */
export const CUE_MOMENT_ORDER: readonly CueMomentName[] = Object.keys(TONE_TABLE) as CueMomentName[];

/** The tone of every stroke: rising where the muscle shortens, level where it stays, falling where it gives way. */
export const STROKE_TONES: Readonly<Record<Phase, ToneName>> = {
  concentric: "concentric",
  eccentric: "eccentric",
  "pause-top": "hold",
  "pause-bottom": "hold",
  hold: "hold",
  work: "work",
  roll: "roll",
  contract: "contract",
  relax: "relax",
  stretch: "stretch",
};

/** What is left of the tones when only ticks are wanted: what counts time, what it counts to, and answers to a key. */
export const TICK_TONES: ReadonlySet<ToneName> = new Set([
  "get-ready",
  "last-seconds",
  "go",
  "set-end",
  "paused",
  "resumed",
  "done",
]);

/** The tone of a moment; a stroke's own by its phase. */
export function toneOfMoment(moment: CueMomentName, phase: Phase | null): ToneName {
  const { tone } = TONE_TABLE[moment];
  return tone === "by-phase" ? STROKE_TONES[phase ?? "hold"] : tone;
}
