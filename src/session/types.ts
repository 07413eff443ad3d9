/** The session as its subscribers see it: happenings with their wall time, frames, and the one door for commands. */
import type { Plan } from "../plan/types.ts";
import type { Frame, Happening, PauseReason, PlayerState } from "../player/types.ts";

/** What a person (a key, a remote) may ask of a session; the session stamps it with its time. */
export type SessionCommand =
  | { readonly type: "start" }
  | { readonly type: "pause"; readonly reason?: PauseReason }
  | { readonly type: "resume" }
  /** Pause when running, resume when paused. */
  | { readonly type: "toggle" }
  | { readonly type: "skip" }
  | { readonly type: "back" }
  | { readonly type: "restart" }
  | { readonly type: "extend"; readonly deltaMs: number }
  | { readonly type: "done" }
  | { readonly type: "quit" }
  /** Sound on and off; the next level of the voice. The session hands these on to whoever makes it audible. */
  | { readonly type: "mute" }
  | { readonly type: "voice" };

/** A happening and the moment at which it was due on the wall (milliseconds since the epoch). */
export interface DatedHappening {
  readonly happening: Happening;
  readonly dueEpochMs: number;
}

/** Told of every happening, in order; many at once when the process woke late. One that throws is dropped with a word. */
export type SessionSubscriber = (dated: readonly DatedHappening[], session: Session) => void;

export interface Session {
  readonly plan: Plan;
  /** How many times as fast the session's clock runs. */
  readonly speed: number;
  /** The present state; its `status` says whether it runs. */
  state(): PlayerState;
  /** The present frame; the same object until something that is seen changes. */
  frame(): Frame;
  /**
   * The moment on the wall (milliseconds since the epoch) of a session time, past or to come, if nothing disturbs the
   * session: while it is paused as if it went on at once.
   */
  epochMsAt(sessionMs: number): number;
  /** The one door: commands come in here. */
  send(command: SessionCommand): void;
  /** Happenings; returns how to leave. */
  subscribe(name: string, subscriber: SessionSubscriber): () => void;
  /** Called when `frame()` has become another object; returns how to leave. */
  onFrame(listener: () => void): () => void;
  /** Commands that are not the player's: what is heard. Returns how to leave. */
  onSoundCommand(listener: (command: SessionCommand) => void): () => void;
  /** A word for the moment ("Muted"), or a notice that is new; undefined when it has been there long enough. */
  message(): string | undefined;
  /** Says such a word; it changes nothing else. */
  showMessage(text: string): void;
  /** Words for the person about what failed at the side (a subscriber that was dropped): newest last. */
  notices(): readonly string[];
  /** Add such a word; it is said at once, and kept for the end. */
  addNotice(text: string): void;
  /** Called with every such word; returns how to leave. */
  onNotice(listener: (text: string) => void): () => void;
  /** Settles when the session has ended, after every subscriber was told. */
  readonly ended: Promise<"finished" | "quit">;
}
