/** Every cue of one step: its tones, and the spoken lines that fit between them. */
import type { Plan, Step } from "../plan/types.ts";
import { isToneWanted, isVoiceWanted } from "./levels.ts";
import { gapPassages } from "./lines-of-gap.ts";
import { setPassages } from "./lines-of-set.ts";
import { layPassage, type Passage, type SaidLine } from "./passage.ts";
import { Timeline } from "./timeline.ts";
import { TONES } from "./tones.ts";
import { carriedMs, type PlacedTone, tonesOfStep } from "./tones-of-step.ts";
import type { Cue, CueSettings, LengthOf } from "./types.ts";

/** Silence between a spoken line and a tone: the line is over well before, and begins when the tone is gone. */
export const BEFORE_TONE_MS = 120;
export const AFTER_TONE_MS = 80;

export interface StepOptions {
  /** How long the step lasts, with what was added to it; null: until the person says so. */
  readonly lengthMs: number | null;
  /** What would begin before is left out. */
  readonly fromMs?: number;
  readonly settings: CueSettings;
  readonly lengthOf: LengthOf;
}

/**
 * The cues of a step, in order, with times from the step's start. Spoken lines are over before the step ends; the tone
 * of a set's end stands at its very end. Tones that are left out by the settings keep their room, so that what is said
 * is said at the same time however much of the rest is heard.
 */
export function cuesOfStep(plan: Plan, stepIndex: number, options: StepOptions): Cue[] {
  const { lengthMs, fromMs = 0, settings, lengthOf } = options;
  const step = plan.steps[stepIndex];
  if (!step || settings.muted) return [];
  const tones = tonesOfStep(plan, step, lengthMs);
  const timeline = timelineOf(tones, carriedMs(plan, step));
  const said = passagesOf(plan, step, tones, lengthMs, settings)
    .filter(({ phase }) => isVoiceWanted(settings, plan, step, phase))
    .flatMap((passage) => layPassage(passage, timeline, lengthOf));
  const wanted = tones.filter((tone) => isToneWanted(settings, plan, step, tone));
  return cuesFrom(stepIndex, wanted, said, tones, lengthMs).filter((cue) => cue.atMs >= fromMs);
}

/** The room that tones leave for speech; `carried`: how long the step before is still heard. */
export function timelineOf(tones: readonly PlacedTone[], carried: number): Timeline {
  const timeline = new Timeline();
  if (carried > 0) timeline.take(0, carried + AFTER_TONE_MS);
  for (const tone of tones) timeline.take(tone.atMs - BEFORE_TONE_MS, tone.atMs + tone.durationMs + AFTER_TONE_MS);
  return timeline;
}

/** Cues of tones and lines, in order; every line knows by when it must be over. */
export function cuesFrom(
  step: number,
  wanted: readonly PlacedTone[],
  said: readonly SaidLine[],
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
      const endByMs = (starts[next] ?? Number.POSITIVE_INFINITY) - BEFORE_TONE_MS;
      return { step, atMs, durationMs, kind: "speech", name, text, endByMs };
    });
  const sounded = wanted.map(
    ({ atMs, durationMs, name }): Cue => ({ step, atMs, durationMs, kind: "tone", name, hz: TONES[name].hz }),
  );
  return [...sounded, ...spoken].sort((a, b) => a.atMs - b.atMs);
}

function passagesOf(
  plan: Plan,
  step: Step,
  tones: readonly PlacedTone[],
  lengthMs: number | null,
  { voice, language }: CueSettings,
): Passage[] {
  if (voice === "off") return [];
  const full = voice === "full";
  const endMs = lengthMs === null ? Number.POSITIVE_INFINITY : lengthMs - BEFORE_TONE_MS;
  if (step.kind !== "set") {
    const countInMs = tones.find((tone) => tone.name === "get-ready")?.atMs;
    return gapPassages(plan, step, countInMs === undefined ? endMs : countInMs - BEFORE_TONE_MS, full, language);
  }
  const passages = setPassages(plan, step, lengthMs, full, language);
  return passages.map((passage) => ({ ...passage, byMs: Math.min(passage.byMs, endMs) }));
}
