/** What is asked: the question in full or in its short form, with its help where there is room. */
import { Box } from "ink";
import { wrapText } from "../fit-text.ts";
import { wrapBigText } from "../pictures/big-letters.ts";
import { Picture } from "./Picture.tsx";
import { Lines } from "./ThemedText.tsx";

interface QuestionTexts {
  readonly text: string;
  readonly short: string;
  readonly help: readonly string[];
}

const MAX_TEXT_ROWS = 4;
/** Larger letters would only take the room of the answers. */
const MAX_BIG_TEXT_ROWS = 11;

/**
 * The lines of a question that fit into `rows`, and how many these are with the empty one below. @param bigColumns where the
 * text may stand in big letters; else 0.
 */
export function questionLinesOf(texts: QuestionTexts, rows: number, columns: number, bigColumns = 0) {
  const { text, short, help } = texts;
  const whole = wrapText(text, columns);
  const isWhole = whole.length <= Math.max(1, Math.min(rows, MAX_TEXT_ROWS));
  const helpLines = help.flatMap((item) => wrapText(item, columns));
  const bigRows = bigColumns === 0 ? 0 : Math.min(MAX_BIG_TEXT_ROWS, rows - helpLines.length - 2);
  const big = wrapBigText(text, bigRows, bigColumns) ?? wrapBigText(short, bigRows, bigColumns);
  if (big) return { text: big, help: helpLines, rows: big.length + helpLines.length + 2, isWhole, isBig: true };
  const shown = isWhole ? whole : [short];
  const hasHelp = shown.length + helpLines.length + 1 <= rows;
  const textRows = shown.length + (hasHelp ? helpLines.length : 0);
  return {
    text: shown,
    help: hasHelp ? helpLines : [],
    rows: textRows + (textRows < rows ? 1 : 0),
    isWhole,
    isBig: false,
  };
}

export function Question({ lines }: { readonly lines: ReturnType<typeof questionLinesOf> }) {
  return (
    <Box flexDirection="column" height={lines.rows} flexShrink={0}>
      {lines.isBig ? <Picture rows={lines.text} colour="plain" bold /> : <Lines lines={lines.text} bold />}
      <Box flexDirection="column" marginTop={lines.isBig ? 1 : 0}>
        <Lines lines={lines.help} colour="dim" />
      </Box>
    </Box>
  );
}
