/** The line that says what to do: the phase in big letters where they fit, with its sign; small, with the side beside it. */
import type { Frame } from "../../player/types.ts";
import { fitBigText } from "./big-letters.ts";
import { cleanText, textWidth, truncate } from "./fit-text.ts";
import type { Line, Span, Tone } from "./line.ts";
import { centre, centreOffset, EMPTY_LINE, highlight, placeInRow, span } from "./line.ts";
import { PHASE_SYMBOLS, SIDE_ARROWS } from "./symbols.ts";

/** The word that is shown now and how it looks. */
export function headlineOf(frame: Frame): { word: string; tone: Tone; sign: (typeof PHASE_SYMBOLS)["paused"] } {
  if (frame.status === "paused") return { word: "PAUSED", tone: "alert", sign: PHASE_SYMBOLS.paused };
  return { word: frame.actionText, tone: frame.phase, sign: PHASE_SYMBOLS[frame.phase] };
}

/**
 * `lines` lines of at most `columns`. A side that nothing else on the screen says stands beside the word, which is small
 * then; a frame without its side has the word in big letters where they fit.
 */
export function renderHeadline(frame: Frame, lines: number, columns: number, lit = false): Line[] {
  const { tone } = headlineOf(frame);
  const big = (frame.side ? null : renderBigHeadline(frame, lines, columns)) ?? [];
  const above = centreOffset(Math.max(1, big.length), lines);
  return Array.from({ length: lines }, (_, index) => {
    const text = big[index - above];
    if (text !== undefined)
      return centre([lit ? highlightedSpan(text, tone, columns) : span(text, tone, true)], columns);
    return big.length > 0 || index !== above ? EMPTY_LINE : renderSmallHeadline(frame, columns, lit);
  });
}

/** The word with its sign in big letters, without the sign where only the word fits; null where neither does. */
export function renderBigHeadline(frame: Frame, lines: number, columns: number): string[] | null {
  const { word, sign } = headlineOf(frame);
  return fitBigText(word, lines, columns, sign.big) ?? fitBigText(word, lines, columns);
}

/** A text that is lit up, with a margin where there is room for one. */
function highlightedSpan(text: string, tone: Tone, columns: number): Span {
  return { text: textWidth(text) + 2 <= columns ? ` ${text} ` : text, tone, bold: true, inverse: true };
}

/** "◄ LEFT      ■ HOLD": the side stands at that side of the screen, the word in the middle if it can. */
export function renderSmallHeadline(frame: Frame, columns: number, lit = false): Line {
  const { tone } = headlineOf(frame);
  const { text, side } = fitWordAndSide(frame, columns);
  const sideWide = textWidth(side);
  const sideAt = frame.side === "right" ? columns - sideWide : 0;
  const centred = centreOffset(textWidth(text), columns);
  const free =
    frame.side === "right" ? Math.min(centred, sideAt - 1 - textWidth(text)) : Math.max(centred, sideWide + 1);
  return placeInRow(columns, [
    { x: side === "" ? centred : Math.max(0, free), line: [highlight(span(text, tone, true), lit)] },
    { x: sideAt, line: side === "" ? EMPTY_LINE : [span(side, "plain", true)] },
  ]);
}

/** Of a word that has to be cut at least this much is left. */
const MIN_WORD_COLUMNS = 6;

/** The phase and the side in the columns there are: the signs go first, then the end of the phase, then the side. */
function fitWordAndSide(frame: Frame, columns: number): { text: string; side: string } {
  const { word: whole, sign } = headlineOf(frame);
  const [word, sideWord] = [cleanText(whole), frame.sideWord];
  const signed = `${sign.small} ${word}`;
  if (frame.side) {
    const full = formatSide(frame, columns);
    const forms = [
      { text: signed, side: full },
      { text: word, side: full },
      { text: word, side: sideWord },
    ] as const;
    const fitting = forms.find(({ text, side }) => textWidth(text) + 1 + textWidth(side) <= columns);
    if (fitting) return fitting;
    const room = columns - textWidth(sideWord) - 1;
    if (room >= MIN_WORD_COLUMNS) return { text: truncate(word, room), side: sideWord };
  }
  const text = truncate(signed, columns);
  return { text, side: formatSide(frame, columns - textWidth(text) - 1) };
}

/** The side with its arrow, in as many columns as there are: "◄ LEFT", "◄ L", "◄". */
export function formatSide(frame: Frame, columns: number): string {
  if (!frame.side) return "";
  const sign = SIDE_ARROWS[frame.side];
  const forms = [frame.sideWord, frame.sideWord.slice(0, 1), ""].map((word) => {
    if (word === "") return sign;
    return frame.side === "left" ? `${sign} ${word}` : `${word} ${sign}`;
  });
  return forms.find((form) => textWidth(form) <= columns) ?? "";
}
