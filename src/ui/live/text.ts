/** The words of the live screen: what to do, what to read while there is time to, how to go on. */
import type { Frame, FramePhase } from "../../player/frame-types.ts";
import type { Side } from "../../terms.ts";
import { formatClock } from "../../text/duration.ts";
import { chooseFitting, splitAtClauses, textWidth, wrapClauses, wrapText } from "../fit-text.ts";
import { PHASE_SYMBOLS, type PhaseSymbol } from "../pictures/symbols.ts";
import type { ColourRole } from "../theme.ts";
import type { LiveContext } from "./types.ts";

/** The word that says what to do, and how it looks. */
export interface PhaseHeadline {
  readonly word: string;
  readonly colour: ColourRole;
  readonly symbol: PhaseSymbol | undefined;
}

export function headlineOf(frame: Frame): PhaseHeadline {
  if (frame.status === "paused") return { word: "PAUSED", colour: "alert", symbol: PHASE_SYMBOLS.paused };
  return { word: frame.actionText, colour: frame.phase, symbol: PHASE_SYMBOLS[frame.phase] };
}

/** What says as much where the whole word has no room in big letters. */
const SHORT_WORDS: Readonly<Partial<Record<FramePhase, string>>> = { prepare: "READY", switch: "SWITCH" };

/** The headline in a shorter word; as it is where there is none. */
export function shortHeadlineOf(frame: Frame): PhaseHeadline {
  const headline = headlineOf(frame);
  const word = frame.status === "paused" ? undefined : SHORT_WORDS[frame.phase];
  return word === undefined ? headline : { ...headline, word };
}

/** Every headline of the present set, so that the word keeps its size from stroke to stroke. */
export function headlinesOfSet(frame: Frame): readonly [PhaseHeadline, ...PhaseHeadline[]] {
  const strokes = frame.strokes.map(({ phase, word }) => ({ word, colour: phase, symbol: PHASE_SYMBOLS[phase] }));
  return [headlineOf(frame), ...(frame.status === "paused" ? [] : strokes)];
}

/** "Rep 7 of 20" → "7/20". */
export function shortenCount(text: string): string {
  return text.replace(/^\D*(\d+) of (\d+)$/, "$1/$2");
}

/** So many seconds before the end of a rest, what comes next is shown large. */
const NEXT_UP_SECONDS = 10;

export function isNextUp({ kind, status, seconds }: Frame): boolean {
  return kind === "rest" && status === "running" && seconds <= NEXT_UP_SECONDS;
}

/** The exercise, where the phase word does not tell what to do: it says WORK, HOLD or GET READY, and there are no strokes. */
export function nameToShow({ exercise, actionText, kind, strokes, status }: Frame): string {
  const isTold = exercise.toUpperCase() === actionText || strokes.length > 1;
  return status === "paused" || isTold || (kind !== "set" && kind !== "prepare") ? "" : exercise;
}

/** The digits of a frame; in a step that waits for the person, the time that has passed. */
export function digitsTextOf({ digits, seconds }: Frame): string {
  return digits === "" ? formatClock(seconds * 1000) : digits;
}

/** What the digits count in a self-paced set, "reps"; "" where they are a time. */
export function repsWordOf({ phase, digits }: Frame): string {
  if (phase !== "open" || digits === "") return "";
  return digits === "1" ? "rep" : "reps";
}

/** What comes next, short enough to be seen from far away: "SET 3/3". The side is shown beside it. */
export function headlineOfNext({ next, sideWord }: Frame): string {
  const parts = next.split(", ").filter((part) => part.toUpperCase() !== `${sideWord} SIDE`);
  return (parts[0] ?? next).replace(/(\d+) of (\d+)/, "$1/$2").toUpperCase();
}

/** The widest digits of the present set or step, so that digits keep their size and place while they count. */
export function widestDigits(frame: Frame): string {
  if (frame.digits === "") return frame.seconds < 600 ? "0:00" : "00:00";
  // Repetitions have nothing to do with the seconds that the set has taken so far.
  if (repsWordOf(frame) !== "") return "0".repeat(frame.digits.length);
  const seconds = Math.max(
    frame.seconds,
    Math.ceil(frame.fillSeconds),
    ...frame.strokes.map((stroke) => stroke.seconds),
  );
  if (seconds < 60) return seconds > 9 ? "00" : "0";
  return `${"0".repeat(String(Math.floor(seconds / 60)).length)}:00`;
}

const WAIT_PROMPTS = {
  gap: ["Paused while the computer slept. Press space to resume.", "Computer slept. Space resumes.", "space resumes"],
  asked: ["Press space to resume.", "space resumes"],
  open: ["Press enter when done.", "enter when done", "enter"],
} as const;

/** How to go on, in the longest form that fits; "" while the session goes on by itself. */
export function waitPromptOf({ status, pauseReason, phase }: Frame, columns: number): string {
  const why = status === "paused" ? (pauseReason ?? "asked") : phase;
  return why === "gap" || why === "asked" || why === "open" ? chooseFitting(WAIT_PROMPTS[why], columns) : "";
}

/** In a set that runs there is time for a cue and no more. */
function hasTimeToRead(frame: Frame): boolean {
  return frame.kind !== "set" || frame.phase === "open" || frame.status === "paused";
}

/**
 * What is said below the digits, in `rows` lines, the first of which stand out. @param caption what is spoken now. @param
 * isQuitting whether any key goes on, as the question says.
 */
export function instructionsOf(frame: Frame, caption: string, columns: number, rows: number, isQuitting = false) {
  const urgent = [caption, isQuitting ? "" : waitPromptOf(frame, columns)].filter((text) => text !== "");
  const texts = hasTimeToRead(frame) ? urgent : [...urgent, ...frame.instructions, frame.sideMeaning];
  const lines: string[] = [];
  let strongLines = 0;
  for (const text of texts) {
    lines.push(...wrapClauses(text, columns, rows - lines.length));
    strongLines ||= lines.length;
  }
  if (!hasTimeToRead(frame)) return { lines, strongLines };
  const page = pageToRead(frame, columns, rows - lines.length);
  return { lines: [...lines, ...page], strongLines: strongLines || Math.min(1, page.length) };
}

/** Most instructions are two lines long: with less room beside it, the meaning of the side takes its turn with them. */
const MIN_PAGE_ROWS = 2;

/** What the side means, and the page of the instructions whose turn it is. */
function pageToRead(frame: Frame, columns: number, rows: number): readonly string[] {
  if (rows <= 0) return [];
  const meaning = wrapText(frame.sideMeaning, columns);
  if (frame.status === "paused") {
    const page = currentPage(frame, frame.instructions, columns, rows);
    return page.length + meaning.length <= rows ? [...page, ...meaning] : page;
  }
  const left = rows - meaning.length;
  if (left >= MIN_PAGE_ROWS) return [...meaning, ...currentPage(frame, frame.instructions, columns, left)];
  return currentPage(frame, [frame.sideMeaning, ...frame.instructions], columns, rows);
}

/**
 * The page whose turn it is, with as many whole texts as fit; it stays as long as it takes to read. A text that is longer
 * than a page goes on on the next one; while time stands there is no next one, and it is cut after a clause.
 */
function currentPage(frame: Frame, texts: readonly string[], columns: number, rows: number): readonly string[] {
  const pages: string[][] = [];
  for (const text of texts) {
    const parts = frame.status === "paused" ? [wrapClauses(text, columns, rows)] : splitAtClauses(text, columns, rows);
    for (const part of parts) {
      const last = pages.at(-1);
      if (last && last.length + part.length <= rows) last.push(...part);
      else pages.push([...part]);
    }
  }
  return pages[Math.floor(frame.linesRead / rows) % Math.max(1, pages.length)] ?? [];
}

/** The side that works, or between sets the one that the next set begins with. */
export function sideToShow(frame: Frame, { sides }: Pick<LiveContext, "sides">): Side | null {
  return frame.side ?? (frame.kind === "set" ? null : (sides[frame.stepIndex] ?? null));
}

/** The side with its arrow, in as many columns as there are: "◄ LEFT", "◄ L", "◄". */
export function formatSide(side: Side | null, columns: number): string {
  if (!side) return "";
  const forms = [side.toUpperCase(), side.slice(0, 1).toUpperCase()].map((word) =>
    side === "left" ? `◄ ${word}` : `${word} ►`,
  );
  return [...forms, side === "left" ? "◄" : "►"].find((form) => textWidth(form) <= columns) ?? "";
}
