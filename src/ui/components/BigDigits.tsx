/** The big digits: how long it goes on. */
import { Box } from "ink";
import { memo } from "react";
import { digitsWidth, fitDigitShape, renderBigDigits } from "../pictures/big-digits.ts";
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
  /** The last seconds: the digits stand dark in a field of their colour. */
  readonly isEnding: boolean;
}

export const BigDigits = memo(function BigDigits({ text, widest, rows, columns, colour, isEnding }: BigDigitsProps) {
  const shape = fitDigitShape(widest, rows, columns) ?? fitDigitShape(text, rows, columns);
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
  const drawn = renderBigDigits(text, shape).map((row) => row.padStart(width));
  const field = isEnding && width + 2 <= columns ? drawn.map((row) => ` ${row} `) : drawn;
  return (
    <Box height={rows} flexShrink={0} alignItems="center" marginLeft={field === drawn && width + 2 <= columns ? 1 : 0}>
      <Picture rows={field} colour={colour} bold={shape.rows < 5} inverse={isEnding} />
    </Box>
  );
});
