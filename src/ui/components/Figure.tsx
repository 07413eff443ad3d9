/** The figure of an exercise, moving or in one pose: what works has the colour of its phase, the other side stands back. */
import { Box, Text } from "ink";
import { memo } from "react";
import type { FigureLine, Ink } from "../../figure/canvas.ts";
import { drawFigure } from "../../figure/draw.ts";
import type { BodyFigure } from "../../figure/types.ts";
import { useTheme } from "../screen-context.ts";
import type { ColourRole } from "../theme.ts";

export interface FigureProps {
  readonly lines: readonly FigureLine[];
  readonly columns: number;
  /** Of the trunk and the side that works. */
  readonly colour: ColourRole;
  /** Of what is held or lain on. */
  readonly prop?: ColourRole;
}

export const Figure = memo(function Figure({ lines, columns, colour, prop = "plain" }: FigureProps) {
  const { paint } = useTheme();
  const colours: Readonly<Record<Ink, ColourRole>> = { working: colour, resting: "dim", prop, place: "dim" };
  // One text for the whole picture: it changes ten times a second, and a text for every run of dots costs too much.
  const rows = lines.map((line) => line.map(({ text, ink }) => paint(text, colours[ink])).join(""));
  return (
    <Box width={columns} flexShrink={0}>
      <Text>{rows.join("\n")}</Text>
    </Box>
  );
});

interface PoseProps {
  readonly figure: BodyFigure;
  readonly name: string;
  readonly columns: number;
  readonly rows: number;
  /** For the left side. */
  readonly isMirrored?: boolean;
}

/** A figure that stands still in one of its poses, in the colour of a hold. */
export const Pose = memo(function Pose({ figure, name, columns, rows, isMirrored = false }: PoseProps) {
  const moment = { from: name, to: name, share: 0, mirrored: isMirrored, swapped: false, phase: null, inSet: true };
  return <Figure lines={drawFigure(figure, moment, { columns, rows })} columns={columns} colour="hold" />;
});
