/** What stands before a list of exercises and says how it goes round: `5 rounds rest 60s:`, `21-15-9:`. */
import { takeGroupModifiers } from "./modifiers.ts";
import type { Figure, Scanner } from "./scanner.ts";
import type { LineGroup, LineValues } from "./types.ts";

/** A group without its blocks; null when none is announced. What follows it, a colon or not, is left to the caller. */
export function readHeader(scanner: Scanner): Omit<LineGroup, "blocks"> | null {
  const { at } = scanner;
  const clock = takeClock(scanner);
  const rounds = clock ? null : (takeLadder(scanner) ?? takeRounds(scanner));
  if (clock || rounds !== null) scanner.note("rounds", at);
  else if (!CLOCK_WORDS.some((word) => scanner.isNext(word))) return null;
  const modifiers = takeGroupModifiers(scanner, clock ?? {});
  return clock ? modifiers : { rounds: rounds ?? 1, ...modifiers };
}

/** Modifiers that a header can begin with. */
const CLOCK_WORDS = ["for time", "every", "pick", "shuffle"] as const;

/** "amrap 12m": as many rounds as possible in 12 minutes. "emom 10m": every minute, ten times. A bare number is minutes. */
function takeClock(scanner: Scanner): Omit<LineGroup, "blocks"> | null {
  const place = scanner.at;
  if (scanner.take("amrap")) {
    scanner.note("cap", place);
    return { cap: scanner.expectTime("amrap", 60) };
  }
  if (!scanner.take("emom")) return null;
  const seconds = scanner.expectTime("emom", 60);
  if (seconds < 60 || seconds % 60 !== 0) scanner.fail("expected whole minutes, such as emom 10m", place);
  scanner.note("every", place);
  return { rounds: seconds / 60, every: 60 };
}

/** "5 rounds". */
export function takeRounds(scanner: Scanner): number | null {
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

/** "3x", "3 sets of": how many times what follows is done. */
export function takeTimes(scanner: Scanner): number | null {
  const found = /^(\d+)(?:\s*[x×](?![\p{L}])|\s+sets?\s+of(?![\p{L}]))/iu.exec(scanner.line.slice(scanner.at));
  if (!found) return null;
  const place = scanner.at;
  scanner.at = place + found[0].length;
  return checkCount(scanner, Number(found[1]), place);
}

function checkCount(scanner: Scanner, count: number, at: number): number {
  if (count < 1) scanner.fail("expected 1 or more", at);
  return count;
}
