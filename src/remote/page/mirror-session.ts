/**
 * The session as a page has it: the same plan and the same player, driven by the page's own clock, and set right by the
 * states that the session sends. It looks like a session to what shows it and to what plays its sound.
 */
import type { HeardSession } from "../../audio/cue-playback.ts";
import type { Clock } from "../../clock.ts";
import type { Plan } from "../../plan/types.ts";
import { buildFrame, isSameFrame } from "../../player/frame.ts";
import type { Frame } from "../../player/frame-types.ts";
import { reduce } from "../../player/reduce.ts";
import { createInitialState } from "../../player/state.ts";
import { findNextChange } from "../../player/step-moments.ts";
import type { PlayerState } from "../../player/types.ts";
import { ListenerRegistry } from "../../session/subscribers.ts";
import type { DatedHappening, SessionCommand } from "../../session/types.ts";

/** Even with little to show, the page looks at its clock this often. */
const MAX_SLEEP_MS = 1000;
/** A page need not be exact to the millisecond between two digits. */
const MIN_SLEEP_MS = 8;
const FRAMES_PER_SECOND = 4;

export class MirrorSession implements HeardSession {
  readonly plan: Plan;
  readonly speed: number;
  readonly ended: Promise<"finished" | "quit">;
  readonly #clock: Clock;
  readonly #subscribers = new ListenerRegistry<readonly DatedHappening[]>(() => {});
  readonly #frameListeners = new ListenerRegistry(() => {});
  readonly #soundCommandListeners = new ListenerRegistry<SessionCommand>(() => {});
  #state: PlayerState = createInitialState();
  #frame: Frame;
  /** By how much the session's clock is ahead of the page's, in milliseconds of both. */
  #offsetMs = 0;
  #cancelWakeUp: () => void = () => {};
  #resolveEnded: (how: "finished" | "quit") => void = () => {};

  constructor(plan: Plan, speed: number, clock: Clock) {
    this.plan = plan;
    this.speed = speed;
    this.#clock = clock;
    this.#frame = buildFrame(plan, this.#state);
    this.ended = new Promise((resolve) => {
      this.#resolveEnded = resolve;
    });
  }

  state = (): PlayerState => this.#state;
  frame = (): Frame => this.#frame;
  /** The page shows what the session says. */
  showMessage = (): void => {};

  subscribe = (name: string, subscriber: (dated: readonly DatedHappening[]) => void): (() => void) =>
    this.#subscribers.add(subscriber, name);

  onFrame = (listener: () => void): (() => void) => this.#frameListeners.add(listener);

  onSoundCommand = (listener: (command: SessionCommand) => void): (() => void) =>
    this.#soundCommandListeners.add(listener);

  /** Switches the sound of this page; the session's own is not touched. */
  commandSound(command: SessionCommand): void {
    this.#soundCommandListeners.notify(command);
  }

  epochMsAt = (sessionMs: number): number => {
    const nowMs = this.#clock.monotonicMs();
    const { status, atMs, offsetMs } = this.#state;
    const isStanding = status === "paused" || status === "ready";
    const dueMs = isStanding
      ? nowMs + (sessionMs - atMs) / this.speed
      : (sessionMs + offsetMs) / this.speed - this.#offsetMs;
    return this.#clock.epochMs(nowMs) + (dueMs - nowMs);
  };

  /** Sets the offset that was measured. */
  setOffset(offsetMs: number): void {
    this.#offsetMs = offsetMs;
    this.tick();
  }

  /** Takes over a state of the session, unless the page is there already. */
  receive(state: PlayerState, happenings: readonly DatedHappening[]): void {
    this.tick();
    if (isSameCourse(state, this.#state)) return;
    this.#state = state;
    this.#tell(happenings);
    this.tick();
  }

  /** Plays on to this moment. */
  tick(): void {
    const clockMs = (this.#clock.monotonicMs() + this.#offsetMs) * this.speed;
    // An offset that was set right may put the clock back by a little: the player never goes back.
    if (this.#state.status === "running" && clockMs > this.#state.clockMs) {
      const { state, happenings } = reduce(this.plan, this.#state, { type: "tick", clockMs });
      this.#state = state;
      this.#tell(happenings.map((happening) => ({ happening, dueEpochMs: this.epochMsAt(happening.atMs) })));
    }
    this.#scheduleWakeUp();
    const frame = buildFrame(this.plan, this.#state);
    if (isSameFrame(frame, this.#frame)) return;
    this.#frame = frame;
    this.#frameListeners.notify();
  }

  close(): void {
    this.#cancelWakeUp();
    this.#resolveEnded("quit");
  }

  #tell(happenings: readonly DatedHappening[]): void {
    if (happenings.length > 0) this.#subscribers.notify(happenings);
    const end = happenings.findLast(({ happening }) => happening.type === "session-ended")?.happening;
    if (end?.type === "session-ended") this.#resolveEnded(end.how);
  }

  #scheduleWakeUp(): void {
    this.#cancelWakeUp();
    this.#cancelWakeUp = () => {};
    if (this.#state.status !== "running") return;
    const { momentMs, displayMs } = findNextChange(this.plan, this.#state, FRAMES_PER_SECOND / this.speed);
    const sleepMs = Math.max(MIN_SLEEP_MS, Math.min(momentMs / this.speed, displayMs / this.speed, MAX_SLEEP_MS));
    this.#cancelWakeUp = this.#clock.callAt(this.#clock.monotonicMs() + sleepMs, () => this.tick());
  }
}

/** Whether two states come to the same, apart from the moment at which each was taken. */
function isSameCourse(a: PlayerState, b: PlayerState): boolean {
  return describeCourse(a) === describeCourse(b);
}

function describeCourse(state: PlayerState): string {
  const isRunning = state.status === "running";
  return JSON.stringify({ ...state, clockMs: 0, records: [], atMs: isRunning ? 0 : state.atMs });
}
