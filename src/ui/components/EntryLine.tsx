/** A routine or an exercise in one line: its name, what it needs, how long it takes, when it was last done, its timeline. */
import { Box } from "ink";
import type { HomeEntry } from "../home-entries.ts";
import { ThemedText } from "./ThemedText.tsx";
import { Timeline } from "./Timeline.tsx";

interface EntryLineProps {
  readonly entry: HomeEntry;
  readonly isSelected: boolean;
  readonly width: number;
  /** Whether any entry of the list was done before, or is the person's own. */
  readonly hasPast: boolean;
}

/** From these widths on the parts of a line have room, in columns. */
export const MIN_WIDTH = { wholeUnit: 24, equipment: 48, timeline: 60, lastDone: 74, everything: 90 };

export function EntryLine({ entry, isSelected, width, hasPast }: EntryLineProps) {
  const colour = isSelected ? "plain" : "dim";
  const yours = entry.isPersonal && width >= 32 ? "yours" : "";
  const isNarrow = width < MIN_WIDTH.equipment;
  const isTiny = width < MIN_WIDTH.wholeUnit;
  const minutes = entry.minutes === null ? "" : `${entry.minutes}${isTiny ? "m" : " min"}`;
  const isWide = width >= MIN_WIDTH.everything;
  const timelineColumns = isWide ? Math.floor(width * 0.2) : 12;
  return (
    <Box gap={isTiny ? 1 : 2} flexShrink={0} height={1} width={width}>
      <Box flexGrow={1} flexShrink={1} gap={2} justifyContent="space-between">
        {/* A long name takes the room of the equipment. */}
        <Box flexShrink={isNarrow ? 1 : 0}>
          <ThemedText colour={isSelected ? "accent" : "plain"} bold={isSelected}>
            {`${isSelected ? "►" : " "} ${entry.title}`}
          </ThemedText>
        </Box>
        {!isNarrow && (
          <Box width={isWide ? 28 : 18} flexShrink={1}>
            <ThemedText colour={colour}>{formatEquipment(entry, isWide)}</ThemedText>
          </Box>
        )}
      </Box>
      {isNarrow && yours !== "" && (
        <ThemedText colour={colour} columns={5}>
          {yours}
        </ThemedText>
      )}
      <ThemedText colour={colour} columns="whole">
        {minutes.padStart(isTiny ? 3 : isNarrow ? 6 : 7)}
      </ThemedText>
      {hasPast && width >= MIN_WIDTH.lastDone && (
        <ThemedText colour={colour} columns={isWide ? 11 : 9}>
          {entry.lastDone ?? yours}
        </ThemedText>
      )}
      {width >= MIN_WIDTH.timeline && (
        <Box width={timelineColumns} flexShrink={0}>
          {entry.timeline && (
            <Timeline segments={entry.timeline} columns={timelineColumns} doneCells={timelineColumns} isLow />
          )}
        </Box>
      )}
    </Box>
  );
}

/** All of it, or where there is little room the first with the count of the others. */
function formatEquipment({ equipment }: HomeEntry, isWide: boolean): string {
  const [first, ...others] = equipment;
  if (first === undefined) return "no equipment";
  if (isWide || others.length === 0) return equipment.join(", ");
  return `${first} +${others.length}`;
}
