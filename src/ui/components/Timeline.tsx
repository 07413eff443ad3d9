/** The whole session at a glance: what is done, what is left, and how long both are. */
import { Box, Text } from "ink";
import { memo } from "react";
import { renderTimeline, type TimelineSegment } from "../pictures/timeline.ts";
import { useTheme } from "../screen-context.ts";
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
/** The upper half of what stands twice as high. */
const raised = (text: string) => text.replace(/[▄▁]/g, " ");

export const Timeline = memo(function Timeline({
  segments,
  columns,
  doneCells,
  rows = 1,
  isLow = false,
}: TimelineProps) {
  const { paint } = useTheme();
  const runs = renderTimeline(segments, columns, doneCells);
  const rowsOfCells = Array.from({ length: rows }, (_, row) => {
    const shown = isLow ? lowered : row < rows - 1 ? raised : (cells: string) => cells;
    return runs.map(({ text, colour }) => paint(shown(text), colour)).join("");
  });
  // One text for all of it: there can be a run of cells for every step.
  return (
    <Box width={columns} flexShrink={0}>
      <Text>{rowsOfCells.join("\n")}</Text>
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
