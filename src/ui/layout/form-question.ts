/** A question on the screen: what is asked, its answers as a list or beside their pictures, what was typed. */
import type { ChoicePage, FormState, NumberPage } from "../form.ts";
import { textWidth, truncate, wrapText } from "./fit-text.ts";
import { drawLegPicture, type LegPicture } from "./leg-picture.ts";
import type { Footer, Line } from "./line.ts";
import {
  centre,
  centreOffset,
  EMPTY_LINE,
  indent,
  lineWidth,
  placeInRow,
  plainText,
  spaceBetween,
  span,
  textLine,
} from "./line.ts";
import { pageColumns } from "./scrollable-page.ts";
import { marginOf, type TerminalSize, usableLines } from "./slots.ts";

/** A question with its place among the others: "3 of 9"; empty for one that is not counted. */
export interface NumberedQuestion<P = ChoicePage | NumberPage> {
  readonly page: P;
  readonly progress: string;
}

/** A picture smaller than this shows nothing. */
const MIN_PICTURE_SIZE = { columns: 11, rows: 4 };
const MAX_PICTURE_ROWS = 11;

/** At most `rows − 1` lines, each at most `columns` wide. */
export function renderFormQuestion(
  asked: NumberedQuestion,
  state: FormState,
  size: TerminalSize,
  footer: Footer,
): Line[] {
  const lines = usableLines(size.rows);
  const margin = marginOf(size.columns);
  const columns = pageColumns(size);
  const top = renderQuestionHeading(asked, lines, columns);
  const foot = lines >= 6 || footer.tone === "alert" ? [textLine(footer.text, columns, footer.tone)] : [];
  const gap = lines >= 9 ? [EMPTY_LINE] : [];
  const room = Math.max(0, lines - top.length - foot.length - gap.length);
  const { page } = asked;
  const body =
    page.type === "choice" ? renderChoices(page, state, room, columns) : renderNumberInput(page, state, room, columns);
  const padding = new Array<Line>(Math.max(0, room - body.length)).fill(EMPTY_LINE);
  const fitting = [...top, ...body.slice(0, room), ...padding, ...gap, ...foot].map((line) =>
    clipToPlainText(line, columns),
  );
  return fitting.map((line) => indent(line, margin));
}

/** A line that is wider than a terminal of a few columns loses its looks and its end. */
function clipToPlainText(line: Line, columns: number): Line {
  return lineWidth(line) <= columns ? line : textLine(plainText(line), columns, line[0]?.tone);
}

function renderQuestionHeading({ page, progress }: NumberedQuestion, lines: number, columns: number): Line[] {
  if (lines < 6) return [];
  const parts = [page.aside, progress].filter((part) => part !== "");
  const forms = [parts.join("  ·  "), parts.join(" "), progress];
  const aside = forms.find((form) => textWidth(form) + textWidth(page.title) + 2 <= columns) ?? page.aside;
  const line = spaceBetween(columns, span(page.title, "accent", true), span(aside, "plain", true));
  return lines >= 9 ? [line, EMPTY_LINE] : [line];
}

/** The question above the lines that must be seen, with as much of its help as there is room for. */
function renderQuestionText(page: ChoicePage | NumberPage, room: number, columns: number): Line[] {
  const text = wrapText(page.text, columns);
  const shown = text.length <= Math.max(1, Math.min(room, 4)) ? text : [truncate(page.short, columns)];
  const lines = shown.map((line): Line => [span(line, "plain", true)]);
  const help = page.help.flatMap((item) => wrapText(item, columns).map((line): Line => [span(line, "dim")]));
  if (lines.length + help.length + 1 <= room) return [...lines, ...help, EMPTY_LINE];
  return lines.length + 1 <= room ? [...lines, EMPTY_LINE] : lines;
}

function renderNumberInput(page: NumberPage, { typed, problem }: FormState, room: number, columns: number): Line[] {
  const line: Line = [span("► ", "accent", true), span(`${typed}_`, "plain", true)];
  const said = typed === "" ? "enter leaves it out" : "enter takes it";
  const problems = problem ? wrapText(problem, columns).map((text): Line => [span(text, "alert")]) : [];
  const under = problem ? problems : [textLine(said, columns, "dim")];
  return [...renderQuestionText(page, Math.max(1, room - 1 - under.length), columns), line, ...under];
}

/** With pictures where they have room beside the whole question, else as a list; the answers are always seen. */
function renderChoices(page: ChoicePage, state: FormState, room: number, columns: number): Line[] {
  const pictured = renderChoicesWithPictures(page, state.selectedIndex, room, columns);
  if (pictured) return pictured;
  const full = renderChoiceList(page, state.selectedIndex, columns, "label");
  const text = renderQuestionText(page, Math.max(1, room - full.length), columns);
  if (isShownInFull(text, page, columns) && text.length + full.length <= room) return [...text, ...full];
  const short = renderChoiceList(page, state.selectedIndex, columns, "short");
  const kept = renderQuestionText(page, Math.max(1, room - short.length), columns);
  const seen = sliceAroundSelection(short, state.selectedIndex, Math.max(1, room - kept.length));
  // What the short word stands for, where there is a line for it.
  const { label: whole = "", short: word = "" } = page.choices[state.selectedIndex] ?? {};
  const label = whole === word ? [] : wrapText(whole, columns).map((line): Line => [span(line, "dim")]);
  const close =
    kept.at(-1) === EMPTY_LINE && kept.length + seen.length + label.length > room ? kept.slice(0, -1) : kept;
  const fits = close.length + seen.length + label.length <= room;
  return fits ? [...close, ...seen, ...label] : [...kept, ...seen];
}

/** Whether the question stands there in full. */
function isShownInFull(lines: readonly Line[], page: ChoicePage, columns: number): boolean {
  return plainText(lines[0] ?? EMPTY_LINE) === (wrapText(page.text, columns)[0] ?? "");
}

function renderChoicesWithPictures(page: ChoicePage, chosen: number, room: number, columns: number): Line[] | null {
  const { choices } = page;
  const pictures = choices.flatMap(({ picture }) => picture ?? []);
  const wide = Math.floor(columns / choices.length);
  const words = choices.every(({ short }) => textWidth(short) + 3 <= wide - 1);
  if (pictures.length < choices.length || wide < MIN_PICTURE_SIZE.columns || !words) return null;
  const labels = renderPictureLabels(page, chosen, wide, columns);
  const text = renderQuestionText(page, room - MIN_PICTURE_SIZE.rows - labels.length, columns);
  const rows = Math.min(MAX_PICTURE_ROWS, room - text.length - labels.length);
  if (rows < MIN_PICTURE_SIZE.rows || !isShownInFull(text, page, columns)) return null;
  return [...text, ...renderPictures(pictures, chosen, wide, rows), ...labels];
}

/** Answers one below the other; `label` wraps, `short` is one line each. */
function renderChoiceList({ choices }: ChoicePage, chosen: number, columns: number, form: "label" | "short"): Line[] {
  return choices.flatMap((choice, index): Line[] => {
    const mark = `${index === chosen ? "►" : " "} ${index + 1}  `;
    const [tone, bold] = index === chosen ? (["accent", true] as const) : (["plain", false] as const);
    const text = form === "label" ? wrapText(choice.label, columns - 5) : [truncate(choice.short, columns - 5)];
    return text.map((line, at): Line => [span(at === 0 ? mark : "     ", tone, bold), span(line, tone, bold)]);
  });
}

/** A window of the list in which the chosen answer is seen. */
function sliceAroundSelection(lines: readonly Line[], chosen: number, room: number): readonly Line[] {
  const from = Math.max(0, Math.min(chosen - Math.floor(room / 2), lines.length - room));
  return lines.slice(from, from + room);
}

function renderPictures(pictures: readonly LegPicture[], chosen: number, wide: number, rows: number): Line[] {
  const columns = Math.min(wide - 2, rows * 5);
  const drawn = pictures.map((picture, index) =>
    drawLegPicture(picture, columns, rows, index === chosen ? "accent" : "plain"),
  );
  return Array.from({ length: rows }, (_, y) =>
    placeInRow(
      wide * pictures.length,
      drawn.map((lines, index) => ({ x: index * wide + centreOffset(columns, wide), line: lines[y] ?? EMPTY_LINE })),
    ),
  );
}

/** The short words below the pictures, and the whole answer that is chosen below them. */
function renderPictureLabels({ choices }: ChoicePage, chosen: number, wide: number, columns: number): Line[] {
  const short = placeInRow(
    columns,
    choices.map(({ short: word }, index) => {
      const text = truncate(`${index === chosen ? "►" : " "}${index + 1} ${word}`, wide - 1);
      const line: Line = [span(text, index === chosen ? "accent" : "plain", index === chosen)];
      return { x: index * wide + centreOffset(textWidth(text), wide), line };
    }),
  );
  const label = wrapText(choices[chosen]?.label ?? "", columns).map((line) => centre([span(line, "accent")], columns));
  // As many lines whichever is chosen, so that nothing moves.
  const most = Math.max(...choices.map((choice) => wrapText(choice.label, columns).length));
  return [short, ...label, ...new Array<Line>(most - label.length).fill(EMPTY_LINE)];
}
