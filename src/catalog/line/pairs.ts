/** Finds work and rest that look like a time on a clock: "8x 20:10 sprint" would last for hours, which nobody means. */
import { formatCount } from "../../text/sentence.ts";
import type { ItemRanges } from "./places.ts";
import type { Scanner } from "./scanner.ts";
import type { LineItem } from "./types.ts";

/** A time on a clock. "20:05" is never work and rest: nobody writes a rest with a zero in front. */
const PAIR = /(?<![\d:])(\d+):([5-9]|[1-5]\d)(?![\d:])/gu;

/** @throws LineError at the first time that looks like work and rest, of an exercise that is done more than once. */
export function checkPairs(scanner: Scanner, items: readonly LineItem[], ranges: ItemRanges, rounds = 1): void {
  for (const item of items) {
    if ("blocks" in item) checkPairs(scanner, item.blocks, ranges, rounds * countOf(item.rounds));
    const range = ranges.get(item);
    if (!("exercise" in item) || !range) continue;
    const own = typeof item.exercise === "object" ? item.exercise : item;
    const seconds = ("work" in own ? own.work : undefined) ?? own.hold;
    // Not of the rest or the cap: of the exercise itself.
    const pair = seconds === undefined ? undefined : findPair(scanner.line.slice(range.from, range.to), seconds);
    const count = rounds * countOf(item.sets);
    if (pair && count > 1) scanner.fail(explainPair(pair[0], count), range.from + pair.index);
  }
}

/** What to write for "20:10". */
export function explainPair(pair: string, count: number): string {
  const [minutes, seconds] = pair.split(":");
  const clock = `${formatCount(Number(minutes), "minute")} and ${formatCount(Number(seconds), "second")}`;
  return `${pair} is ${clock}: write ${count}x ${minutes}s/${seconds}s, or ${count}x ${minutes}m${seconds}s`;
}

/**
 * The first time in a text whose seconds could be a rest, because they are no more than its minutes.
 *
 * @param wanted how long the time has to be, in seconds; any length when left out.
 */
export function findPair(text: string, wanted?: number): RegExpExecArray | undefined {
  return [...text.matchAll(PAIR)].find(([, minutes, seconds]) => {
    const isRest = Number(seconds) <= Number(minutes);
    return isRest && (wanted === undefined || wanted === Number(minutes) * 60 + Number(seconds));
  });
}

function countOf(times: number | readonly unknown[] | undefined): number {
  return typeof times === "object" ? times.length : (times ?? 1);
}
