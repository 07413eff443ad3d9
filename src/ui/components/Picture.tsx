/** A picture made of characters, row by row; and a short text as such a picture. */
import { Box, Text } from "ink";
import { memo } from "react";
import { renderBigText } from "../pictures/big-letters.ts";
import { useTheme } from "../screen-context.ts";
import type { ColourRole } from "../theme.ts";

interface PictureProps {
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

export interface BigTextProps {
  readonly text: string;
  readonly scale: number;
  readonly colour: ColourRole;
}

/** A short text in big letters: how many repetitions are done, what a page is about. */
export const BigText = memo(function BigText({ text, scale, colour }: BigTextProps) {
  return <Picture rows={renderBigText(text, scale) ?? [text]} colour={colour} bold />;
});
