/** The last line: the keys, with a notice beside them; or a question that waits for one. */
import { Box } from "ink";
import { memo } from "react";
import { ThemedText } from "./ThemedText.tsx";

export interface KeyHintsProps {
  readonly hints: string;
  /** A word for the moment; "" when there is none. */
  readonly notice: string;
  /** Whether the hints are a question. */
  readonly isQuestion: boolean;
}

export const KeyHints = memo(function KeyHints({ hints, notice, isQuestion }: KeyHintsProps) {
  return (
    <Box height={1} flexShrink={0} gap={hints === "" ? 0 : 2} justifyContent="space-between">
      <ThemedText colour={isQuestion ? "alert" : "dim"} bold={isQuestion} columns="whole">
        {hints}
      </ThemedText>
      {notice !== "" && !isQuestion && <ThemedText colour="dim">{notice}</ThemedText>}
    </Box>
  );
});
