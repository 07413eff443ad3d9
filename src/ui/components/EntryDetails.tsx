/** What the chosen routine or exercise is for, with its figure and its timeline. */
import { Box } from "ink";
import { memo, useMemo } from "react";
import type { FigureLine } from "../../figure/canvas.ts";
import { drawFigure } from "../../figure/draw.ts";
import { resolveFigure } from "../../figure/resolve.ts";
import type { BodyFigure } from "../../figure/types.ts";
import { wrapClauses } from "../fit-text.ts";
import type { HomeEntry } from "../home-entries.ts";
import { Figure } from "./Figure.tsx";
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

export const EntryDetails = memo(function EntryDetails({ entry, width, rows }: EntryDetailsProps) {
  const { timeline, pictured } = entry;
  const hasTimeline = timeline !== undefined && rows >= 5;
  const textRows = rows - 1 - (hasTimeline ? 2 : 0);
  const hasFigure = textRows >= 6 && width >= 60;
  const poses = useMemo(() => {
    if (!pictured?.figure || !hasFigure) return [];
    const figure = resolveFigure(pictured.figure, pictured.sides);
    const names = new Set([width >= MIN_WIDTH_FOR_TWO ? figure.order[0] : figure.order.at(-1), figure.order.at(-1)]);
    return [...names].flatMap((name) => (name === undefined ? [] : [drawPose(figure, name, textRows)]));
  }, [pictured, hasFigure, width, textRows]);
  const textColumns = width - 2 - poses.length * (POSE_COLUMNS + 3);
  const facts = [entry.equipment.length > 0 ? `Equipment: ${entry.equipment.join(", ")}. ` : "No equipment. "];
  if (entry.lastDone !== undefined) facts.push(`Last done ${entry.lastDone}. `);
  const text = textRows > 2 ? [entry.purpose, facts.join("")] : [`${facts[0]}${entry.purpose}`];
  const lines = text.flatMap((part) => wrapClauses(part, textColumns, textRows)).slice(0, textRows);
  const factsFrom = textRows > 2 ? Math.max(1, lines.length - 1) : lines.length;
  return (
    <Box flexDirection="column" marginTop={1} paddingLeft={2} height={rows - 1} flexShrink={0}>
      <Box height={textRows} flexShrink={0} gap={3}>
        <Box flexDirection="column" width={textColumns} flexShrink={0}>
          <Lines lines={lines.slice(0, factsFrom)} />
          <Lines lines={lines.slice(factsFrom)} colour="dim" />
        </Box>
        {poses.map((lines, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a pose is its place
          <Figure key={index} lines={lines} columns={POSE_COLUMNS} colour="hold" />
        ))}
      </Box>
      {hasTimeline && (
        <Box marginTop={1} flexShrink={0}>
          <Timeline segments={timeline} columns={width - 2} doneCells={width} />
        </Box>
      )}
    </Box>
  );
});

function drawPose(figure: BodyFigure, name: string, rows: number): readonly FigureLine[] {
  const moment = { from: name, to: name, share: 0, mirrored: false, swapped: false, phase: null, inSet: true };
  return drawFigure(figure, moment, { columns: POSE_COLUMNS, rows });
}
