/** The session as its subscribers see it: happenings with their wall-clock time, frames, and one way in for commands. */
import type { Plan } from "../plan/types.ts";
import type { Frame } from "../player/frame-types.ts";
import type { Happening, PauseReason, PlayerState } from "../player/types.ts";

/** What a person (a key, a remote) can ask of a session, which adds the time. */
export type SessionCommand =
  | { readonly type: "start" }
  | { readonly type: "pause"; readonly reason?: PauseReason }
  | { readonly type: "resume" }
  /** Pause when running, resume when paused. */
  | { readonly type: "toggle" }
  | { readonly type: "skip" }
  | { readonly type: "skip-exercise" }
  | { readonly type: "back" }
  | { readonly type: "restart" }
  | { readonly type: "extend"; readonly deltaMs: number }
  | { readonly type: "done" }
  | { readonly type: "quit" }
  /** Sound on and off; the next voice level. The session passes these on to whatever plays the sound. */
  | { readonly type: "mute" }
  | { readonly type: "voice" };

/** A happening and the wall-clock time at which it was due (milliseconds since the epoch). */
export interface DatedHappening {
  readonly happening: Happening;
  readonly dueEpochMs: number;
}

/** Called with every happening, in order; with several at once if the process woke up late. One that throws is dropped. */
export type SessionSubscriber = (dated: readonly DatedHappening[], session: Session) => void;

export interface Session {
  readonly plan: Plan;
  /** The session's speed relative to the clock. */
  readonly speed: number;
  /** The current state; `status` tells whether it is running. */
  state(): PlayerState;
  /** The current frame; the same object until something visible changes. */
  frame(): Frame;
  /**
   * The wall-clock time (milliseconds since the epoch) of a past or future session time, assuming nothing disturbs the
   * session and, if it is paused, that it resumes now.
   */
  epochMsAt(sessionMs: number): number;
  /** The only way in: all commands go through here. */
  send(command: SessionCommand): void;
  /** Subscribes to happenings, under a name for the person; returns a function that unsubscribes. */
  subscribe(name: string, subscriber: SessionSubscriber): () => void;
  /** Calls the listener when `frame()` returns a new object; returns a function that unsubscribes. */
  onFrame(listener: () => void): () => void;
  /** Calls the listener with commands about sound, not the player; returns a function that unsubscribes. */
  onSoundCommand(listener: (command: SessionCommand) => void): () => void;
  /** A short message ("Muted") or a new notice; undefined once it has been shown long enough. */
  message(): string | undefined;
  /** Shows a short message; changes nothing else. */
  showMessage(text: string): void;
  /** Notices about side failures, such as a dropped subscriber: newest last. */
  notices(): readonly string[];
  /** Adds a notice; it is shown at once and kept for the end. */
  addNotice(text: string): void;
  /** Calls the listener with every notice; returns a function that unsubscribes. */
  onNotice(listener: (text: string) => void): () => void;
  /** Resolves when the session has ended and every subscriber has been notified. */
  readonly ended: Promise<"finished" | "quit">;
}

/**
 * Why a step can be made neither longer nor shorter; in a small terminal only the first sentence is shown. @param
 * isOpen whether it waits for the person.
 */
export function explainFixedLength(isOpen: boolean): string {
  return isOpen ? "No hurry. Take as long as you need." : "Fixed length. Each rep keeps its tempo.";
}
