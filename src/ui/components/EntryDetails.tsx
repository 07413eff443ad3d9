/** What the chosen routine or exercise is for, with its figure and its timeline. */
import { Box } from "ink";
import { resolveFigure } from "../../figure/resolve.ts";
import { wrapClauses } from "../fit-text.ts";
import type { HomeEntry } from "../home-entries.ts";
import { MIN_WIDTH } from "./EntryLine.tsx";
import { Pose } from "./Figure.tsx";
import { Lines } from "./ThemedText.tsx";
import { Timeline } from "./Timeline.tsx";

interface EntryDetailsProps {
  readonly entry: HomeEntry;
  readonly width: number;
  /** Rows in all, with the empty one above. */
  readonly rows: number;
}

/** Columns of a pose. */
const POSE_COLUMNS = 26;
/** From this width on the first pose stands before the last. */
const MIN_WIDTH_FOR_TWO = 104;

export function EntryDetails({ entry, width, rows }: EntryDetailsProps) {
  const { timeline, pictured } = entry;
  const hasTimeline = timeline !== undefined && rows >= 5;
  const textRows = rows - 1 - (hasTimeline ? 2 : 0);
  const hasFigure = textRows >= 6 && width >= 60;
  const figure = pictured?.figure && hasFigure ? resolveFigure(pictured.figure, pictured.sides) : null;
  const order = figure?.order ?? [];
  const poses = [...new Set(width >= MIN_WIDTH_FOR_TWO ? [...order.slice(0, 1), ...order.slice(-1)] : order.slice(-1))];
  const textColumns = width - 2 - poses.length * (POSE_COLUMNS + 3);
  const facts = [entry.equipment.length > 0 ? `Equipment: ${entry.equipment.join(", ")}. ` : "No equipment. "];
  if (entry.lastDone !== undefined) facts.push(`Last done ${entry.lastDone}. `);
  // What has no room in two lines is left out. The list says what an entry needs, unless it is too narrow for that; who
  // resumes a session has it at hand.
  const isKnown = width >= MIN_WIDTH.equipment || entry.kind === undefined;
  const short = isKnown ? `${entry.purpose} ${facts[0]}` : `${facts[0]}${entry.purpose}`;
  const text = textRows > 2 ? [entry.purpose, facts.join("")] : [short];
  const lines = text.flatMap((part) => wrapClauses(part, textColumns, textRows)).slice(0, textRows);
  const factsFrom = textRows > 2 ? Math.max(1, lines.length - 1) : lines.length;
  return (
    <Box flexDirection="column" marginTop={1} paddingLeft={2} height={rows - 1} flexShrink={0}>
      <Box height={textRows} flexShrink={0} gap={3}>
        <Box flexDirection="column" width={textColumns} flexShrink={0}>
          <Lines lines={lines.slice(0, factsFrom)} />
          <Lines lines={lines.slice(factsFrom)} colour="dim" />
        </Box>
        {figure &&
          poses.map((name) => <Pose key={name} {...{ figure, name }} columns={POSE_COLUMNS} rows={textRows} />)}
      </Box>
      {hasTimeline && (
        <Box marginTop={1} flexShrink={0}>
          <Timeline segments={timeline} columns={width - 2} doneCells={width} />
        </Box>
      )}
    </Box>
  );
}
