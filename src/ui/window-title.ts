/** The title of the terminal's window while a session is on the screen: what is done now, and how much is left. */
import type { Frame } from "../player/types.ts";
import { formatClock } from "../text/duration.ts";
import { cleanText, truncate } from "./fit-text.ts";
import { headlineOf } from "./live/text.ts";

/**
 * Seconds between two titles of the same phase. A title of every second would cost a twentieth of all that is sent, and
 * some windows flicker when theirs changes.
 */
const TITLE_STEP_SECONDS = 5;

/** Longer titles are cut by every window and every bar of tasks. */
const MAX_TITLE_COLUMNS = 60;

/** "HOLD, 12:35 left: Psoas program". What is left counts in steps; the last one is never 0:00 before the end. */
export function formatWindowTitle(frame: Frame, routine: string): string {
  const name = cleanText(routine);
  if (frame.status === "finished") return truncate(`Done: ${name}`, MAX_TITLE_COLUMNS);
  if (frame.status === "ready" || frame.status === "quit") return truncate(name, MAX_TITLE_COLUMNS);
  const left = formatClock(Math.ceil(frame.remainingSeconds / TITLE_STEP_SECONDS) * TITLE_STEP_SECONDS * 1000);
  return truncate(`${headlineOf(frame).word}, ${left} left: ${name}`, MAX_TITLE_COLUMNS);
}
