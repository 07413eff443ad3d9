/** What to do now, or how the next set is done; line by line. */
import { Box } from "ink";
import { memo } from "react";
import { ThemedText } from "./ThemedText.tsx";

export interface InstructionsProps {
  readonly lines: readonly string[];
  /** So many of the lines stand out. */
  readonly strongLines: number;
  readonly rows: number;
}

export const Instructions = memo(function Instructions({ lines, strongLines, rows }: InstructionsProps) {
  return (
    <Box flexDirection="column" height={rows} flexShrink={0}>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
        <ThemedText key={index} colour={index < strongLines ? "plain" : "dim"} bold={index < strongLines}>
          {line}
        </ThemedText>
      ))}
    </Box>
  );
});
