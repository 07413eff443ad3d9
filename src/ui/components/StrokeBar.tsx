/** How far the step or the repetition has come: one bar, or one a stroke, each as long as it takes. */
import { Box } from "ink";
import { memo } from "react";
import { textWidth } from "../fit-text.ts";
import type { StrokeCells } from "../pictures/stroke-cells.ts";
import { ThemedText } from "./ThemedText.tsx";

export interface StrokeBarProps {
  readonly strokes: readonly StrokeCells[];
  readonly rows: number;
}

export const StrokeBar = memo(function StrokeBar({ strokes, rows }: StrokeBarProps) {
  return (
    <Box flexDirection="column" flexShrink={0} height={rows + 1}>
      <Box height={1} gap={1}>
        {strokes.map((stroke, index) => (
          <StrokeLabel key={strokeKey(stroke, index)} stroke={stroke} />
        ))}
      </Box>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike
        <Box key={row} height={1} gap={1}>
          {strokes.map((stroke, index) => (
            <ThemedText key={strokeKey(stroke, index)}>
              <ThemedText colour={stroke.colour}>{"█".repeat(stroke.done)}</ThemedText>
              <ThemedText colour="track">{"░".repeat(stroke.left)}</ThemedText>
            </ThemedText>
          ))}
        </Box>
      ))}
    </Box>
  );
});

/** A word that has no room above its bar is left out. */
function StrokeLabel({ stroke: { label, colour, done, left, isCurrent } }: { readonly stroke: StrokeCells }) {
  return (
    <Box width={done + left} flexShrink={0}>
      {textWidth(label) <= done + left && (
        <ThemedText colour={isCurrent ? colour : "dim"} bold={isCurrent}>
          {label}
        </ThemedText>
      )}
    </Box>
  );
}

const strokeKey = ({ label }: StrokeCells, index: number) => `${index} ${label}`;
