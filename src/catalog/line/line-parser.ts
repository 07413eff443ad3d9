/**
 * Reads the items of a line: exercises, rests and groups within groups.
 *
 * A parser of our own, by recursive descent: the grammar is small, what a name means is asked of the catalogue while it
 * reads, and every fault has to say its column and what to write instead. A generator gives none of the three.
 */
import { takeLadder, takeTimes, takeTimesBehind } from "./counts.ts";
import { type Header, readHeader, readIntervals } from "./header.ts";
import { applyBlockModifiers, takeGroupModifiers } from "./modifiers.ts";
import { takeName } from "./names.ts";
import { createLineBlock, parseExercise } from "./parse-exercise.ts";
import type { ItemRanges } from "./places.ts";
import type { Scanner } from "./scanner.ts";
import type { FindExercise, LineGroup, LineItem, LineValues } from "./types.ts";

/** Groups within groups: as deep as a file may nest them. */
const MAX_DEPTH = 4;

export class LineParser {
  readonly #scanner: Scanner;
  readonly #find: FindExercise;
  #depth = 0;
  /** Whether a header stands in front of what is read. */
  #isHeaded = false;
  readonly #ranges: ItemRanges;
  /** The rungs of the ladder that is read: what it climbs needs no figure of its own. */
  #ladder: readonly LineValues[] | null = null;
  /** How long each exercise is done under intervals, in seconds. */
  #work: number | null = null;

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

  /** Items with commas between them; one group where a header with a colon stands before them. */
  #parseList(): readonly LineItem[] {
    const scanner = this.#scanner;
    const { at } = scanner;
    const intervals = readIntervals(scanner);
    if (intervals) return [this.#parseUnder(intervals, at, () => this.#parseItems())];
    const header = readHeader(scanner);
    if (header) scanner.take("of");
    if (header && scanner.take(":")) return [this.#parseUnder(header, at, () => this.#parseItems())];
    scanner.at = at;
    return this.#parseItems();
  }

  #parseUnder({ group, work }: Header, at: number, parse: () => readonly LineItem[]): LineGroup {
    const before = [this.#work, this.#ladder, this.#isHeaded] as const;
    this.#work = work ?? null;
    this.#ladder = Array.isArray(group.rounds) ? group.rounds : null;
    this.#isHeaded = true;
    const blocks = dropBareGroup(parse());
    // Between the exercises of "40s on, 20s off: squats" stands nothing.
    const { between, ...others } = group;
    const whole = { ...(work !== undefined && blocks.length === 1 ? others : group), blocks };
    [this.#work, this.#ladder, this.#isHeaded] = before;
    this.#ranges.set(whole, { from: at, to: this.#scanner.at });
    return whole;
  }

  #parseItems(): readonly LineItem[] {
    const items: LineItem[] = [];
    do items.push(...this.#parseParts());
    while (this.#scanner.take(","));
    return items;
  }

  /** An item; with a rest of its own behind it that makes two. */
  #parseParts(): readonly LineItem[] {
    const { at } = this.#scanner;
    const parts = separateRest(this.#parseItem());
    for (const part of parts) this.#ranges.set(part, { from: at, to: this.#scanner.at });
    return parts;
  }

  #parseItem(): LineItem {
    const scanner = this.#scanner;
    if (scanner.isAtEnd) scanner.fail("expected an exercise, the line ends");
    if (scanner.take("rest")) return { rest: scanner.expectTime("the rest") };
    const place = scanner.at;
    const headed = this.#parseHeaded();
    if (headed) return headed;
    if (scanner.line[place] === "(") return this.#parseGroup(null);
    const ladder = takeLadder(scanner);
    if (ladder) return this.#parseExercise(ladder, place);
    const times = takeTimes(scanner);
    if (times === null) return this.#parseIntervals(null) ?? this.#parseExercise(null, place);
    if (scanner.line[scanner.at] === "(") return this.#parseGroup({ rounds: times });
    return this.#parseIntervals(times) ?? this.#parseExercise(times, place);
  }

  /** A header without a colon, which holds for what stands next: "3 rounds of (…)", "amrap 10m (…)", "for time 50 squat". */
  #parseHeaded(): LineGroup | null {
    const scanner = this.#scanner;
    const { at } = scanner;
    const header = readHeader(scanner);
    if (!header) return null;
    const end = scanner.at;
    scanner.take("of");
    const place = scanner.at;
    const times = header.leavesRounds ? takeTimes(scanner) : null;
    if (scanner.line[scanner.at] === "(") {
      return this.#parseGroup({ ...header.group, ...(times !== null && { rounds: times }) });
    }
    scanner.at = header.isCertain ? place : at;
    if (!header.isCertain) return null;
    const said = scanner.line.slice(at, end).trim();
    if (scanner.isAtEnd || scanner.isNext(",")) scanner.fail(`${said} of what? Write ${said}: 10 squat, 5 push-up`);
    const group = this.#parseUnder(header, at, () => this.#parseParts());
    // With more behind it, nobody knows how far it holds.
    if (scanner.isNext(",")) scanner.fail(`write a colon behind ${said} if it holds for all that follows`, place);
    return group;
  }

  /** "20s/10s squat", and "20s/10s x8": work and rest in turn. */
  #parseIntervals(before: number | null): LineGroup | null {
    const scanner = this.#scanner;
    const place = scanner.at;
    const work = scanner.takeTime();
    const bare = work === null ? scanner.takeFigure() : null;
    if (bare && scanner.take("/")) rejectBareFigures(scanner, bare.value, place);
    if (work === null || !scanner.take("/")) {
      scanner.at = place;
      return null;
    }
    const rest = scanner.expectTime("the rest");
    const rounds =
      before ??
      takeTimesBehind(scanner) ??
      scanner.fail(`how many rounds? Write 8x ${scanner.line.slice(place, scanner.at).trim()}`, place);
    const name = takeName(scanner, this.#find) ?? { text: "Work", at: place, known: null, isQuoted: false };
    const block = createLineBlock(scanner, name, { unit: "seconds", value: work }, place, false);
    return { rounds, blocks: [applyBlockModifiers(scanner, name, block), { rest }] };
  }

  #parseExercise(sets: number | readonly LineValues[] | null, place: number): LineItem {
    const isInGroup = this.#depth > 0 || this.#isHeaded;
    return parseExercise(this.#scanner, this.#find, { sets, place, ladder: this.#ladder, work: this.#work, isInGroup });
  }

  /** @param header what was said of the group before its parenthesis. */
  #parseGroup(header: Omit<LineGroup, "blocks"> | null): LineGroup {
    const scanner = this.#scanner;
    const open = scanner.at;
    scanner.expect("(");
    if (++this.#depth > MAX_DEPTH) scanner.fail(`groups go ${MAX_DEPTH} deep at most`, open);
    const work = this.#work;
    // Intervals and their rests are those of the list: a group that goes round in it has times of its own.
    if (header !== null) this.#work = null;
    const inner = this.#parseList();
    this.#work = work;
    if (!scanner.take(")")) {
      scanner.fail(
        scanner.isAtEnd ? "this parenthesis is not closed" : `expected "," or ")", ${scanner.describeNext()}`,
        scanner.isAtEnd ? open : scanner.at,
      );
    }
    this.#depth--;
    const times = header ? null : takeTimesBehind(scanner);
    if (times !== null && work !== null) scanner.fail(`write ${times}x in front of the parenthesis`, open);
    const modifiers = takeGroupModifiers(scanner, header ?? {});
    const [only] = inner;
    // "(21-15-9: …)" is that group, and no group around it.
    if (inner.length === 1 && only && "blocks" in only && header === null && times === null)
      return { ...only, ...modifiers };
    return { ...(header === null && { rounds: times ?? 1 }), ...modifiers, blocks: inner };
  }
}

/** "20/10 squat", "12/10/8 curl", "100/100 m sprint". */
function rejectBareFigures(scanner: Scanner, first: number, place: number): never {
  const list = /^\d+(?:\s*\/\s*\d+){2,}/u.exec(scanner.line.slice(place))?.[0];
  if (list) scanner.fail(`sets of their own: write ${list.replaceAll(/\s*\/\s*/gu, "-")}`, place);
  const said = Number.parseInt(scanner.line.slice(scanner.at), 10);
  const rest = scanner.takeFigure()?.value;
  const example = rest === said ? `${first}s/${rest}s` : "both with one, such as 20s/10s";
  return scanner.fail(`figures without a unit: write ${example}`, place);
}

/** "3 rounds: (10 squat, 5 row)": parentheses around all that a header holds for say nothing more. */
function dropBareGroup(items: readonly LineItem[]): readonly LineItem[] {
  const [only] = items;
  const isBare = only && "blocks" in only && only.rounds === 1 && Object.keys(only).length === 2;
  return items.length === 1 && isBare ? only.blocks : items;
}

/** A rest behind a single set is one of its own. */
function separateRest(item: LineItem): readonly LineItem[] {
  if (!("exercise" in item) || item.rest === undefined) return [item];
  const isOneSet = item.sets === 1 || (item.sets === undefined && typeof item.exercise === "object");
  const { rest, ...block } = item;
  return isOneSet ? [block, { rest }] : [item];
}
