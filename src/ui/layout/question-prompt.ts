/** The page of one question with its choices, one key each: a list where there is room, else the keys in a row. */
import { chooseFitting, textWidth, wrapText } from "./fit-text.ts";
import { clip, EMPTY_LINE, indent, type Line, span, textLine } from "./line.ts";
import { marginOf, type TerminalSize, usableLines } from "./slots.ts";

/** A question as it is shown. */
export interface QuestionPrompt {
  readonly text: string;
  readonly choices: readonly PromptChoice[];
}

export interface PromptChoice {
  readonly key: string;
  /** What stands beside the key: the figure where the key is another one. */
  readonly value: string;
  readonly label: string;
}

const QUESTION_HINTS = ["one key answers   enter passes over   ← the question before", "enter passes over"];

/** At most `rows − 1` lines. */
export function renderQuestionPrompt(question: QuestionPrompt, size: TerminalSize): Line[] {
  const lines = usableLines(size.rows);
  const margin = marginOf(size.columns);
  const columns = Math.max(1, size.columns - 2 * margin);
  // Beside them stand the question and the keys, with gaps where there is room.
  const most = Math.max(1, lines - 2);
  const choices =
    question.choices.length <= most
      ? question.choices.map((choice) => renderPromptChoice(choice, columns))
      : renderChoicesInRows(question.choices, columns, most);
  const gap = lines >= choices.length + 4 ? [EMPTY_LINE] : [];
  const page = [
    textLine(question.text, columns, "accent", true),
    ...gap,
    ...choices,
    ...gap,
    textLine(chooseFitting(QUESTION_HINTS, columns), columns, "dim"),
  ];
  return page.slice(0, lines).map((line) => clip(indent(line, margin), size.columns));
}

function renderPromptChoice({ key, value, label }: PromptChoice, columns: number): Line {
  const shown = key === value ? "" : value;
  const keyPiece = span(key.padStart(3), "plain", true);
  const rest = textLine(`  ${[shown, label].filter(Boolean).join("  ")}`, columns - 3, "plain");
  return [keyPiece, ...rest];
}

/** "0 nothing at all · 1 very easy · …" in at most `lines` lines; where they are too few for all words, the keys alone. */
function renderChoicesInRows(choices: readonly PromptChoice[], columns: number, lines: number): Line[] {
  const keys = choices.map(({ key, value }) => (key === value ? key : `${key} = ${value}`));
  const whole = choices.map(({ label }, index) => (label ? `${keys[index]} ${label}` : (keys[index] ?? "")));
  const ends = whole.map((words, index) => (index === 0 || index === whole.length - 1 ? words : (keys[index] ?? "")));
  const forms = [
    joinIntoLines(whole, " · ", columns),
    joinIntoLines(ends, " · ", columns),
    joinIntoLines(keys, "  ", columns),
  ];
  const rows = forms.find((form) => form.length <= lines) ?? joinIntoLines(keys, " ", columns);
  return rows.slice(0, lines).map((text) => textLine(text, columns));
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
