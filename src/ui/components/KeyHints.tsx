/** The last line: the keys, with a notice beside them; or a question that waits for one. */
import { Box } from "ink";
import { memo } from "react";
import { textWidth } from "../fit-text.ts";
import { ThemedText } from "./ThemedText.tsx";

export interface KeyHintsProps {
  readonly hints: string;
  /** A word for the moment; where there is no room for both, it takes the place of the keys. */
  readonly notice: string;
  /** Whether the hints are a question. */
  readonly isQuestion: boolean;
  readonly columns: number;
}

export const KeyHints = memo(function KeyHints({ hints, notice, isQuestion, columns }: KeyHintsProps) {
  const hasBoth = isQuestion || textWidth(hints) + 2 + textWidth(notice) <= columns;
  return (
    <Box height={1} flexShrink={0} width={columns} gap={2} justifyContent="space-between">
      {(notice === "" || hasBoth) && (
        <ThemedText colour={isQuestion ? "alert" : "dim"} bold={isQuestion}>
          {hints}
        </ThemedText>
      )}
      {notice !== "" && !isQuestion && <ThemedText colour="dim">{notice}</ThemedText>}
    </Box>
  );
});
