/** The types of cues, the settings that select among them, and how the length of a phrase is measured. */
import type { Plan } from "../plan/types.ts";
import { PHASES } from "../terms.ts";
import type { Language } from "./language/language.ts";
import type { ToneName } from "./tones.ts";

/** The purpose of a phrase. */
export type PhraseName =
  | "announce"
  | "side"
  | "position"
  | "note"
  | "round"
  | "load"
  | "how"
  | "next"
  | "set"
  | "last-set"
  | "switch"
  | "rest"
  | "half-way"
  | "ten-seconds"
  | "stroke"
  | "count"
  | "reminder"
  | "your-turn"
  | "time-up"
  | "score"
  | "done";

interface CueBase {
  /** The step it belongs to; the number of steps stands for the end of the session. */
  readonly step: number;
  /**
   * When it starts, in milliseconds: session time in a sheet and while playing, time from the start of the step in
   * `buildStepCues`. In a sheet, a step that waits for the person takes no time, as in the plan.
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
  /** It must end by then, on the same scale as `atMs`; a phrase that turns out longer is not spoken. */
  readonly endByMs: number;
}

export type Cue = ToneCue | SpeechCue;

export type VoiceLevel = "full" | "brief" | "off";

/** `ticks`: only what counts time, and what it counts down to. */
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
 * What can have its own sound level: the phase of a stroke, a kind of step, a self-paced set (`open`), or all sets of a
 * kind of exercise. If a set matches both, its phase comes before its exercise's kind.
 */
export type CueCategory = (typeof CUE_CATEGORIES)[number];

export interface CueSettings {
  readonly voice: VoiceLevel;
  readonly sound: SoundLevel;
  readonly muted: boolean;
  /** Overrides `sound`, unless that is `off`; `ticks` and `off` also silence the phrases of the category. */
  readonly byCategory: Readonly<Partial<Record<CueCategory, SoundLevel>>>;
  readonly language: Language;
}

/** How many milliseconds a text takes to say: measured, or an estimate on the long side. */
export type MeasureSpeech = (text: string) => number;

/** What the cues of a session are made from. */
export interface CueTrack {
  readonly plan: Plan;
  readonly settings: CueSettings;
  readonly measureSpeech: MeasureSpeech;
}
