/** The line that says what to do: the phase in big letters where they fit, with its sign; small, with the side beside it. */
import type { Frame } from "../../player/types.ts";
import { cut, width } from "./fit-text.ts";
import { largestWord } from "./letters.ts";
import type { Line, Tone } from "./line.ts";
import { centre, EMPTY, middle, piece, row } from "./line.ts";
import { SIDE_SIGNS, SIGNS } from "./signs.ts";

/** The word that is shown now and how it looks. */
export function headline(frame: Frame): { word: string; tone: Tone; sign: (typeof SIGNS)["paused"] } {
  if (frame.status === "paused") return { word: "PAUSED", tone: "alert", sign: SIGNS.paused };
  return { word: frame.word, tone: frame.phase, sign: SIGNS[frame.phase] };
}

/** `lines` lines of at most `columns`. */
export function wordLines(frame: Frame, lines: number, columns: number): Line[] {
  const { tone } = headline(frame);
  const big = bigHeadline(frame, lines, columns) ?? [];
  const above = middle(Math.max(1, big.length), lines);
  return Array.from({ length: lines }, (_, index) => {
    const text = big[index - above];
    if (text !== undefined) return centre([piece(text, tone, true)], columns);
    if (big.length > 0 || index !== above) return EMPTY;
    // Where the word has one line, the figures are too low to have the side in letters beside them.
    return smallWord(lines === 1 ? frame : { ...frame, side: null }, columns);
  });
}

/** The word with its sign in big letters, without the sign where only the word fits; null where neither does. */
export function bigHeadline(frame: Frame, lines: number, columns: number): string[] | null {
  const { word, sign } = headline(frame);
  return largestWord(word, lines, columns, sign.big) ?? largestWord(word, lines, columns);
}

/** "◄ LEFT      ■ HOLD": the side stands at that side of the screen, the word in the middle if it can. */
export function smallWord(frame: Frame, columns: number): Line {
  const { word, tone, sign } = headline(frame);
  const text = cut(`${sign.small} ${word}`, columns);
  const left = columns - width(text);
  const side = sideText(frame, left - 1);
  const sideWide = width(side);
  const sideAt = frame.side === "right" ? columns - sideWide : 0;
  const centred = middle(width(text), columns);
  const free = frame.side === "right" ? Math.min(centred, sideAt - 1 - width(text)) : Math.max(centred, sideWide + 1);
  return row(columns, [
    { x: side === "" ? centred : Math.max(0, free), line: [piece(text, tone, true)] },
    { x: sideAt, line: side === "" ? EMPTY : [piece(side, "plain", true)] },
  ]);
}

/** The side with its arrow, in as many columns as there are: "◄ LEFT", "◄ L", "◄". */
export function sideText(frame: Frame, columns: number): string {
  if (!frame.side) return "";
  const sign = SIDE_SIGNS[frame.side];
  const forms = [frame.sideWord, frame.sideWord.slice(0, 1), ""].map((word) => {
    if (word === "") return sign;
    return frame.side === "left" ? `${sign} ${word}` : `${word} ${sign}`;
  });
  return forms.find((form) => width(form) <= columns) ?? "";
}
