/** A picture made of characters, row by row. */
import { Box, Text } from "ink";
import { useTheme } from "../screen-context.ts";
import type { ColourRole } from "../theme.ts";

export interface PictureProps {
  /** Rows of one width that fit into their place: they are not cut. */
  readonly rows: readonly string[];
  readonly colour: ColourRole;
  readonly bold?: boolean;
  readonly inverse?: boolean;
}

export function Picture({ rows, colour, bold = false, inverse = false }: PictureProps) {
  const value = useTheme().colourOf(colour);
  return (
    <Box flexShrink={0}>
      <Text {...(value && { color: value })} bold={bold} inverse={inverse}>
        {rows.join("\n")}
      </Text>
    </Box>
  );
}
