/** The cues of one step, and of the end of a session: their tones, and the phrases that fit between them. */
import type { Plan, Step } from "../plan/types.ts";
import type { PlayerState } from "../player/types.ts";
import { isSpeechEnabled, isToneEnabled } from "./cue-table.ts";
import { fitPhrases, type PlacedPhrase, type SpeechSlot } from "./fit-phrases.ts";
import { buildGapSpeech } from "./gap-speech.ts";
import { buildSetSpeech } from "./set-speech.ts";
import { limitVariants } from "./speech-context.ts";
import { buildStepTones, carriedOverMs, type PlacedTone, TONE_GAP_MS } from "./step-tones.ts";
import { Timeline } from "./timeline.ts";
import { TONES, type ToneName, toneDurationMs } from "./tones.ts";
import type { Cue, CueSettings, CueTrack, ToneCue } from "./types.ts";

/** Silence between a phrase and a tone: a phrase ends well before a tone, and starts once the tone has died away. */
export const SILENCE_BEFORE_TONE_MS = 120;
const SILENCE_AFTER_TONE_MS = 80;

/**
 * The cues of a step in order, timed from the start of the step. Phrases end before the step does; the tone that ends a
 * set starts exactly at its end. Tones that the settings switch off still reserve their time, so phrases are spoken at
 * the same time whatever else is heard.
 *
 * @param durationMs how long the step lasts, including added time; null if it lasts until the person ends it.
 */
export function buildStepCues(
  { plan, settings, measureSpeech }: CueTrack,
  step: Step,
  durationMs: number | null,
): Cue[] {
  if (settings.muted) return [];
  const tones = buildStepTones(plan, step, durationMs);
  const timeline = buildTimeline(tones, carriedOverMs(plan, step));
  const phrases = buildSpeechSlots(plan, step, tones, durationMs, settings)
    .filter(({ category }) => isSpeechEnabled(settings, plan, step, category))
    .flatMap((slot) => fitPhrases(slot, timeline, measureSpeech));
  const enabledTones = tones.filter((tone) => isToneEnabled(settings, plan, step, tone));
  return mergeCues(step.index, tones, enabledTones, phrases, durationMs);
}

/**
 * The cues of the end, timed from the end of the session: its tone, and a spoken summary of what was done. They start
 * after the tone that ends the last set.
 *
 * @param endMs session time at the end.
 */
export function buildEndCues(
  { plan, settings, measureSpeech }: CueTrack,
  state: Pick<PlayerState, "step" | "records">,
  endMs: number,
): Cue[] {
  const { language, voice, sound, muted } = settings;
  if (muted) return [];
  // The totals of the session if everything from the current step on is completed as planned.
  const sets = plan.steps.filter((step) => step.kind === "set");
  const done = sets.filter(({ index }) => index >= state.step || state.records[index]?.how === "completed");
  const summary = language.sessionDone({ sets: done.length, setsPlanned: sets.length, ms: endMs });
  const variants = limitVariants(summary, voice === "full");
  const lastSetEndsMs = toneDurationMs("set-end");
  const tone: PlacedTone = {
    atMs: lastSetEndsMs + TONE_GAP_MS,
    durationMs: toneDurationMs("done"),
    name: "done",
    phase: null,
  };
  const phrases: SpeechSlot["phrases"] = voice === "off" ? [] : [{ name: "done", variants, priority: 1 }];
  const slot: SpeechSlot = { fromMs: 0, endByMs: Infinity, category: "open", phrases };
  const placed = fitPhrases(slot, buildTimeline([tone], lastSetEndsMs), measureSpeech);
  return mergeCues(plan.steps.length, [tone], sound === "off" ? [] : [tone], placed, null);
}

/** The cue of a tone at this time. */
export function createToneCue(step: number, atMs: number, name: ToneName): ToneCue {
  return { step, atMs, durationMs: toneDurationMs(name), kind: "tone", name, hz: TONES[name].hz };
}

/** The time that the tones leave for speech. @param carriedMs how long the previous step's tone still sounds. */
function buildTimeline(tones: readonly PlacedTone[], carriedMs: number): Timeline {
  const timeline = new Timeline();
  if (carriedMs > 0) timeline.reserve(0, carriedMs + SILENCE_AFTER_TONE_MS);
  for (const tone of tones) {
    timeline.reserve(tone.atMs - SILENCE_BEFORE_TONE_MS, tone.atMs + tone.durationMs + SILENCE_AFTER_TONE_MS);
  }
  return timeline;
}

/** Merges tones and phrases into cues, in order; each phrase gets the time by which it must end. */
function mergeCues(
  step: number,
  tones: readonly PlacedTone[],
  enabledTones: readonly PlacedTone[],
  phrases: readonly PlacedPhrase[],
  durationMs: number | null,
): Cue[] {
  const starts = [...tones, ...phrases, { atMs: durationMs ?? Infinity }].map(({ atMs }) => atMs).sort((a, b) => a - b);
  const speechCues = phrases.map(({ atMs, durationMs, name, text }): Cue => {
    const nextMs = starts.find((startMs) => startMs > atMs) ?? Infinity;
    return { step, atMs, durationMs, kind: "speech", name, text, endByMs: nextMs - SILENCE_BEFORE_TONE_MS };
  });
  const toneCues = enabledTones.map(({ atMs, name }): Cue => createToneCue(step, atMs, name));
  return [...toneCues, ...speechCues].sort((a, b) => a.atMs - b.atMs);
}

function buildSpeechSlots(
  plan: Plan,
  step: Step,
  tones: readonly PlacedTone[],
  durationMs: number | null,
  { voice, language }: CueSettings,
): SpeechSlot[] {
  if (voice === "off") return [];
  const context = { plan, step, language, isFullVoice: voice === "full" };
  const endByMs = (durationMs ?? Infinity) - SILENCE_BEFORE_TONE_MS;
  if (step.kind !== "set") {
    const countIn = tones.find(({ name }) => name === "get-ready");
    return buildGapSpeech(context, countIn ? countIn.atMs - SILENCE_BEFORE_TONE_MS : endByMs);
  }
  return buildSetSpeech(context, durationMs).map((slot) => ({ ...slot, endByMs: Math.min(slot.endByMs, endByMs) }));
}
