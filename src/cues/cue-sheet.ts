/** The cue sheet: every sound and every spoken line of a whole session with its time, before it runs. */
import type { Plan } from "../plan/types.ts";
import { buildEndCues, projectSessionTotals } from "./end-cues.ts";
import { buildStepCues } from "./step-cues.ts";
import type { Cue, CueSettings, MeasureSpeech } from "./types.ts";

export interface CueSheetOptions {
  /**
   * How long every step that waits for the person takes, in milliseconds. Left out, it takes no time, as in the plan:
   * what is heard in it has the times that it has when the person takes that long, and all that follows comes later by
   * the time that the person took.
   */
  readonly openStepMs?: number;
}

/** The cues of an undisturbed session, step by step, in the order in which they are heard. */
export function buildCueSheet(
  plan: Plan,
  settings: CueSettings,
  lengthOf: MeasureSpeech,
  options: CueSheetOptions = {},
): Cue[] {
  const cues: Cue[] = [];
  let atMs = 0;
  for (const step of plan.steps) {
    const lengthMs = step.durationMs ?? options.openStepMs ?? null;
    for (const cue of buildStepCues(plan, step.index, { durationMs: lengthMs, settings, measureSpeech: lengthOf }))
      cues.push(shiftCue(cue, atMs));
    atMs += lengthMs ?? 0;
  }
  const done = projectSessionTotals(plan, { step: 0, records: [] }, atMs);
  for (const cue of buildEndCues(plan, done, settings, lengthOf)) cues.push(shiftCue(cue, atMs));
  return cues;
}

/** A cue later by `byMs`. */
export function shiftCue(cue: Cue, byMs: number): Cue {
  return cue.kind === "tone"
    ? { ...cue, atMs: cue.atMs + byMs }
    : { ...cue, atMs: cue.atMs + byMs, endByMs: cue.endByMs + byMs };
}

/** Every text that is spoken in these cues, once each, in the order in which they are needed. */
export function spokenTextsOf(cues: readonly Cue[]): string[] {
  return [...new Set(cues.flatMap((cue) => (cue.kind === "speech" ? [cue.text] : [])))];
}
