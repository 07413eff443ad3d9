/** The words of what is heard: a cue, the settings that choose among cues, and what is known of a phrase's length. */
import { PHASES } from "../terms.ts";
import type { Language } from "./language/language.ts";
import type { ToneName } from "./tones.ts";

/** What a spoken line is for. */
export type PhraseName =
  | "announce"
  | "side"
  | "position"
  | "note"
  | "how"
  | "next"
  | "set"
  | "last-set"
  | "switch"
  | "half-way"
  | "ten-seconds"
  | "stroke"
  | "count"
  | "reminder"
  | "your-turn"
  | "done";

interface CueBase {
  /** The step it belongs to; the number of steps for what is heard when the session is over. */
  readonly step: number;
  /**
   * Milliseconds at which it begins: of session time in a sheet and in live play, of the step's own time in
   * `cuesOfStep`. In a sheet a step that waits for the person takes no time, as in the plan.
   */
  readonly atMs: number;
  readonly durationMs: number;
}

export interface ToneCue extends CueBase {
  readonly kind: "tone";
  readonly name: ToneName;
  readonly hz: number;
}

export interface SpeechCue extends CueBase {
  readonly kind: "speech";
  readonly name: PhraseName;
  readonly text: string;
  /** By then it must be over, on the same scale as `atMs`: a line that turns out longer is not said. */
  readonly endByMs: number;
}

export type Cue = ToneCue | SpeechCue;

export type VoiceLevel = "full" | "brief" | "off";

/** `ticks`: only what counts time, and what it counts to. */
export type SoundLevel = "on" | "ticks" | "off";

export const CUE_CATEGORIES = [
  ...PHASES,
  "prepare",
  "rest",
  "switch",
  "open",
  "strength",
  "neuromuscular",
  "massage",
  "cardio",
  "assessment",
] as const;

/**
 * What a person may treat apart: a stroke's phase, a kind of step, a set that waits (`open`), or all sets of a kind of
 * exercise. Where a set has both, its phase goes before its exercise's kind.
 */
export type CueCategory = (typeof CUE_CATEGORIES)[number];

export interface CueSettings {
  readonly voice: VoiceLevel;
  readonly sound: SoundLevel;
  readonly muted: boolean;
  /** Stands before `sound`, unless that is `off`; `ticks` and `off` leave its spoken lines out too. */
  readonly byCategory: Readonly<Partial<Record<CueCategory, SoundLevel>>>;
  readonly language: Language;
}

/** Milliseconds that a text takes to say: as measured, or estimated on the safe side. */
export type MeasureSpeech = (text: string) => number;
