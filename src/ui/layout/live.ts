/** The live screen: a frame and a size become the lines that a person follows from the floor. */

import { DARK, type Lit } from "../../flash/lights.ts";
import type { Frame } from "../../player/types.ts";
import { fillBar, sessionBar, strokesBar, strokeWords } from "./bars.ts";
import { beside, FIGURE_GAP, type FigureView, figureColumns, figureLines } from "./figure.ts";
import { clean, clockText, cut, width } from "./fit-text.ts";
import { heroLines, saysSide } from "./hero.ts";
import { largestWord } from "./letters.ts";
import type { Footer, Line } from "./line.ts";
import { EMPTY, ends, indent, middle, piece, textLine } from "./line.ts";
import { messageLines, readingSlots, saidLast } from "./messages.ts";
import { marginOf, type Size, type Slots, slotsFor, usableLines } from "./slots.ts";
import { tinyLines } from "./tiny.ts";
import { bigHeadline, wordLines } from "./word.ts";

/** From this size on the screen has its parts; below it, only the phase and the figures. */
const LEAST = { lines: 4, columns: 16 };

/** At most `rows − 1` lines, each at most `columns` wide. */
export function liveLines(
  frame: Frame,
  size: Size,
  footer: Footer,
  view: FigureView | null = null,
  lit: Lit = DARK,
): Line[] {
  const lines = usableLines(size.rows);
  const margin = marginOf(size.columns);
  const inner = size.columns - 2 * margin;
  const isSmall = lines < LEAST.lines || size.columns < LEAST.columns;
  const slots = readingSlots(frame, slotsFor(lines));
  const last = isSmall || slots.instructions === 0 ? saidLast(frame, footer, slots, inner, lit.caption) : footer;
  // A question, or what is said now, must be seen even where keys have no line of their own.
  const takesLine = slots.hints === 0 && last.tone !== "dim";
  if (isSmall || (takesLine && slots.bar === 0)) return tinyLines(frame, size, last, lit.symbol);
  const blank = (count: number) => new Array<Line>(count).fill(EMPTY);
  const top = [...blank(slots.gapAbove), ...header(frame, slots, inner)];
  const hero = [
    ...followed(frame, slots, inner, size, view, lit.symbol),
    ...messageLines(frame, slots.instructions, inner, lit.caption),
  ];
  const bottom = [...blank(slots.gapNext), ...foot(frame, slots, inner, last)];
  const spare = lines - top.length - hero.length - bottom.length;
  const above = Math.floor(spare / 2);
  const all = [...top, ...blank(above), ...hero, ...blank(spare - above), ...bottom];
  if (takesLine) all[all.length - 1] = footerLine(last, inner);
  return all.map((line) => indent(line, margin));
}

/** What the body follows: the word, the figures and the stroke; the moving figure at their right where there is room. */
function followed(
  frame: Frame,
  slots: Slots,
  inner: number,
  size: Size,
  view: FigureView | null,
  lit: boolean,
): Line[] {
  const blank = (count: number) => new Array<Line>(count).fill(EMPTY);
  const wordRows = slots.word + slots.gapWord;
  const rows = wordRows + slots.digits + slots.gapDigits + slots.beat;
  const figure = figureColumns(view, size, inner, rows);
  const columns = figure > 0 ? inner - figure - FIGURE_GAP : inner;
  // A long word that only the whole line has room for is worth more than the height of the figure.
  const long = !bigHeadline(frame, slots.word, columns) && bigHeadline(frame, slots.word, inner) !== null;
  // Beside the figures the side is larger than the word's line could say it.
  const headed = slots.word > 1 && saysSide(frame, slots.digits, columns) ? { ...frame, side: null } : frame;
  const word = [...wordLines(headed, slots.word, long ? inner : columns, lit), ...blank(slots.gapWord)];
  const moving = figure > 0 && view?.still === false && view.figures.has(frame.exerciseId);
  const below = [
    ...heroLines(frame, slots.digits, columns, !moving),
    ...blank(slots.gapDigits),
    ...beat(frame, slots, columns),
  ];
  if (figure === 0 || !view) return [...word, ...below];
  const at = columns + FIGURE_GAP;
  if (!long) return beside([...word, ...below], figureLines(view, frame, figure, rows), at);
  return [...word, ...beside(below, figureLines(view, frame, figure, rows - wordRows), at)];
}

/** "Set 2 of 3  ·  Rep 7 of 20", shorter where the exercise's name needs the room. */
function fittingCounts(frame: Frame, columns: number): string {
  const texts = [frame.setText, frame.repText].filter((text) => text !== "");
  const short = texts.map((text) => text.replace(/ of /, "/"));
  const forms = [texts.join("  ·  "), short.join(" · "), short.at(-1) ?? ""];
  const room = Math.max(columns * 0.4, columns - width(clean(frame.exercise)) - 2);
  return cut(forms.find((form) => width(form) <= room) ?? forms.at(-1) ?? "", Math.floor(columns * 0.6));
}

/** The exercise and what is counted, with the empty lines below; the name in big letters where it fits. */
function header(frame: Frame, { header: lines, gapTop }: Slots, columns: number): Line[] {
  if (lines === 0) return [];
  const blank = (count: number) => new Array<Line>(count).fill(EMPTY);
  const right = piece(fittingCounts(frame, columns));
  const big = largestWord(cut(frame.exercise, columns), lines, columns) ?? [];
  const bigColumns = width(big[0] ?? "");
  if (bigColumns === 0) {
    return [ends(columns, piece(frame.exercise, "plain", true), right), ...blank(lines + gapTop - 1)];
  }
  const beside = bigColumns + 2 + width(right.text) <= columns;
  const counted = ends(columns, piece(""), right);
  // While it is done, the name is no news; before that it is what to get ready for.
  const tone = frame.kind === "set" ? "dim" : "plain";
  const drawn = big.map((text, index) =>
    beside && index === 0 ? ends(columns, piece(text, tone), right) : [piece(text, tone)],
  );
  const rest = [...blank(lines - big.length), ...(beside ? [] : [counted]), ...blank(gapTop)];
  return [...drawn, ...rest].slice(0, lines + gapTop);
}

/** The lying bar below the figures: the strokes of a repetition, or the whole step. */
function beat(frame: Frame, { beat: lines }: Slots, inner: number): Line[] {
  if (lines === 0) return [];
  const columns = Math.min(inner, Math.max(24, Math.round(inner * 0.6)));
  const tone = frame.status === "paused" ? "dim" : frame.phase;
  const strokes = frame.strokes.length > 1;
  const bar = strokes ? strokesBar(frame, columns) : fillBar(frame.stepFill, columns, tone);
  const words = strokes ? strokeWords(frame, columns) : EMPTY;
  const at = middle(columns, inner);
  return lines === 1 ? [indent(bar, at)] : [indent(words, at), indent(bar, at)];
}

function foot(frame: Frame, slots: Slots, inner: number, footer: Footer): Line[] {
  const lines: Line[] = [];
  const [done, left] = [clockText(frame.doneSeconds), clockText(frame.leftSeconds)];
  if (slots.next > 0) lines.push(next(frame, inner));
  if (slots.bar > 0 && slots.times === 0) lines.push(barWithTimes(frame, inner, done, left));
  if (slots.bar > 0 && slots.times > 0) lines.push(sessionBar(frame, inner));
  if (slots.times > 0) lines.push(ends(inner, piece(`${done} done`, "dim"), piece(`${left} left`)));
  if (slots.hints > 0) lines.push(footerLine(footer, inner));
  return lines;
}

function next(frame: Frame, inner: number): Line {
  if (frame.next === "") return EMPTY;
  const label = "Next  ";
  return [piece(label, "dim"), ...textLine(frame.next, inner - label.length, "plain", true)];
}

function barWithTimes(frame: Frame, inner: number, done: string, left: string): Line {
  const columns = inner - done.length - left.length - 2;
  if (columns < 8) return sessionBar(frame, inner);
  return [piece(`${done} `, "dim"), ...sessionBar(frame, columns), piece(` ${left}`)];
}

function footerLine(footer: Footer, inner: number): Line {
  return textLine(footer.text, inner, footer.tone, footer.tone === "alert");
}
