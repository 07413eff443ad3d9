/** A question on the screen: what is asked, its answers as a list or beside their pictures, what was typed. */
import type { ChoicePage, FormState, NumberPage } from "../form.ts";
import { pageColumns } from "./document.ts";
import { cut, width, wrap } from "./fit-text.ts";
import { type LegPicture, legPicture } from "./leg-picture.ts";
import type { Footer, Line } from "./line.ts";
import { centre, EMPTY, ends, indent, lineWidth, middle, piece, plainText, row, textLine } from "./line.ts";
import { marginOf, type Size, usableLines } from "./slots.ts";

/** A question with its place among the others: "3 of 9"; empty for one that is not counted. */
export interface Asked<P = ChoicePage | NumberPage> {
  readonly page: P;
  readonly progress: string;
}

/** A picture smaller than this shows nothing. */
const LEAST_PICTURE = { columns: 11, rows: 4 };
const MOST_PICTURE_ROWS = 11;

/** At most `rows − 1` lines, each at most `columns` wide. */
export function askedLines(asked: Asked, state: FormState, size: Size, footer: Footer): Line[] {
  const lines = usableLines(size.rows);
  const margin = marginOf(size.columns);
  const columns = pageColumns(size);
  const top = headingLines(asked, lines, columns);
  const foot = lines >= 6 || footer.tone === "alert" ? [textLine(footer.text, columns, footer.tone)] : [];
  const gap = lines >= 9 ? [EMPTY] : [];
  const room = Math.max(0, lines - top.length - foot.length - gap.length);
  const { page } = asked;
  const body =
    page.type === "choice" ? choiceLines(page, state, room, columns) : numberLines(page, state, room, columns);
  const padding = new Array<Line>(Math.max(0, room - body.length)).fill(EMPTY);
  const fitting = [...top, ...body.slice(0, room), ...padding, ...gap, ...foot].map((line) => narrowed(line, columns));
  return fitting.map((line) => indent(line, margin));
}

/** A line that is wider than a terminal of a few columns loses its looks and its end. */
function narrowed(line: Line, columns: number): Line {
  return lineWidth(line) <= columns ? line : textLine(plainText(line), columns, line[0]?.tone);
}

function headingLines({ page, progress }: Asked, lines: number, columns: number): Line[] {
  if (lines < 6) return [];
  const parts = [page.aside, progress].filter((part) => part !== "");
  const forms = [parts.join("  ·  "), parts.join(" "), progress];
  const aside = forms.find((form) => width(form) + width(page.title) + 2 <= columns) ?? page.aside;
  const line = ends(columns, piece(page.title, "accent", true), piece(aside, "plain", true));
  return lines >= 9 ? [line, EMPTY] : [line];
}

/** The question above the lines that must be seen, with as much of its help as there is room for. */
function above(page: ChoicePage | NumberPage, room: number, columns: number): Line[] {
  const text = wrap(page.text, columns);
  const shown = text.length <= Math.max(1, Math.min(room, 4)) ? text : [cut(page.short, columns)];
  const lines = shown.map((line): Line => [piece(line, "plain", true)]);
  const help = page.help.flatMap((item) => wrap(item, columns).map((line): Line => [piece(line, "dim")]));
  if (lines.length + help.length + 1 <= room) return [...lines, ...help, EMPTY];
  return lines.length + 1 <= room ? [...lines, EMPTY] : lines;
}

function numberLines(page: NumberPage, { typed, problem }: FormState, room: number, columns: number): Line[] {
  const line: Line = [piece("► ", "accent", true), piece(`${typed}_`, "plain", true)];
  const said = typed === "" ? "enter leaves it out" : "enter takes it";
  const problems = problem ? wrap(problem, columns).map((text): Line => [piece(text, "alert")]) : [];
  const under = problem ? problems : [textLine(said, columns, "dim")];
  return [...above(page, Math.max(1, room - 1 - under.length), columns), line, ...under];
}

/** With pictures where they have room beside the whole question, else as a list; the answers are always seen. */
function choiceLines(page: ChoicePage, state: FormState, room: number, columns: number): Line[] {
  const pictured = picturedLines(page, state.chosen, room, columns);
  if (pictured) return pictured;
  const full = listLines(page, state.chosen, columns, "label");
  const text = above(page, Math.max(1, room - full.length), columns);
  if (isWhole(text, page, columns) && text.length + full.length <= room) return [...text, ...full];
  const short = listLines(page, state.chosen, columns, "short");
  const kept = above(page, Math.max(1, room - short.length), columns);
  const seen = windowed(short, state.chosen, Math.max(1, room - kept.length));
  // What the short word stands for, where there is a line for it.
  const { label: whole = "", short: word = "" } = page.choices[state.chosen] ?? {};
  const label = whole === word ? [] : wrap(whole, columns).map((line): Line => [piece(line, "dim")]);
  const close = kept.at(-1) === EMPTY && kept.length + seen.length + label.length > room ? kept.slice(0, -1) : kept;
  const fits = close.length + seen.length + label.length <= room;
  return fits ? [...close, ...seen, ...label] : [...kept, ...seen];
}

/** Whether the question stands there in full. */
function isWhole(lines: readonly Line[], page: ChoicePage, columns: number): boolean {
  return plainText(lines[0] ?? EMPTY) === (wrap(page.text, columns)[0] ?? "");
}

function picturedLines(page: ChoicePage, chosen: number, room: number, columns: number): Line[] | null {
  const { choices } = page;
  const pictures = choices.flatMap(({ picture }) => picture ?? []);
  const wide = Math.floor(columns / choices.length);
  const words = choices.every(({ short }) => width(short) + 3 <= wide - 1);
  if (pictures.length < choices.length || wide < LEAST_PICTURE.columns || !words) return null;
  const labels = labelLines(page, chosen, wide, columns);
  const text = above(page, room - LEAST_PICTURE.rows - labels.length, columns);
  const rows = Math.min(MOST_PICTURE_ROWS, room - text.length - labels.length);
  if (rows < LEAST_PICTURE.rows || !isWhole(text, page, columns)) return null;
  return [...text, ...pictureLines(pictures, chosen, wide, rows), ...labels];
}

/** Answers one below the other; `label` wraps, `short` is one line each. */
function listLines({ choices }: ChoicePage, chosen: number, columns: number, form: "label" | "short"): Line[] {
  return choices.flatMap((choice, index): Line[] => {
    const mark = `${index === chosen ? "►" : " "} ${index + 1}  `;
    const [tone, bold] = index === chosen ? (["accent", true] as const) : (["plain", false] as const);
    const text = form === "label" ? wrap(choice.label, columns - 5) : [cut(choice.short, columns - 5)];
    return text.map((line, at): Line => [piece(at === 0 ? mark : "     ", tone, bold), piece(line, tone, bold)]);
  });
}

/** A window of the list in which the chosen answer is seen. */
function windowed(lines: readonly Line[], chosen: number, room: number): readonly Line[] {
  const from = Math.max(0, Math.min(chosen - Math.floor(room / 2), lines.length - room));
  return lines.slice(from, from + room);
}

function pictureLines(pictures: readonly LegPicture[], chosen: number, wide: number, rows: number): Line[] {
  const columns = Math.min(wide - 2, rows * 5);
  const drawn = pictures.map((picture, index) =>
    legPicture(picture, columns, rows, index === chosen ? "accent" : "plain"),
  );
  return Array.from({ length: rows }, (_, y) =>
    row(
      wide * pictures.length,
      drawn.map((lines, index) => ({ x: index * wide + middle(columns, wide), line: lines[y] ?? EMPTY })),
    ),
  );
}

/** The short words below the pictures, and the whole answer that is chosen below them. */
function labelLines({ choices }: ChoicePage, chosen: number, wide: number, columns: number): Line[] {
  const short = row(
    columns,
    choices.map(({ short: word }, index) => {
      const text = cut(`${index === chosen ? "►" : " "}${index + 1} ${word}`, wide - 1);
      const line: Line = [piece(text, index === chosen ? "accent" : "plain", index === chosen)];
      return { x: index * wide + middle(width(text), wide), line };
    }),
  );
  const label = wrap(choices[chosen]?.label ?? "", columns).map((line) => centre([piece(line, "accent")], columns));
  // As many lines whichever is chosen, so that nothing moves.
  const most = Math.max(...choices.map((choice) => wrap(choice.label, columns).length));
  return [short, ...label, ...new Array<Line>(most - label.length).fill(EMPTY)];
}
