/** What a key press means where the screen stands: a pure step from one control to the next, with what it causes. */
import type { PlayerStatus } from "../player/types.ts";
import type { SessionCommand } from "../session/types.ts";
import { applyScrollKey, type ScrollRange } from "./scroll.ts";
import { sessionActionOf } from "./session-keys.ts";

/** What a person has opened over the screen, and how far they have scrolled. */
export interface SessionScreenState {
  readonly overlay: "help" | "quit" | null;
  readonly scroll: number;
}

export const INITIAL_SCREEN_STATE: SessionScreenState = { overlay: null, scroll: 0 };

export type SessionKeyEffect =
  | { readonly type: "send"; readonly command: SessionCommand }
  | { readonly type: "leave" }
  | { readonly type: "interrupt" }
  | { readonly type: "suspend" };

export interface SessionKeyContext extends ScrollRange {
  readonly status: PlayerStatus;
}

interface SessionKeyResult {
  readonly state: SessionScreenState;
  readonly effect?: SessionKeyEffect;
}

/** What stands open: help and question belong to the workout, and are gone when it has ended below them. */
export function closeStaleOverlay(control: SessionScreenState, status: PlayerStatus): SessionScreenState {
  return status === "finished" && control.overlay !== null ? INITIAL_SCREEN_STATE : control;
}

/** The next control after a key, and what the key causes. Unknown keys change nothing. */
export function handleSessionKey(before: SessionScreenState, key: string, where: SessionKeyContext): SessionKeyResult {
  const control = closeStaleOverlay(before, where.status);
  const action = sessionActionOf(key);
  if (action?.type === "interrupt") return { state: control, effect: { type: "interrupt" } };
  if (action?.type === "suspend") return { state: control, effect: { type: "suspend" } };
  const scroll = applyScrollKey(control.scroll, key, where);
  if (control.overlay === "quit") return handleQuitAnswer(key);
  if (control.overlay === "help") return { state: scroll === null ? INITIAL_SCREEN_STATE : { ...control, scroll } };
  if (where.status === "ready" || where.status === "finished" || where.status === "quit") {
    if (scroll !== null) return { state: { ...control, scroll } };
    return where.status === "ready" ? handleReadyKey(control, key) : { state: control, effect: { type: "leave" } };
  }
  switch (action?.type) {
    case "send":
      return { state: control, effect: action };
    case "quit":
      return { state: { overlay: "quit", scroll: 0 } };
    case "help":
      return { state: { overlay: "help", scroll: 0 } };
    default:
      return { state: control };
  }
}

/** Before the start: space or Enter begins. */
function handleReadyKey(control: SessionScreenState, key: string): SessionKeyResult {
  if (key === "space" || key === "enter") {
    return { state: INITIAL_SCREEN_STATE, effect: { type: "send", command: { type: "start" } } };
  }
  if (key === "q" || key === "escape") return { state: control, effect: { type: "leave" } };
  return { state: control };
}

/** Leaving was asked for: the same key again or yes leaves, every other goes on. */
function handleQuitAnswer(key: string): SessionKeyResult {
  if (key !== "q" && key !== "y") return { state: INITIAL_SCREEN_STATE };
  return { state: INITIAL_SCREEN_STATE, effect: { type: "send", command: { type: "quit" } } };
}
