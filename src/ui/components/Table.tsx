/** Labels with their values below each other. */
import { Box } from "ink";
import { memo } from "react";
import { ThemedText } from "./ThemedText.tsx";

export interface TableProps {
  /** Pairs of a label and a value. */
  readonly rows: readonly (readonly [label: string, value: string])[];
  readonly labelColumns: number;
  /** What stands out: the label or the value. */
  readonly strong?: "label" | "value";
}

export const Table = memo(function Table({ rows, labelColumns, strong = "value" }: TableProps) {
  return (
    <Box flexDirection="column" flexShrink={0}>
      {rows.map(([label, value]) => (
        <Box key={label} flexShrink={0}>
          <ThemedText colour={strong === "label" ? "plain" : "dim"} bold={strong === "label"} columns={labelColumns}>
            {label}
          </ThemedText>
          <ThemedText bold={strong === "value"} wrap="wrap">
            {value}
          </ThemedText>
        </Box>
      ))}
    </Box>
  );
});
