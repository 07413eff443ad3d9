/** How people write workouts elsewhere, said in this notation: "3 x 30" plank" → "3 x 30s plank". Only for suggestions. */

type Rule = readonly [what: RegExp, instead: string | ((...found: string[]) => string)];

const TIME = String.raw`\d+\s*(?:s|secs?|seconds?|m|mins?|minutes?)\b`;

/** A ladder that is said by its ends has at most so many rungs. */
const MAX_RUNGS = 20;

/** Workouts with a name of their own; whoever types it is shown the line. */
const WORKOUTS: readonly Rule[] = [
  [
    /^tabata\b\s*:?\s*(?:of\s+)?([^\d,:()]*?)(?:\s+(\d+)\s+rounds)?(?:,.*)?$/iu,
    (_, what, rounds) => `${rounds ?? 8}x(20s ${what || "work"}, 10s rest)`,
  ],
  [/^hiit\s+(\d+)\s*s?\s*[:/]\s*(\d+)\s*s?\s*[x×]\s*(\d+)(?:\s+(.*))?$/iu, "$3x $1s/$2s $4"],
  [/^cindy$/iu, "amrap 20m: 5 pull-up, 10 push-up, 15 squat"],
  [/^fran$/iu, "21-15-9 for time: thruster, pull-up"],
];

/** In this order; later ones see what earlier ones made. */
const RULES: readonly Rule[] = [
  // Decoration: emoji, signs without a width, and what ends a sentence.
  [/\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u{FE0F}|[\u{200B}\u{200C}\u{2060}\u{FEFF}]|\u{200D}/gu, ""],
  [/[\s…!;,]+$/u, ""],
  // The items of a list.
  [/^\s*(?:\d+[.)]|[-*•–])\s+(?=\d)/u, ""],
  [/(?:\s+\d+[.)]|\s+•|\s*\n\s*[-*–])\s+(?=\d)/gu, ", "],
  [/[[{]/gu, "("],
  [/[\]}]/gu, ")"],
  // Units and figures of other languages and other apps.
  [/(\d),(\d+)(?=\s*(?:s|secs?|seconds?|m|mins?|minutes?|h|hours?|kg|lbs?)\b)/giu, "$1.$2"],
  [/(\d)\s*(?:sek(?:unden?)?|secondes?|segundos?)\b/giu, "$1s"],
  [/(\d)\s*(?:minuten|minutos?|mn)\b/giu, "$1m"],
  [/(\d+)\s*['’′]\s*(\d+)\s*(?:["”″]|'')/gu, "$1m$2s"],
  [/(\d+)\s*(?:["”″]|'')/gu, "$1s"],
  [/(\d+)\s*['’′](?=\s|$)/gu, "$1m"],
  [/(\d)\s*\*\s*(?=[\d(])/gu, "$1x"],
  [/^(\d+)\s*[–—]\s*\d+(?=\s+\p{L})/u, "$1"],
  [/(\d)\s*[–—]\s*(?=\d)/gu, "$1-"],
  // Loads, effort and tempo.
  [/\s*@?\s*\bRP?[EI]R?\s*\d+(?:\.\d+)?/giu, ""],
  [/\s*@\s*\d+(?:\.\d+)?\s*%/gu, ""],
  [/@\s*(\d+(?:\.\d+)?)(?![\d.]|\s*(?:kg|lbs?)\b)/giu, "@$1kg"],
  [/\(\s*(\d+(?:\.\d+)?)\s*(kg|lbs?)\s*\)/giu, "@$1$2"],
  [/(\d+\s*[x×]\s*\d+)\s*[x×]\s*(\d+)\s*(?:kg)?$/iu, "$1 @$2kg"],
  [/(\p{L})(?<!\btempo)\s+@?(\d-\d-[\dx]-\d)(?!\d)/giu, "$1 tempo $2"],
  // Sides.
  [/\s*\b(?:[ep]\/s|ea\.? (?:side|leg|arm))(?!\p{L})|\s*\/\s*(?:side|leg|arm)\b/giu, " each side"],
  [/\b(\d+)\s*\/\s*\1\s+(?!x\s*\d)(\p{L}[^,()]*)/giu, "$1 $2 each side"],
  // A range of repetitions behind the sets: the lower figure, to begin with.
  [/([x×]\s*\d+)-\d+(?=\s+\p{L})/iu, "$1"],
  // Work and rest.
  [/^(\d+)\s*\/\s*(\d+)\s*[x×]\s*(\d+)(?=\s)/iu, "$3x $1s/$2s"],
  [/\b(\d+)\s+(on|off)\b/giu, "$1s $2"],
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
    /^(?:super\s?set|circuit)\s*(?:(\d+)\s*[x×]\s*)?:?\s*(\d.*?)(?:\s*[x×]\s*(\d+))?$/iu,
    (_, before, list, behind) => `${before ?? behind ?? 1}x(${list})`,
  ],
  [/^([^(].*\))\s*[x×]\s*(\d+)$/iu, "$2x($1)"],
  // Ladders.
  [
    /^(?:ladder\s+(\d+)\s*-|(?:ladder\s+)?(\d+)\s*(?:to|\.{2,}|…))\s*(\d+)\s+(?=\p{L})/iu,
    (whole, from, start, to) => listRungs(Number(from ?? start), Number(to)) ?? whole,
  ],
  [/^\d+(?:\s*,\s*\d+)+(?=\s+\p{L})/u, (whole) => whole.replaceAll(/\s*,\s*/gu, "-")],
  // As many as one can.
  [/^max(?:imum|imal)?\s+(?:reps?\s+(?:of\s+)?)?([^\d,()"]+)$/iu, '1 "max $1"'],
];

/** The line as it would be written here. The same line where nothing in it is written in another way. */
export function rewriteLine(line: string): string {
  const rewritten = applyRules(line, RULES).replaceAll(/\s+/gu, " ").trim();
  return expandWorkout(line) ?? closeParentheses(rewritten);
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
