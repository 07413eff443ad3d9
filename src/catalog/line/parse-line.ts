/**
 * A line of text to the routine that it stands for: `3x(10 squat, 30s plank) rest 60s`.
 *
 * A parser of our own, by recursive descent: the grammar is small, what a name means is asked of the catalogue while it
 * reads, and every fault has to say its column and what to write instead. A generator gives none of the three.
 */
import { readHeader, takeLadder, takeRounds, takeTimes } from "./header.ts";
import { applyBlockModifiers, takeGroupModifiers } from "./modifiers.ts";
import { takeName } from "./names.ts";
import { createLineBlock, parseExercise } from "./parse-exercise.ts";
import { type FindPlace, findPlace, type ItemRanges } from "./places.ts";
import { Scanner } from "./scanner.ts";
import type { FindExercise, LineGroup, LineItem, LineRoutine, LineValues } from "./types.ts";

/** Groups within groups: as deep as a file may nest them. */
const MAX_DEPTH = 4;

/** A routine's name on the screen is no longer than this. */
const MAX_NAME_LENGTH = 80;

/**
 * The routine that a line stands for; its name is the line itself.
 *
 * @throws LineError (exit 2) with the column.
 */
export function parseLine(line: string, find: FindExercise): LineRoutine {
  return parseLineWithPlaces(line, find).routine;
}

/** The same, with the way back from a place in the routine to the place in the line, from 0. */
export function parseLineWithPlaces(
  line: string,
  find: FindExercise,
): { readonly routine: LineRoutine; readonly findPlace: FindPlace } {
  const scanner = new Scanner(line.trim());
  if (scanner.isAtEnd) scanner.fail("the line is empty: write an exercise, such as 10 squat or 30s plank");
  const ranges: ItemRanges = new Map();
  const blocks = new LineParser(scanner, find, ranges).parseWhole();
  const name =
    scanner.line.length > MAX_NAME_LENGTH ? `${scanner.line.slice(0, MAX_NAME_LENGTH - 1).trim()}…` : scanner.line;
  const routine = { name, blocks };
  return { routine, findPlace: (path) => findPlace(routine, path, ranges, scanner.notes) };
}

/** Whether what was typed looks like a line rather than a name or a path: it has a figure and something beside it. */
export function looksLikeLine(text: string): boolean {
  const typed = text.trim();
  if (/^[./~\\]|\.jsonc?$/i.test(typed)) return false;
  return /[(),:@"]|\s/.test(typed) && /\d/.test(typed);
}

class LineParser {
  readonly #scanner: Scanner;
  readonly #find: FindExercise;
  #depth = 0;
  /** Whether a header stands in front of what is read. */
  #isHeaded = false;
  readonly #ranges: ItemRanges;
  /** The rungs of the ladder that is read: what it climbs needs no figure of its own. */
  #ladder: readonly LineValues[] | null = null;

  constructor(scanner: Scanner, find: FindExercise, ranges: ItemRanges) {
    this.#scanner = scanner;
    this.#find = find;
    this.#ranges = ranges;
  }

  parseWhole(): readonly LineItem[] {
    const items = this.#parseList();
    if (!this.#scanner.isAtEnd) this.#scanner.fail(`expected a comma or the end, ${this.#scanner.describeNext()}`);
    return items;
  }

  /** Items with commas between them; one group where a header stands before them. */
  #parseList(): readonly LineItem[] {
    const { at } = this.#scanner;
    const header = this.#parseHeader();
    if (!header) return this.#parseItems();
    const before = { ladder: this.#ladder, isHeaded: this.#isHeaded };
    this.#ladder = Array.isArray(header.rounds) ? header.rounds : null;
    this.#isHeaded = true;
    const group = { ...header, blocks: this.#parseItems() };
    this.#ladder = before.ladder;
    this.#isHeaded = before.isHeaded;
    this.#ranges.set(group, { from: at, to: this.#scanner.at });
    return [group];
  }

  #parseItems(): readonly LineItem[] {
    const items: LineItem[] = [];
    do {
      const { at } = this.#scanner;
      const parts = separateRest(this.#parseItem());
      for (const part of parts) this.#ranges.set(part, { from: at, to: this.#scanner.at });
      items.push(...parts);
    } while (this.#scanner.take(","));
    return items;
  }

  /** `5 rounds rest 60s:`, `21-15-9:`; null when the items have none. */
  #parseHeader(): Omit<LineGroup, "blocks"> | null {
    const scanner = this.#scanner;
    const place = scanner.at;
    const header = readHeader(scanner);
    if (header && scanner.take(":")) return header;
    scanner.at = place;
    return null;
  }

  #parseItem(): LineItem {
    const scanner = this.#scanner;
    if (scanner.isAtEnd) scanner.fail("expected an exercise, the line ends");
    if (scanner.take("rest")) return { rest: scanner.expectTime("the rest") };
    const place = scanner.at;
    const rounds = takeRounds(scanner);
    if (rounds !== null) {
      scanner.take("of");
      return this.#parseGroup({ rounds });
    }
    if (scanner.take("(")) {
      scanner.at = place;
      return this.#parseGroup({});
    }
    const ladder = takeLadder(scanner);
    if (ladder) return this.#parseExercise(ladder, place);
    const times = takeTimes(scanner);
    if (times === null) return this.#parseExercise(null, place);
    if (scanner.line[scanner.at] === "(") return this.#parseGroup({ rounds: times });
    return this.#parseIntervals(times) ?? this.#parseExercise(times, place);
  }

  /** "20s/10s squat": work and rest in turn. */
  #parseIntervals(rounds: number): LineGroup | null {
    const scanner = this.#scanner;
    const place = scanner.at;
    const work = scanner.takeTime();
    if (work === null || !scanner.take("/")) {
      scanner.at = place;
      return null;
    }
    const rest = scanner.expectTime("the rest");
    const name = takeName(scanner, this.#find) ?? { text: "Work", at: place, known: null, isQuoted: false };
    const block = createLineBlock(scanner, name, { unit: "seconds", value: work }, place, false);
    return { rounds, blocks: [applyBlockModifiers(scanner, name, block), { rest }] };
  }

  #parseExercise(sets: number | readonly LineValues[] | null, place: number): LineItem {
    const isInGroup = this.#depth > 0 || this.#isHeaded;
    return parseExercise(this.#scanner, this.#find, { sets, place, ladder: this.#ladder, isInGroup });
  }

  #parseGroup(header: Omit<LineGroup, "blocks">): LineGroup {
    const scanner = this.#scanner;
    const open = scanner.at;
    scanner.expect("(");
    if (++this.#depth > MAX_DEPTH) scanner.fail(`groups go ${MAX_DEPTH} deep at most`, open);
    const inner = this.#parseList();
    if (!scanner.take(")")) {
      scanner.fail(
        scanner.isAtEnd ? "this parenthesis is not closed" : `expected "," or ")", ${scanner.describeNext()}`,
        scanner.isAtEnd ? open : scanner.at,
      );
    }
    this.#depth--;
    const modifiers = takeGroupModifiers(scanner);
    const [only] = inner;
    // "(21-15-9: …)" is that group, and no group around it.
    if (inner.length === 1 && only && "blocks" in only && Object.keys(header).length === 0)
      return { ...only, ...modifiers };
    return { rounds: 1, ...header, ...modifiers, blocks: inner };
  }
}

/** A rest behind a single set is one of its own. */
function separateRest(item: LineItem): readonly LineItem[] {
  if (!("exercise" in item) || item.rest === undefined) return [item];
  const isOneSet = item.sets === 1 || (item.sets === undefined && typeof item.exercise === "object");
  const { rest, ...block } = item;
  return isOneSet ? [block, { rest }] : [item];
}
