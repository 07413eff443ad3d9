/** Follows a session and says, event for event, which cues to send to the loudspeaker and which to take back. */
import type { Plan } from "../plan/types.ts";
import type { Happening, PlayerState } from "../player/types.ts";
import { buildPagesUntil, type CuePage, type CueTrack } from "./cue-pages.ts";
import { SILENCE_BEFORE_TONE_MS } from "./step-cues.ts";
import { TONE_GAP_MS } from "./step-tones.ts";
import { TONES, type ToneName, toneDurationMs } from "./tones.ts";
import type { Cue } from "./types.ts";

/** How far ahead cues are sent: more than the longest sleep of a session and the time that the mixer wants. */
export const LOOKAHEAD_MS = 2500;

/** A cue that could only be sent later than this after its time is not sent at all. */
const STALE_CUE_MS = 200;

/** What has been sent so far. */
export interface CueSchedule {
  readonly state: PlayerState;
  readonly settings: CueTrack["settings"];
  readonly pages: readonly CuePage[];
  /** Every cue that begins before this session time was sent. */
  readonly sentUntilMs: number;
  /** Cues that were sent and are not over. */
  readonly activeCues: readonly Cue[];
}

export interface CueScheduleUpdate {
  readonly schedule: CueSchedule;
  /**
   * What becomes of cues that were sent before: `queued`: those that begin from the state's moment on are taken back,
   * what began before is let be; `all`: silence at once.
   */
  readonly drop: "nothing" | "queued" | "all";
  /** To send now, after dropping, in order; session times that are not ahead are due at once. */
  readonly cues: readonly Cue[];
}

/**
 * One step of following a session; to be called with every batch of happenings and at least every second while it runs.
 * While nothing disturbs the session, it sends each cue of the sheet once; a phrase keeps its place even when lengths
 * become known meanwhile. After a skip, a pause, an extension or a change of settings it sends the sheet of the rest.
 *
 * @param before null at first.
 * @param happenings what was told since the last call, in order.
 */
export function updateCueSchedule(
  score: CueTrack,
  before: CueSchedule | null,
  state: PlayerState,
  happenings: readonly Happening[],
  horizonMs = LOOKAHEAD_MS,
): CueScheduleUpdate {
  const { plan, settings } = score;
  const undisturbed = before !== null && before.settings === settings && isUndisturbed(plan, before.state, state);
  const extended = before !== null && before.settings === settings && isOnlyExtended(before.state, state);
  const over = before?.activeCues.filter((cue) => cue.atMs + cue.durationMs > state.atMs) ?? [];
  const sounds = state.status === "running" || state.status === "finished";
  const untilMs = state.status === "finished" ? Number.POSITIVE_INFINITY : state.atMs + horizonMs;
  const fromMs = undisturbed ? Math.max(before.sentUntilMs, state.atMs - STALE_CUE_MS) : state.atMs;

  const wasHeard = before?.state.status === "running" || before?.state.status === "paused";
  let drop: CueScheduleUpdate["drop"] = undisturbed || !wasHeard ? "nothing" : "all";
  let kept = undisturbed ? over : [];
  let pages = sounds ? buildPagesUntil(score, state, undisturbed ? before.pages : [], untilMs) : [];
  if (extended) {
    const sounding = over.filter(({ atMs }) => atMs < state.atMs);
    pages = buildPagesUntil(
      score,
      state,
      pages,
      Math.max(untilMs, ...sounding.map((cue) => earliestNextMs(cue, "tone"))),
    );
    // What sounds goes on, unless the new count-in comes too soon for it.
    if (!pages.some((page) => page.cues.some((cue) => cue.kind === "tone" && overlapsAny(sounding, cue, state.atMs)))) {
      drop = "queued";
      kept = sounding;
      const isFree = (cue: Cue) => !overlapsAny(sounding, cue, state.atMs);
      pages = pages.map((page) => ({ ...page, cues: page.cues.filter(isFree) }));
    }
  }
  let cues = pages.flatMap((page) => page.cues).filter(({ atMs }) => atMs >= fromMs && atMs < untilMs);
  if (!undisturbed && !settings.muted)
    cues = addFeedbackTone(createFeedbackTone(score, before, state, happenings), cues);
  return {
    schedule: { state, settings, pages, sentUntilMs: sounds ? untilMs : state.atMs, activeCues: [...kept, ...cues] },
    drop,
    cues,
  };
}

/** Whether the session is where it would have come to by itself. */
function isUndisturbed(plan: Plan, before: PlayerState, now: PlayerState): boolean {
  const still = before.status === now.status || (before.status === "running" && now.status === "finished");
  if (!still || before.offsetMs !== now.offsetMs) return false;
  let { step, stepAtMs, extraMs } = before;
  while (step < now.step) {
    const durationMs = plan.steps[step]?.durationMs ?? null;
    if (durationMs === null) return false;
    stepAtMs += durationMs + extraMs;
    step++;
    extraMs = 0;
  }
  return step === now.step && stepAtMs === now.stepAtMs && extraMs === now.extraMs;
}

/** Whether nothing but the length of the current step has changed. */
function isOnlyExtended(before: PlayerState, now: PlayerState): boolean {
  return (
    before.status === "running" &&
    now.status === "running" &&
    before.offsetMs === now.offsetMs &&
    before.step === now.step &&
    before.stepAtMs === now.stepAtMs &&
    before.extraMs !== now.extraMs
  );
}

/** From when on another sound is told apart from one that sounds: a tone needs more silence after words. */
function earliestNextMs(sounding: Cue, next: Cue["kind"]): number {
  const gapMs = sounding.kind === "speech" && next === "tone" ? SILENCE_BEFORE_TONE_MS : TONE_GAP_MS;
  return sounding.atMs + sounding.durationMs + gapMs;
}

/** Whether a cue that is still to come would begin while one of these sounds. */
function overlapsAny(sounding: readonly Cue[], cue: Cue, nowMs: number): boolean {
  return cue.atMs >= nowMs && sounding.some((other) => cue.atMs < earliestNextMs(other, cue.kind));
}

/** The tone that answers what a person did: paused, resumed, a set that they ended themselves. */
function createFeedbackTone(
  score: CueTrack,
  before: CueSchedule | null,
  state: PlayerState,
  happenings: readonly Happening[],
): Cue | null {
  const tone = (name: ToneName): Cue | null =>
    score.settings.sound === "off"
      ? null
      : {
          step: state.step,
          atMs: state.atMs,
          durationMs: toneDurationMs(name),
          kind: "tone",
          name,
          hz: TONES[name].hz,
        };
  if (state.status === "paused" && before?.state.status !== "paused") return tone("paused");
  if (state.status === "running" && before?.state.status === "paused") return tone("resumed");
  if (state.status === "paused") return null;
  const ended = happenings.findLast((happening) => happening.type === "step-ended");
  const step = ended && score.plan.steps[ended.step];
  if (!before || !step || step.kind !== "set" || ended.how !== "completed" || ended.atMs !== state.atMs) return null;
  // Of a set that was done before, "completed" is its record and need not be this attempt.
  if (before.state.records[step.index]?.how === "completed") return null;
  const answer = tone("set-end");
  return answer && { ...answer, step: step.index };
}

/** The cues with the answer before them; an answer that would run into a tone is left out, it says that it goes on. */
function addFeedbackTone(answer: Cue | null, cues: readonly Cue[]): Cue[] {
  if (!answer) return [...cues];
  const endMs = answer.atMs + answer.durationMs;
  if (cues.some((cue) => cue.kind === "tone" && cue.atMs < endMs + TONE_GAP_MS)) return [...cues];
  return [answer, ...cues.filter((cue) => cue.kind === "tone" || cue.atMs >= endMs + SILENCE_BEFORE_TONE_MS / 2)];
}
