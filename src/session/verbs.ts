/** The verbs by which other programs and pages drive a session. Each one is a session command; nothing else gets in. */
import { explainFixedLength, type Session, type SessionCommand } from "./types.ts";

const TIME_STEP_MS = 10_000;

const COMMAND_BY_VERB = {
  start: { type: "start" },
  toggle: { type: "toggle" },
  pause: { type: "pause" },
  resume: { type: "resume" },
  next: { type: "skip" },
  "skip-exercise": { type: "skip-exercise" },
  back: { type: "back" },
  restart: { type: "restart" },
  done: { type: "done" },
  "+10": { type: "extend", deltaMs: TIME_STEP_MS },
  "-10": { type: "extend", deltaMs: -TIME_STEP_MS },
  mute: { type: "mute" },
  voice: { type: "voice" },
  quit: { type: "quit" },
} as const satisfies Record<string, SessionCommand>;

export type SessionVerb = keyof typeof COMMAND_BY_VERB;

export const SESSION_VERBS = Object.keys(COMMAND_BY_VERB) as readonly SessionVerb[];

/** Whether a word of unknown origin is a verb. */
export function isSessionVerb(word: unknown): word is SessionVerb {
  return typeof word === "string" && Object.hasOwn(COMMAND_BY_VERB, word);
}

/**
 * Sends a verb's command to the session. Where the session has not begun, `toggle` and `done` begin it, as their keys do.
 *
 * @returns why the verb changes nothing at this moment, in words for the person; null if it was sent.
 */
export function performVerb(session: Session, verb: SessionVerb): string | null {
  const why = explainRefusal(session, verb);
  if (why !== null) return why;
  const isStart = session.state().status === "ready" && (verb === "toggle" || verb === "done");
  session.send(isStart ? { type: "start" } : COMMAND_BY_VERB[verb]);
  return null;
}

function explainRefusal(session: Session, verb: SessionVerb): string | null {
  const { status } = session.state();
  const { phase, stretchable, cutSetText } = session.frame();
  const isCorrection = cutSetText !== "" && (verb === "+10" || verb === "-10");
  if (status === "quit" || (status === "finished" && !isCorrection)) return "The session is over.";
  switch (verb) {
    case "mute":
    case "voice":
    case "quit":
    case "toggle":
    case "done":
      return null;
    case "start":
      return status === "ready" ? null : "The session has already started.";
    case "pause":
      return status === "running" ? null : status === "paused" ? "It is already paused." : NOT_STARTED;
    case "resume":
      return status === "paused" ? null : status === "running" ? "It is not paused." : NOT_STARTED;
    case "+10":
    case "-10":
      if (status === "ready") return NOT_STARTED;
      return stretchable ? null : explainFixedLength(phase === "open");
    default:
      return status === "ready" ? NOT_STARTED : null;
  }
}

const NOT_STARTED = "The session has not started.";
