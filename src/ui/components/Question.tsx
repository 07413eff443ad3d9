/** What is asked: the question in full or in its short form, with its help where there is room. */
import { Box } from "ink";
import { memo } from "react";
import { wrapText } from "../fit-text.ts";
import { Lines } from "./ThemedText.tsx";

interface QuestionLines {
  readonly text: readonly string[];
  readonly help: readonly string[];
  /** Rows that both take, with the empty one below. */
  readonly rows: number;
  readonly isWhole: boolean;
}

interface QuestionTexts {
  readonly text: string;
  readonly short: string;
  readonly help: readonly string[];
}

const MAX_TEXT_ROWS = 4;

/** The lines of a question that fit into `rows`. */
export function questionLinesOf({ text, short, help }: QuestionTexts, rows: number, columns: number): QuestionLines {
  const whole = wrapText(text, columns);
  const isWhole = whole.length <= Math.max(1, Math.min(rows, MAX_TEXT_ROWS));
  const shown = isWhole ? whole : [short];
  const helpLines = help.flatMap((item) => wrapText(item, columns));
  const hasHelp = shown.length + helpLines.length + 1 <= rows;
  const textRows = shown.length + (hasHelp ? helpLines.length : 0);
  return { text: shown, help: hasHelp ? helpLines : [], rows: textRows + 1 <= rows ? textRows + 1 : textRows, isWhole };
}

export const Question = memo(function Question({ lines }: { readonly lines: QuestionLines }) {
  return (
    <Box flexDirection="column" height={lines.rows} flexShrink={0}>
      <Lines lines={lines.text} bold />
      <Lines lines={lines.help} colour="dim" />
    </Box>
  );
});
