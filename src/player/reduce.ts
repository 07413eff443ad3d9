/**
 * The player: a pure reducer over events that carry their time.
 *
 * Every event first advances time from the last event to itself, emitting each beat, mark and step end on the way at
 * the time it was due; then it takes effect. So one jump of a minute emits the same as 600 ticks, and nothing is lost
 * if the process wakes up late.
 *
 * The states:
 * - ready: nothing but "start" has an effect.
 * - running: time passes, except that an open step lasts until the person, or a clock of its group, ends it.
 * - paused: time stands still. The person can still move between steps; the session stays paused.
 * - finished (the last step has ended): the session is over. Only the set that a clock has cut off can be set right.
 * - quit: no event has an effect.
 *
 * While a session is running or paused, exactly one step is current: entered ("step-started") and not yet left
 * ("step-ended", which records what was done). What the person added to a step or took away goes with the step.
 */
import type { Step } from "../plan/step-types.ts";
import type { Plan } from "../plan/types.ts";
import { enterStep, findFollowingStep, findStepEndMs, isCutOff } from "./clocks.ts";
import { findMove } from "./moves.ts";
import {
  clampExtensionMs,
  clampReps,
  correctRecord,
  countDoneReps,
  currentStep,
  positionMs,
  repsToDo,
  selectBetterRecord,
  waitsForReps,
} from "./state.ts";
import { findMomentsBetween } from "./step-moments.ts";
import type { Happening, PlayerEvent, PlayerState, StepOutcome, StepRecord } from "./types.ts";

/** Applies an event to a session. An event that makes no sense in the current state only advances time. */
export function reduce(
  plan: Plan,
  before: PlayerState,
  event: PlayerEvent,
): { readonly state: PlayerState; readonly happenings: readonly Happening[] } {
  const transition = new TransitionBuilder(plan, before);
  transition.advanceTo(event.clockMs);
  transition.apply(event);
  return { state: transition.state, happenings: transition.happenings };
}

/** One transition in progress: a working copy of the state, and what has happened so far. */
class TransitionBuilder {
  readonly happenings: Happening[] = [];
  state: PlayerState;
  readonly #plan: Plan;
  #ownsRecords = false;

  constructor(plan: Plan, state: PlayerState) {
    this.#plan = plan;
    this.state = state;
  }

  /** Advances time to a clock reading; a reading earlier than the last one counts as the last one. */
  advanceTo(clockMs: number): void {
    this.#set({ clockMs: Math.max(clockMs, this.state.clockMs) });
    const untilMs = this.state.clockMs - this.state.offsetMs;
    while (this.state.status === "running" && this.#advanceStep(untilMs)) {}
    // Rounding must not set the session back.
    if (this.state.status === "running") this.#set({ atMs: Math.max(this.state.atMs, untilMs) });
  }

  /** Emits what the current step contains up to `untilMs`; returns true if the step ended and another may follow. */
  #advanceStep(untilMs: number): boolean {
    const step = this.#currentStep();
    const { stepAtMs } = this.state;
    const endMs = findStepEndMs(step, this.state);
    const moments = findMomentsBetween(step, this.state, positionMs(this.state), Math.min(untilMs, endMs) - stepAtMs);
    this.happenings.push(...moments);
    if (endMs > untilMs) return false;
    this.#set({ atMs: endMs });
    this.#leaveStep(isCutOff(step, this.state, endMs) ? "skipped" : "completed", endMs - stepAtMs);
    const record = this.state.records[step.index];
    if (waitsForReps(step) && record?.how === "skipped") {
      this.#set({ cutSet: { step: step.index, reps: record.reps } });
    }
    this.#enterStep(findFollowingStep(this.#plan, this.state, endMs));
    return true;
  }

  /** Lets an event take effect at the current time; a tick has none but that time passed. */
  apply(event: PlayerEvent): void {
    const { status, atMs, clockMs, step } = this.state;
    if (status === "ready") {
      if (event.type !== "start") return;
      this.#set({ status: "running", offsetMs: clockMs - atMs });
      this.#emit({ type: "session-started", atMs });
      this.#enterStep(step);
      return;
    }
    if (status === "quit" || (status === "finished" && event.type !== "extend")) return;
    switch (event.type) {
      case "pause":
        if (status === "paused") return;
        this.#set({ status: "paused", pauseReason: event.reason });
        this.#emit({ type: "paused", atMs, reason: event.reason });
        return;
      case "resume":
        if (status === "running") return;
        this.#set({ status: "running", pauseReason: null, offsetMs: clockMs - atMs });
        this.#emit({ type: "resumed", atMs });
        return;
      case "extend":
        this.#extend(event.deltaMs);
        return;
      case "quit":
        this.#leaveStep("quit");
        this.#set({ status: "quit" });
        this.#emit({ type: "session-ended", atMs, how: "quit" });
        return;
      case "start":
      case "tick":
        return;
      // The others leave the current step for another, or for the same one again.
      default: {
        const move = findMove(this.#plan, this.state, event.type);
        if (!move) return;
        this.#leaveStep(move.how);
        this.#enterStep(move.to);
      }
    }
  }

  /** Starts a step at the current time, or what its clocks lead to; finishes the session if there is none. */
  #enterStep(index: number): void {
    const { atMs } = this.state;
    this.#set({ ...enterStep(this.#plan, this.state, index, atMs), repsChange: 0 });
    const step = currentStep(this.#plan, this.state);
    if (!step) {
      this.#set({ status: "finished", pauseReason: null });
      this.#emit({ type: "session-ended", atMs, how: "finished" });
      return;
    }
    if (step.kind === "set") this.#set({ cutSet: null });
    this.#emit({ type: "step-started", atMs, step: step.index });
    // What falls exactly at the start is emitted here: the window that follows does not include it.
    this.happenings.push(...findMomentsBetween(step, this.state, -1, 0));
  }

  /** Ends the current step at the current time and records what was done in it. */
  #leaveStep(how: StepOutcome, durationMs = positionMs(this.state)): void {
    const step = this.#currentStep();
    const reps = countDoneReps(step, this.state, how, durationMs);
    const record = selectBetterRecord(this.state.records[step.index], { how, durationMs, reps });
    this.#keepRecord(step.index, record);
    this.#emit({ type: "step-ended", atMs: this.state.atMs, step: step.index, ...record, attempt: how });
  }

  #keepRecord(step: number, record: StepRecord): void {
    // Copied once per transition, so that a jump over many steps stays linear.
    const records = this.#ownsRecords ? (this.state.records as (StepRecord | undefined)[]) : [...this.state.records];
    records[step] = record;
    this.#ownsRecords = true;
    this.#set({ records });
  }

  /**
   * Adds time to the current step or takes some away; in a self-paced set, and after one that a clock has cut off, one
   * repetition.
   */
  #extend(requestedMs: number): void {
    const current = currentStep(this.#plan, this.state);
    const { atMs, step, extraMs, cutSet } = this.state;
    if (cutSet) {
      const record = correctRecord(this.#plan, this.state, cutSet, Math.sign(requestedMs));
      if (!record) return;
      this.#keepRecord(cutSet.step, record);
      this.#set({ cutSet: { ...cutSet, reps: record.reps } });
      this.#emit({ type: "corrected", atMs, step: cutSet.step, ...record });
    } else if (current && waitsForReps(current)) {
      const reps = clampReps(repsToDo(current, this.state) + Math.sign(requestedMs));
      this.#set({ repsChange: reps - current.reps });
    } else if (current) {
      const deltaMs = clampExtensionMs(current, this.state, requestedMs);
      if (deltaMs === 0) return;
      this.#set({ extraMs: extraMs + deltaMs });
      this.#emit({ type: "extended", atMs, step, deltaMs });
    }
  }

  /** The current step, which there is while the session is running or paused. */
  #currentStep(): Step {
    return currentStep(this.#plan, this.state) as Step;
  }

  #set(change: Partial<PlayerState>): void {
    this.state = { ...this.state, ...change };
  }

  #emit(happening: Happening): void {
    this.happenings.push(happening);
  }
}
