/** What a page says of a frame, beside what the frame says itself. Pure. */
import type { Frame } from "../../player/frame-types.ts";
import type { SessionVerb } from "../../session/verbs.ts";
import { formatClock } from "../../text/duration.ts";

/** What a key of a keyboard, a clicker or a remote does on the page. */
export const VERB_BY_KEY: Readonly<Record<string, SessionVerb>> = {
  " ": "toggle",
  ArrowRight: "next",
  n: "next",
  N: "skip-exercise",
  ArrowLeft: "back",
  b: "back",
  PageUp: "back",
  r: "restart",
  "+": "+10",
  "=": "+10",
  "-": "-10",
  _: "-10",
  Enter: "done",
  PageDown: "done",
  m: "mute",
  v: "voice",
  MediaPlayPause: "toggle",
  MediaTrackNext: "done",
  MediaTrackPrevious: "back",
};

/** The names that keys of a browser have on the terminal, where a question is answered. */
const QUESTION_KEYS: Readonly<Record<string, string>> = {
  Enter: "enter",
  " ": "space",
  ArrowLeft: "left",
  ArrowUp: "up",
  ArrowDown: "down",
  Backspace: "backspace",
  Escape: "escape",
};

/** The terminal's name of a key, for a question; null if no question knows it. */
export function questionKeyOf(key: string): string | null {
  return QUESTION_KEYS[key] ?? (/^[0-9a-z.,+-]$/i.test(key) ? key : null);
}

/** The word of a frame: what to do, or why nothing is done. */
export function wordOf({ status, actionText }: Frame): string {
  if (status === "paused") return "PAUSED";
  return status === "ready" ? "READY" : actionText;
}

/** The big digits; in a step that waits, the time that has passed. */
export function digitsOf({ digits, seconds }: Frame): string {
  return digits === "" ? formatClock(seconds * 1000) : digits;
}

/** The widest that the digits of this step become, as a number of characters, so that they keep their size. */
export function digitColumnsOf(frame: Frame): number {
  const whole = Math.max(frame.seconds, Math.ceil(frame.fillSeconds), ...frame.strokes.map(({ seconds }) => seconds));
  const widest = frame.digits === "" || whole >= 60 ? formatClock(whole * 1000) : String(whole);
  return Math.max(columnsOf(widest), columnsOf(digitsOf(frame)));
}

/** A colon takes less than half of a digit. */
const columnsOf = (digits: string) => (digits.includes(":") ? digits.length - 0.6 : digits.length);

/** "20 kg · Set 2 of 3 · Rep 7 of 20", "3 rounds done · Round 4 · 8:12 left" */
export function positionOf(frame: Frame): string {
  const { loadText, doneText, roundText, setText, repText, clock, clockText } = frame;
  // What counts up is no time that is left.
  const time = clock === "cap" || clock === "interval" ? `${clockText} left` : clockText;
  const parts = [loadText, doneText, roundText, setText, repText, time];
  return parts.filter((text) => text !== "").join(" · ");
}

/** The label of the area that goes on: what it does at this moment. */
export function doneLabelOf({ phase, kind }: Frame): string {
  if (phase === "open") return "Done";
  return kind === "set" ? "End set" : "Skip";
}

/** The label of the area that stops: what it does at this moment. */
export function toggleLabelOf({ status }: Frame): string {
  if (status === "ready") return "Start";
  return status === "paused" ? "Resume" : "Pause";
}

/** What a screen reader says of a step when it begins; the same text as long as nothing but time has changed. */
export function announcementOf(frame: Frame): string {
  const { exercise, sideWord, sideMeaning, setText, roundText, next, status } = frame;
  if (status === "finished" || status === "quit") return "The session is over.";
  if (status === "ready") return `${exercise}. Ready to start.`;
  if (status === "paused") return "Paused.";
  const where = [exercise, sideWord.toLowerCase(), setText, roundText].filter((text) => text !== "").join(", ");
  const word = frame.kind === "set" && frame.strokes.length > 1 ? "Begin" : sentenceCase(wordOf(frame));
  const meaning = sideMeaning === "" ? "" : ` ${sideMeaning}.`;
  return frame.kind === "set" ? `${word}: ${where}.${meaning}` : `${word}. Then: ${next}.`;
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();
}
