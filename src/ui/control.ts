/** What a key press means where the screen stands: a pure step from one control to the next, with what it causes. */
import type { PlayerStatus } from "../player/types.ts";
import type { Command } from "../session/types.ts";
import { actionOf } from "./keys.ts";
import { type Reach, scrolled } from "./scroll.ts";

/** What a person has opened over the screen, and how far they have scrolled. */
export interface Control {
  readonly overlay: "help" | "quit" | null;
  readonly scroll: number;
}

export const INITIAL_CONTROL: Control = { overlay: null, scroll: 0 };

export type Effect =
  | { readonly type: "send"; readonly command: Command }
  | { readonly type: "leave" }
  | { readonly type: "interrupt" }
  | { readonly type: "suspend" };

export interface Where extends Reach {
  readonly status: PlayerStatus;
}

interface Outcome {
  readonly control: Control;
  readonly effect?: Effect;
}

/** What stands open: help and question belong to the workout, and are gone when it has ended below them. */
export function settled(control: Control, status: PlayerStatus): Control {
  return status === "finished" && control.overlay !== null ? INITIAL_CONTROL : control;
}

/** The next control after a key, and what the key causes. Unknown keys change nothing. */
export function pressed(before: Control, key: string, where: Where): Outcome {
  const control = settled(before, where.status);
  const action = actionOf(key);
  if (action?.type === "interrupt") return { control, effect: { type: "interrupt" } };
  if (action?.type === "suspend") return { control, effect: { type: "suspend" } };
  const scroll = scrolled(control.scroll, key, where);
  if (control.overlay === "quit") return answered(key);
  if (control.overlay === "help") return { control: scroll === null ? INITIAL_CONTROL : { ...control, scroll } };
  if (where.status === "ready" || where.status === "finished" || where.status === "quit") {
    if (scroll !== null) return { control: { ...control, scroll } };
    return where.status === "ready" ? ready(control, key) : { control, effect: { type: "leave" } };
  }
  switch (action?.type) {
    case "send":
      return { control, effect: action };
    case "quit":
      return { control: { overlay: "quit", scroll: 0 } };
    case "help":
      return { control: { overlay: "help", scroll: 0 } };
    default:
      return { control };
  }
}

/** Before the start: space or Enter begins. */
function ready(control: Control, key: string): Outcome {
  if (key === "space" || key === "enter") {
    return { control: INITIAL_CONTROL, effect: { type: "send", command: { type: "start" } } };
  }
  if (key === "q" || key === "escape") return { control, effect: { type: "leave" } };
  return { control };
}

/** Leaving was asked for: the same key again or yes leaves, every other goes on. */
function answered(key: string): Outcome {
  if (key !== "q" && key !== "y") return { control: INITIAL_CONTROL };
  return { control: INITIAL_CONTROL, effect: { type: "send", command: { type: "quit" } } };
}
