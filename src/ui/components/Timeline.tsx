/** The whole session at a glance: what is done, what is left, and how long both are. */
import { Box } from "ink";
import { memo } from "react";
import { renderTimeline, type TimelineSegment } from "../pictures/timeline.ts";
import { ThemedText } from "./ThemedText.tsx";

interface TimelineProps {
  readonly segments: readonly TimelineSegment[];
  readonly columns: number;
  /** How many of the cells lie behind. */
  readonly doneCells: number;
  /** With two rows, sets stand twice as high. */
  readonly rows?: number;
  /** Half as high, so that timelines below each other stay apart. */
  readonly isLow?: boolean;
}

const LOW_CELLS: Readonly<Record<string, string>> = { "█": "▄", "▄": "▁" };
const lowered = (text: string) => text.replace(/[█▄]/g, (cell) => LOW_CELLS[cell] ?? cell);

export const Timeline = memo(function Timeline({
  segments,
  columns,
  doneCells,
  rows = 1,
  isLow = false,
}: TimelineProps) {
  const runs = renderTimeline(segments, columns, doneCells);
  return (
    <Box flexDirection="column" width={columns} flexShrink={0}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
        <ThemedText key={row}>
          {runs.map(({ text, colour }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a run is its place in the timeline
            <ThemedText key={index} colour={colour}>
              {isLow ? lowered(text) : row < rows - 1 ? text.replace(/[▄▁]/g, " ") : text}
            </ThemedText>
          ))}
        </ThemedText>
      ))}
    </Box>
  );
});

export interface TimedTimelineProps extends TimelineProps {
  readonly elapsed: string;
  readonly remaining: string;
}

/** The timeline between the time done and the time left. */
export const TimedTimeline = memo(function TimedTimeline({ elapsed, remaining, ...timeline }: TimedTimelineProps) {
  return (
    <Box flexShrink={0} alignItems="flex-end" gap={1}>
      {elapsed !== "" && (
        <ThemedText colour="dim" columns="whole">
          {elapsed}
        </ThemedText>
      )}
      <Timeline {...timeline} />
      {remaining !== "" && <ThemedText columns="whole">{remaining}</ThemedText>}
    </Box>
  );
});
