/** A question of a form: its answers as a list or beside their pictures, or a number to type. */
import { Box } from "ink";
import { ChoiceList } from "../components/ChoiceList.tsx";
import { PageHeading } from "../components/Page.tsx";
import { labelRowsOf, PictureChoices } from "../components/PictureChoices.tsx";
import { Question, questionLinesOf } from "../components/Question.tsx";
import { ThemedText } from "../components/ThemedText.tsx";
import { chooseFitting, cleanText, textWidth, truncate, wrapText } from "../fit-text.ts";
import type { ChoicePage, FormState, NumberPage } from "../form.ts";
import { useKeys } from "../keys.ts";
import { pageColumns } from "../layout.ts";
import { useLayout } from "../screen-context.ts";
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

export function QuestionScreen({ page, progress, state, onKey }: QuestionScreenProps) {
  const layout = useLayout();
  useKeys(onKey);
  const { rows } = layout;
  const columns = pageColumns(layout);
  const isQuitting = state.overlay === "quit";
  const [hasHeading, hasGaps, hasHints] = [rows >= 6, rows >= 9, rows >= 6 || isQuitting];
  const room = Math.max(1, rows - (hasHeading ? 1 : 0) - (hasGaps ? 2 : 0) - (hasHints ? 1 : 0));
  const part = { rows: room, columns, state };
  return (
    <Box flexDirection="column" width={layout.columns} height={rows} paddingX={layout.margin}>
      {hasHeading && (
        <Box flexShrink={0} marginBottom={hasGaps ? 1 : 0}>
          <PageHeading title={page.title} aside={chooseAside(page, progress, columns)} />
        </Box>
      )}
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
  readonly state: FormState;
}

/** With pictures where they have room beside the whole question, else as a list; the answers are always seen. */
function Choices({ page, rows, columns, state: { selectedIndex } }: QuestionPartProps<ChoicePage>) {
  const { choices } = page;
  const pictures = pictureRowsOf(page, rows, columns);
  if (pictures > 0) {
    const lines = questionLinesOf(page, rows - labelRowsOf(choices, columns) - 1 - MIN_PICTURE.rows, columns);
    return (
      <>
        <Question lines={lines} />
        <PictureChoices choices={choices} selectedIndex={selectedIndex} rows={pictures} columns={columns} />
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
        choices={choices.map(({ label, short: word }, index) => ({
          key: String(index + 1),
          label: hasLabels ? label : word,
        }))}
        selectedIndex={selectedIndex}
        rows={hasMore ? choices.length : listRows}
        isWrapped={hasLabels}
      />
      {hasMore && <ThemedText colour="dim">{selected.label}</ThemedText>}
    </>
  );
}

/** Rows that the pictures of a question may take; 0 when it has none, or no room for them. */
function pictureRowsOf(page: ChoicePage, rows: number, columns: number): number {
  const { choices } = page;
  const width = Math.floor(columns / choices.length);
  if (width < MIN_PICTURE.columns || !choices.every(({ picture }) => picture)) return 0;
  if (!choices.every(({ short }) => textWidth(short) + 3 <= width - 1)) return 0;
  const labelRows = labelRowsOf(choices, columns) + 1;
  const lines = questionLinesOf(page, rows - labelRows - MIN_PICTURE.rows, columns);
  const left = Math.min(MAX_PICTURE_ROWS, rows - lines.rows - labelRows);
  return lines.isWhole && left >= MIN_PICTURE.rows ? left : 0;
}

function NumberInput({ page, rows, columns, state: { typed, problem } }: QuestionPartProps<NumberPage>) {
  const below = problem ?? (typed === "" ? "enter to skip" : "enter to confirm");
  const belowRows = wrapText(below, columns).length;
  return (
    <>
      <Question lines={questionLinesOf(page, Math.max(1, rows - 1 - belowRows), columns)} />
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
