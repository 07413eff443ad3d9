/** Follows a session and decides, after each event, which cues to schedule and which to cancel. */
import type { Plan } from "../plan/types.ts";
import { followOn, passThrough } from "../player/rehearse.ts";
import type { Happening, PlayerState } from "../player/types.ts";
import { buildPagesUntil, type CuePage } from "./cue-sheet.ts";
import { createToneCue, SILENCE_BEFORE_TONE_MS } from "./step-cues.ts";
import { TONE_GAP_MS } from "./step-tones.ts";
import type { Cue, CueTrack, ToneCue } from "./types.ts";

/** How far ahead cues are scheduled: longer than the longest sleep of a session plus the mixer's lead time. */
const LOOKAHEAD_MS = 2500;

/** A cue that is already later than this is not scheduled at all. */
const STALE_CUE_MS = 200;

/** Sound that starts up to this late still announces the step that has begun meanwhile. */
const LATE_ANNOUNCEMENT_MS = 4000;

/** What has been scheduled so far. */
export interface CueSchedule {
  readonly state: PlayerState;
  readonly settings: CueTrack["settings"];
  readonly pages: readonly CuePage[];
  /** Every cue that starts before this session time has been scheduled. */
  readonly sentUntilMs: number;
  /** Cues that have been scheduled and have not ended yet. */
  readonly activeCues: readonly Cue[];
}

export interface CueScheduleUpdate {
  readonly schedule: CueSchedule;
  /**
   * What happens to cues scheduled earlier. `queued`: those that start at or after the state's time are cancelled, and
   * those already playing continue. `all`: everything stops at once.
   */
  readonly drop: "nothing" | "queued" | "all";
  /** Cues to schedule now, after dropping, in order; those whose session time has passed are due at once. */
  readonly cues: readonly Cue[];
}

/**
 * Updates the schedule. Call it with every batch of happenings, and at least once a second while the session runs. As
 * long as nothing disturbs the session, it schedules each cue of the sheet once; a phrase keeps its time even if its real
 * length becomes known in the meantime. After a skip, a pause, an extension or a change of settings it schedules the rest
 * of the sheet again.
 *
 * @param previous null on the first call.
 * @param happenings what has happened since the last call, in order.
 */
export function updateCueSchedule(
  track: CueTrack,
  previous: CueSchedule | null,
  state: PlayerState,
  happenings: readonly Happening[],
): CueScheduleUpdate {
  const { plan, settings } = track;
  const { status, atMs: nowMs } = state;
  const isAudible = status === "running" || status === "finished";
  const untilMs = status === "finished" ? Infinity : nowMs + LOOKAHEAD_MS;
  const unfinished = previous?.activeCues.filter((cue) => cue.atMs + cue.durationMs > nowMs) ?? [];
  const schedule = { state, settings, sentUntilMs: isAudible ? untilMs : nowMs };

  if (previous?.settings === settings && isUndisturbed(plan, previous.state, state)) {
    const pages = isAudible ? buildPagesUntil(track, state, previous.pages, untilMs) : [];
    const cues = selectCues(pages, Math.max(previous.sentUntilMs, nowMs - STALE_CUE_MS), untilMs);
    return { schedule: { ...schedule, pages, activeCues: [...unfinished, ...cues] }, drop: "nothing", cues };
  }

  const wasAudible = previous?.state.status === "running" || previous?.state.status === "paused";
  let drop: CueScheduleUpdate["drop"] = wasAudible ? "all" : "nothing";
  let keptCues: Cue[] = [];
  let pages = isAudible ? buildPagesUntil(track, state, [], untilMs) : [];
  if (previous?.settings === settings && isOnlyExtended(plan, previous.state, state)) {
    // Whatever is playing continues, unless it would overlap the new count-in.
    const playing = unfinished.filter(({ atMs }) => atMs < nowMs);
    pages = buildPagesUntil(
      track,
      state,
      pages,
      Math.max(untilMs, ...playing.map((cue) => earliestNextMs(cue, "tone"))),
    );
    const overlaps = (cue: Cue) =>
      cue.atMs >= nowMs && playing.some((other) => cue.atMs < earliestNextMs(other, cue.kind));
    if (!pages.some(({ cues }) => cues.some((cue) => cue.kind === "tone" && overlaps(cue)))) {
      drop = "queued";
      keptCues = playing;
      pages = pages.map((page) => ({ ...page, cues: page.cues.filter((cue) => !overlaps(cue)) }));
    }
  }
  const feedback = selectFeedbackTone(track, previous, state, happenings);
  const selected = selectCues(pages, nowMs, untilMs);
  const cues = previous ? addInFront(feedback, selected) : addMissedAnnouncement(pages[0], selected, nowMs);
  return { schedule: { ...schedule, pages, activeCues: [...keptCues, ...cues] }, drop, cues };
}

/** The cues of these pages in the window [fromMs, untilMs). */
function selectCues(pages: readonly CuePage[], fromMs: number, untilMs: number): Cue[] {
  return pages.flatMap(({ cues }) => cues).filter(({ atMs }) => atMs >= fromMs && atMs < untilMs);
}

/** Whether the session is where it would be if nobody had intervened. */
function isUndisturbed(plan: Plan, before: PlayerState, now: PlayerState): boolean {
  const isSameStatus = before.status === now.status || now.status === "finished";
  if (!isSameStatus || before.offsetMs !== now.offsetMs) return false;
  let passage = passThrough(plan, before);
  while (passage.endMs <= now.atMs) passage = passThrough(plan, followOn(plan, passage));
  const { step, stepAtMs, extraMs } = passage.place;
  return step === now.step && stepAtMs === now.stepAtMs && extraMs === now.extraMs;
}

/** Whether only the length of the current step has changed. */
function isOnlyExtended(plan: Plan, before: PlayerState, now: PlayerState): boolean {
  const { status, extraMs } = now;
  return status === "running" && isUndisturbed(plan, { ...before, extraMs }, now);
}

/** The earliest time at which another sound can start and be told apart from this one: a tone needs more silence after speech. */
function earliestNextMs(playing: Cue, next: Cue["kind"]): number {
  const gapMs = playing.kind === "speech" && next === "tone" ? SILENCE_BEFORE_TONE_MS : TONE_GAP_MS;
  return playing.atMs + playing.durationMs + gapMs;
}

/** The tone that confirms what the person did: paused, resumed, or ended a set. */
function selectFeedbackTone(
  { plan, settings }: CueTrack,
  previous: CueSchedule | null,
  state: PlayerState,
  happenings: readonly Happening[],
): ToneCue | null {
  if (!previous || settings.muted || settings.sound === "off") return null;
  const wasPaused = previous.state.status === "paused";
  if (state.status === "paused") return wasPaused ? null : createToneCue(state.step, state.atMs, "paused");
  if (state.status === "running" && wasPaused) return createToneCue(state.step, state.atMs, "resumed");
  const ended = happenings.findLast((happening) => happening.type === "step-ended");
  if (ended?.how !== "completed" || ended.atMs !== state.atMs || plan.steps[ended.step]?.kind !== "set") return null;
  // If the set was completed earlier, "completed" describes that record and not necessarily this attempt.
  if (previous.state.records[ended.step]?.how === "completed") return null;
  return createToneCue(ended.step, state.atMs, "set-end");
}

/** Announces the step at once if its announcement was due before sound had started, as on a slow machine. */
function addMissedAnnouncement(page: CuePage | undefined, cues: Cue[], nowMs: number): Cue[] {
  const missed = page?.cues.find(({ name }) => name === "announce");
  if (!missed || missed.atMs >= nowMs || missed.atMs < nowMs - LATE_ANNOUNCEMENT_MS) return cues;
  return addInFront({ ...missed, atMs: nowMs }, cues, page?.cues);
}

/**
 * Adds a cue that is due now. Phrases that it would overlap give way to it; it gives way to tones, which count time, or
 * show by themselves that the session goes on.
 *
 * @param all the cues of the step, where it may last longer than the cues to schedule reach.
 */
function addInFront(cue: Cue | null, cues: Cue[], all: readonly Cue[] = cues): Cue[] {
  if (!cue) return cues;
  const follows = (other: Cue) => other.atMs >= earliestNextMs(cue, other.kind);
  if (all.some((other) => other.kind === "tone" && other.atMs >= cue.atMs && !follows(other))) return cues;
  return [cue, ...cues.filter(follows)];
}
