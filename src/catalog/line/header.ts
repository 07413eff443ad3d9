/** What stands before a list of exercises and says how it goes round: `5 rounds rest 60s:`, `21-15-9:`, `amrap 12m:`. */
import { takeLadder, takeRounds, takeTimes, takeTimesBehind } from "./counts.ts";
import { takeGroupModifiers } from "./modifiers.ts";
import type { Scanner } from "./scanner.ts";
import type { LineGroup } from "./types.ts";

type GroupFields = Omit<LineGroup, "blocks">;

/** What a header says of the group behind it. */
export interface Header {
  readonly group: GroupFields;
  /** It does not say how many rounds: the group behind it may. */
  readonly leavesRounds: boolean;
  /** It cannot be the beginning of an exercise: "21-15-9" and "shuffle" can. */
  readonly isCertain: boolean;
  /** How long each exercise behind it is done, in seconds, unless a figure of its own says so. */
  readonly work?: number;
}

/** Modifiers that a header can begin with. */
const CLOCK_WORDS = ["for time", "every", "pick", "shuffle"] as const;

/** A header; null when none comes next. What follows it, a colon or not, is left to the caller. */
export function readHeader(scanner: Scanner): Header | null {
  const { at } = scanner;
  const clock = takeClock(scanner);
  const ladder = clock ? null : takeLadder(scanner);
  const first = ladder ?? (clock ? null : takeRounds(scanner));
  if (clock || first !== null) scanner.note("rounds", at);
  else if (!CLOCK_WORDS.some((word) => scanner.isNext(word))) return null;
  const said = takeGroupModifiers(scanner, clock ?? {});
  if (clock) return { group: said, leavesRounds: false, isCertain: true };
  const behind = scanner.at;
  const rounds = first ?? takeRoundsBehind(scanner, said.every);
  if (first === null && rounds !== null) scanner.note("rounds", behind);
  const modifiers = takeGroupModifiers(scanner, said);
  const words = Object.keys(modifiers);
  const isCertain = ladder ? words.includes("count") : rounds !== null || words.join() !== "shuffle";
  return { group: { rounds: rounds ?? 1, ...modifiers }, leavesRounds: rounds === null, isCertain };
}

/**
 * Intervals that hold for a list of exercises, up to and with their colon: "40s on, 20s off, 5 rounds:", "5x 40s/20s:".
 * The rest stands between the exercises, and between the rounds unless they have one of their own.
 *
 * @returns null, with nothing taken, when none come next.
 */
export function readIntervals(scanner: Scanner): Header | null {
  const { at } = scanner;
  const before = takeRounds(scanner) ?? takeTimes(scanner);
  if (before !== null) scanner.takeOneOf(["of", ":", ","]);
  const work = scanner.takeTime();
  const isOn = work !== null && scanner.takeOneOf(["on", "work"]) !== null;
  const hasSign = work !== null && scanner.takeOneOf(["/", ","]) !== null;
  const rest = isOn || hasSign ? scanner.takeTime() : null;
  if (work !== null && rest !== null) {
    scanner.takeOneOf(["off", "rest"]);
    scanner.take(",");
    const rounds = before ?? takeRounds(scanner) ?? takeTimesBehind(scanner) ?? 1;
    if (rounds > 1) scanner.take(",");
    const said = takeGroupModifiers(scanner, { between: rest });
    if (scanner.take(":")) {
      if (work === 0 || rest === 0) scanner.fail("work and rest take more than 0 s", at);
      scanner.note("rounds", at);
      const group = { rounds, ...(rounds > 1 && { rest }), ...said };
      return { group, leavesRounds: false, isCertain: true, work };
    }
  }
  scanner.at = at;
  return null;
}

/** "every 60s x10", "every 60s for 10 rounds", "every 2m for 10m", "for time 3 rounds": the rounds behind what else is said. */
function takeRoundsBehind(scanner: Scanner, every: number | undefined): LineGroup["rounds"] | null {
  const times = takeTimesBehind(scanner);
  if (times !== null) return times;
  if (every !== undefined && scanner.take("for")) {
    const place = scanner.at;
    const rounds = takeRounds(scanner);
    const seconds = rounds === null ? scanner.expectTime("all rounds together", 60) : null;
    if (seconds === null) return rounds;
    if (seconds < every || seconds % every !== 0) scanner.fail("expected a whole number of rounds", place);
    return seconds / every;
  }
  return takeLadder(scanner) ?? takeRounds(scanner);
}

/** "amrap 12m": as many rounds as possible in 12 minutes. "emom 10m": every minute, ten times. A bare number is minutes. */
function takeClock(scanner: Scanner): GroupFields | null {
  const place = scanner.at;
  const before = scanner.takeTime() ?? scanner.takeNumber(60);
  const word = scanner.takeOneOf(["amrap", "emom"]);
  if (word === null) {
    scanner.at = place;
    return null;
  }
  scanner.note(word === "amrap" ? "cap" : "every", place);
  const seconds = before ?? scanner.expectTime(word, 60);
  if (word === "amrap") return { cap: seconds };
  if (seconds < 60 || seconds % 60 !== 0) scanner.fail("expected whole minutes, such as emom 10m", place);
  return { rounds: seconds / 60, every: 60 };
}
