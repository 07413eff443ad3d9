/** The cues of one step, and of the end of a session: their tones, and the phrases that fit between them. */
import type { Plan } from "../plan/types.ts";
import { isPlanned } from "../player/summarise-session.ts";
import type { GroupScore } from "../player/summary-types.ts";
import type { PlayerState } from "../player/types.ts";
import { isSpeechEnabled, isToneEnabled } from "./cue-table.ts";
import { fitPhrases, type Phrase, type PlacedPhrase, type SpeechSlot } from "./fit-phrases.ts";
import { buildGapSpeech } from "./gap-speech.ts";
import type { Language } from "./language/language.ts";
import { buildSetSpeech } from "./set-speech.ts";
import { limitVariants } from "./speech-context.ts";
import { carriedMsOf, type StepBefore, type StepSpan } from "./step-span.ts";
import { buildStepTones, type PlacedTone, TONE_GAP_MS } from "./step-tones.ts";
import { SlotTimeline } from "./timeline.ts";
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
 * @param results the scores of groups that ended as the step began; they are said first.
 */
export function buildStepCues(
  { plan, settings, measureSpeech }: CueTrack,
  span: StepSpan,
  results: readonly GroupScore[] = [],
): Cue[] {
  if (settings.muted) return [];
  const { step, durationMs } = span;
  const tones = buildStepTones(span);
  const timeline = buildTimeline(tones, carriedMsOf(span));
  const phrases = buildSpeechSlots(plan, span, tones, settings, results)
    .filter(({ category }) => isSpeechEnabled(settings, plan, step, category))
    .flatMap((slot) => fitPhrases(slot, timeline, measureSpeech));
  return mergeCues(step.index, tones, (tone) => isToneEnabled(settings, plan, step, tone), phrases, durationMs);
}

/** What is known of a session at its end. */
interface SessionEnd {
  readonly records: PlayerState["records"];
  /** Scores of the group that ended with it. */
  readonly results: readonly GroupScore[];
  /** Session time at the end. */
  readonly atMs: number;
  readonly before: StepBefore | undefined;
}

/**
 * The cues of the end, timed from the end of the session: its tone, and a spoken summary of what was done. They start
 * after the tone that ends the last set.
 */
export function buildEndCues(
  { plan, settings, measureSpeech }: CueTrack,
  { records, results, atMs, before }: SessionEnd,
): Cue[] {
  const { language, voice, sound, muted } = settings;
  if (muted) return [];
  const sets = plan.steps.filter((step) => step.kind === "set" && isPlanned(plan, step, records));
  const done = sets.filter(({ index }) => records[index]?.how === "completed");
  const summary = language.sessionDone({ sets: done.length, setsPlanned: sets.length, ms: atMs });
  const variants = limitVariants(summary, voice === "full");
  const lastSetEndsMs = toneDurationMs(before?.endTone ?? "set-end");
  const tone: PlacedTone = {
    atMs: lastSetEndsMs + TONE_GAP_MS,
    durationMs: toneDurationMs("done"),
    name: "done",
    phase: null,
  };
  const phrases = [...sayResults(language, results, before), { name: "done", variants, priority: 1 } as const];
  const slot: SpeechSlot = { fromMs: 0, endByMs: Infinity, category: "open", phrases: voice === "off" ? [] : phrases };
  const placed = fitPhrases(slot, buildTimeline([tone], lastSetEndsMs), measureSpeech);
  return mergeCues(plan.steps.length, [tone], () => sound !== "off", placed, null);
}

/** "Time is up. Seven rounds and twelve repetitions." */
function sayResults(language: Language, results: readonly GroupScore[], before: StepBefore | undefined): Phrase[] {
  return [
    ...(before?.endTone === "time-up" ? [{ name: "time-up", variants: language.timeUp(), priority: 0 } as const] : []),
    ...results.map((result): Phrase => ({ name: "score", variants: language.score(result), priority: 1 })),
  ];
}

/** The cue of a tone at this time. */
export function createToneCue(step: number, atMs: number, name: ToneName): ToneCue {
  return { step, atMs, durationMs: toneDurationMs(name), kind: "tone", name, hz: TONES[name].hz };
}

/** The time that the tones leave for speech. @param carriedMs how long the previous step's tone still sounds. */
function buildTimeline(tones: readonly PlacedTone[], carriedMs: number): SlotTimeline {
  const timeline = new SlotTimeline();
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
  isEnabled: (tone: PlacedTone) => boolean,
  phrases: readonly PlacedPhrase[],
  durationMs: number | null,
): Cue[] {
  const starts = [...tones, ...phrases, { atMs: durationMs ?? Infinity }].map(({ atMs }) => atMs).sort((a, b) => a - b);
  const speechCues = phrases.map(({ atMs, durationMs, name, text }): Cue => {
    const nextMs = starts.find((startMs) => startMs > atMs) ?? Infinity;
    return { step, atMs, durationMs, kind: "speech", name, text, endByMs: nextMs - SILENCE_BEFORE_TONE_MS };
  });
  const toneCues = tones.filter(isEnabled).map(({ atMs, name }): Cue => createToneCue(step, atMs, name));
  return [...toneCues, ...speechCues].sort((a, b) => a.atMs - b.atMs);
}

function buildSpeechSlots(
  plan: Plan,
  span: StepSpan,
  tones: readonly PlacedTone[],
  { voice, language }: CueSettings,
  results: readonly GroupScore[],
): SpeechSlot[] {
  if (voice === "off") return [];
  const { step, before } = span;
  const context = { plan, step, language, span, isFullVoice: voice === "full" };
  const countIn = tones.find(({ name }) => name === "get-ready");
  const endByMs = (countIn?.atMs ?? span.durationMs ?? Infinity) - SILENCE_BEFORE_TONE_MS;
  const phrases = sayResults(language, results, before);
  const opening: SpeechSlot = { fromMs: 0, endByMs, category: "open", phrases };
  if (step.kind !== "set") return [opening, ...buildGapSpeech(context, endByMs)];
  const slots = buildSetSpeech(context).map((slot) => ({ ...slot, endByMs: Math.min(slot.endByMs, endByMs) }));
  return [opening, ...slots];
}
