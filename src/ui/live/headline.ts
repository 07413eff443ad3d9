/** The top of the live screen: the exercise, the word that says what to do, and how many repetitions are done. */
import type { Frame } from "../../player/frame-types.ts";
import type { Side } from "../../terms.ts";
import { chooseFitting, textWidth, truncate } from "../fit-text.ts";
import type { Layout } from "../layout.ts";
import { bigTextColumns, fitScale } from "../pictures/big-letters.ts";
import { hasFigureColumn } from "./body.ts";
import {
  formatSide,
  headlineOfNext,
  headlinesOfSet,
  isNextUp,
  nameToShow,
  type PhaseHeadline,
  shortenCount,
  shortHeadlineOf,
} from "./text.ts";
import type { LiveContext, LiveMoment, LiveView } from "./types.ts";

/** Columns between the word and the count, times the size of their letters. */
const GAP = 3;
/** What is shorter is no light. */
const MIN_LIGHT_COLUMNS = 4;

const QUIT_HEADLINE: PhaseHeadline = { word: "QUIT?", colour: "alert", symbol: undefined };

export function headlinePartsOf(
  { frame, flash, isQuitting }: LiveMoment,
  layout: Layout,
  context: LiveContext,
  side: Side | null,
): Pick<LiveView, "header" | "word" | "count" | "besideWord" | "isSideLeft"> {
  const { live, width, bigRows } = layout;
  const rows = live.word < 3 ? 0 : live.word;
  const next: PhaseHeadline = { word: headlineOfNext(frame), colour: frame.phase, symbol: undefined };
  // The right half shows what comes next; where that is not parted off, it takes the place of the word.
  const isNextShown =
    isNextUp(frame) &&
    rows > 0 &&
    !hasFigureColumn(layout, context) &&
    fitScale([{ text: next.word }], rows, width) > 0;
  // One size for all words of a set: that of the longest.
  const words: readonly [PhaseHeadline, ...PhaseHeadline[]] = isQuitting
    ? [QUIT_HEADLINE]
    : isNextShown
      ? [next]
      : headlinesOfSet(frame);
  const longestWord = Math.max(...words.map(({ word }) => textWidth(word)));
  const whole = fitHeadlines(words, rows, width);
  const short =
    isQuitting || isNextShown || whole.scale > 0 ? whole : fitHeadlines([shortHeadlineOf(frame)], rows, width);
  const { headline, scale, signedColumns, plainColumns } = short.scale > 0 ? short : whole;
  const shownLarge = frame.repText === "" ? frame.clockText : shortenCount(frame.repText);
  const count = scale > 0 && !isQuitting ? shownLarge : "";
  const countScaleBeside = (columns: number) => fitScale([{ text: count }], bigRows, width - columns - GAP * scale);
  // The count matters more than the symbol: where only one of them fits, the symbol goes.
  const isSymbolInTheWay = countScaleBeside(signedColumns) === 0 && countScaleBeside(plainColumns) > 0;
  const hasBigSymbol = signedColumns > 0 && !isSymbolInTheWay;
  const group = context.groups[frame.stepIndex] ?? "";
  const countScale = countScaleBeside(hasBigSymbol ? signedColumns : plainColumns);
  const wordColumns = bigTextColumns(headline.word, scale, { symbol: hasBigSymbol ? headline.symbol?.big : undefined });
  const countColumns = countScale > 0 ? bigTextColumns(count, countScale) + GAP : 0;
  const besideWord = width - wordColumns - GAP - countColumns;
  return {
    header: {
      name: frame.exercise,
      isNameDim: frame.kind === "set" && nameToShow(frame) === "",
      position: positionOf(frame, group, countScale > 0, width - textWidth(frame.exercise) - 2),
    },
    word: {
      ...headline,
      scale,
      hasBigSymbol,
      isLit: flash.symbol,
      lightColumns: besideWord >= MIN_LIGHT_COLUMNS ? besideWord : 0,
    },
    count: countScale > 0 ? { text: count, scale: countScale, colour: isClockEnding(frame) ? "alert" : "plain" } : null,
    besideWord: live.word === 1 ? besideWordOf(frame, side, width - longestWord - 4) : "",
    isSideLeft: side === "left",
  };
}

/** The first of these headlines in the size in which all of them fit, with their symbols or without. */
function fitHeadlines(headlines: readonly [PhaseHeadline, ...PhaseHeadline[]], rows: number, width: number) {
  const signed = headlines.map(({ word, symbol }) => ({ text: word, symbol: symbol?.big }));
  const plain = headlines.map(({ word }) => ({ text: word, symbol: undefined }));
  const signedScale = fitScale(signed, rows, width);
  const scale = signedScale || fitScale(plain, rows, width);
  const longest = (texts: typeof plain | typeof signed) =>
    Math.max(...texts.map(({ text, symbol }) => bigTextColumns(text, scale, { symbol })));
  return {
    headline: headlines[0],
    scale,
    plainColumns: longest(plain),
    /** 0 where the symbols have no room. */
    signedColumns: signedScale > 0 ? longest(signed) : 0,
  };
}

/** Columns in which a part of an exercise's name still says something. */
const MIN_NAME_COLUMNS = 6;

/**
 * The side with the count of repetitions where that has room, or where both sides work the exercise; before a set what
 * comes with an arrow to its side, where both have room.
 */
function besideWordOf(frame: Frame, side: Side | null, columns: number): string {
  const arrow = formatSide(side, 1);
  const sign = formatSide(side, Math.max(2, columns));
  const join = (one: string, text: string) => (side === "left" ? [one, text] : [text, one]).filter(Boolean).join(" ");
  const nameColumns = columns - (arrow === "" ? 0 : 2);
  const coming = frame.kind === "rest" && frame.status === "running" ? headlineOfNext(frame) : nameToShow(frame);
  const name = nameColumns >= MIN_NAME_COLUMNS ? truncate(coming, nameColumns) : "";
  if (!frame.side && name !== "") return join(arrow, name);
  const count = shortenCount(frame.repText);
  return chooseFitting([join(sign, count), join(arrow, count), sign], columns);
}

/** Whether the last ten seconds of a clock run. */
function isClockEnding({ clock, clockText, repText }: Frame): boolean {
  return repText === "" && (clock === "cap" || clock === "interval") && /^0:(0\d|10)$/.test(clockText);
}

/**
 * "Circuit  ·  Round 2 of 3  ·  Set 2 of 3  ·  Rep 7 of 20", shorter where the exercise's name needs the room:
 * what matters least goes first.
 */
function positionOf(frame: Frame, group: string, isCountLarge: boolean, columns: number): string {
  const { loadText, doneText, roundText, placeText, setText, repText } = frame;
  const clock = isCountLarge && repText === "" ? "" : labelClock(frame);
  const rep = isCountLarge ? "" : repText;
  const shorten = (text: string) => text.replace(/ of /, "/");
  const join = (texts: readonly string[], between: string) => texts.filter((text) => text !== "").join(between);
  const all = [loadText, doneText, roundText, placeText, setText, rep, clock];
  const named = [group, ...all];
  const main = [loadText, roundText, setText, rep, clock].map(shorten);
  const last = [roundText, setText, rep, clock].filter((text) => text !== "").map(shorten);
  const forms = [
    join(named, "  ·  "),
    join(named.map(shorten), " · "),
    join(all, "  ·  "),
    join(all.map(shorten), " · "),
    join(main, " · "),
    join(last.slice(-2), " · "),
  ];
  return chooseFitting([...forms, last.at(-1) ?? ""], columns);
}

/** "8:12 left" of a cap or a round, "3:05" where it counts up. */
function labelClock({ clock, clockText }: Frame): string {
  switch (clock) {
    case null:
      return "";
    case "up":
      return clockText;
    case "cap":
    case "interval":
      return `${clockText} left`;
  }
}
