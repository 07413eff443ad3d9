/** Every cue of one step: its tones, and the spoken lines that fit between them. */
import type { Plan, Step } from "../plan/types.ts";
import { isSpeechEnabled, isToneEnabled } from "./cue-levels.ts";
import { fitPhrases, type PlacedPhrase, type SpeechSlot } from "./fit-phrases.ts";
import { buildGapSpeech } from "./gap-speech.ts";
import { buildSetSpeech } from "./set-speech.ts";
import { buildStepTones, carriedOverMs, type PlacedTone } from "./step-tones.ts";
import { Timeline } from "./timeline.ts";
import { TONES } from "./tones.ts";
import type { Cue, CueSettings, MeasureSpeech } from "./types.ts";

/** Silence between a spoken line and a tone: the line is over well before, and begins when the tone is gone. */
export const SILENCE_BEFORE_TONE_MS = 120;
export const SILENCE_AFTER_TONE_MS = 80;

export interface StepCueOptions {
  /** How long the step lasts, with what was added to it; null: until the person says so. */
  readonly durationMs: number | null;
  /** What would begin before is left out. */
  readonly fromMs?: number;
  readonly settings: CueSettings;
  readonly measureSpeech: MeasureSpeech;
}

/**
 * The cues of a step, in order, with times from the step's start. Spoken lines are over before the step ends; the tone
 * of a set's end stands at its very end. Tones that are left out by the settings keep their room, so that what is said
 * is said at the same time however much of the rest is heard.
 */
export function buildStepCues(plan: Plan, stepIndex: number, options: StepCueOptions): Cue[] {
  const { durationMs, fromMs = 0, settings, measureSpeech } = options;
  const step = plan.steps[stepIndex];
  if (!step || settings.muted) return [];
  const tones = buildStepTones(plan, step, durationMs);
  const timeline = buildTimeline(tones, carriedOverMs(plan, step));
  const said = buildSpeechSlots(plan, step, tones, durationMs, settings)
    .filter(({ category }) => isSpeechEnabled(settings, plan, step, category))
    .flatMap((passage) => fitPhrases(passage, timeline, measureSpeech));
  const wanted = tones.filter((tone) => isToneEnabled(settings, plan, step, tone));
  return mergeCues(stepIndex, wanted, said, tones, durationMs).filter((cue) => cue.atMs >= fromMs);
}

/** The room that tones leave for speech; `carried`: how long the step before is still heard. */
export function buildTimeline(tones: readonly PlacedTone[], carried: number): Timeline {
  const timeline = new Timeline();
  if (carried > 0) timeline.reserve(0, carried + SILENCE_AFTER_TONE_MS);
  for (const tone of tones)
    timeline.reserve(tone.atMs - SILENCE_BEFORE_TONE_MS, tone.atMs + tone.durationMs + SILENCE_AFTER_TONE_MS);
  return timeline;
}

/** Cues of tones and lines, in order; every line knows by when it must be over. */
export function mergeCues(
  step: number,
  wanted: readonly PlacedTone[],
  said: readonly PlacedPhrase[],
  tones: readonly PlacedTone[],
  lengthMs: number | null,
): Cue[] {
  const starts = [...tones, ...said].map(({ atMs }) => atMs).sort((a, b) => a - b);
  if (lengthMs !== null) starts.push(lengthMs);
  let next = 0;
  const spoken = [...said]
    .sort((a, b) => a.atMs - b.atMs)
    .map(({ atMs, durationMs, name, text }): Cue => {
      while (next < starts.length && (starts[next] as number) <= atMs) next++;
      const endByMs = (starts[next] ?? Number.POSITIVE_INFINITY) - SILENCE_BEFORE_TONE_MS;
      return { step, atMs, durationMs, kind: "speech", name, text, endByMs };
    });
  const sounded = wanted.map(
    ({ atMs, durationMs, name }): Cue => ({ step, atMs, durationMs, kind: "tone", name, hz: TONES[name].hz }),
  );
  return [...sounded, ...spoken].sort((a, b) => a.atMs - b.atMs);
}

function buildSpeechSlots(
  plan: Plan,
  step: Step,
  tones: readonly PlacedTone[],
  lengthMs: number | null,
  { voice, language }: CueSettings,
): SpeechSlot[] {
  if (voice === "off") return [];
  const full = voice === "full";
  const endMs = lengthMs === null ? Number.POSITIVE_INFINITY : lengthMs - SILENCE_BEFORE_TONE_MS;
  if (step.kind !== "set") {
    const countInMs = tones.find((tone) => tone.name === "get-ready")?.atMs;
    return buildGapSpeech(
      plan,
      step,
      countInMs === undefined ? endMs : countInMs - SILENCE_BEFORE_TONE_MS,
      full,
      language,
    );
  }
  const passages = buildSetSpeech(plan, step, lengthMs, full, language);
  return passages.map((passage) => ({ ...passage, endByMs: Math.min(passage.endByMs, endMs) }));
}
