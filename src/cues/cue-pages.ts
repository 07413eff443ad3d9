/** The live side of the cue sheet: its pages from any state of the player, step by step, with session times. */
import type { Plan } from "../plan/types.ts";
import type { PlayerState } from "../player/types.ts";
import { shiftCue } from "./cue-sheet.ts";
import { buildEndCues, projectSessionTotals } from "./end-cues.ts";
import { buildStepCues } from "./step-cues.ts";
import type { Cue, CueSettings, MeasureSpeech } from "./types.ts";

/** The cues of one step, or of the end, as they lie in the session. */
export interface CuePage {
  /** The number of steps for the end. */
  readonly step: number;
  readonly startMs: number;
  /** Infinite for a step that waits for the person, and for the end. */
  readonly endMs: number;
  readonly cues: readonly Cue[];
}

export interface CueTrack {
  readonly plan: Plan;
  readonly settings: CueSettings;
  readonly measureSpeech: MeasureSpeech;
}

/** The pages from the current step to a session time, going on from pages that were laid before. */
export function buildPagesUntil(
  score: CueTrack,
  state: PlayerState,
  before: readonly CuePage[],
  untilMs: number,
): CuePage[] {
  const pages = before.filter(({ step }) => step >= state.step);
  let last = pages.at(-1);
  if (!last) {
    last = buildPage(score, state, state.step, state.stepAtMs, state.extraMs);
    pages.push(last);
  }
  while (last.endMs < untilMs) {
    last = buildPage(score, state, last.step + 1, last.endMs, 0);
    pages.push(last);
  }
  return pages;
}

function buildPage(
  { plan, settings, measureSpeech }: CueTrack,
  state: PlayerState,
  index: number,
  startMs: number,
  extraMs: number,
): CuePage {
  const step = plan.steps[index];
  const lengthMs = !step || step.durationMs === null ? null : step.durationMs + extraMs;
  const cues = step
    ? buildStepCues(plan, index, { durationMs: lengthMs, settings, measureSpeech })
    : buildEndCues(plan, projectSessionTotals(plan, state, startMs), settings, measureSpeech);
  return {
    step: index,
    startMs,
    endMs: lengthMs === null ? Number.POSITIVE_INFINITY : startMs + lengthMs,
    cues: cues.map((cue) => shiftCue(cue, startMs)),
  };
}
