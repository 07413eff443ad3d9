/** The page after a workout: what was done, and the same in plain lines for the shell's scrollback. */
import type { WorkoutSummary } from "../../player/types.ts";
import { formatClock, formatDuration, textWidth, truncate, wrapText } from "./fit-text.ts";
import type { Line } from "./line.ts";
import { EMPTY_LINE, indent, spaceBetween, span, textLine } from "./line.ts";
import type { ScrollablePage } from "./scrollable-page.ts";
import { PHASE_SYMBOLS } from "./symbols.ts";

const formatClockMs = (ms: number) => formatClock(Math.round(ms / 1000));

/** The figures of a summary as pairs of a word and a value. */
function summaryRows(summary: WorkoutSummary): [string, string][] {
  return [
    ["Sets", `${summary.setsCompleted} of ${summary.setsPlanned}`],
    ...(summary.reps > 0 ? [["Repetitions", String(summary.reps)] as [string, string]] : []),
    ["Time in sets", formatClockMs(summary.workedMs)],
    ["In all", formatClockMs(summary.sessionMs)],
  ];
}

/** @param notices words about what failed at the side. */
export function buildSummaryPage(
  title: string,
  summary: WorkoutSummary,
  columns: number,
  notices: readonly string[] = [],
): ScrollablePage {
  const word = summary.finished ? `${PHASE_SYMBOLS.finished.small} Done` : "Left early";
  return {
    heading: [
      spaceBetween(columns, span(title, "plain", true), span(word, summary.finished ? "finished" : "dim", true)),
      EMPTY_LINE,
    ],
    body: [
      ...summaryRows(summary).map(([label, value]): Line => {
        const shown = truncate(label.padEnd(14), Math.max(1, columns - textWidth(value) - 1));
        return [span(`${shown} `, "dim"), span(truncate(value, columns - textWidth(shown) - 1), "plain", true)];
      }),
      EMPTY_LINE,
      ...renderMuscles(summary, columns),
      ...renderSkipped(summary, columns),
      ...renderNotices(notices, summary, columns),
    ],
  };
}

function renderMuscles({ muscles }: WorkoutSummary, columns: number): Line[] {
  const longest = muscles[0]?.ms ?? 0;
  if (longest === 0) return [];
  const timeColumns = Math.max(...muscles.map(({ ms }) => formatClockMs(ms).length));
  const nameColumns = Math.min(Math.max(...muscles.map(({ name }) => textWidth(name))), Math.floor(columns * 0.4));
  const barColumns = columns - nameColumns - timeColumns - 4;
  const rows = muscles.map(({ name, ms }): Line => {
    const shown = truncate(name, nameColumns);
    const time = formatClockMs(ms).padStart(timeColumns);
    if (barColumns < 4) return spaceBetween(columns, span(name), span(time.trim(), "plain", true));
    const label = `${shown}${" ".repeat(nameColumns - textWidth(shown))}  `;
    return [span(label), span(`${time}  `, "plain", true), span(renderMuscleBar(ms / longest, barColumns), "accent")];
  });
  return [textLine("Time under tension", columns, "accent"), ...rows, EMPTY_LINE];
}

/** A lying bar, low enough that those below each other stay apart. */
function renderMuscleBar(share: number, columns: number): string {
  return "▆".repeat(Math.max(1, Math.round(share * columns)));
}

function renderSkipped({ skipped }: WorkoutSummary, columns: number): Line[] {
  if (skipped.length === 0) return [];
  const rows = skipped.flatMap((label) => wrapText(label, columns - 2).map((line) => indent([span(line, "dim")], 2)));
  return [textLine(`Left out: ${skipped.length}`, columns, "accent"), ...rows];
}

function renderNotices(notices: readonly string[], { skipped }: WorkoutSummary, columns: number): Line[] {
  if (notices.length === 0) return [];
  const rows = notices.flatMap((notice) => wrapText(notice, columns - 2).map((line) => indent([span(line)], 2)));
  return [...(skipped.length > 0 ? [EMPTY_LINE] : []), textLine("To know", columns, "accent"), ...rows];
}

/** A few plain lines that stay in the scrollback after the screen is left, broken between words. */
export function formatSummary(
  title: string,
  summary: WorkoutSummary,
  columns: number,
  notices: readonly string[] = [],
): string[] {
  const first = `${title}: ${summary.finished ? "done" : "left early"}, ${formatDuration(summary.sessionMs)}.`;
  const counted = `${summary.setsCompleted} of ${summary.setsPlanned} sets${summary.reps > 0 ? `, ${summary.reps} repetitions` : ""}`;
  const muscles = summary.muscles.slice(0, 4).map(({ name, ms }) => `${name} ${formatClockMs(ms)}`);
  return [
    first,
    `${counted}, ${formatClockMs(summary.workedMs)} in sets.`,
    ...(muscles.length > 0 ? [`Time under tension: ${muscles.join(", ")}.`] : []),
    ...notices.map((notice) => `To know: ${notice}`),
  ].flatMap((line) => wrapText(line, columns));
}
