/** The cue sheet: every sound and every spoken line of a whole session with its time, before it runs. */
import type { Plan } from "../plan/types.ts";
import { cuesOfEnd, doneBy } from "./cues-of-end.ts";
import { cuesOfStep } from "./cues-of-step.ts";
import type { Cue, CueSettings, LengthOf } from "./types.ts";

export interface SheetOptions {
  /**
   * How long every step that waits for the person takes, in milliseconds. Left out, it takes no time, as in the plan:
   * what is heard in it has the times that it has when the person takes that long, and all that follows comes later by
   * the time that the person took.
   */
  readonly openMs?: number;
}

/** The cues of an undisturbed session, step by step, in the order in which they are heard. */
export function cueSheet(plan: Plan, settings: CueSettings, lengthOf: LengthOf, options: SheetOptions = {}): Cue[] {
  const cues: Cue[] = [];
  let atMs = 0;
  for (const step of plan.steps) {
    const lengthMs = step.durationMs ?? options.openMs ?? null;
    for (const cue of cuesOfStep(plan, step.index, { lengthMs, settings, lengthOf })) cues.push(shifted(cue, atMs));
    atMs += lengthMs ?? 0;
  }
  const done = doneBy(plan, { step: 0, records: [] }, atMs);
  for (const cue of cuesOfEnd(plan, done, settings, lengthOf)) cues.push(shifted(cue, atMs));
  return cues;
}

/** A cue later by `byMs`. */
export function shifted(cue: Cue, byMs: number): Cue {
  return cue.kind === "tone"
    ? { ...cue, atMs: cue.atMs + byMs }
    : { ...cue, atMs: cue.atMs + byMs, endByMs: cue.endByMs + byMs };
}

/** Every text that is spoken in these cues, once each, in the order in which they are needed. */
export function textsOf(cues: readonly Cue[]): string[] {
  return [...new Set(cues.flatMap((cue) => (cue.kind === "speech" ? [cue.text] : [])))];
}
