/** Choices in big letters, to be read from where the person lies. */
import { Box } from "ink";
import { bigTextColumns, renderBigText } from "../pictures/big-letters.ts";
import { Picture } from "./Picture.tsx";
import { ThemedText } from "./ThemedText.tsx";

interface BigChoice {
  readonly key: string;
  readonly label: string;
  /** What says as much, where the whole label has no room in big letters; it stands beside it then. */
  readonly short: string;
}

/** Rows of a choice, the lower half of the last of which is free. */
export const BIG_CHOICE_ROWS = 3;
/** Columns of the arrow before the selected choice. */
const ARROW_COLUMNS = 5;

/** Rows that the choices take in big letters, with an empty one between them where there is room; 0 where they do not fit. */
export function bigChoiceRows(choices: readonly BigChoice[], rows: number, columns: number): number {
  if (!choices.every(({ key, short }) => fitsBig(`${key} ${short}`, columns))) return 0;
  const [low, high] = [choices.length * BIG_CHOICE_ROWS, choices.length * (BIG_CHOICE_ROWS + 1) - 1];
  return high <= rows ? high : low <= rows ? low : 0;
}

/** Whether a choice has room in big letters. */
export function fitsBig(text: string, columns: number): boolean {
  const width = bigTextColumns(text, 1);
  return width > 0 && width + ARROW_COLUMNS <= columns;
}

interface BigChoicesProps {
  readonly choices: readonly BigChoice[];
  readonly selectedIndex: number;
  /** What `bigChoiceRows` returned. */
  readonly rows: number;
  readonly columns: number;
}

export function BigChoices({ choices, selectedIndex, rows, columns }: BigChoicesProps) {
  const isWhole = choices.every(({ key, label }) => fitsBig(`${key} ${label}`, columns));
  return (
    <Box flexDirection="column" flexShrink={0} height={rows} justifyContent="space-between">
      {choices.map(({ key, label, short }, index) => {
        const isSelected = index === selectedIndex;
        const text = `${key} ${isWhole ? label : short}`;
        // Beside the big letters stands what they leave out.
        const rest = label.startsWith(`${short} `) ? label.slice(short.length + 1) : label;
        const picture = renderBigText(text, 1, { symbol: isSelected ? "right" : undefined });
        return (
          <Box
            key={key}
            height={BIG_CHOICE_ROWS}
            gap={3}
            alignItems="center"
            paddingLeft={isSelected ? 0 : ARROW_COLUMNS}
          >
            <Picture rows={picture ?? [text]} colour={isSelected ? "accent" : "plain"} bold />
            {!isWhole && label !== short && <ThemedText colour="dim">{rest}</ThemedText>}
          </Box>
        );
      })}
    </Box>
  );
}
