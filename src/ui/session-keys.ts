/** The key bindings of a running workout; help and hints are written from the same table. */
import type { SessionCommand } from "../session/types.ts";
import { textWidth } from "./fit-text.ts";
import type { ExplainedKey } from "./keys.ts";

/** What is sent to the session, or `help`, the question whether to quit (`ask-quit`), or the code for a phone (`remote`). */
type SessionKeyAction = SessionCommand | { readonly type: "help" | "ask-quit" | "remote" };

interface SessionKeyBinding extends ExplainedKey {
  /** Key names as `parseKeyNames` returns them. */
  readonly keys: readonly string[];
  /** Null where every screen does it: see `useKeys`. */
  readonly action: SessionKeyAction | null;
  /** Its text in the hints, if it has one. */
  readonly hint?: string;
}

const TIME_STEP_MS = 10_000;
const TIME_HINT = "+ − time";
const REPS_HINT = "+ − reps";

export const SESSION_KEYS: readonly SessionKeyBinding[] = [
  {
    keys: ["space"],
    label: "space",
    description: "pause or resume",
    action: { type: "toggle" },
    hint: "space pause",
  },
  {
    keys: ["right", "n"],
    label: "→  n",
    description: "skip this step",
    action: { type: "skip" },
    hint: "→ skip",
  },
  {
    keys: ["N"],
    label: "N",
    description: "skip the exercise; in a group, the round",
    action: { type: "skip-exercise" },
  },
  {
    keys: ["left", "b", "page-up"],
    label: "←  b",
    description: "back to the start of this step; again for the previous step",
    action: { type: "back" },
    hint: "← back",
  },
  {
    keys: ["r"],
    label: "r",
    description: "restart this step",
    action: { type: "restart" },
  },
  {
    keys: ["+", "="],
    label: "+",
    description: "add ten seconds, or one rep",
    action: { type: "extend", deltaMs: TIME_STEP_MS },
    hint: TIME_HINT,
  },
  {
    keys: ["-", "_"],
    label: "−",
    description: "remove ten seconds, or one rep",
    action: { type: "extend", deltaMs: -TIME_STEP_MS },
  },
  {
    keys: ["enter", "page-down"],
    label: "enter",
    description: "finish this test or set; skips get ready, rest and switch",
    action: { type: "done" },
  },
  { keys: ["m"], label: "m", description: "mute or unmute", action: { type: "mute" } },
  { keys: ["v"], label: "v", description: "voice: full, brief or off", action: { type: "voice" } },
  { keys: ["p"], label: "p", description: "show and drive it on a phone", action: { type: "remote" } },
  { keys: ["?", "h"], label: "?  h", description: "show keys", action: { type: "help" }, hint: "? keys" },
  {
    keys: ["q"],
    label: "q",
    description: "quit the workout; asks first",
    action: { type: "ask-quit" },
    hint: "q quit",
  },
  { keys: ["ctrl-z"], label: "ctrl-z", description: "suspend; fg resumes", action: null },
  { keys: ["ctrl-c"], label: "ctrl-c", description: "quit immediately", action: null },
];

/** The action bound to a key; null if there is none. */
export function sessionActionOf(key: string): SessionKeyAction | null {
  return SESSION_KEYS.find(({ keys }) => keys.includes(key))?.action ?? null;
}

/** Hints to drop when the line is too short, in this order. */
const DROPPABLE_HINTS = [TIME_HINT, "← back", "→ skip", "q quit", "? keys"];

/** As many hints as fit into `columns`; keys that do nothing in the current step are left out. */
export function formatHints(
  columns: number,
  { paused, stretchable, countsReps }: { paused: boolean; stretchable: boolean; countsReps: boolean },
): string {
  const hints = SESSION_KEYS.flatMap(({ hint }) => (hint && (stretchable || hint !== TIME_HINT) ? [hint] : []));
  for (const drop of ["", ...DROPPABLE_HINTS]) {
    const at = hints.indexOf(drop);
    if (at >= 0) hints.splice(at, 1);
    const line = hints
      .join(" · ")
      .replace("space pause", paused ? "space resume" : "space pause")
      .replace(TIME_HINT, countsReps ? REPS_HINT : TIME_HINT);
    if (textWidth(line) <= columns) return line;
  }
  return "";
}
