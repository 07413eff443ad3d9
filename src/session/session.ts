/** The session: the only thing that changes. It joins the clock and the player and tells its subscribers. */
import type { Clock } from "../clock.ts";
import type { Plan } from "../plan/types.ts";
import { frameOf } from "../player/frame.ts";
import { reduce } from "../player/reduce.ts";
import { sameFrame } from "../player/same-frame.ts";
import { initialState } from "../player/state.ts";
import type { Frame, PlayerEvent, PlayerState } from "../player/types.ts";
import { nextChange } from "../player/wake.ts";
import { SessionWords } from "./notices.ts";
import { Listeners, Subscribers } from "./subscribers.ts";
import type { Command, Session, Subscriber } from "./types.ts";

/**
 * A wake-up later than this is no late wake-up: the machine slept or the process was stopped, and the session pauses
 * where it was when it was last awake. Far beyond any blocked moment, well below any closed lid.
 */
export const GAP_MS = 3000;

/** However little there is to show, the session looks at the clock this often, so that it knows when it was awake. */
const LONGEST_SLEEP_MS = 1000;

/** At high speed figures turn over faster than anyone can see; they are looked at no more often than this. */
const SHORTEST_LOOK_MS = 16;

export interface SessionOptions {
  readonly plan: Plan;
  readonly clock: Clock;
  /** How many times as fast as the clock the session runs: 0.25 to 1000. */
  readonly speed?: number;
  /** How often in a second a fill is redrawn. */
  readonly framesPerSecond?: number;
  /** Where to begin and what was done, when an earlier session is taken up. */
  readonly from?: PlayerState;
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
  readonly #subscribers: Subscribers;
  readonly #frameListeners: Listeners;
  readonly #askedListeners: Listeners<Command>;
  readonly #words: SessionWords;
  #state: PlayerState;
  #frame: Frame;
  #callOff: () => void = () => {};
  /** Readings of both clocks when the session was last awake. */
  #awake: { readonly monotonicMs: number; readonly epochMs: number };
  /** A moment on the wall and the session time that belonged to it. */
  #anchor: { readonly epochMs: number; readonly sessionMs: number };
  #settle: (how: "finished" | "quit") => void = () => {};

  constructor({ plan, clock, speed = 1, framesPerSecond = 4, from = initialState() }: SessionOptions) {
    this.plan = plan;
    this.speed = speed;
    this.#clock = clock;
    this.#words = new SessionWords(clock, () => this.#frameListeners.tell());
    const notice = (text: string) => this.notice(text);
    this.#subscribers = new Subscribers(this, notice);
    this.#frameListeners = new Listeners(notice);
    this.#askedListeners = new Listeners(notice);
    this.#framesPerSecond = framesPerSecond;
    this.#state = from;
    this.#frame = frameOf(plan, from);
    this.#awake = this.#readings();
    this.#anchor = { epochMs: this.#awake.epochMs, sessionMs: from.atMs };
    this.ended = new Promise((resolve) => {
      this.#settle = resolve;
    });
  }

  state = (): PlayerState => this.#state;

  frame = (): Frame => this.#frame;

  epochMsAt = (sessionMs: number): number => this.#anchor.epochMs + (sessionMs - this.#anchor.sessionMs) / this.speed;

  subscribe = (name: string, subscriber: Subscriber): (() => void) => this.#subscribers.add(name, subscriber);

  onFrame = (listener: () => void): (() => void) => this.#frameListeners.add(listener);

  onAsked = (listener: (command: Command) => void): (() => void) => this.#askedListeners.add(listener);

  notices = (): readonly string[] => this.#words.notices();

  word = (): string | undefined => this.#words.word();

  say = (text: string): void => this.#words.say(text);

  notice = (text: string): void => this.#words.notice(text);

  onNotice = (listener: (text: string) => void): (() => void) => this.#words.onNotice(listener);

  send = (command: Command): void => {
    if (command.type === "mute" || command.type === "voice") {
      this.#askedListeners.tell(command);
      return;
    }
    this.#pauseAfterGap();
    this.#take(this.#eventOf(command));
  };

  #eventOf(command: Exclude<Command, { type: "mute" | "voice" }>): PlayerEvent {
    const clockMs = this.#sessionClockMs(this.#awake.monotonicMs);
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
    const before = this.#awake;
    this.#awake = this.#readings();
    // While the machine sleeps the monotonic clock may stand still, the wall clock does not.
    const passedMs = Math.max(this.#awake.monotonicMs - before.monotonicMs, this.#awake.epochMs - before.epochMs);
    if (this.#state.status === "running" && passedMs > LONGEST_SLEEP_MS + GAP_MS) {
      this.#take({ type: "pause", clockMs: this.#sessionClockMs(before.monotonicMs), reason: "gap" }, before.epochMs);
    }
  }

  #wake = (): void => {
    this.#pauseAfterGap();
    this.#take({ type: "tick", clockMs: this.#sessionClockMs(this.#awake.monotonicMs) });
  };

  /** @param epochMs the moment of the event on the wall. */
  #take(event: PlayerEvent, epochMs = this.#awake.epochMs): void {
    const before = this.#state;
    const { state, happenings } = reduce(this.plan, before, event);
    this.#state = state;
    // An event after the end belongs to no session time; one that finds the session running may lie behind its end.
    if (before.status === "running") this.#anchor = { epochMs, sessionMs: state.clockMs - before.offsetMs };
    else if (before.status === "ready" || before.status === "paused") this.#anchor = { epochMs, sessionMs: state.atMs };
    this.#arm();
    const dated = happenings.map((happening) => ({ happening, dueEpochMs: this.epochMsAt(happening.atMs) }));
    if (dated.length > 0) this.#subscribers.tell(dated);
    this.#show();
    const last = happenings.at(-1);
    if (last?.type === "session-ended") this.#settle(last.how);
  }

  #show(): void {
    const frame = frameOf(this.plan, this.#state);
    if (sameFrame(frame, this.#frame)) return;
    this.#frame = frame;
    this.#frameListeners.tell();
  }

  /** Sets the one alarm: for the next thing that changes, and for a look at the clock at the latest. */
  #arm(): void {
    this.#callOff();
    this.#callOff = () => {};
    if (this.#state.status !== "running") return;
    const { momentMs, figureMs } = nextChange(this.plan, this.#state, this.#framesPerSecond / this.speed);
    const now = this.#awake.monotonicMs;
    const momentAt = (this.#state.clockMs + momentMs) / this.speed;
    const figureAt = Math.max((this.#state.clockMs + figureMs) / this.speed, now + SHORTEST_LOOK_MS);
    const dueMs = Math.min(momentAt, figureAt, now + LONGEST_SLEEP_MS);
    this.#callOff = this.#clock.at(dueMs, this.#wake, dueMs === momentAt);
  }

  #readings() {
    const monotonicMs = this.#clock.monotonicMs();
    return { monotonicMs, epochMs: this.#clock.epochMs(monotonicMs) };
  }

  #sessionClockMs(monotonicMs: number): number {
    return monotonicMs * this.speed;
  }
}
