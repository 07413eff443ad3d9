/**
 * Controls a session without a screen: line commands on standard input.
 *
 * Enter ends a step that waits for the person, and resumes after a pause. A line with one letter does what that key
 * does on the screen. If nobody can answer any more (the input was closed, or is /dev/null), nothing waits: a self-paced
 * set takes as long as it is estimated at, as with --hands-free.
 */
import type { Readable } from "node:stream";
import type { Session, SessionCommand } from "./types.ts";

/** The command of each line; an empty line does what the session is waiting for. */
const LINE_COMMANDS: ReadonlyMap<string, SessionCommand> = new Map([
  ["p", { type: "toggle" }],
  ["n", { type: "skip" }],
  ["N", { type: "skip-exercise" }],
  ["+", { type: "extend", deltaMs: 10_000 }],
  ["-", { type: "extend", deltaMs: -10_000 }],
  ["b", { type: "back" }],
  ["r", { type: "restart" }],
  ["q", { type: "quit" }],
]);

/** Help for the line commands, in one line. */
export const LINE_COMMANDS_HELP =
  "Enter ends a step that waits; + and - set right its reps or the time; p pauses, n skips (N the exercise, or the round), b goes back, r restarts, q quits (then Enter)";

/** No valid line is longer; the rest is discarded. */
const MAX_LINE_LENGTH = 16;

/**
 * Sends the lines of `input` to the session until it ends, then releases the input, so that it does not keep the
 * process alive. Call it before the session starts.
 *
 * @param others what further lines do that concern no session.
 */
export function listenForLineCommands(
  session: Session,
  input: Readable,
  others: Readonly<Record<string, () => void>> = {},
): void {
  let closed = input.readableEnded || input.destroyed;
  let line = "";

  const onData = (chunk: string) => {
    const [first = "", ...more] = chunk.split("\n");
    line = (line + first).slice(0, MAX_LINE_LENGTH);
    for (const next of more) {
      const typed = line.trim();
      if (Object.hasOwn(others, typed)) others[typed]?.();
      else sendLineCommand(session, typed);
      line = next.slice(0, MAX_LINE_LENGTH);
    }
  };
  const goOnAlone = () => {
    const command = closed ? findUnattendedCommand(session) : null;
    if (command) session.send(command);
  };
  const onClosed = () => {
    if (closed) return;
    closed = true;
    goOnAlone();
  };

  input.setEncoding("utf8");
  input.on("data", onData);
  for (const event of ["end", "close", "error"]) input.on(event, onClosed);

  // A session must not change while it notifies its subscribers: react after all of them were notified.
  const goOnLater = () => {
    if (closed) queueMicrotask(goOnAlone);
  };
  const unsubscribe = [session.subscribe("standard input", goOnLater), session.onFrame(goOnLater)];
  session.ended.then(() => {
    for (const leave of unsubscribe) leave();
    input.off("data", onData);
    input.pause();
    if ("unref" in input && typeof input.unref === "function") input.unref();
  });
}

function sendLineCommand(session: Session, line: string): void {
  const command =
    line === "" ? findAwaitedCommand(session) : (LINE_COMMANDS.get(line) ?? LINE_COMMANDS.get(line.toLowerCase()));
  if (command) session.send(command);
}

/** What the session is waiting for, if anything: the end of a step that waits for the person, or to be resumed. */
function findAwaitedCommand(session: Session): SessionCommand | null {
  const state = session.state();
  if (state.status === "paused") return { type: "resume" };
  const step = session.plan.steps[state.step];
  return state.status === "running" && step?.durationMs === null && step.kind === "set" ? { type: "done" } : null;
}

/**
 * The same where nobody can answer. A self-paced set takes its estimate, as repetitions that take no time would be no
 * workout; a set without a count ends at once, or is left to its clock.
 */
function findUnattendedCommand(session: Session): SessionCommand | null {
  const state = session.state();
  const { paced, deadlines } = session.plan.steps[state.step] ?? {};
  const waitMs = paced?.estimateMs ?? (deadlines ? Number.POSITIVE_INFINITY : 0);
  const hasTimeLeft = session.frame().seconds * 1000 < waitMs;
  return state.status === "running" && hasTimeLeft ? null : findAwaitedCommand(session);
}
