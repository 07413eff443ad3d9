/** What a key press means where the screen stands: a pure step from one control to the next, with what it causes. */
import type { PlayerStatus } from "../player/types.ts";
import type { Command } from "../session-types.ts";
import { actionOf } from "./keys.ts";

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

export interface Where {
  readonly status: PlayerStatus;
  /** How far what is shown can be scrolled. */
  readonly maxScroll: number;
  /** Lines that are seen at once. */
  readonly page: number;
}

interface Outcome {
  readonly control: Control;
  readonly effect?: Effect;
}

/** The next control after a key, and what the key causes. Unknown keys change nothing. */
export function pressed(control: Control, key: string, where: Where): Outcome {
  const action = actionOf(key);
  if (action?.type === "interrupt") return { control, effect: { type: "interrupt" } };
  if (action?.type === "suspend") return { control, effect: { type: "suspend" } };
  const scroll = scrolled(control.scroll, key, where);
  if (control.overlay === "quit") return answered(control, key);
  if (control.overlay === "help") return { control: scroll === null ? INITIAL_CONTROL : { ...control, scroll } };
  if (where.status === "ready" || where.status === "finished" || where.status === "quit") {
    if (scroll !== null) return { control: { ...control, scroll } };
    return where.status === "ready" ? before(control, key) : { control, effect: { type: "leave" } };
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
function before(control: Control, key: string): Outcome {
  if (key === "space" || key === "enter") {
    return { control: INITIAL_CONTROL, effect: { type: "send", command: { type: "start" } } };
  }
  if (key === "q" || key === "escape") return { control, effect: { type: "leave" } };
  return { control };
}

/** Leaving was asked for: the same key again or yes leaves, every other goes on. */
function answered(_control: Control, key: string): Outcome {
  if (key !== "q" && key !== "y") return { control: INITIAL_CONTROL };
  return { control: INITIAL_CONTROL, effect: { type: "send", command: { type: "quit" } } };
}

/** The new place after a key that scrolls; null when it does not, or when all is seen. */
export function scrolled(scroll: number, key: string, { maxScroll, page }: Pick<Where, "maxScroll" | "page">) {
  const steps: Readonly<Record<string, number>> = { up: -1, down: 1, "page-up": -page, "page-down": page };
  const step = steps[key];
  if (step === undefined) return null;
  return Math.min(maxScroll, Math.max(0, scroll + step));
}
