/** The live side of the cue sheet: its pages from any state of the player, step by step, with session times. */
import type { Plan } from "../plan/types.ts";
import type { PlayerState } from "../player/types.ts";
import { cuesOfEnd, doneBy } from "./cues-of-end.ts";
import { cuesOfStep } from "./cues-of-step.ts";
import { shifted } from "./sheet.ts";
import type { Cue, CueSettings, LengthOf } from "./types.ts";

/** The cues of one step, or of the end, as they lie in the session. */
export interface Page {
  /** The number of steps for the end. */
  readonly step: number;
  readonly startMs: number;
  /** Infinite for a step that waits for the person, and for the end. */
  readonly endMs: number;
  readonly cues: readonly Cue[];
}

export interface Score {
  readonly plan: Plan;
  readonly settings: CueSettings;
  readonly lengthOf: LengthOf;
}

/** The pages from the current step to a session time, going on from pages that were laid before. */
export function pagesUntil(score: Score, state: PlayerState, before: readonly Page[], untilMs: number): Page[] {
  const pages = before.filter(({ step }) => step >= state.step);
  let last = pages.at(-1);
  if (!last) {
    last = pageAt(score, state, state.step, state.stepAtMs, state.extraMs);
    pages.push(last);
  }
  while (last.endMs < untilMs) {
    last = pageAt(score, state, last.step + 1, last.endMs, 0);
    pages.push(last);
  }
  return pages;
}

function pageAt(
  { plan, settings, lengthOf }: Score,
  state: PlayerState,
  index: number,
  startMs: number,
  extraMs: number,
): Page {
  const step = plan.steps[index];
  const lengthMs = !step || step.durationMs === null ? null : step.durationMs + extraMs;
  const cues = step
    ? cuesOfStep(plan, index, { lengthMs, settings, lengthOf })
    : cuesOfEnd(plan, doneBy(plan, state, startMs), settings, lengthOf);
  return {
    step: index,
    startMs,
    endMs: lengthMs === null ? Number.POSITIVE_INFINITY : startMs + lengthMs,
    cues: cues.map((cue) => shifted(cue, startMs)),
  };
}
