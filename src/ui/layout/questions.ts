/** The page of one question with its choices, one key each: a list where there is room, else the keys in a row. */
import { wrapTo } from "./fit-text.ts";
import { EMPTY, indent, type Line, piece, textLine } from "./line.ts";
import { marginOf, type Size, usableLines } from "./slots.ts";

/** A question as it is shown. */
export interface ShownQuestion {
  readonly text: string;
  readonly choices: readonly ShownChoice[];
}

export interface ShownChoice {
  readonly key: string;
  /** What stands beside the key: the figure where the key is another one. */
  readonly value: string;
  readonly label: string;
}

const HINTS = "one key answers   enter passes over   ← the question before";
const SHORT_HINT = "enter passes over";

/** At most `rows − 1` lines. */
export function questionLines(question: ShownQuestion, size: Size): Line[] {
  const lines = usableLines(size.rows);
  const margin = marginOf(size.columns);
  const columns = Math.max(1, size.columns - 2 * margin);
  const hint = HINTS.length <= columns ? HINTS : SHORT_HINT;
  // The question, a gap, the choices, a gap, the hint.
  const listed = lines >= question.choices.length + 4;
  const choices = listed
    ? question.choices.map((choice) => choiceLine(choice, columns))
    : keysInRows(question, columns);
  const page = [
    textLine(question.text, columns, "accent", true),
    ...(listed ? [EMPTY] : []),
    ...choices,
    ...(listed ? [EMPTY] : []),
    textLine(hint, columns, "dim"),
  ];
  return page.slice(0, lines).map((line) => indent(line, margin));
}

function choiceLine({ key, value, label }: ShownChoice, columns: number): Line {
  const shown = key === value ? "" : value;
  const keyPiece = piece(key.padStart(3), "plain", true);
  const rest = textLine(`  ${[shown, label].filter(Boolean).join("  ")}`, columns - 3, "plain");
  return [keyPiece, ...rest];
}

/** "0 nothing at all · 1 very easy · …": as much as there is room for. */
function keysInRows({ choices }: ShownQuestion, columns: number): Line[] {
  const keys = choices.map(({ key, label }) => (label ? `${key} ${label}` : key)).join(" · ");
  return wrapTo(keys, columns, 2).map((text) => textLine(text, columns));
}
