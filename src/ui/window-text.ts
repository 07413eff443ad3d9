/** What the terminal's window says beside the screen: its title, and notifications for who looks elsewhere. */
import type { Plan } from "../plan/types.ts";
import type { Frame } from "../player/frame-types.ts";
import type { Happening } from "../player/types.ts";
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
  const leftText = frame.leftText.replace(/\d[\d:]*/, left);
  return truncate(`${[headlineOf(frame).word, leftText].filter(Boolean).join(", ")}: ${name}`, MAX_TITLE_COLUMNS);
}

/** Longer texts are cut by the desktop. */
const MAX_NOTIFICATION_COLUMNS = 120;

/** The words for what has happened; null when it needs none, such as a rest that a person has ended themselves. */
export function formatNotification(happening: Happening, plan: Plan): string | null {
  if (happening.type === "session-ended") return happening.how === "finished" ? "Done." : null;
  if (happening.type !== "step-ended" || happening.attempt !== "completed") return null;
  if (plan.steps[happening.step]?.kind !== "rest") return null;
  const next = plan.steps[happening.step + 1];
  const name = plan.exercises[next?.exercise ?? ""]?.name;
  return truncate(cleanText(name ? `The rest is over: ${name}.` : "The rest is over."), MAX_NOTIFICATION_COLUMNS);
}
