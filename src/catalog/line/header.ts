/** What stands before a list of exercises and says how it goes round: `amrap 12m:`, `10 rounds every 60s:`, `21-15-9 for time:`. */
import { takeGroupModifiers } from "./modifiers.ts";
import type { Figure, Scanner } from "./scanner.ts";
import type { LineGroup, LineValues } from "./types.ts";

/** A group without its blocks; null when none is announced. What follows it, a colon or not, is left to the caller. */
export function readHeader(scanner: Scanner): Omit<LineGroup, "blocks"> | null {
  if (scanner.take("amrap")) return { cap: scanner.expectTime("amrap"), ...takeGroupModifiers(scanner) };
  if (scanner.take("emom")) {
    const { at } = scanner;
    const minutes = scanner.expectTime("emom") / 60;
    if (!Number.isInteger(minutes) || minutes < 1) scanner.fail("expected whole minutes, such as emom 10m", at);
    return { every: 60, rounds: minutes, ...takeGroupModifiers(scanner) };
  }
  if (scanner.take("pick")) return { pick: expectCount(scanner, "pick"), ...takeGroupModifiers(scanner) };
  if (scanner.take("shuffle")) return { shuffle: true, ...takeGroupModifiers(scanner) };
  const ladder = takeLadder(scanner);
  const rounds = ladder ?? takeRounds(scanner);
  const timed = scanner.take("for time");
  if (rounds === null && !timed) return null;
  const modifiers = takeGroupModifiers(scanner);
  return { ...(rounds !== null && { rounds }), ...(timed && { count: "up" as const }), ...modifiers };
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

/** "3x": how many times what follows is done. */
export function takeTimes(scanner: Scanner): number | null {
  const found = /^(\d+)\s*[x×](?![\p{L}])/iu.exec(scanner.line.slice(scanner.at));
  if (!found) return null;
  const place = scanner.at;
  scanner.at = place + found[0].length;
  return checkCount(scanner, Number(found[1]), place);
}

export function expectCount(scanner: Scanner, what: string): number {
  const { at } = scanner;
  const count = scanner.takeNumber();
  if (count === null) scanner.fail(`expected a number after ${what}, ${scanner.describeNext()}`);
  return checkCount(scanner, count, at);
}

export function checkCount(scanner: Scanner, count: number, at: number): number {
  if (count < 1) scanner.fail("expected 1 or more", at);
  return count;
}
