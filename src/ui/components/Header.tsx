/** The line at the top: which exercise it is, and where in it the person is. */
import { Box } from "ink";
import { memo } from "react";
import { ThemedText } from "./ThemedText.tsx";

export interface HeaderProps {
  readonly name: string;
  /** While the exercise is done its name is no news. */
  readonly isNameDim: boolean;
  /** "Set 2 of 3", and whatever else counts. */
  readonly position: string;
}

export const Header = memo(function Header({ name, isNameDim, position }: HeaderProps) {
  return (
    <Box flexShrink={0} height={1} gap={2} justifyContent="space-between">
      <ThemedText colour={isNameDim ? "dim" : "plain"} bold={!isNameDim}>
        {name}
      </ThemedText>
      <ThemedText columns="whole">{position}</ThemedText>
    </Box>
  );
});
