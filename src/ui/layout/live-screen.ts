/** The live screen: a frame and a size become the lines that a person follows from the floor. */

import { type FlashState, NO_FLASH } from "../../flash/flashes.ts";
import type { Frame } from "../../player/types.ts";
import { renderFillBar, renderSessionBar, renderStrokeBars, renderStrokeLabels } from "./bars.ts";
import { fitBigText } from "./big-letters.ts";
import { FIGURE_GAP, figureColumns, placeBeside, renderFigure, type SessionFigures } from "./figure.ts";
import { cleanText, formatClock, textWidth, truncate } from "./fit-text.ts";
import { renderBigHeadline, renderHeadline } from "./headline.ts";
import { renderHero, showsSide } from "./hero.ts";
import type { Footer, Line } from "./line.ts";
import { centreOffset, EMPTY_LINE, indent, spaceBetween, span, textLine } from "./line.ts";
import { chooseLastLine, extendInstructionLines, renderMessages } from "./messages.ts";
import { allocateSlots, marginOf, type SlotLines, type TerminalSize, usableLines } from "./slots.ts";
import { renderTinyScreen } from "./tiny-screen.ts";

/** From this size on the screen has its parts; below it, only the phase and the figures. */
const MIN_FULL_SIZE = { lines: 4, columns: 16 };

/** At most `rows − 1` lines, each at most `columns` wide. */
export function renderLiveScreen(
  frame: Frame,
  size: TerminalSize,
  footer: Footer,
  view: SessionFigures | null = null,
  lit: FlashState = NO_FLASH,
): Line[] {
  const lines = usableLines(size.rows);
  const margin = marginOf(size.columns);
  const inner = size.columns - 2 * margin;
  const isSmall = lines < MIN_FULL_SIZE.lines || size.columns < MIN_FULL_SIZE.columns;
  const slots = extendInstructionLines(frame, allocateSlots(lines));
  const last = isSmall || slots.instructions === 0 ? chooseLastLine(frame, footer, slots, inner, lit.caption) : footer;
  // A question, or what is said now, must be seen even where keys have no line of their own.
  const takesLine = slots.hints === 0 && last.tone !== "dim";
  if (isSmall || (takesLine && slots.bar === 0)) return renderTinyScreen(frame, size, last, lit.symbol);
  const blank = (count: number) => new Array<Line>(count).fill(EMPTY_LINE);
  const top = [...blank(slots.gapAbove), ...renderHeader(frame, slots, inner)];
  const hero = [
    ...renderMainArea(frame, slots, inner, size, view, lit.symbol),
    ...renderMessages(frame, slots.instructions, inner, lit.caption),
  ];
  const bottom = [...blank(slots.gapNext), ...renderBottom(frame, slots, inner, last)];
  const spare = lines - top.length - hero.length - bottom.length;
  const above = Math.floor(spare / 2);
  const all = [...top, ...blank(above), ...hero, ...blank(spare - above), ...bottom];
  if (takesLine) all[all.length - 1] = renderFooter(last, inner);
  return all.map((line) => indent(line, margin));
}

/** What the body follows: the word, the figures and the stroke; the moving figure at their right where there is room. */
function renderMainArea(
  frame: Frame,
  slots: SlotLines,
  inner: number,
  size: TerminalSize,
  view: SessionFigures | null,
  lit: boolean,
): Line[] {
  const blank = (count: number) => new Array<Line>(count).fill(EMPTY_LINE);
  const wordRows = slots.word + slots.gapWord;
  const rows = wordRows + slots.digits + slots.gapDigits + slots.beat;
  const figure = figureColumns(view, size, inner, rows);
  const columns = figure > 0 ? inner - figure - FIGURE_GAP : inner;
  // A long word that only the whole line has room for is worth more than the height of the figure.
  const long = !renderBigHeadline(frame, slots.word, columns) && renderBigHeadline(frame, slots.word, inner) !== null;
  // Beside the figures the side is larger than the word's line could say it.
  const headed = slots.word > 1 && showsSide(frame, slots.digits, columns) ? { ...frame, side: null } : frame;
  const word = [...renderHeadline(headed, slots.word, long ? inner : columns, lit), ...blank(slots.gapWord)];
  const moving = figure > 0 && view?.still === false && view.byExerciseId.has(frame.exerciseId);
  const below = [
    ...renderHero(frame, slots.digits, columns, !moving),
    ...blank(slots.gapDigits),
    ...renderStepProgress(frame, slots, columns),
  ];
  if (figure === 0 || !view) return [...word, ...below];
  const at = columns + FIGURE_GAP;
  if (!long) return placeBeside([...word, ...below], renderFigure(view, frame, figure, rows), at);
  return [...word, ...placeBeside(below, renderFigure(view, frame, figure, rows - wordRows), at)];
}

/** "Set 2 of 3  ·  Rep 7 of 20", shorter where the exercise's name needs the room. */
function chooseCountsText(frame: Frame, columns: number): string {
  const texts = [frame.roundText, frame.setText, frame.loadText, frame.repText].filter((text) => text !== "");
  const short = texts.map((text) => text.replace(/ of /, "/"));
  const forms = [texts.join("  ·  "), short.join(" · "), short.at(-1) ?? ""];
  const room = Math.max(columns * 0.4, columns - textWidth(cleanText(frame.exercise)) - 2);
  return truncate(forms.find((form) => textWidth(form) <= room) ?? forms.at(-1) ?? "", Math.floor(columns * 0.6));
}

/** The exercise and what is counted, with the empty lines below; the name in big letters where it fits. */
function renderHeader(frame: Frame, { header: lines, gapTop }: SlotLines, columns: number): Line[] {
  if (lines === 0) return [];
  const blank = (count: number) => new Array<Line>(count).fill(EMPTY_LINE);
  const right = span(chooseCountsText(frame, columns));
  const big = fitBigText(truncate(frame.exercise, columns), lines, columns) ?? [];
  const bigColumns = textWidth(big[0] ?? "");
  if (bigColumns === 0) {
    return [spaceBetween(columns, span(frame.exercise, "plain", true), right), ...blank(lines + gapTop - 1)];
  }
  const beside = bigColumns + 2 + textWidth(right.text) <= columns;
  const counted = spaceBetween(columns, span(""), right);
  // While it is done, the name is no news; before that it is what to get ready for.
  const tone = frame.kind === "set" ? "dim" : "plain";
  const drawn = big.map((text, index) =>
    beside && index === 0 ? spaceBetween(columns, span(text, tone), right) : [span(text, tone)],
  );
  const rest = [...blank(lines - big.length), ...(beside ? [] : [counted]), ...blank(gapTop)];
  return [...drawn, ...rest].slice(0, lines + gapTop);
}

/** The lying bar below the figures: the strokes of a repetition, or the whole step. */
function renderStepProgress(frame: Frame, { beat: lines }: SlotLines, inner: number): Line[] {
  if (lines === 0) return [];
  const columns = Math.min(inner, Math.max(24, Math.round(inner * 0.6)));
  const tone = frame.status === "paused" ? "dim" : frame.phase;
  const strokes = frame.strokes.length > 1;
  const bar = strokes ? renderStrokeBars(frame, columns) : renderFillBar(frame.stepFill, columns, tone);
  const words = strokes ? renderStrokeLabels(frame, columns) : EMPTY_LINE;
  const at = centreOffset(columns, inner);
  return lines === 1 ? [indent(bar, at)] : [indent(words, at), indent(bar, at)];
}

function renderBottom(frame: Frame, slots: SlotLines, inner: number, footer: Footer): Line[] {
  const lines: Line[] = [];
  const [done, left] = [formatClock(frame.elapsedSeconds), formatClock(frame.remainingSeconds)];
  if (slots.next > 0) lines.push(renderNext(frame, inner));
  if (slots.bar > 0 && slots.times === 0) lines.push(renderBarWithTimes(frame, inner, done, left));
  if (slots.bar > 0 && slots.times > 0) lines.push(renderSessionBar(frame, inner));
  if (slots.times > 0) lines.push(spaceBetween(inner, span(`${done} done`, "dim"), span(`${left} left`)));
  if (slots.hints > 0) lines.push(renderFooter(footer, inner));
  return lines;
}

function renderNext(frame: Frame, inner: number): Line {
  if (frame.next === "") return EMPTY_LINE;
  const label = "Next  ";
  return [span(label, "dim"), ...textLine(frame.next, inner - label.length, "plain", true)];
}

function renderBarWithTimes(frame: Frame, inner: number, done: string, left: string): Line {
  const columns = inner - done.length - left.length - 2;
  if (columns < 8) return renderSessionBar(frame, inner);
  return [span(`${done} `, "dim"), ...renderSessionBar(frame, columns), span(` ${left}`)];
}

function renderFooter(footer: Footer, inner: number): Line {
  return textLine(footer.text, inner, footer.tone, footer.tone === "alert");
}
