/** Questions that are answered with one key each, one after the other. */
import { Box } from "ink";
import { Table } from "../components/Table.tsx";
import { Lines, ThemedText } from "../components/ThemedText.tsx";
import { chooseFitting, textWidth, wrapText } from "../fit-text.ts";
import { useKeyState, useKeys } from "../keys.ts";
import { EMPTY_PROMPT, type RemotePrompt, type RemotePrompts, useRemotePrompt } from "../remote-question.ts";
import { useLayout } from "../screen-context.ts";

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
  /** Where they are shown and answered, too. */
  readonly prompts?: RemotePrompts;
}

/** A question with one key for each answer. */
function promptOfQuestion({ text, choices }: QuestionPrompt): RemotePrompt {
  const labelled = choices.map(({ key, value, label }) => ({
    key,
    label: [key === value ? "" : value, label].filter((part) => part !== "").join(" "),
  }));
  return { ...EMPTY_PROMPT, text, choices: labelled, enter: "Skip", back: "left" };
}

const HINTS = ["press a key to answer · enter skip · ← previous question", "enter skip · ← previous", "enter skip"];

export function QuestionsScreen<S>({ questions, onAnswered, prompts }: QuestionsScreenProps<S>) {
  const { rows, columns, margin, width } = useLayout();
  const [current, state] = useKeyState(questions.initialState);
  const handleKey = (key: string) => {
    if (questions.currentQuestion(state.current()) === null) return;
    state.set(questions.handleKey(state.current(), key));
    if (questions.currentQuestion(state.current()) === null) onAnswered(state.current());
  };
  useKeys(handleKey);
  const question = questions.currentQuestion(current);
  useRemotePrompt(prompts, question && promptOfQuestion(question), handleKey);
  if (!question) return null;
  // Beside the choices stand the question and the hints, with gaps where there is room.
  const choiceRows = Math.max(1, rows - 2);
  const lines = question.choices.length <= choiceRows ? null : choicesInLines(question.choices, width, choiceRows);
  const gap = rows >= (lines ?? question.choices).length + 4 ? 1 : 0;
  return (
    <Box flexDirection="column" width={columns} height={rows} paddingX={margin}>
      <ThemedText colour="accent" bold>
        {question.text}
      </ThemedText>
      <Box flexDirection="column" marginY={gap} flexShrink={0}>
        {lines ? (
          <Lines lines={lines} />
        ) : (
          <Table
            rows={question.choices.map(({ key, value, label }) => [
              key.padStart(3),
              [key === value ? "" : value, label].filter(Boolean).join("  "),
            ])}
            labelColumns={5}
            strong="label"
          />
        )}
      </Box>
      {rows > 1 && <ThemedText colour="dim">{chooseFitting(HINTS, width)}</ThemedText>}
    </Box>
  );
}

/** "0 nothing at all · 1 very easy · …" in few lines; where they are too few for all words, the keys alone. */
function choicesInLines(choices: readonly PromptChoice[], columns: number, rows: number): string[] {
  const keys = choices.map(({ key, value }) => (key === value ? key : `${key} = ${value}`));
  const whole = choices.map(({ label }, index) => (label ? `${keys[index]} ${label}` : (keys[index] ?? "")));
  const ends = whole.map((words, index) => (index === 0 || index === whole.length - 1 ? words : (keys[index] ?? "")));
  const forms = [
    joinIntoLines(whole, " · ", columns),
    joinIntoLines(ends, " · ", columns),
    joinIntoLines(keys, "  ", columns),
    joinIntoLines(keys, " ", columns),
  ];
  return (forms.find((form) => form.length <= rows) ?? forms.at(-1) ?? []).slice(0, rows);
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
