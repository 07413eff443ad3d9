/** The session: the only thing that changes. It joins the clock and the player and tells its subscribers. */
import type { Clock } from "../clock.ts";
import type { Plan } from "../plan/types.ts";
import { buildFrame, isSameFrame } from "../player/frame.ts";
import { reduce } from "../player/reduce.ts";
import { createInitialState } from "../player/state.ts";
import { findNextChange } from "../player/step-moments.ts";
import type { Frame, PlayerEvent, PlayerState } from "../player/types.ts";
import { SessionMessages } from "./messages.ts";
import { ListenerRegistry, SubscriberRegistry } from "./subscribers.ts";
import type { Session, SessionCommand, SessionSubscriber } from "./types.ts";

/**
 * A wake-up later than this is no late wake-up: the machine slept or the process was stopped, and the session pauses
 * where it was when it was last awake. Far beyond any blocked moment, well below any closed lid.
 */
export const SUSPEND_GAP_MS = 3000;

/** However little there is to show, the session looks at the clock this often, so that it knows when it was awake. */
const MAX_SLEEP_MS = 1000;

/** At high speed figures turn over faster than anyone can see; they are looked at no more often than this. */
const MIN_REDRAW_MS = 16;

export interface SessionOptions {
  readonly plan: Plan;
  readonly clock: Clock;
  /** How many times as fast as the clock the session runs: 0.25 to 1000. */
  readonly speed?: number;
  /** How often in a second a fill is redrawn. */
  readonly framesPerSecond?: number;
  /** Where to begin and what was done, when an earlier session is taken up. */
  readonly initialState?: PlayerState;
}

/** A session that stands ready; `send({type: "start"})` begins it. */
export function createSession(options: SessionOptions): Session {
  return new RunningSession(options);
}

class RunningSession implements Session {
  readonly plan: Plan;
  readonly speed: number;
  readonly ended: Promise<"finished" | "quit">;
  readonly #clock: Clock;
  readonly #framesPerSecond: number;
  readonly #subscribers: SubscriberRegistry;
  readonly #frameListeners: ListenerRegistry;
  readonly #soundCommandListeners: ListenerRegistry<SessionCommand>;
  readonly #messages: SessionMessages;
  #state: PlayerState;
  #frame: Frame;
  #cancelWakeUp: () => void = () => {};
  /** Readings of both clocks when the session was last awake. */
  #lastAwake: { readonly monotonicMs: number; readonly epochMs: number };
  /** A moment on the wall and the session time that belonged to it. */
  #anchor: { readonly epochMs: number; readonly sessionMs: number };
  #resolveEnded: (how: "finished" | "quit") => void = () => {};

  constructor({ plan, clock, speed = 1, framesPerSecond = 4, initialState = createInitialState() }: SessionOptions) {
    this.plan = plan;
    this.speed = speed;
    this.#clock = clock;
    this.#messages = new SessionMessages(clock, () => this.#frameListeners.notify());
    const notice = (text: string) => this.addNotice(text);
    this.#subscribers = new SubscriberRegistry(this, notice);
    this.#frameListeners = new ListenerRegistry(notice);
    this.#soundCommandListeners = new ListenerRegistry(notice);
    this.#framesPerSecond = framesPerSecond;
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

  subscribe = (name: string, subscriber: SessionSubscriber): (() => void) => this.#subscribers.add(name, subscriber);

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

  /** Looks at the clock; when far more time went by than the session can have been awake, it pauses where it was. */
  #pauseAfterGap(): void {
    const before = this.#lastAwake;
    this.#lastAwake = this.#readClocks();
    // While the machine sleeps the monotonic clock may stand still, the wall clock does not.
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

  /** @param epochMs the moment of the event on the wall. */
  #dispatch(event: PlayerEvent, epochMs = this.#lastAwake.epochMs): void {
    const before = this.#state;
    const { state, happenings } = reduce(this.plan, before, event);
    this.#state = state;
    // An event after the end belongs to no session time; one that finds the session running may lie behind its end.
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

  /** Sets the one alarm: for the next thing that changes, and for a look at the clock at the latest. */
  #scheduleWakeUp(): void {
    this.#cancelWakeUp();
    this.#cancelWakeUp = () => {};
    if (this.#state.status !== "running") return;
    const { momentMs, displayMs } = findNextChange(this.plan, this.#state, this.#framesPerSecond / this.speed);
    const now = this.#lastAwake.monotonicMs;
    const momentAt = (this.#state.clockMs + momentMs) / this.speed;
    const figureAt = Math.max((this.#state.clockMs + displayMs) / this.speed, now + MIN_REDRAW_MS);
    const dueMs = Math.min(momentAt, figureAt, now + MAX_SLEEP_MS);
    this.#cancelWakeUp = this.#clock.callAt(dueMs, this.#wakeUp, dueMs === momentAt);
  }

  #readClocks() {
    const monotonicMs = this.#clock.monotonicMs();
    return { monotonicMs, epochMs: this.#clock.epochMs(monotonicMs) };
  }

  #sessionClockMs(monotonicMs: number): number {
    return monotonicMs * this.speed;
  }
}
