/** What was done as a card of six lines that stays in the shell after the screen is left. */
import { Box, renderToString } from "ink";
import { isNothingDone, type WorkoutSummary } from "../../player/summary-types.ts";
import { formatCount, formatShareOf } from "../../text/sentence.ts";
import { layoutOf } from "../layout.ts";
import type { TimelineSegment } from "../pictures/timeline.ts";
import { LayoutContext, ThemeContext, useTheme } from "../screen-context.ts";
import { formatClockRounded, pastFactsOf, type SessionReview } from "../summary.ts";
import type { Theme } from "../theme.ts";
import { ThemedText } from "./ThemedText.tsx";
import { Timeline } from "./Timeline.tsx";

export interface SummaryCardProps {
  readonly title: string;
  readonly summary: WorkoutSummary;
  readonly review: SessionReview;
  readonly timeline: readonly TimelineSegment[];
  /** How many steps of the timeline were reached. */
  readonly stepsReached: number;
  /** Words about what failed at the side. */
  readonly notices: readonly string[];
}

const MAX_CARD_COLUMNS = 72;
const MIN_CARD_COLUMNS = 40;
/** Columns of the border and of the spaces inside it. */
const FRAME_COLUMNS = 4;
const MUSCLE_BAR_COLUMNS = 8;

/** The card, and below it what else is to be said; in a narrow terminal the same as plain lines. */
export function renderSummaryCard(card: SummaryCardProps, columns: number, theme: Theme): string {
  return renderToString(
    <ThemeContext value={theme}>
      <LayoutContext value={layoutOf({ columns, rows: 24 })}>
        {columns < MIN_CARD_COLUMNS ? (
          <PlainSummary {...card} />
        ) : (
          <SummaryCard {...card} columns={Math.min(columns, MAX_CARD_COLUMNS)} />
        )}
        {card.notices.map((notice) => (
          <ThemedText key={notice} wrap="wrap">{`Note: ${notice}`}</ThemedText>
        ))}
      </LayoutContext>
    </ThemeContext>,
    { columns },
  );
}

function SummaryCard({ title, summary, review, ...steps }: SummaryCardProps & { readonly columns: number }) {
  const { columns, timeline, stepsReached } = steps;
  const { finished, scores, sessionMs, setsCompleted, setsPlanned, reps } = summary;
  const track = useTheme().colourOf("track");
  const facts = [
    formatShareOf(setsCompleted, setsPlanned, "set"),
    ...(reps > 0 ? [formatCount(reps, "rep")] : []),
    ...scores.map(({ title: name, text }) => `${name} ${text}`),
    ...(review.streak === "" ? [] : [review.streak]),
  ];
  const [past] = pastFactsOf(review);
  const nothing = isNothingDone(summary);
  const inner = columns - FRAME_COLUMNS;
  return (
    <Box flexDirection="column" width={columns}>
      <Box gap={1} height={1}>
        <ThemedText colour="track" columns="whole">
          ╭─
        </ThemedText>
        <ThemedText colour="accent">{title}</ThemedText>
        {/* A border that is nothing but its upper edge is a line as long as there is room. */}
        <Box
          flexGrow={1}
          minWidth={1}
          borderStyle="single"
          borderBottom={false}
          borderLeft={false}
          borderRight={false}
          {...(track && { borderColor: track })}
        />
        <ThemedText colour={finished && !nothing ? "finished" : "alert"} columns="whole">
          {!finished ? "STOPPED" : nothing ? "NOTHING DONE" : "DONE"}
        </ThemedText>
        <ThemedText colour="track" columns="whole">
          ─╮
        </ThemedText>
      </Box>
      <Box
        flexDirection="column"
        paddingX={1}
        borderStyle="round"
        borderTop={false}
        {...(track && { borderColor: track })}
      >
        <Box gap={3} height={1}>
          <ThemedText colour="finished" columns="whole">
            {formatClockRounded(sessionMs)}
          </ThemedText>
          <ThemedText>{facts.join(" · ")}</ThemedText>
        </Box>
        {nothing ? (
          <ThemedText colour="dim">No set was begun</ThemedText>
        ) : (
          <Timeline
            segments={finished ? timeline : timeline.slice(0, Math.max(1, stepsReached))}
            columns={inner}
            doneCells={inner}
          />
        )}
        <Muscles {...summary} />
        <ThemedText colour="dim">
          {!finished
            ? `Stopped at step ${stepsReached} of ${timeline.length}`
            : past
              ? `${past[0]}: ${past[1]}`
              : "The first time"}
        </ThemedText>
      </Box>
    </Box>
  );
}

/** As many muscles as have room in a line, the longest first; the time of work where no muscles are known. */
function Muscles({ muscles, workedMs }: Pick<WorkoutSummary, "muscles" | "workedMs">) {
  const longest = muscles[0]?.ms ?? 0;
  if (longest === 0) return <ThemedText colour="dim">{`Work ${formatClockRounded(workedMs)}`}</ThemedText>;
  return (
    <Box columnGap={3} flexWrap="wrap" height={1} overflow="hidden">
      {muscles.map(({ name, ms }) => (
        <Box key={name} gap={1}>
          <ThemedText>{`${name} ${formatClockRounded(ms)}`}</ThemedText>
          <ThemedText colour="accent" columns="whole">
            {"▆".repeat(Math.max(1, Math.round((ms / longest) * MUSCLE_BAR_COLUMNS)))}
          </ThemedText>
        </Box>
      ))}
    </Box>
  );
}

function PlainSummary({ title, summary, review: { streak } }: SummaryCardProps) {
  if (isNothingDone(summary)) return <ThemedText wrap="wrap">{`${title}: nothing done.`}</ThemedText>;
  const { finished, sessionMs, setsCompleted, setsPlanned, reps, workedMs } = summary;
  const done = `${formatShareOf(setsCompleted, setsPlanned, "set")}${reps > 0 ? `, ${formatCount(reps, "rep")}` : ""}`;
  return (
    <>
      <ThemedText wrap="wrap">{`${title}: ${finished ? "done" : "stopped"}, ${formatClockRounded(sessionMs)}.`}</ThemedText>
      <ThemedText wrap="wrap">{`${done}, ${formatClockRounded(workedMs)} of work.`}</ThemedText>
      {streak !== "" && <ThemedText wrap="wrap">{`Streak: ${streak}.`}</ThemedText>}
    </>
  );
}
