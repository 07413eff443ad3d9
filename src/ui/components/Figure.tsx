/** The moving figure: what works has the colour of its phase, the other side stands back. */
import { Box, Text } from "ink";
import { memo } from "react";
import type { FigureLine, Ink } from "../../figure/canvas.ts";
import { useTheme } from "../screen-context.ts";
import type { ColourRole } from "../theme.ts";

export interface FigureProps {
  readonly lines: readonly FigureLine[];
  readonly columns: number;
  readonly near: ColourRole;
  readonly far: ColourRole;
  /** Of what is held, lain on or stands around. */
  readonly prop?: ColourRole;
}

export const Figure = memo(function Figure({ lines, columns, near, far, prop = "accent" }: FigureProps) {
  const { colourOf } = useTheme();
  const colours: Readonly<Record<Ink, string | undefined>> = {
    near: colourOf(near),
    far: colourOf(far),
    prop: colourOf(prop),
  };
  return (
    <Box width={columns} flexShrink={0}>
      <Text>
        {lines.flatMap((line, row) => [
          row > 0 && "\n",
          ...line.map(({ text, ink }, index) => {
            const colour = colours[ink];
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a span is its place in the picture
              <Text key={`${row} ${index}`} {...(colour && { color: colour })}>
                {text}
              </Text>
            );
          }),
        ])}
      </Text>
    </Box>
  );
});
