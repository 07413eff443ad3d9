/** How people write workouts elsewhere, said in this notation: "3 x 30" plank" → "3 x 30s plank". Only for suggestions. */
import { isRange } from "./counts.ts";
import { findPair } from "./pairs.ts";

type Rule = readonly [what: RegExp, instead: string | ((...found: string[]) => string)];

const TIME = String.raw`\d+\s*(?:s|secs?|seconds?|m|mins?|minutes?)\b`;

/** A rest behind a comma at the end of a line of exercises. */
const LAST_REST = new RegExp(
  String.raw`^([^:()]+),\s*(?:((?:\d+\.)?${TIME})\s+rest|rest\s+((?:\d+\.)?${TIME}))$`,
  "iu",
);

/** A ladder that is said by its ends has at most so many rungs. */
const MAX_RUNGS = 20;

/** Workouts with a name of their own; whoever types it is shown the line. */
const WORKOUTS: readonly Rule[] = [
  [
    /^tabata\b\s*:?\s*(?:(?:of|with)\s+)?(?:an?\s+)?([^\d:()]*?)(?:\s*\b(?:for\s+)?(?:(\d+)\s+rounds|[x×]\s*(\d+)|(\d+)\s*m(?:in(?:ute)?s?)?))?(,\s*\d.*)?$/iu,
    (whole, what, rounds, times, minutes, behind) => {
      const list = splitList(what || "work");
      const count = Number(rounds ?? times ?? (minutes ? (Number(minutes) * 2) / list.length : 8));
      return Number.isInteger(count) && count > 0 ? `${listIntervals(count, "20", "10", list)}${behind ?? ""}` : whole;
    },
  ],
  [
    /^(?:hiit|intervals?)\s+(\d+)\s*s?\s*[:/]\s*(\d+)\s*s?(?:\s*[x×]\s*(\d+))?(?:\s+(\p{L}[^\d:()]*))?$/iu,
    (_, work = "", rest = "", rounds, what) =>
      what?.includes(",")
        ? listIntervals(Number(rounds ?? 8), work, rest, splitList(what))
        : `${rounds ?? 8}x ${work}s/${rest}s ${what ?? ""}`,
  ],
  [/^cindy$/iu, "amrap 20m: 5 pull-up, 10 push-up, 15 squat"],
  [/^fran$/iu, "21-15-9 for time: thruster, pull-up"],
];

/** What says nothing of the workout itself: a suggestion leaves it out. */
const NOTES: readonly Rule[] = [
  // Decoration: emoji, signs without a width, and what ends a sentence.
  [/\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u{FE0F}|[\u{200B}\u{200C}\u{2060}\u{FEFF}]|\u{200D}/gu, ""],
  [/[\s…!;,]+$/u, ""],
  // The items of a list.
  [/^\d+[.)]\s+(?=\d)/u, ""],
  [/(?:\s+\d+[.)]|\s+•|\s*\n\s*[-*–])\s+(?=\d)/gu, ", "],
  // How hard it is.
  [/\s*@?\s*\bRP?[EI]R?\s*\d+(?:\.\d+)?/giu, ""],
  [/\s*@\s*\d+(?:\.\d+)?\s*%/gu, ""],
];

/** In this order; later ones see what earlier ones made. */
const RULES: readonly Rule[] = [
  [/[[{]/gu, "("],
  [/[\]}]/gu, ")"],
  // Units and figures of other languages and other apps.
  [/(\d),(\d+)(?=\s*(?:s|secs?|seconds?|m|mins?|minutes?|h|hours?|kg|lbs?)\b)/giu, "$1.$2"],
  [/(\d)\s*(?:sek(?:unden?)?|secondes?|segundos?)\b/giu, "$1s"],
  [/(\d)\s*(?:minuten|minutos?|mn)\b/giu, "$1m"],
  [/(\d+)\s*['’′]\s*(\d+)\s*(?:["”″]|'')/gu, "$1m$2s"],
  [/(?<=\d(?:["”″]|''))(?=\p{L})/gu, " "],
  [/(\d+)\s*(?:["”″]|'')/gu, "$1s"],
  [/(\d+)\s*['’′](?=\s|$)/gu, "$1m"],
  [/(\d)\s*\*\s*(?=[\d(])/gu, "$1x"],
  [/\d+(?:\s*[–—]\s*\d+){2,}/gu, (ladder) => ladder.replaceAll(/\s*[–—]\s*/gu, "-")],
  // Sentences.
  [/(\p{L}{2}|\))\.\s+(?:then\s+)?(?=\d)/giu, "$1, "],
  // Loads and tempo.
  [/@\s*(\d+(?:\.\d+)?)(?![\d.]|\s*(?:kg|lbs?)\b)/giu, "@$1kg"],
  [/\(\s*(\d+(?:\.\d+)?)\s*(kg|lbs?)\s*\)/giu, "@$1$2"],
  [/(\d+\s*[x×]\s*\d+)\s*[x×]\s*(\d+)\s*(?:kg)?$/iu, "$1 @$2kg"],
  [/(\p{L})(?<!\btempo)\s+@?(\d-\d-[\dx]-\d)(?!\d)/giu, "$1 tempo $2"],
  // Sides.
  [/\s*\b(?:[ep]\/s|ea\.? (?:side|leg|arm))(?!\p{L})|\s*\/\s*(?:side|leg|arm)\b/giu, " each side"],
  [/\b(\d+)\s*\/\s*\1\s+(?!x\s*\d|m\b)(\p{L}[^,()]*)/giu, "$1 $2 each side"],
  // Work and rest.
  [/^(\d+)\s*\/\s*(\d+)\s*[x×]\s*(\d+)(?=[\s:])/iu, "$3x $1s/$2s"],
  [
    /(^\p{L}[^\d,:()]*)?(?:\b(\d+)\s*(?:[x×]|sets|rounds)(?:\s+of|\s*:)?\s*)?(\d+:\d+)(?:([^\d,:()]*?)\s*[x×]\s*(\d+)$)?/iu,
    (whole, name = "", before, pair = "", behind = "", times) =>
      (before ?? times) && findPair(pair) ? `${before ?? times}x ${pair.replace(":", "s/")}s ${name}${behind}` : whole,
  ],
  [/\b(\d+)\s+(on|off)\b/giu, "$1s $2"],
  // Behind the one above: "40 on, 20 off, 5 rounds, squats, plank"
  [
    /^([^,]*\b(?:on|work),?\s+[^,]*\b(?:off|rest)),\s*(\d+)\s*(?:rounds|[x×])(?:\s*,\s*(.+))?$/iu,
    (_, pair, rounds, list) => `${rounds} rounds: ${pair}${list ? `: ${list}` : ""}`,
  ],
  [/\bwork\s+(\d+)(?![\d:]|\s*(?:s|secs?|seconds?|m|mins?|minutes?|h|hours?)\b)/giu, "$1s work"],
  [/\brest\s+(\d+)(?=\s*[x×]\s*\d)/giu, "$1s rest"],
  [new RegExp(`^(${TIME})\\s+rest\\s+between\\s+(?=\\d)(.+)$`, "iu"), "$2 rest $1"],
  [new RegExp(`,?\\s*(?:(${TIME})\\s+rest|rest\\s+(${TIME}))\\s+between(?:\\s+(?:sets|each))?`, "iu"), " rest $1$2"],
  [/\s*\b(?:w\/|with\s)\s*(?=\d)/giu, " "],
  [new RegExp(`\\s+[-–—/]\\s*(${TIME})(?:\\s+rest)?$`, "iu"), " rest $1"],
  [/^(\d[^/,()]*\p{L})\s*\/\s*(\d[^/,()]*\p{L})\s*[x×]\s*(\d+)$/iu, "$3x($1, $2)"],
  // Clocks.
  [/\b(amrap|emom)(?=\d)/giu, "$1 "],
  [/^(amrap\s+\d+\s*(?:m|mins?|minutes?)?)\s+(?=\d)/iu, "$1: "],
  [/^e(\d+)mom\s+(?:for\s+)?(\d+)\s*(?:minutes?|mins?|m)?\s*:?\s*/iu, "every $1m for $2m: "],
  [/\bevery\s+minute(?:\s+on\s+the\s+minute)?\b/iu, "every 60s"],
  // Rounds.
  [/^(\d+\s+rounds)\s+of\s+(?=\d)/iu, "$1: "],
  [
    /^(?:super\s?set|circuit)\s*(?:(\d+)\s*[x×]\s*)?:?\s*\(?(\d[^()]*?)\)?(?:\s*[x×]\s*(\d+))?$/iu,
    (_, before, list, behind) => `${before ?? behind ?? 1}x(${list})`,
  ],
  [/^([^(].*\))\s*[x×]\s*(\d+)$/iu, "$2x($1)"],
  // Ladders.
  [
    // "8 to 12" upwards is a range, unless it is called a ladder.
    /^(?:(ladder)\s+(\d+)\s*(?:-|to|\.{2,}|…)|(\d+)\s*(?:to|\.{2,}|…))\s*(\d+)\s+(?=\p{L})/iu,
    (whole, ladder, from, start, to) => {
      const first = Number(from ?? start);
      return (ladder || !isRange(first, Number(to)) ? listRungs(first, Number(to)) : null) ?? whole;
    },
  ],
  [/^\d+(?:(?:\s*,\s*\d+)+|(?:\s*\/\s*\d+){2,})(?=\s+\p{L})/u, (whole) => whole.replaceAll(/\s*[,/]\s*/gu, "-")],
  [
    /^(\p{L}[^\d,()]*?)((?:\s+\d+){3,})$/u,
    (_, what, figures = "") => `${figures.trim().replaceAll(/\s+/g, "-")} ${what}`,
  ],
  // As many as one can.
  [/^max(?:imum|imal)?\s+(?:reps?\s+(?:of\s+)?)?([^\d,()"]+)$/iu, '1 "max $1"'],
];

/** The line as it would be written here. The same line where nothing in it is written in another way. */
export function rewriteLine(line: string): string {
  const rewritten = applyRules(leaveOutNotes(line), RULES).replaceAll(/\s+/gu, " ").trim();
  return expandWorkout(line) ?? closeParentheses(rewritten);
}

/** The line without what says nothing of the workout. */
export function leaveOutNotes(line: string): string {
  return applyRules(line, NOTES);
}

/** "3x12 squats, 30s rest" with the rest between the sets: behind a comma nothing follows it, and it is left out. */
export function takeRestIn(line: string): string {
  return applyRules(line, [[LAST_REST, "$1 rest $2$3"]]);
}

/** The line of a workout with a name of its own; null for any other. */
export function expandWorkout(text: string): string | null {
  const line = applyRules(text, WORKOUTS);
  return line === text ? null : line.trim();
}

function applyRules(line: string, rules: readonly Rule[]): string {
  return rules.reduce(
    (text, [what, instead]) =>
      text.replace(what, (...found) => {
        return typeof instead === "string" ? fill(instead, found) : instead(...(found as string[]));
      }),
    line,
  );
}

/** A pattern may leave a part out, which then stands for nothing. */
function fill(instead: string, found: readonly unknown[]): string {
  return instead.replaceAll(/\$(\d)/gu, (_, index: string) => (found[Number(index)] as string | undefined) ?? "");
}

function splitList(list: string): readonly string[] {
  return list.split(/\s*(?:[,;+&/]|\band\b)\s*/iu).filter((item) => item !== "");
}

/** "8x(20s squats, 10s rest, 20s push-ups, 10s rest)". */
function listIntervals(rounds: number, work: string, rest: string, items: readonly string[]): string {
  return `${rounds}x(${items.map((item) => `${work}s ${item}, ${rest}s rest`).join(", ")})`;
}

/** "1-2-3 " from 1 to 3; null where that is too long. */
function listRungs(from: number, to: number): string | null {
  const length = Math.abs(to - from) + 1;
  if (length > MAX_RUNGS || length < 3) return null;
  return `${Array.from({ length }, (_, rung) => from + Math.sign(to - from) * rung).join("-")} `;
}

/** Without a parenthesis at the end that was never opened. */
function closeParentheses(line: string): string {
  const count = (sign: string) => line.split(sign).length;
  return line.endsWith(")") && count(")") > count("(") ? line.slice(0, -1) : line;
}
