/** Finds the line that was probably meant where a sign is missing: "10 squat 5 row" → "10 squat, 5 row". */
import type { LineError } from "./scanner.ts";

/** A line has at most so many signs missing; beyond that nothing is suggested. */
const MAX_REPAIRS = 20;

/** A longer line is not shown twice. */
export const MAX_REPAIRED_LENGTH = 100;

/**
 * @param fault what is wrong with the line.
 * @param read reads a line: null, or its first fault.
 * @returns a line that can be read; undefined when no sign at the places of the faults makes it so.
 */
export function findRepair(
  line: string,
  fault: LineError,
  read: (line: string) => LineError | null,
): string | undefined {
  let [best, at] = [line, fault.column - 1];
  for (let count = 0; count < MAX_REPAIRS && best.length <= MAX_REPAIRED_LENGTH; count++) {
    const tried = listRepairs(best, at).map((repaired) => ({ repaired, next: read(repaired) }));
    const whole = tried.find(({ next }) => next === null);
    if (whole) return whole.repaired;
    // What comes further than before is on the right way.
    const unread = (text: string, found: LineError | null) => text.length - (found?.column ?? 0);
    const [furthest] = tried.sort((a, b) => unread(a.repaired, a.next) - unread(b.repaired, b.next));
    if (!furthest?.next || unread(furthest.repaired, furthest.next) >= best.length - at - 1) return undefined;
    [best, at] = [furthest.repaired, furthest.next.column - 1];
  }
  return undefined;
}

/** Words for which this notation has signs or words of its own, and those that join. */
const REPLACED = new RegExp(
  "^(?:tabata|hiit|cindy|fran|intervals?|super|superset|set|circuit|ladder|mom|amrap|and|then|plus|with|for|the|of|every|" +
    "mins?|minutes?|minuten|minutos?|sek(?:unden?)?|secondes?|segundos?|between|sets|each|rounds?|max(?:imum|imal)?|reps?)$",
  "u",
);

/** Whether every figure and every word of a line stands in what is suggested, unless the notation has another sign for it. */
export function keepsAll(line: string, suggestion: string): boolean {
  const meant = suggestion.toLowerCase();
  const figures = new Set(meant.match(/\d+/g));
  // "30s plank (slowly)"
  const typed = line.toLowerCase().replaceAll(/\([^(),\d]*\)/g, "");
  const parts = typed.match(/\d+|\p{L}{3,}/gu) ?? [];
  // "10 curls supersetted" is no exercise, nor is "20-10 x".
  return (
    !/superset|tabata|\bx(?=[,)]|$)/u.test(meant) &&
    parts.every((part) => {
      return figures.has(part) || (!/\d/.test(part) && (meant.includes(part) || REPLACED.test(part)));
    })
  );
}

/** How often something is done, behind a comma. */
const AMOUNT_BEHIND = /,(\s*\d+ (?:sets|times))(?=\s*(?:,|$))/i;

/** The line with a sign put in, changed or left out at a place. */
function listRepairs(line: string, at: number): readonly string[] {
  const [before, after] = [line.slice(0, at).trimEnd(), line.slice(at)];
  const withComma = `${before.replace(/\s+(?:and|then|plus)$/iu, "")}, ${after}`;
  const sign = /^(?:[;+&|/]|->|[-–—](?=\s)|and\b|then\b|plus\b)\s*/iu.exec(after);
  const repairs = [
    ...(sign ? [`${before}, ${after.slice(sign[0].length)}`] : []),
    ...(before === "" || /^[x×]\s*\d/iu.test(after) ? [] : [withComma]),
    ...(before === "" || after.startsWith("(") ? [] : [`${before}: ${after}`]),
    ...(/\d$/.test(before) && /^(?![x×])\p{L}{3,}(?!\p{N})/iu.test(after) ? [`${before} ${after}`] : []),
    // "30s plank (slowly)"
    ...(/^\([^()]*\)/.test(after) ? [`${before}${after.replace(/^\([^()]*\)/, "")}`] : []),
    // "21-15-9 thruster, pull-up", but not "4-7-8 breathing"
    ...(/^\d+s?(?:-\d+s?)+\s+\p{L}/u.test(line) && !/\bbreath/iu.test(line) ? [line.replace(/\s+/, ": ")] : []),
    // "10 squat, 3 sets", "plank 30s, 3 times, rest 30s"
    ...(AMOUNT_BEHIND.test(line) ? [line.replace(AMOUNT_BEHIND, "$1")] : []),
    ...(/:.*\sfor time$/i.test(line) ? [line.replace(/:(.*?)\s+for time$/i, " for time:$1")] : []),
    ...(/\sfor time$/i.test(line) ? [`for time: ${line.replace(/\s+for time$/i, "")}`] : []),
  ];
  // The parenthesis at the end may be missing, alone or as well.
  return [...repairs, ...[...repairs, line].map((repaired) => `${repaired})`)];
}
