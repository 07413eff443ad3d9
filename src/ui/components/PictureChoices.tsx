/** Choices side by side, each below its picture. */
import { Box } from "ink";
import { wrapText } from "../fit-text.ts";
import type { FormChoice } from "../form.ts";
import { wrapBigText } from "../pictures/big-letters.ts";
import { drawLegPicture } from "../pictures/leg-picture.ts";
import { Figure } from "./Figure.tsx";
import { Picture } from "./Picture.tsx";
import { Lines, ThemedText } from "./ThemedText.tsx";

interface PictureChoicesProps {
  readonly choices: readonly FormChoice[];
  readonly selectedIndex: number;
  /** Rows of a picture. */
  readonly rows: number;
  readonly columns: number;
  /** Rows of the key and the short label below a picture: more than one for big letters. */
  readonly keyRows: number;
}

/** Rows of the whole label below the pictures: as many whichever is selected, so that nothing moves. */
export function labelRowsOf(choices: readonly FormChoice[], columns: number): number {
  return Math.max(...choices.map(({ label }) => wrapText(label, columns).length));
}

/** Two lines of big letters. */
const MAX_KEY_ROWS = 7;

/** Keys with their short labels in big letters, or where these have no room the keys alone. */
function bigKeysOf(choices: readonly FormChoice[], width: number) {
  const wrap = (text: string) => wrapBigText(text, MAX_KEY_ROWS, width - 2, 1);
  const whole = choices.map(({ short }, index) => wrap(`${index + 1} ${short}`));
  const isWhole = !whole.includes(null);
  return { isWhole, keys: isWhole ? whole : choices.map((_, index) => wrap(String(index + 1))) };
}

/** Rows of the keys in big letters, with an empty one above and below one for what they leave out and for the arrow. */
export function bigKeyRowsOf(choices: readonly FormChoice[], width: number): number {
  return Math.max(...bigKeysOf(choices, width).keys.map((key) => key?.length ?? 0)) + 2;
}

export function PictureChoices(props: PictureChoicesProps) {
  const { choices, selectedIndex, rows, columns, keyRows } = props;
  const width = Math.floor(columns / choices.length);
  const bigKeys = keyRows > 1 ? bigKeysOf(choices, width) : null;
  const pictureColumns = Math.min(width - 2, rows * 5);
  return (
    <Box flexDirection="column" flexShrink={0}>
      <Box flexShrink={0}>
        {choices.map(({ value, short, picture }, index) => {
          const isSelected = index === selectedIndex;
          const colour = isSelected ? "accent" : "plain";
          const label = bigKeys?.isWhole && !isSelected ? "" : `${isSelected ? "►" : " "}${index + 1} ${short}`;
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
              {bigKeys && (
                <Box height={keyRows - 2} marginTop={1} flexShrink={0}>
                  <Picture rows={bigKeys.keys[index] ?? []} colour={colour} bold />
                </Box>
              )}
              <ThemedText colour={colour} bold={isSelected}>
                {label}
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
}
