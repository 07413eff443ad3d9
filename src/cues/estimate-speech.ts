/** Estimates how long a text takes to say, before a voice has spoken it. */

/**
 * Milliseconds per letter, comma and full stop at 165 words a minute, fitted to sixteen of our own phrases as spoken by
 * espeak-ng 1.51, without the silence at both ends. A tenth is added because an estimate should be too long rather than
 * too short.
 */
const LEAD_IN_MS = 180;
const LETTER_MS = 62;
const COMMA_PAUSE_MS = 150;
const SENTENCE_PAUSE_MS = 300;
const SAFETY_FACTOR = 1.1;

/** The rate in words a minute at which the values above were measured. */
const REFERENCE_RATE = 165;

/**
 * Estimates how many milliseconds a text takes to say, erring on the long side.
 *
 * @param rate words per minute.
 */
export function estimateSpeechMs(text: string, rate = REFERENCE_RATE): number {
  const spoken = text.trim();
  if (spoken === "") return 0;
  const letters = spoken.replace(/\d+/g, (digits) => "x".repeat(spelledNumberLength(digits)));
  const inner = spoken.slice(0, -1);
  const pauses =
    countMatches(inner, /[,;:–—]/g) * COMMA_PAUSE_MS + countMatches(inner, /[.!?…](?=\s)/g) * SENTENCE_PAUSE_MS;
  return Math.ceil((LEAD_IN_MS + letters.length * LETTER_MS + pauses) * SAFETY_FACTOR * (REFERENCE_RATE / rate));
}

/** Roughly how many letters a number has when it is read aloud: "forty-five" for 45. */
function spelledNumberLength(digits: string): number {
  if (digits.length > 2) return digits.length * 10;
  const value = Number(digits);
  if (value <= 12 || value % 10 === 0) return 6;
  return digits.startsWith("1") ? 9 : 12;
}

function countMatches(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
