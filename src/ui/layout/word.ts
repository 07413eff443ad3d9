/** The line that says what to do: the phase in big letters where they fit, with its sign; small, with the side beside it. */
import type { Frame } from "../../player/types.ts";
import { clean, cut, width } from "./fit-text.ts";
import { largestWord } from "./letters.ts";
import type { Line, Piece, Tone } from "./line.ts";
import { centre, EMPTY, lightUp, middle, piece, row } from "./line.ts";
import { SIDE_SIGNS, SIGNS } from "./signs.ts";

/** The word that is shown now and how it looks. */
export function headline(frame: Frame): { word: string; tone: Tone; sign: (typeof SIGNS)["paused"] } {
  if (frame.status === "paused") return { word: "PAUSED", tone: "alert", sign: SIGNS.paused };
  return { word: frame.word, tone: frame.phase, sign: SIGNS[frame.phase] };
}

/**
 * `lines` lines of at most `columns`. A side that nothing else on the screen says stands beside the word, which is small
 * then; a frame without its side has the word in big letters where they fit.
 */
export function wordLines(frame: Frame, lines: number, columns: number, lit = false): Line[] {
  const { tone } = headline(frame);
  const big = (frame.side ? null : bigHeadline(frame, lines, columns)) ?? [];
  const above = middle(Math.max(1, big.length), lines);
  return Array.from({ length: lines }, (_, index) => {
    const text = big[index - above];
    if (text !== undefined) return centre([lit ? lamp(text, tone, columns) : piece(text, tone, true)], columns);
    return big.length > 0 || index !== above ? EMPTY : smallWord(frame, columns, lit);
  });
}

/** The word with its sign in big letters, without the sign where only the word fits; null where neither does. */
export function bigHeadline(frame: Frame, lines: number, columns: number): string[] | null {
  const { word, sign } = headline(frame);
  return largestWord(word, lines, columns, sign.big) ?? largestWord(word, lines, columns);
}

/** A text that is lit up, with a margin where there is room for one. */
function lamp(text: string, tone: Tone, columns: number): Piece {
  return { text: width(text) + 2 <= columns ? ` ${text} ` : text, tone, bold: true, lit: true };
}

/** "◄ LEFT      ■ HOLD": the side stands at that side of the screen, the word in the middle if it can. */
export function smallWord(frame: Frame, columns: number, lit = false): Line {
  const { tone } = headline(frame);
  const { text, side } = wordAndSide(frame, columns);
  const sideWide = width(side);
  const sideAt = frame.side === "right" ? columns - sideWide : 0;
  const centred = middle(width(text), columns);
  const free = frame.side === "right" ? Math.min(centred, sideAt - 1 - width(text)) : Math.max(centred, sideWide + 1);
  return row(columns, [
    { x: side === "" ? centred : Math.max(0, free), line: [lightUp(piece(text, tone, true), lit)] },
    { x: sideAt, line: side === "" ? EMPTY : [piece(side, "plain", true)] },
  ]);
}

/** Of a word that has to be cut at least this much is left. */
const LEAST_WORD_COLUMNS = 6;

/** The phase and the side in the columns there are: the signs go first, then the end of the phase, then the side. */
function wordAndSide(frame: Frame, columns: number): { text: string; side: string } {
  const { word: whole, sign } = headline(frame);
  const [word, sideWord] = [clean(whole), frame.sideWord];
  const signed = `${sign.small} ${word}`;
  if (frame.side) {
    const full = sideText(frame, columns);
    const forms = [
      { text: signed, side: full },
      { text: word, side: full },
      { text: word, side: sideWord },
    ] as const;
    const fitting = forms.find(({ text, side }) => width(text) + 1 + width(side) <= columns);
    if (fitting) return fitting;
    const room = columns - width(sideWord) - 1;
    if (room >= LEAST_WORD_COLUMNS) return { text: cut(word, room), side: sideWord };
  }
  const text = cut(signed, columns);
  return { text, side: sideText(frame, columns - width(text) - 1) };
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
