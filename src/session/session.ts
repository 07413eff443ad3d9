/** The session: the only thing that changes. It connects the clock and the player and notifies its subscribers. */
import type { Clock } from "../clock.ts";
import type { Plan } from "../plan/types.ts";
import { buildFrame, isSameFrame } from "../player/frame.ts";
import type { Frame } from "../player/frame-types.ts";
import { reduce } from "../player/reduce.ts";
import { createInitialState } from "../player/state.ts";
import { findNextChange } from "../player/step-moments.ts";
import type { PlayerEvent, PlayerState } from "../player/types.ts";
import { ListenerRegistry, SessionMessages } from "./subscribers.ts";
import type { DatedHappening, Session, SessionCommand, SessionSubscriber } from "./types.ts";

/**
 * A wake-up later than this is not just late: the machine slept or the process was suspended, and the session pauses at
 * the time it was last awake. Far longer than any blocked event loop, well short of any closed lid.
 */
const SUSPEND_GAP_MS = 3000;

/** Even with little to show, the session checks the clock this often, so that it knows when it was last awake. */
const MAX_SLEEP_MS = 1000;

/** At high speed digits change faster than anyone can see; they are updated no more often than this. */
const MIN_REDRAW_MS = 16;

interface SessionOptions {
  readonly plan: Plan;
  readonly clock: Clock;
  /** Speed relative to the clock: 0.25 to 1000. */
  readonly speed?: number;
  /** How often a progress bar, or whatever else moves, is redrawn per second; by frame where that changes. */
  readonly framesPerSecond?: number | ((frame: Frame) => number);
  /** The state to start from when an earlier session is resumed. */
  readonly initialState?: PlayerState;
}

/** Creates a session that is ready; `send({type: "start"})` starts it. */
export function createSession(options: SessionOptions): Session {
  return new RunningSession(options);
}

class RunningSession implements Session {
  readonly plan: Plan;
  readonly speed: number;
  readonly ended: Promise<"finished" | "quit">;
  readonly #clock: Clock;
  readonly #framesPerSecond: (frame: Frame) => number;
  readonly #subscribers: ListenerRegistry<readonly DatedHappening[]>;
  readonly #frameListeners: ListenerRegistry;
  readonly #soundCommandListeners: ListenerRegistry<SessionCommand>;
  readonly #messages: SessionMessages;
  #state: PlayerState;
  #frame: Frame;
  #cancelWakeUp: () => void = () => {};
  /** Clock readings when the session was last awake. */
  #lastAwake: { readonly monotonicMs: number; readonly epochMs: number };
  /** A wall-clock time and its session time. */
  #anchor: { readonly epochMs: number; readonly sessionMs: number };
  #resolveEnded: (how: "finished" | "quit") => void = () => {};

  constructor({ plan, clock, speed = 1, framesPerSecond = 4, initialState = createInitialState() }: SessionOptions) {
    this.plan = plan;
    this.speed = speed;
    this.#clock = clock;
    this.#messages = new SessionMessages(clock, () => this.#frameListeners.notify());
    const addNotice = (text: string) => this.addNotice(text);
    this.#subscribers = new ListenerRegistry(addNotice);
    this.#frameListeners = new ListenerRegistry(addNotice);
    this.#soundCommandListeners = new ListenerRegistry(addNotice);
    this.#framesPerSecond = typeof framesPerSecond === "number" ? () => framesPerSecond : framesPerSecond;
    this.#state = initialState;
    this.#frame = buildFrame(plan, initialState);
    this.#lastAwake = this.#readClocks();
    this.#anchor = { epochMs: this.#lastAwake.epochMs, sessionMs: initialState.atMs };
    this.ended = new Promise((resolve) => {
      this.#resolveEnded = resolve;
    });
  }

  state = (): PlayerState => this.#state;

  frame = (): Frame => this.#frame;

  epochMsAt = (sessionMs: number): number => this.#anchor.epochMs + (sessionMs - this.#anchor.sessionMs) / this.speed;

  subscribe = (name: string, subscriber: SessionSubscriber): (() => void) =>
    this.#subscribers.add((dated) => subscriber(dated, this), name);

  onFrame = (listener: () => void): (() => void) => this.#frameListeners.add(listener);

  onSoundCommand = (listener: (command: SessionCommand) => void): (() => void) =>
    this.#soundCommandListeners.add(listener);

  notices = (): readonly string[] => this.#messages.notices();

  message = (): string | undefined => this.#messages.message();

  showMessage = (text: string): void => this.#messages.show(text);

  addNotice = (text: string): void => this.#messages.addNotice(text);

  onNotice = (listener: (text: string) => void): (() => void) => this.#messages.onNotice(listener);

  send = (command: SessionCommand): void => {
    if (command.type === "mute" || command.type === "voice") {
      this.#soundCommandListeners.notify(command);
      return;
    }
    this.#pauseAfterGap();
    this.#dispatch(this.#toPlayerEvent(command));
  };

  #toPlayerEvent(command: Exclude<SessionCommand, { type: "mute" | "voice" }>): PlayerEvent {
    const clockMs = this.#sessionClockMs(this.#lastAwake.monotonicMs);
    switch (command.type) {
      case "toggle":
        return this.#state.status === "paused"
          ? { type: "resume", clockMs }
          : { type: "pause", clockMs, reason: "asked" };
      case "pause":
        return { type: "pause", clockMs, reason: command.reason ?? "asked" };
      default:
        return { ...command, clockMs };
    }
  }

  /** Checks the clock; if far more time has passed than the session could have slept, pauses it where it was. */
  #pauseAfterGap(): void {
    const before = this.#lastAwake;
    this.#lastAwake = this.#readClocks();
    // While the machine sleeps, the monotonic clock may stop; the wall clock does not.
    const passedMs = Math.max(
      this.#lastAwake.monotonicMs - before.monotonicMs,
      this.#lastAwake.epochMs - before.epochMs,
    );
    if (this.#state.status === "running" && passedMs > MAX_SLEEP_MS + SUSPEND_GAP_MS) {
      this.#dispatch(
        { type: "pause", clockMs: this.#sessionClockMs(before.monotonicMs), reason: "gap" },
        before.epochMs,
      );
    }
  }

  #wakeUp = (): void => {
    this.#pauseAfterGap();
    this.#dispatch({ type: "tick", clockMs: this.#sessionClockMs(this.#lastAwake.monotonicMs) });
  };

  /** @param epochMs the wall-clock time of the event. */
  #dispatch(event: PlayerEvent, epochMs = this.#lastAwake.epochMs): void {
    const before = this.#state;
    const { state, happenings } = reduce(this.plan, before, event);
    this.#state = state;
    // After the end there is no session time for an event; one that arrives while the session runs may lie after its end.
    if (before.status === "running") this.#anchor = { epochMs, sessionMs: state.clockMs - before.offsetMs };
    else if (before.status === "ready" || before.status === "paused") this.#anchor = { epochMs, sessionMs: state.atMs };
    this.#scheduleWakeUp();
    const dated = happenings.map((happening) => ({ happening, dueEpochMs: this.epochMsAt(happening.atMs) }));
    if (dated.length > 0) this.#subscribers.notify(dated);
    this.#updateFrame();
    const last = happenings.at(-1);
    if (last?.type === "session-ended") this.#resolveEnded(last.how);
  }

  #updateFrame(): void {
    const frame = buildFrame(this.plan, this.#state);
    if (isSameFrame(frame, this.#frame)) return;
    this.#frame = frame;
    this.#frameListeners.notify();
  }

  /** Sets the one timer: for the next change, and for a clock check at the latest. */
  #scheduleWakeUp(): void {
    this.#cancelWakeUp();
    this.#cancelWakeUp = () => {};
    if (this.#state.status !== "running") return;
    const fillsPerSecond = this.#framesPerSecond(this.#frame) / this.speed;
    const { momentMs, displayMs } = findNextChange(this.plan, this.#state, fillsPerSecond);
    const now = this.#lastAwake.monotonicMs;
    const momentDueMs = (this.#state.clockMs + momentMs) / this.speed;
    const displayDueMs = Math.max((this.#state.clockMs + displayMs) / this.speed, now + MIN_REDRAW_MS);
    const dueMs = Math.min(momentDueMs, displayDueMs, now + MAX_SLEEP_MS);
    this.#cancelWakeUp = this.#clock.callAt(dueMs, this.#wakeUp, dueMs === momentDueMs);
  }

  #readClocks() {
    const monotonicMs = this.#clock.monotonicMs();
    return { monotonicMs, epochMs: this.#clock.epochMs(monotonicMs) };
  }

  #sessionClockMs(monotonicMs: number): number {
    return monotonicMs * this.speed;
  }
}
