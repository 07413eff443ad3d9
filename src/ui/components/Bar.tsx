/** A horizontal bar with its name and its value. */
import { Box } from "ink";
import { ThemedText } from "./ThemedText.tsx";

interface BarProps {
  readonly name: string;
  readonly nameColumns: number;
  readonly value: string;
  /** Share of the longest bar, 0 to 1. */
  readonly share: number;
  readonly barColumns: number;
}

export function Bar({ name, nameColumns, value, share, barColumns }: BarProps) {
  return (
    <Box flexShrink={0} gap={2} height={1}>
      <ThemedText columns={nameColumns}>{name}</ThemedText>
      <ThemedText bold columns="whole">
        {value}
      </ThemedText>
      {barColumns >= 4 && (
        <ThemedText colour="accent">{"▆".repeat(Math.max(1, Math.round(share * barColumns)))}</ThemedText>
      )}
    </Box>
  );
}
