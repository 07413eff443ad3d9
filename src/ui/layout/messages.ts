/** What is said below the figures: what to do now and, while nothing is done, how the next set is done, page by page. */
import type { Frame } from "../../player/types.ts";
import { textWidth, wrapText, wrapToLines } from "./fit-text.ts";
import type { Footer, Line } from "./line.ts";
import { centre, EMPTY_LINE, textLine } from "./line.ts";
import type { SlotLines } from "./slots.ts";

/** Lines longer than this are hard to read, however wide the terminal is. */
const TEXT_COLUMNS = 76;

/** What a page needs beside the meaning of the side: most instructions are two lines long. */
const MIN_PAGE_LINES = 2;

/** Whether there is time to read: in a set that runs there is a cue and no more. */
function hasTimeToRead(frame: Frame): boolean {
  return frame.kind !== "set" || frame.phase === "open" || frame.status === "paused";
}

const WAIT_PROMPTS = {
  gap: ["The machine slept. Space goes on where you were.", "It slept. Space goes on.", "Slept: space goes on"],
  asked: ["Space goes on."],
  open: ["Press Enter when done.", "Enter when done.", "Enter"],
} as const;

/** How to go on, in the longest form that fits; "" while the session goes on by itself. */
function chooseWaitPrompt({ status, pauseReason, phase }: Frame, columns: number): string {
  const why = status === "paused" ? (pauseReason ?? "asked") : phase;
  if (why !== "gap" && why !== "asked" && why !== "open") return "";
  const forms: readonly string[] = WAIT_PROMPTS[why];
  return forms.find((form) => textWidth(form) <= columns) ?? forms.at(-1) ?? "";
}

/** The slots with more lines for what is read while there is time to: the gap below gives what it can spare. */
export function extendInstructionLines(frame: Frame, slots: SlotLines): SlotLines {
  if (!hasTimeToRead(frame) || slots.instructions === 0) return slots;
  const more = slots.gapNext > 1 ? slots.gapNext - 1 : slots.gapNext;
  return { ...slots, instructions: slots.instructions + more, gapNext: slots.gapNext - more };
}

/** The last line where there is no place for instructions: a question, a word or what is said goes before the keys. */
export function chooseLastLine(
  frame: Frame,
  footer: Footer,
  slots: SlotLines,
  columns: number,
  caption: string,
): Footer {
  // Only the line of keys is dim.
  if (footer.tone !== "dim") return footer;
  // Who has paused knows how: where the line would be one of the figures', they are worth more.
  if (caption === "" && slots.bar === 0 && frame.pauseReason === "asked") return footer;
  const text = caption !== "" ? caption : chooseWaitPrompt(frame, columns);
  return text === "" ? footer : { text, tone: "plain" };
}

/** `lines` lines. @param caption what is spoken now; it stands where it is read anyway, for as long as it is said. */
export function renderMessages(frame: Frame, lines: number, inner: number, caption: string): Line[] {
  const columns = Math.min(inner, TEXT_COLUMNS);
  const first = [caption, chooseWaitPrompt(frame, columns)].filter((text) => text !== "");
  const texts = hasTimeToRead(frame)
    ? selectTextsToRead(frame, first, lines, columns)
    : wrapUntilFull([...first, ...frame.instructions, frame.sideMeaning], lines, columns);
  const shown = texts
    .filter((wrapped) => wrapped.length > 0)
    .flatMap((wrapped, index) =>
      wrapped.map((text) => centre(textLine(text, columns, index === 0 ? "plain" : "dim", index === 0), inner)),
    );
  return [...shown, ...new Array<Line>(lines - shown.length).fill(EMPTY_LINE)];
}

/** Texts one below the other, each wrapped, until the lines are full; the last one is cut. */
function wrapUntilFull(texts: readonly string[], lines: number, columns: number): string[][] {
  let room = lines;
  return texts.map((text) => {
    const wrapped = wrapToLines(text, columns, room);
    room -= wrapped.length;
    return wrapped;
  });
}

/** What stays, then the page whose turn it is. */
function selectTextsToRead(frame: Frame, first: readonly string[], lines: number, columns: number): string[][] {
  const kept = wrapUntilFull(first, lines, columns);
  const room = lines - kept.flat().length;
  const meaning = wrapText(frame.sideMeaning, columns);
  if (frame.status === "paused") {
    const shown = selectCurrentPage(frame, frame.instructions, room, columns);
    return [...kept, ...shown, ...(shown.flat().length + meaning.length <= room ? [meaning] : [])];
  }
  const left = room - meaning.length;
  if (left >= MIN_PAGE_LINES) return [...kept, meaning, ...selectCurrentPage(frame, frame.instructions, left, columns)];
  return [...kept, ...selectCurrentPage(frame, [frame.sideMeaning, ...frame.instructions], room, columns)];
}

/**
 * The page whose turn it is, with as many whole texts as fit; it stays as long as it takes to read. A text that is longer
 * than a page goes on on the next one; while time stands there is no next one, and it is left out.
 */
function selectCurrentPage(frame: Frame, texts: readonly string[], lines: number, columns: number): string[][] {
  if (lines <= 0) return [];
  const pages: string[][][] = [];
  let room = 0;
  for (const text of texts) {
    const wrapped = wrapText(text, columns);
    if (frame.status === "paused" && wrapped.length > lines) continue;
    for (let from = 0; from < wrapped.length; from += lines) {
      const part = wrapped.slice(from, from + lines);
      if (part.length > room) {
        pages.push([]);
        room = lines;
      }
      pages.at(-1)?.push(part);
      room -= part.length;
    }
  }
  return pages[Math.floor(frame.linesRead / lines) % Math.max(1, pages.length)] ?? [];
}
