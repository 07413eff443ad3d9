/** What was done in a session as a few plain lines that stay in the scrollback after the screen is left. */
import type { WorkoutSummary } from "../player/types.ts";
import { formatClock } from "../text/duration.ts";
import { formatDuration, wrapText } from "./fit-text.ts";

/** Lines of at most `columns`, broken between words. @param notices words about what failed at the side. */
export function formatSummary(
  title: string,
  { finished, sessionMs, setsCompleted, setsPlanned, reps, workedMs, scores, muscles }: WorkoutSummary,
  columns: number,
  notices: readonly string[],
): string[] {
  const clock = (ms: number) => formatClock(Math.round(ms / 1000) * 1000);
  const tension = muscles.slice(0, 4).map(({ name, ms }) => `${name} ${clock(ms)}`);
  return [
    `${title}: ${finished ? "done" : "ended early"}, ${formatDuration(sessionMs)}.`,
    ...scores.map(({ title, text, comparison }) => `${title}: ${[text, comparison].filter(Boolean).join(", ")}.`),
    `${setsCompleted} of ${setsPlanned} sets${reps > 0 ? `, ${reps} repetitions` : ""}, ${clock(workedMs)} of work.`,
    ...(tension.length > 0 ? [`Time under tension: ${tension.join(", ")}.`] : []),
    ...notices.map((notice) => `Good to know: ${notice}`),
  ].flatMap((line) => wrapText(line, columns));
}
