/** A page of checks: the urgent line first, what may apply with a key each, and one key if nothing does. */
import { Box } from "ink";
import { MIN_ROWS_FOR_HEADING, Page, PageHeading } from "../components/Page.tsx";
import { LabelledText, ThemedText } from "../components/ThemedText.tsx";
import { wrapText } from "../fit-text.ts";
import type { ChecksPage, FormState } from "../form.ts";
import { pageColumns } from "../layout.ts";
import { useLayout, useTheme } from "../screen-context.ts";
import { FORM_QUIT_QUESTIONS } from "./InfoScreen.tsx";

interface ChecksScreenProps {
  readonly page: ChecksPage;
  readonly state: FormState;
  /** Every key that does not scroll. */
  readonly onKey: (key: string) => void;
}

/** An empty mark and a set one; the console of Linux has no empty box. */
const MARKS = ["□", "■"] as const;
const ASCII_MARKS = ["[ ]", "[x]"] as const;
/** Rows of heading, hints and the empty lines between the parts. */
const FRAME_ROWS = 6;

export function ChecksScreen({ page, state, onKey }: ChecksScreenProps) {
  const layout = useLayout();
  const isQuitting = state.overlay === "quit";
  const columns = pageColumns(layout);
  const [unmarked, mark] = useTheme().characters === "full" ? MARKS : ASCII_MARKS;
  const indent = " ".repeat(mark.length);
  /** Of a mark, a key and the arrow before a label. */
  const keyColumns = mark.length + 4;
  const { urgent, checks, none, text, short } = page;
  const { marked, problem, selectedIndex } = state;
  const rowsWith = (form: "label" | "short") =>
    [urgent, ...checks, none].reduce(
      (sum, one) => sum + wrapText(one[form], columns - keyColumns).length,
      FRAME_ROWS + wrapText(form === "label" ? text : short, columns).length,
    );
  const isWhole = rowsWith("label") <= layout.rows;
  const gap = rowsWith(isWhole ? "label" : "short") + 2 <= layout.rows ? 1 : 0;
  const labelOf = (one: { readonly label: string; readonly short: string }) => (isWhole ? one.label : one.short);
  return (
    <Page
      // Where there is hardly room, the urgent line is what is seen first.
      heading={layout.rows < MIN_ROWS_FOR_HEADING ? null : <PageHeading title={page.title} aside={page.aside} />}
      hints={isQuitting ? FORM_QUIT_QUESTIONS : hintsFor(page, state)}
      isUrgent={problem !== null}
      {...{ isQuitting, onKey }}
    >
      <LabelledText label={`${indent} ${urgent.key}`} labelColumns={keyColumns} colour="alert" bold>
        {labelOf(urgent)}
      </LabelledText>
      <Box flexShrink={0} marginTop={isWhole ? 1 : gap} marginBottom={gap}>
        <ThemedText wrap="wrap">{isWhole ? text : short}</ThemedText>
      </Box>
      {checks.map((one, index) => {
        const isMarked = marked.includes(one.value);
        const isSelected = index === selectedIndex;
        return (
          <LabelledText
            key={one.value}
            label={`${isMarked ? mark : unmarked} ${one.key}${isSelected ? " ►" : ""}`}
            labelColumns={keyColumns}
            colour={isMarked ? "accent" : "plain"}
            bold={isMarked || isSelected}
          >
            {labelOf(one)}
          </LabelledText>
        );
      })}
      <Box flexShrink={0} marginTop={gap}>
        <LabelledText label={`${indent} ${none.key}`} labelColumns={keyColumns} bold={marked.length === 0}>
          {labelOf(none)}
        </LabelledText>
      </Box>
    </Page>
  );
}

/** What the keys do now: what is marked is confirmed with Enter, and nothing marked needs the key for none. */
function hintsFor(
  { urgent, checks, none }: ChecksPage,
  { marked, problem, selectedIndex }: FormState,
): readonly string[] {
  const keys = `${checks[0]?.key}–${checks.at(-1)?.key}`;
  if (problem) return [problem, `${keys} mark · ${none.key} none`, `${none.key} none`];
  const range = selectedIndex < 0 ? keys : "space";
  return marked.length > 0
    ? [
        `enter continue · ${range} change · ${none.key} clear · ${urgent.key} emergency · ? more · q quit`,
        `enter continue · ${range} change · ${none.key} clear · ${urgent.key} emergency`,
        `enter continue · ${urgent.key} emergency`,
        "enter continue · ? more",
        "enter",
      ]
    : [
        `${none.key} none · ${range} mark · ${urgent.key} emergency · ? more · q quit`,
        `${none.key} none · ${range} mark · ${urgent.key} emergency`,
        `${none.key} none · ${urgent.key} emergency`,
        `${none.key} none`,
      ];
}
