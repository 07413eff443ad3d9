/** The title of the terminal's window while a session is on the screen: what is done now, and how much is left. */
import type { Frame } from "../../player/types.ts";
import { clean, clockText, cut } from "./fit-text.ts";
import { headline } from "./word.ts";

/**
 * Seconds between two titles of the same phase. A title of every second would cost a twentieth of all that is sent, and
 * some windows flicker when theirs changes.
 */
const STEP_SECONDS = 5;

/** Longer titles are cut by every window and every bar of tasks. */
const COLUMNS = 60;

/** "HOLD, 12:35 left: Psoas program". What is left counts in steps; the last one is never 0:00 before the end. */
export function titleText(frame: Frame, routine: string): string {
  const name = clean(routine);
  if (frame.status === "finished") return cut(`Done: ${name}`, COLUMNS);
  if (frame.status === "ready" || frame.status === "quit") return cut(name, COLUMNS);
  const left = clockText(Math.ceil(frame.leftSeconds / STEP_SECONDS) * STEP_SECONDS);
  return cut(`${headline(frame).word}, ${left} left: ${name}`, COLUMNS);
}
