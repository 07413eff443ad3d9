/** A question of a form: its answers as a list or beside their pictures, or a number to type. */
import { Box } from "ink";
import { BigChoices, bigChoiceRows } from "../components/BigChoices.tsx";
import { ChoiceList } from "../components/ChoiceList.tsx";
import { PageHeading } from "../components/Page.tsx";
import { bigKeyRowsOf, labelRowsOf, PictureChoices } from "../components/PictureChoices.tsx";
import { Question, questionLinesOf } from "../components/Question.tsx";
import { ThemedText } from "../components/ThemedText.tsx";
import { chooseFitting, cleanText, textWidth, truncate, wrapText } from "../fit-text.ts";
import type { ChoicePage, FormState, NumberPage } from "../form.ts";
import { useKeys } from "../keys.ts";
import { pageColumns } from "../layout.ts";
import { useLayout, useTheme } from "../screen-context.ts";
import { FORM_QUIT_QUESTIONS } from "./InfoScreen.tsx";

interface QuestionScreenProps {
  readonly page: ChoicePage | NumberPage;
  /** "3 of 9"; "" for a page that is not counted. */
  readonly progress: string;
  readonly state: FormState;
  readonly onKey: (key: string) => void;
}

const HINTS = {
  choice: [
    "↑ ↓ choose · enter confirm · ⌫ back · ? more · q quit",
    "↑ ↓ choose · enter · ⌫ back · q quit",
    "↑ ↓ · enter · q quit",
    "enter",
  ],
  number: ["enter continue · ⌫ back · ? more · q quit", "enter · ⌫ back · q quit", "enter"],
} as const;

/** A picture smaller than this shows nothing. */
const MIN_PICTURE = { columns: 11, rows: 4 };
const MAX_PICTURE_ROWS = 11;
/** Columns of a picture by its rows. */
const PICTURE_RATIO = 2.5;
/** The least that a question in big letters takes with the empty row below. */
const MIN_BIG_QUESTION_ROWS = 4;

export function QuestionScreen({ page, progress, state, onKey }: QuestionScreenProps) {
  const layout = useLayout();
  const { characters } = useTheme();
  useKeys(onKey);
  const { rows } = layout;
  const columns = pageColumns(layout);
  const isQuitting = state.overlay === "quit";
  const [hasHeading, hasGaps, hasHints] = [rows >= 6, rows >= 9, rows >= 6 || isQuitting];
  // Without a heading the side still stands above the question, unless an answer would have to go for it.
  const leastRows = 1 + (page.type === "choice" ? page.choices.length : 2) + (hasHints ? 1 : 0);
  const hasAside = !hasHeading && page.aside !== "" && rows > leastRows;
  const room = Math.max(1, rows - (hasHeading || hasAside ? 1 : 0) - (hasGaps ? 2 : 0) - (hasHints ? 1 : 0));
  // Whole sentences in letters of ASCII are harder to read than small ones.
  const hasBigLetters = layout.hasBigQuestions && characters !== "ascii";
  const part = { rows: room, columns, state, bigColumns: hasBigLetters ? layout.width : 0 };
  return (
    <Box flexDirection="column" width={layout.columns} height={rows} paddingX={layout.margin}>
      {hasHeading && (
        <Box flexShrink={0} marginBottom={hasGaps ? 1 : 0}>
          <PageHeading title={page.title} aside={chooseAside(page, progress, columns)} />
        </Box>
      )}
      {hasAside && <ThemedText bold>{truncate(page.aside, columns)}</ThemedText>}
      <Box flexDirection="column" height={room} flexShrink={0}>
        {page.type === "choice" ? <Choices page={page} {...part} /> : <NumberInput page={page} {...part} />}
      </Box>
      {hasHints && (
        <Box marginTop={hasGaps ? 1 : 0} flexShrink={0}>
          <ThemedText colour={isQuitting ? "alert" : "dim"} bold={isQuitting}>
            {chooseFitting(isQuitting ? FORM_QUIT_QUESTIONS : HINTS[page.type], columns)}
          </ThemedText>
        </Box>
      )}
    </Box>
  );
}

function chooseAside(page: ChoicePage | NumberPage, progress: string, columns: number): string {
  // Measured as it is shown: a text of any origin may hold sequences, which take no column until they are made safe.
  const [title, aside] = [cleanText(page.title), cleanText(page.aside)];
  const parts = [aside, progress].filter((part) => part !== "");
  const forms = [parts.join("  ·  "), parts.join(" "), progress];
  return forms.find((form) => textWidth(form) + textWidth(title) + 2 <= columns) ?? truncate(aside, columns - 2);
}

interface QuestionPartProps<P> {
  readonly page: P;
  readonly rows: number;
  readonly columns: number;
  /** Columns for big letters; 0 where there are none. */
  readonly bigColumns: number;
  readonly state: FormState;
}

/**
 * With pictures where they have room beside the whole question, else in big letters, else as a list; the answers are always
 * seen.
 */
function Choices({ page, rows, columns, bigColumns, state: { selectedIndex } }: QuestionPartProps<ChoicePage>) {
  const { choices } = page;
  const pictures = picturePartsOf(page, rows, columns, bigColumns);
  if (pictures) {
    const { lines, ...place } = pictures;
    return (
      <>
        <Question lines={lines} />
        <PictureChoices {...{ choices, selectedIndex, ...place }} />
      </>
    );
  }
  const keyed = choices.map(({ label, short }, index) => ({ key: String(index + 1), label, short }));
  const bigRows = bigColumns > 0 ? bigChoiceRows(keyed, rows - MIN_BIG_QUESTION_ROWS, bigColumns) : 0;
  const bigLines = questionLinesOf(page, rows - bigRows, columns, bigColumns);
  if (bigRows > 0 && bigLines.isBig) {
    return (
      <>
        <Question lines={bigLines} />
        <BigChoices choices={keyed} selectedIndex={selectedIndex} rows={bigRows} columns={bigColumns} />
      </>
    );
  }
  const labelRows = choices.reduce((sum, { label }) => sum + wrapText(label, columns - 5).length, 0);
  const whole = questionLinesOf(page, rows - labelRows, columns);
  const hasLabels = whole.isWhole && whole.rows + labelRows <= rows;
  const short = questionLinesOf(page, Math.max(1, rows - choices.length), columns);
  const listRows = hasLabels ? labelRows : Math.max(1, rows - short.rows);
  // What the short word stands for, where there is a line for it.
  const selected = choices[selectedIndex];
  const hasMore = !hasLabels && selected && selected.label !== selected.short && short.rows + choices.length < rows;
  return (
    <>
      <Question lines={hasLabels ? whole : short} />
      <ChoiceList
        choices={keyed.map(({ key, label, short: word }) => ({ key, label: hasLabels ? label : word }))}
        selectedIndex={selectedIndex}
        rows={hasMore ? choices.length : listRows}
        isWrapped={hasLabels}
      />
      {hasMore && <ThemedText colour="dim">{selected.label}</ThemedText>}
    </>
  );
}

/** A question with pictures: its lines, and the rows of the pictures; null when it has none, or no room for them. */
function picturePartsOf(page: ChoicePage, rows: number, textColumns: number, bigColumns: number) {
  const { choices } = page;
  const columns = bigColumns || textColumns;
  const width = Math.floor(columns / choices.length);
  if (width < MIN_PICTURE.columns || !choices.every(({ picture }) => picture)) return null;
  if (!choices.every(({ short }) => textWidth(short) + 3 <= width - 1)) return null;
  const keyRows = bigColumns > 0 ? bigKeyRowsOf(choices, width) : 1;
  const labelRows = labelRowsOf(choices, columns) + keyRows;
  const lines = questionLinesOf(page, rows - labelRows - MIN_PICTURE.rows, textColumns, bigColumns);
  const most = bigColumns > 0 ? Math.floor(width / PICTURE_RATIO) : MAX_PICTURE_ROWS;
  const left = Math.min(most, rows - lines.rows - labelRows);
  return (lines.isWhole || lines.isBig) && left >= MIN_PICTURE.rows ? { lines, rows: left, columns, keyRows } : null;
}

function NumberInput({ page, rows, columns, bigColumns, state: { typed, problem } }: QuestionPartProps<NumberPage>) {
  const below = problem ?? (typed === "" ? "enter to skip" : "enter to confirm");
  const belowRows = wrapText(below, columns).length;
  return (
    <>
      <Question lines={questionLinesOf(page, Math.max(1, rows - 1 - belowRows), columns, bigColumns)} />
      <Box flexShrink={0}>
        <ThemedText colour="accent" bold>
          {"► "}
        </ThemedText>
        <ThemedText bold>{`${typed}_`}</ThemedText>
      </Box>
      <ThemedText colour={problem ? "alert" : "dim"} wrap="wrap">
        {below}
      </ThemedText>
    </>
  );
}
