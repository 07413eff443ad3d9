/** Choices below each other, of which one is selected; in a window around it where they are too many. */
import { Box } from "ink";
import { ThemedText } from "./ThemedText.tsx";

interface ChoiceListProps {
  readonly choices: readonly { readonly key: string; readonly label: string }[];
  readonly selectedIndex: number;
  readonly rows: number;
  /** Whether labels go on in a second line, for which there is room then. */
  readonly isWrapped?: boolean;
}

export function ChoiceList({ choices, selectedIndex, rows, isWrapped = false }: ChoiceListProps) {
  const from = isWrapped ? 0 : windowStart(choices.length, selectedIndex, rows);
  return (
    <Box flexDirection="column" flexShrink={0}>
      {choices.slice(from, from + rows).map(({ key, label }, index) => {
        const isSelected = from + index === selectedIndex;
        // Where there is more than is seen, an arrow says so.
        const isFirst = index === 0 && from > 0;
        const isLast = index === rows - 1 && from + rows < choices.length;
        const [colour, bold] = [isSelected ? ("accent" as const) : ("plain" as const), isSelected];
        return (
          <Box key={key} flexShrink={0}>
            <ThemedText colour={colour} bold={bold} columns="whole">{`${isSelected ? "►" : " "} ${key}  `}</ThemedText>
            <ThemedText colour={colour} bold={bold} wrap={isWrapped ? "wrap" : "truncate"}>
              {label}
            </ThemedText>
            {!isWrapped && (isFirst || isLast) && (
              <ThemedText bold columns="whole">{` ${isFirst ? "↑" : ""}${isLast ? "↓" : ""}`}</ThemedText>
            )}
          </Box>
        );
      })}
    </Box>
  );
}

/** The first of `rows` entries to show, so that the selected one is seen. */
export function windowStart(count: number, selectedIndex: number, rows: number): number {
  return Math.max(0, Math.min(selectedIndex - Math.floor(rows / 2), count - rows));
}
