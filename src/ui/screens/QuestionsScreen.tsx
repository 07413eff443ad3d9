/** Questions that are answered with one key each, one after the other. */
import { Box } from "ink";
import { BIG_CHOICE_ROWS, BigChoices, bigChoiceRows, fitsBig } from "../components/BigChoices.tsx";
import { Picture } from "../components/Picture.tsx";
import { Table } from "../components/Table.tsx";
import { Lines, ThemedText } from "../components/ThemedText.tsx";
import { chooseFitting, textWidth, wrapText } from "../fit-text.ts";
import { useKeyState, useKeys } from "../keys.ts";
import { wrapBigText } from "../pictures/big-letters.ts";
import type { RemotePrompt } from "../remote-control.ts";
import { EMPTY_PROMPT, useRemotePrompt } from "../remote-question.ts";
import { useLayout, useTheme } from "../screen-context.ts";

/** A question as it is shown. */
export interface QuestionPrompt {
  readonly text: string;
  readonly choices: readonly PromptChoice[];
}

interface PromptChoice {
  readonly key: string;
  /** The value that is kept, where the key is another one. */
  readonly value: string;
  readonly label: string;
}

/** Questions as a state that keys change; they are over when none is left. */
export interface QuestionFlow<S> {
  readonly initialState: S;
  readonly currentQuestion: (state: S) => QuestionPrompt | null;
  readonly handleKey: (state: S, key: string) => S;
}

interface QuestionsScreenProps<S> {
  readonly questions: QuestionFlow<S>;
  readonly onAnswered: (state: S) => void;
}

/** "10 as hard as it can be": the value where it is not the key, and what it means. */
const answerOf = ({ key, value, label }: PromptChoice) => [key === value ? "" : value, label].filter(Boolean).join(" ");

/** A question with one key for each answer. */
function promptOfQuestion({ text, choices }: QuestionPrompt): RemotePrompt {
  const labelled = choices.map((choice) => ({ key: choice.key, label: answerOf(choice) }));
  return { ...EMPTY_PROMPT, text, choices: labelled, enter: "Skip", back: "left" };
}

const MAX_TITLE_ROWS = 7;
const HINTS = ["press a key to answer · enter skip · ← previous question", "enter skip · ← previous", "enter skip"];

export function QuestionsScreen<S>({ questions, onAnswered }: QuestionsScreenProps<S>) {
  const { rows, columns, margin, width, hasBigQuestions } = useLayout();
  const { characters } = useTheme();
  const [current, state] = useKeyState(questions.initialState);
  const handleKey = (key: string) => {
    if (questions.currentQuestion(state.current()) === null) return;
    state.set(questions.handleKey(state.current(), key));
    if (questions.currentQuestion(state.current()) === null) onAnswered(state.current());
  };
  useKeys(handleKey);
  const question = questions.currentQuestion(current);
  useRemotePrompt(question && promptOfQuestion(question), handleKey);
  if (!question) return null;
  const big = hasBigQuestions && characters !== "ascii" ? bigPartsOf(question, rows - 1, width) : null;
  const wrapped = wrapText(question.text, width);
  const title = big?.title ?? (wrapped.length <= rows - 2 ? wrapped : [question.text]);
  const room = rows - title.length;
  // The question matters more than the hints.
  const rowsWithHints = big ? big.rows : Math.max(1, room - 1);
  const lines = big || question.choices.length <= rowsWithHints ? null : choicesInLines(question.choices, width, room);
  const choiceRows = big?.rows ?? (lines ?? question.choices).length;
  const gap = room >= choiceRows + 3 ? 1 : 0;
  return (
    <Box
      flexDirection="column"
      width={columns}
      height={rows}
      paddingX={margin}
      paddingTop={big && room >= choiceRows + 4 ? 1 : 0}
    >
      {big?.title ? <Picture rows={big.title} colour="accent" bold /> : <Lines lines={title} colour="accent" bold />}
      <Box flexDirection="column" marginY={gap} flexShrink={0}>
        {big ? (
          <BigChoices {...big} selectedIndex={-1} columns={width} />
        ) : lines ? (
          <Lines lines={lines} />
        ) : (
          <Table
            rows={question.choices.map((choice) => [choice.key.padStart(3), answerOf(choice)])}
            labelColumns={5}
            strong="label"
          />
        )}
      </Box>
      {choiceRows < room && <ThemedText colour="dim">{chooseFitting(HINTS, width)}</ThemedText>}
    </Box>
  );
}

/** The answers in big letters, and the question where it has room too; null where they do not fit. */
function bigPartsOf({ text, choices }: QuestionPrompt, rows: number, columns: number) {
  const labelled = choices.map((choice) => {
    const [{ key }, label] = [choice, answerOf(choice)];
    return { key, label, short: fitsBig(`${key} ${label}`, columns) ? label : answerOf({ ...choice, label: "" }) };
  });
  const title = wrapBigText(text, Math.min(MAX_TITLE_ROWS, rows - choices.length * BIG_CHOICE_ROWS), columns);
  const choiceRows = bigChoiceRows(labelled, rows - (title?.length ?? 1), columns);
  return choiceRows > 0 ? { title, choices: labelled, rows: choiceRows } : null;
}

/** "0 nothing at all · 1 very easy · …" in few lines; where they are too few for all words, the keys alone. */
function choicesInLines(choices: readonly PromptChoice[], columns: number, rows: number): string[] {
  const keys = choices.map(({ key, value }) => (key === value ? key : `${key} = ${value}`));
  const whole = choices.map(({ label }, index) => (label ? `${keys[index]} ${label}` : (keys[index] ?? "")));
  const ends = whole.map((words, index) => (index === 0 || index === whole.length - 1 ? words : (keys[index] ?? "")));
  const worded = [joinIntoLines(whole, " · ", columns), joinIntoLines(ends, " · ", columns)];
  const bare = [joinIntoLines(keys, "  ", columns), joinIntoLines(keys, " ", columns)];
  // With a row left for the hints, if that costs no words.
  const firstFitting = (forms: readonly string[][]) =>
    [rows - 1, rows].map((room) => forms.find((form) => form.length <= room)).find(Boolean);
  return firstFitting(worded) ?? firstFitting(bare) ?? (bare.at(-1) ?? []).slice(0, Math.max(1, rows));
}

/** Texts in lines of at most `columns`, none broken that fits into one. */
function joinIntoLines(texts: readonly string[], between: string, columns: number): string[] {
  const lines: string[] = [];
  for (const text of texts) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(last + between + text) <= columns)
      lines[lines.length - 1] = last + between + text;
    else lines.push(...wrapText(text, columns));
  }
  return lines;
}
