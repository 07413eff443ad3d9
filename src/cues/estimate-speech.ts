/** How long a text takes to say, before a voice has said it. */

/**
 * Per letter, comma and full stop, for 165 words a minute; fitted to sixteen of our own phrases as espeak-ng 1.51 says
 * them, without the silence at the ends, then a tenth on top: the estimate shall be too long rather than too short.
 */
const LEAD_IN_MS = 180;
const LETTER_MS = 62;
const COMMA_PAUSE_MS = 150;
const SENTENCE_PAUSE_MS = 300;
const SAFETY_FACTOR = 1.1;

/** Words a minute that the figures above were measured at. */
const REFERENCE_RATE = 165;

/**
 * Milliseconds that a text takes to say, estimated on the safe side.
 *
 * @param rate words a minute.
 */
export function estimateSpeechMs(text: string, rate = REFERENCE_RATE): number {
  const spoken = text.trim();
  if (spoken === "") return 0;
  const letters = spoken.replace(/\d+/g, (figure) => "x".repeat(spelledNumberLength(figure)));
  const inner = spoken.slice(0, -1);
  const pauses =
    countMatches(inner, /[,;:–—]/g) * COMMA_PAUSE_MS + countMatches(inner, /[.!?…](?=\s)/g) * SENTENCE_PAUSE_MS;
  return Math.ceil((LEAD_IN_MS + letters.length * LETTER_MS + pauses) * SAFETY_FACTOR * (REFERENCE_RATE / rate));
}

/** Letters of a figure read aloud: "forty-five" for 45. */
function spelledNumberLength(figure: string): number {
  if (figure.length > 2) return figure.length * 10;
  const value = Number(figure);
  if (value <= 12 || value % 10 === 0) return 6;
  return value < 20 ? 9 : 12;
}

function countMatches(text: string, what: RegExp): number {
  return text.match(what)?.length ?? 0;
}
