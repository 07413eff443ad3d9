/** Choices side by side, each below its picture. */
import { Box } from "ink";
import { memo } from "react";
import { wrapText } from "../fit-text.ts";
import type { FormChoice } from "../form.ts";
import { drawLegPicture } from "../pictures/leg-picture.ts";
import { Figure } from "./Figure.tsx";
import { Lines, ThemedText } from "./ThemedText.tsx";

interface PictureChoicesProps {
  readonly choices: readonly FormChoice[];
  readonly selectedIndex: number;
  /** Rows of a picture. */
  readonly rows: number;
  readonly columns: number;
}

/** Rows of the whole label below the pictures: as many whichever is selected, so that nothing moves. */
export function labelRowsOf(choices: readonly FormChoice[], columns: number): number {
  return Math.max(...choices.map(({ label }) => wrapText(label, columns).length));
}

export const PictureChoices = memo(function PictureChoices(props: PictureChoicesProps) {
  const { choices, selectedIndex, rows, columns } = props;
  const width = Math.floor(columns / choices.length);
  const pictureColumns = Math.min(width - 2, rows * 5);
  return (
    <Box flexDirection="column" flexShrink={0}>
      <Box flexShrink={0}>
        {choices.map(({ value, short, picture }, index) => {
          const colour = index === selectedIndex ? "accent" : "plain";
          return (
            <Box key={value} width={width} flexShrink={0} flexDirection="column" alignItems="center">
              <Box height={rows} flexShrink={0}>
                {picture && (
                  <Figure
                    lines={drawLegPicture(picture, pictureColumns, rows)}
                    columns={pictureColumns}
                    colour={colour}
                    prop="dim"
                  />
                )}
              </Box>
              <ThemedText colour={colour} bold={index === selectedIndex}>
                {`${index === selectedIndex ? "►" : " "}${index + 1} ${short}`}
              </ThemedText>
            </Box>
          );
        })}
      </Box>
      <Box
        flexDirection="column"
        alignItems="center"
        width={columns}
        height={labelRowsOf(choices, columns)}
        flexShrink={0}
      >
        <Lines lines={wrapText(choices[selectedIndex]?.label ?? "", columns)} colour="accent" />
      </Box>
    </Box>
  );
});
