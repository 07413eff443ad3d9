/** What to do now, or how the next set is done; line by line. */
import { Box } from "ink";
import { memo } from "react";
import { Lines } from "./ThemedText.tsx";

export interface InstructionsProps {
  readonly lines: readonly string[];
  /** So many of the lines stand out. */
  readonly strongLines: number;
  readonly rows: number;
}

export const Instructions = memo(function Instructions({ lines, strongLines, rows }: InstructionsProps) {
  return (
    <Box flexDirection="column" height={rows} flexShrink={0}>
      <Lines lines={lines.slice(0, strongLines)} bold />
      <Lines lines={lines.slice(strongLines)} colour="dim" />
    </Box>
  );
});
