/** How far the step or the repetition has come: one bar, or one a stroke, each as long as it takes. */
import { Box, Text } from "ink";
import { memo } from "react";
import { textWidth } from "../fit-text.ts";
import type { StrokeCells } from "../pictures/stroke-cells.ts";
import { useTheme } from "../screen-context.ts";
import type { ColourRole } from "../theme.ts";
import { ThemedText } from "./ThemedText.tsx";

export interface StrokeBarProps {
  readonly strokes: readonly StrokeCells[];
  readonly rows: number;
}

export const StrokeBar = memo(function StrokeBar({ strokes, rows }: StrokeBarProps) {
  const { paint } = useTheme();
  // One text for all of it: it changes many times a second, and a text for every run of cells costs too much.
  const bar = strokes
    .map(({ colour, done, left }) => paint("█".repeat(done), colour) + paint("░".repeat(left), "track"))
    .join(" ");
  return (
    <Box flexDirection="column" flexShrink={0} height={rows + 1}>
      <Box height={1} gap={1}>
        {strokes.map(({ label, colour, done, left, isCurrent }, index) => (
          <StrokeLabel
            // biome-ignore lint/suspicious/noArrayIndexKey: a stroke is its place in the repetition
            key={index}
            label={label}
            colour={isCurrent ? colour : "dim"}
            bold={isCurrent}
            columns={done + left}
          />
        ))}
      </Box>
      <Text>{Array<string>(rows).fill(bar).join("\n")}</Text>
    </Box>
  );
});

interface StrokeLabelProps {
  readonly label: string;
  readonly colour: ColourRole;
  readonly bold: boolean;
  readonly columns: number;
}

/** A word that has no room above its bar is left out. */
const StrokeLabel = memo(function StrokeLabel({ label, colour, bold, columns }: StrokeLabelProps) {
  return (
    <Box width={columns} flexShrink={0}>
      {textWidth(label) <= columns && (
        <ThemedText colour={colour} bold={bold}>
          {label}
        </ThemedText>
      )}
    </Box>
  );
});
