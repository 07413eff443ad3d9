/** How many times something is done, in a line: rounds, sets, and the figures of a ladder. */
import type { Figure, Scanner } from "./scanner.ts";
import type { LineValues } from "./types.ts";

/** "5 rounds"; "3x", "3 sets" and "x3" where a colon follows. */
export function takeRounds(scanner: Scanner): number | null {
  const beforeColon =
    takeCount(scanner, /^(\d+)\s*(?:[x×]|sets|times)(?=\s*(?:of\s*)?:(?!\d))/iu) ??
    takeCount(scanner, /^[x×]\s*(\d+)(?=\s*:(?!\d))/iu);
  if (beforeColon !== null) return beforeColon;
  const place = scanner.at;
  const count = scanner.takeNumber();
  if (count !== null && scanner.takeOneOf(["rounds", "round"])) return checkCount(scanner, count, place);
  scanner.at = place;
  return null;
}

/** "21-15-9", "20s-40s-60s": the values of rounds, or of sets. */
export function takeLadder(scanner: Scanner): readonly LineValues[] | null {
  const place = scanner.at;
  const rungs: Figure[] = [];
  do {
    const figure = scanner.takeFigure();
    if (!figure) break;
    rungs.push(figure);
  } while (scanner.take("-"));
  const [first] = rungs;
  if (rungs.length < 2 || !first) {
    scanner.at = place;
    return null;
  }
  if (rungs.some(({ unit }) => unit !== first.unit)) scanner.fail("either all times or all repetitions", place);
  if (rungs.some(({ value }) => value <= 0)) scanner.fail("expected figures above 0", place);
  return rungs.map(({ value }) => (first.unit === "reps" ? { reps: value } : { hold: value }));
}

/** "3x", "3 sets of", "3 sets": how many times what follows is done. */
export function takeTimes(scanner: Scanner): number | null {
  return takeCount(scanner, /^(\d+)(?:\s*[x×](?!\p{L})|\s*(?:sets?\s+of|sets)(?![\p{L}-])(?:\s*[x×](?!\p{L}))?)/iu);
}

/** "x3", "3x", "3 sets", "3 rounds": how many times what stands in front is done. */
export function takeTimesBehind(scanner: Scanner): number | null {
  return (
    takeCount(scanner, /^[x×]\s*(\d+)(?:\s+(?:sets?|rounds?|times))?(?![\p{L}\p{N}.-])(?!:\d)/iu) ??
    takeCount(scanner, /^(\d+)(?:\s*[x×]|\s+(?:sets|rounds|times))(?![\p{L}\p{N}-])(?!\s*[\d(])(?!:\d)(?!\s+of\b)/iu)
  );
}

/** What to write for "8-12" repetitions, of which the person has to choose. @param sets "3x", or nothing. */
export function explainRange(sets: string, low: number | string, high: number | string): string {
  return `${low}-${high} is a range: write ${sets}${low} or ${sets}${high}`;
}

/** Whether "8 to 12" is a choice of figures: from 1, or downwards, it is a ladder. */
export function isRange(low: number, high: number): boolean {
  return low > 1 && low < high;
}

function takeCount(scanner: Scanner, pattern: RegExp): number | null {
  const found = pattern.exec(scanner.line.slice(scanner.at));
  if (!found) return null;
  const place = scanner.at;
  scanner.at = place + found[0].length;
  return checkCount(scanner, Number(found[1]), place);
}

function checkCount(scanner: Scanner, count: number, at: number): number {
  if (count < 1) scanner.fail("expected 1 or more", at);
  return count;
}
