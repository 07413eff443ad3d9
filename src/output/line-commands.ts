/**
 * The keys of a session without a screen: whole lines on standard input.
 *
 * Enter ends a step that waits for the person, and goes on after a pause. A line with one letter does what that key
 * does on the screen. Where nobody can answer any more (the input was closed, or is /dev/null), nothing waits.
 */
import type { Readable } from "node:stream";
import type { Session, SessionCommand } from "../session/types.ts";

/** What a line asks for; an empty one asks for what the session waits for. */
const LINE_COMMANDS: ReadonlyMap<string, SessionCommand> = new Map([
  ["p", { type: "toggle" }],
  ["n", { type: "skip" }],
  ["b", { type: "back" }],
  ["r", { type: "restart" }],
  ["q", { type: "quit" }],
]);

/** What may be typed, for the one line that says so. */
export const LINE_COMMANDS_HELP =
  "Enter ends a step that waits; p pauses, n skips, b goes back, r restarts, q quits (then Enter)";

/** No line that means anything is longer; what is longer is not kept. */
const MAX_LINE_LENGTH = 16;

/**
 * Leads lines of `input` to the session until it ends; then the input is let go, so that it cannot keep the process
 * alive. Call it before the session starts.
 */
export function listenForLineCommands(session: Session, input: Readable): void {
  let closed = input.readableEnded || input.destroyed;
  let line = "";

  const onData = (chunk: string) => {
    const [first = "", ...more] = chunk.split("\n");
    line = (line + first).slice(0, MAX_LINE_LENGTH);
    for (const next of more) {
      sendLineCommand(session, line.trim().toLowerCase());
      line = next.slice(0, MAX_LINE_LENGTH);
    }
  };
  const onClosed = () => {
    if (closed) return;
    closed = true;
    continueUnattended(session);
  };

  input.setEncoding("utf8");
  input.on("data", onData);
  for (const event of ["end", "close", "error"]) input.on(event, onClosed);

  // A session is not changed while it tells its subscribers: what follows from a happening comes after all were told.
  const leave = session.subscribe("standard input", () => {
    if (closed) queueMicrotask(() => continueUnattended(session));
  });
  session.ended.then(() => {
    leave();
    input.off("data", onData);
    input.pause();
    if ("unref" in input && typeof input.unref === "function") input.unref();
  });
}

function sendLineCommand(session: Session, line: string): void {
  const asked = line === "" ? findAwaitedCommand(session) : LINE_COMMANDS.get(line);
  if (asked) session.send(asked);
}

/** Nobody can answer: an open step ends, and a session that a gap has paused goes on. */
function continueUnattended(session: Session): void {
  const asked = findAwaitedCommand(session);
  if (asked) session.send(asked);
}

/** What the session waits for, if it does: the end of an open step, or to go on. */
function findAwaitedCommand(session: Session): SessionCommand | null {
  const state = session.state();
  if (state.status === "paused") return { type: "resume" };
  const step = session.plan.steps[state.step];
  return state.status === "running" && step?.durationMs === null ? { type: "done" } : null;
}
