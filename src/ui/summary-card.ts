/** What was done as a card of six lines that stays in the shell after the screen is left. */
import { isNothingDone, type WorkoutSummary } from "../player/summary-types.ts";
import { cleanText, textWidth, truncate, wrapText } from "./fit-text.ts";
import { renderTimeline, type TimelineSegment } from "./pictures/timeline.ts";
import { formatClockRounded, pastFactsOf, type SessionReview } from "./summary.ts";
import type { ColourRole, Theme } from "./theme.ts";

export interface SummaryCard {
  readonly title: string;
  readonly summary: WorkoutSummary;
  readonly review: SessionReview;
  readonly timeline: readonly TimelineSegment[];
  /** How many steps of the timeline were reached. */
  readonly stepsReached: number;
  /** Words about what failed at the side. */
  readonly notices: readonly string[];
}

/** A run of text in one colour. */
type Run = readonly [text: string, colour: ColourRole];

const MAX_CARD_COLUMNS = 72;
const MIN_CARD_COLUMNS = 40;
const MUSCLE_BAR_COLUMNS = 8;

/** The card, and below it what else is to be said; in a narrow terminal the same as plain lines. */
export function renderSummaryCard(card: SummaryCard, columns: number, theme: Theme): string[] {
  const notes = card.notices.flatMap((notice) => wrapText(`Note: ${notice}`, columns));
  if (columns < MIN_CARD_COLUMNS) return [...plainLinesOf(card, columns), ...notes];
  const width = Math.min(columns, MAX_CARD_COLUMNS);
  const isDone = card.summary.finished && !isNothingDone(card.summary);
  const status = isDone ? "DONE" : card.summary.finished ? "NOTHING DONE" : "STOPPED";
  const title = truncate(card.title, width - status.length - 8);
  const rule = "─".repeat(width - textWidth(title) - status.length - 8);
  const paint = (runs: readonly Run[]) => runs.map(([text, colour]) => theme.paint(text, colour)).join("");
  const rows = [figuresOf(card), timelineOf(card, width - 4), musclesOf(card, width - 4), pastOf(card)];
  return [
    paint([
      ["╭─ ", "track"],
      [title, "accent"],
      [` ${rule} `, "track"],
      [status, isDone ? "finished" : "alert"],
      [" ─╮", "track"],
    ]),
    ...rows.map((runs) => paint([["│ ", "track"], ...fitRuns(runs, width - 4), [" │", "track"]])),
    paint([[`╰${"─".repeat(width - 2)}╯`, "track"]]),
    ...notes,
  ];
}

/** Runs cut and filled to exactly `columns`. */
function fitRuns(runs: readonly Run[], columns: number): Run[] {
  const fitted: Run[] = [];
  let left = columns;
  for (const [text, colour] of runs) {
    const shown = truncate(text, left);
    left -= textWidth(shown);
    fitted.push([shown, colour]);
    if (shown !== cleanText(text)) break;
  }
  return [...fitted, [" ".repeat(Math.max(0, left)), "plain"]];
}

function figuresOf({ summary, review }: SummaryCard): Run[] {
  const { scores, sessionMs, setsCompleted, setsPlanned, reps } = summary;
  const facts = [
    `${setsCompleted} of ${setsPlanned} sets`,
    ...(reps > 0 ? [`${reps} reps`] : []),
    ...scores.map(({ title, text }) => `${title} ${text}`),
    ...(review.streak === "" ? [] : [review.streak]),
  ];
  return [
    [formatClockRounded(sessionMs), "finished"],
    [`   ${facts.join(" · ")}`, "plain"],
  ];
}

function timelineOf({ summary, timeline, stepsReached }: SummaryCard, columns: number): Run[] {
  if (isNothingDone(summary)) return [["No set was begun", "dim"]];
  const segments = summary.finished ? timeline : timeline.slice(0, Math.max(1, stepsReached));
  return renderTimeline(segments, columns, columns).map(({ text, colour }): Run => [text, colour]);
}

function musclesOf({ summary: { muscles } }: SummaryCard, columns: number): Run[] {
  const longest = muscles[0]?.ms ?? 0;
  if (longest === 0) return [["No time under tension", "dim"]];
  const runs: Run[] = [];
  let left = columns;
  for (const { name, ms } of muscles) {
    const bar = "▆".repeat(Math.max(1, Math.round((ms / longest) * MUSCLE_BAR_COLUMNS)));
    const label = `${cleanText(name)} ${formatClockRounded(ms)} `;
    const gap = runs.length > 0 ? "   " : "";
    left -= textWidth(gap + label + bar);
    if (left < 0 && runs.length > 0) break;
    runs.push([gap + label, "plain"], [bar, "accent"]);
  }
  return runs;
}

function pastOf({ review, summary, stepsReached, timeline }: SummaryCard): Run[] {
  if (!summary.finished) return [[`Stopped at step ${stepsReached} of ${timeline.length}`, "dim"]];
  const [fact] = pastFactsOf(review);
  return [[fact ? `${fact[0]}: ${fact[1]}` : "The first time", "dim"]];
}

function plainLinesOf({ title, summary, review }: SummaryCard, columns: number): string[] {
  const { finished, sessionMs, setsCompleted, setsPlanned, reps, workedMs } = summary;
  if (isNothingDone(summary)) return wrapText(`${title}: nothing done.`, columns);
  return [
    `${title}: ${finished ? "done" : "stopped"}, ${formatClockRounded(sessionMs)}.`,
    `${setsCompleted} of ${setsPlanned} sets${reps > 0 ? `, ${reps} reps` : ""}, ${formatClockRounded(workedMs)} of work.`,
    ...(review.streak === "" ? [] : [`Streak: ${review.streak}.`]),
  ].flatMap((line) => wrapText(line, columns));
}
