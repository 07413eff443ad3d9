/**
 * The player: a pure reducer over events that carry their time.
 *
 * Every event first lets the time pass that lies between the last event and itself, with every beat, mark and end of a
 * step that falls into it, each at the moment at which it was due; then it does what it says. So one jump of a minute
 * tells the same as 600 ticks, and nothing is lost when the process wakes late.
 */
import type { Plan, Step } from "../plan/types.ts";
import { clampExtensionMs } from "./extend-step.ts";
import { countCompletedReps, currentStep, positionMs, selectBetterRecord, stepDurationMs } from "./state.ts";
import { findMomentsBetween } from "./step-moments.ts";
import type { Happening, PlayerEvent, PlayerState, StepOutcome, StepRecord } from "./types.ts";

/** Within this time of a step's start, `back` goes to the step before it. */
const PREVIOUS_STEP_WITHIN_MS = 2000;

export interface PlayerTransition {
  readonly state: PlayerState;
  readonly happenings: readonly Happening[];
}

/** What becomes of a session at an event. An event that makes no sense in the present state changes nothing but the time. */
export function reduce(plan: Plan, before: PlayerState, event: PlayerEvent): PlayerTransition {
  const run = new TransitionBuilder(plan, before);
  run.advanceTo(event.clockMs);
  run.apply(event);
  return run.build();
}

/** One reduction in progress: a working copy of the state and what has happened so far. */
class TransitionBuilder {
  readonly #plan: Plan;
  readonly #happenings: Happening[] = [];
  #state: PlayerState;
  #ownsRecords = false;

  constructor(plan: Plan, state: PlayerState) {
    this.#plan = plan;
    this.#state = state;
  }

  build(): PlayerTransition {
    return { state: this.#state, happenings: this.#happenings };
  }

  /** Lets time pass up to a reading of the clock; a reading before the last one counts as the last one. */
  advanceTo(clockMs: number): void {
    const now = Math.max(clockMs, this.#state.clockMs);
    this.#set({ clockMs: now });
    if (this.#state.status !== "running") return;
    const untilMs = now - this.#state.offsetMs;
    while (this.#state.status === "running" && this.#advanceStep(untilMs)) {}
    if (this.#state.status === "running") this.#set({ atMs: Math.max(this.#state.atMs, untilMs) });
  }

  /** Emits what the current step holds up to `untilMs`; true when the step ended and another may follow. */
  #advanceStep(untilMs: number): boolean {
    const step = currentStep(this.#plan, this.#state);
    if (!step) return false;
    const durationMs = stepDurationMs(step, this.#state);
    if (durationMs === null) return false;
    const { stepAtMs } = this.#state;
    const endMs = stepAtMs + durationMs;
    this.#emitMoments(step, durationMs, positionMs(this.#state), Math.min(untilMs, endMs) - stepAtMs);
    if (endMs > untilMs) return false;
    this.#set({ atMs: endMs });
    this.#leaveStep("completed", durationMs);
    this.#enterStep(this.#state.step + 1);
    return true;
  }

  /** Tells the beats and marks of the current step in the half-open window (from, to], in milliseconds of the step. */
  #emitMoments(step: Step, durationMs: number, fromMs: number, toMs: number): void {
    for (const moment of findMomentsBetween(step, durationMs, fromMs, toMs)) {
      const atMs = this.#state.stepAtMs + moment.atMs;
      this.#emit(
        "mark" in moment
          ? { type: "mark", atMs, step: step.index, name: moment.mark.name }
          : { type: "beat", atMs, step: step.index, beat: moment.beat },
      );
    }
  }

  apply(event: PlayerEvent): void {
    const { status } = this.#state;
    if (status === "ready") {
      if (event.type === "start") this.#start();
      return;
    }
    if (status === "finished" || status === "quit") return;
    switch (event.type) {
      case "pause":
        if (status === "running") {
          this.#set({ status: "paused", pauseReason: event.reason });
          this.#emit({ type: "paused", atMs: this.#state.atMs, reason: event.reason });
        }
        return;
      case "resume":
        if (status === "paused") {
          this.#set({ status: "running", pauseReason: null, offsetMs: this.#state.clockMs - this.#state.atMs });
          this.#emit({ type: "resumed", atMs: this.#state.atMs });
        }
        return;
      case "skip":
        this.#leaveStep("skipped");
        this.#enterStep(this.#state.step + 1);
        return;
      case "done":
        this.#completeStep();
        return;
      case "back":
        this.#goBackTo(this.#state.step - (positionMs(this.#state) < PREVIOUS_STEP_WITHIN_MS ? 1 : 0));
        return;
      case "restart":
        this.#goBackTo(this.#state.step);
        return;
      case "extend":
        this.#extend(event.deltaMs);
        return;
      case "quit":
        this.#leaveStep("quit");
        this.#set({ status: "quit" });
        this.#emit({ type: "session-ended", atMs: this.#state.atMs, how: "quit" });
        return;
      case "start":
      case "tick":
    }
  }

  #start(): void {
    this.#set({ status: "running", offsetMs: this.#state.clockMs - this.#state.atMs });
    this.#emit({ type: "session-started", atMs: this.#state.atMs });
    this.#enterStep(this.#state.step);
  }

  /** Begins a step at the present moment, or finishes the session when there is none. */
  #enterStep(index: number): void {
    const { atMs } = this.#state;
    this.#set({ step: index, stepAtMs: atMs, extraMs: 0 });
    const step = this.#plan.steps[index];
    if (!step) {
      this.#set({ status: "finished", pauseReason: null });
      this.#emit({ type: "session-ended", atMs, how: "finished" });
      return;
    }
    this.#emit({ type: "step-started", atMs, step: index });
    // What stands at the very start belongs to the step's beginning, not to the window after it.
    if (step.durationMs !== null) this.#emitMoments(step, step.durationMs, -1, 0);
  }

  /** Ends the current step at the present moment and keeps what was done in it. */
  #leaveStep(how: StepOutcome, durationMs = positionMs(this.#state)): void {
    const step = currentStep(this.#plan, this.#state);
    if (!step) return;
    const attempt: StepRecord = {
      how,
      durationMs,
      reps: countCompletedReps(step, durationMs, stepDurationMs(step, this.#state)),
    };
    const record = selectBetterRecord(this.#state.records[step.index], attempt);
    this.#saveRecord(step.index, record);
    this.#emit({ type: "step-ended", atMs: this.#state.atMs, step: step.index, ...record, attempt: how });
  }

  #saveRecord(index: number, record: StepRecord): void {
    // Copied once a reduction, so that a jump over many steps stays linear.
    const records = this.#ownsRecords ? (this.#state.records as (StepRecord | undefined)[]) : [...this.#state.records];
    records[index] = record;
    this.#ownsRecords = true;
    this.#set({ records });
  }

  /** "Done" completes an open step or a set; everything else is just passed. */
  #completeStep(): void {
    const step = currentStep(this.#plan, this.#state);
    this.#leaveStep(step?.kind === "set" ? "completed" : "skipped");
    this.#enterStep(this.#state.step + 1);
  }

  /** Goes to the start of a step that is on or was before; what was done in the present one stays on record. */
  #goBackTo(index: number): void {
    this.#leaveStep("skipped");
    this.#enterStep(Math.max(0, index));
  }

  #extend(askedMs: number): void {
    const step = currentStep(this.#plan, this.#state);
    const deltaMs = step ? clampExtensionMs(step, this.#state, askedMs) : 0;
    if (!step || deltaMs === 0) return;
    this.#set({ extraMs: this.#state.extraMs + deltaMs });
    this.#emit({ type: "extended", atMs: this.#state.atMs, step: step.index, deltaMs });
  }

  #set(change: Partial<PlayerState>): void {
    this.#state = { ...this.#state, ...change };
  }

  #emit(happening: Happening): void {
    this.#happenings.push(happening);
  }
}
