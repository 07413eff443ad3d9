/** The big digits: how long it goes on. */
import { Box } from "ink";
import { memo } from "react";
import {
  digitsWidth,
  fitDigits,
  lowerDigitShape,
  MIN_DIGIT_ROWS,
  renderBigDigits,
  renderLineDigits,
} from "../pictures/big-digits.ts";
import { useTheme } from "../screen-context.ts";
import type { ColourRole } from "../theme.ts";
import { Picture } from "./Picture.tsx";
import { ThemedText } from "./ThemedText.tsx";

export interface BigDigitsProps {
  readonly text: string;
  /** The widest text of the present step: its size and the place of its last digit are kept. */
  readonly widest: string;
  readonly rows: number;
  readonly columns: number;
  readonly colour: ColourRole;
  /** The last seconds: the digits stand dark in a field of their colour, or where there is no room for one are white. */
  readonly isEnding: boolean;
}

export const BigDigits = memo(function BigDigits({ text, widest, rows, columns, colour, isEnding }: BigDigitsProps) {
  const { characters } = useTheme();
  const shape = fitDigits(widest, rows, columns) ?? fitDigits(text, rows, columns);
  if (!shape) {
    return (
      <Box height={rows} flexShrink={0}>
        <ThemedText colour={colour} bold inverse={isEnding}>
          {text}
        </ThemedText>
      </Box>
    );
  }
  const width = Math.max(digitsWidth(widest, shape), digitsWidth(text, shape));
  const hasMargin = width + 2 <= columns;
  const lower = isEnding && hasMargin ? lowerDigitShape(shape) : null;
  const used = lower ?? shape;
  const isLineArt = characters === "ascii" && used.rows === MIN_DIGIT_ROWS;
  const drawn = (isLineArt ? renderLineDigits(text) : renderBigDigits(text, used)).map((row) => row.padStart(width));
  const blank = " ".repeat(width);
  const field = lower && [blank, ...drawn, blank].map((row) => ` ${row} `);
  return (
    <Box height={rows} flexShrink={0} alignItems="center" marginLeft={hasMargin && !field ? 1 : 0}>
      <Picture
        rows={field ?? drawn}
        colour={isEnding && !field ? "plain" : colour}
        bold={shape.rows < 5}
        inverse={isEnding && field !== null}
      />
    </Box>
  );
});
