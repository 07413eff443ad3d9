/** Walks through the blocks, groups and rests of a routine in the order in which they are done, round by round. */
import type { Block, Group, Item, Routine, Section, SetValues } from "../catalog/types.ts";
import {
  computeCeilingMs,
  createClock,
  describeClocks,
  type Elapsed,
  endAtCap,
  type GroupClock,
  startClocks,
} from "./clocks.ts";
import type { Dose } from "./dose.ts";
import type { PlanDefaults, PlanFlags } from "./flags.ts";
import { findFlaggedRoundRest, isLive, listOutermostGroups } from "./groups.ts";
import { PendingRest } from "./pending-rest.ts";
import { scaleRestMs } from "./resolve-doses.ts";
import type { StepRound } from "./step-types.ts";
import { chooseGapMs, type Lead, type Visitor } from "./visits.ts";

interface Place {
  readonly section: Section;
  /** Innermost first. */
  readonly groups: readonly Group[];
  readonly rounds: readonly StepRound[] | undefined;
  readonly roundValues: readonly SetValues[];
  readonly clocks: readonly GroupClock[];
  readonly isRepeat: boolean;
}

interface WalkOptions {
  readonly routine: Routine;
  readonly defaults: PlanDefaults;
  readonly flags: PlanFlags;
  /** Says why there can be no plan. */
  readonly refuse: (why: string) => never;
  readonly visitor: Visitor;
}

/**
 * Calls the visitor for every visit of every block that has a dose, and returns how long all of it takes. A rest waits
 * for what follows it, so that one that nothing follows is left out; rests that meet become one. A get-ready stands before
 * the first block of a group, before every block outside groups that has no rest in front of it, and where the block asks
 * for its own.
 */
export function walkRoutine(doses: readonly Dose[], options: WalkOptions): Readonly<Elapsed> {
  return new Walker(doses, options).walk();
}

const NO_CLOCKS: readonly GroupClock[] = [];
const NO_LEADS: readonly Lead[] = [];

class Walker {
  readonly #options: WalkOptions;
  readonly #doses: ReadonlyMap<Block, Dose>;
  readonly #roundRestMs: number | undefined;
  readonly #liveGroups = new Map<Group, boolean>();
  readonly #pending = new PendingRest();
  readonly #now: Elapsed = { knownMs: 0, estimatedMs: 0, leastMs: 0, openSets: 0 };
  #hasStarted = false;
  /** Whether the next block is the first of an outermost group. */
  #opensGroup = false;

  constructor(doses: readonly Dose[], options: WalkOptions) {
    this.#options = options;
    this.#doses = new Map(doses.map((dose) => [dose.block, dose]));
    this.#roundRestMs = findFlaggedRoundRest(options.flags);
  }

  walk(): Elapsed {
    const { visitor, routine, flags } = this.#options;
    const times = listOutermostGroups(routine).length > 0 ? undefined : flags.rounds;
    if (times === undefined) {
      this.#walkSections(undefined);
      return this.#now;
    }
    const group = visitor.enterGroup({ name: null, note: null }, { rounds: times });
    for (let index = 1; index <= times; index++) this.#walkSections([{ group, index, of: times }]);
    visitor.leaveGroup(group);
    return this.#now;
  }

  #walkSections(rounds: readonly StepRound[] | undefined): void {
    for (const section of this.#options.routine.sections) {
      const items = section.items ?? section.blocks.map((block): Item => ({ type: "block", block }));
      const place = { section, groups: [], rounds, roundValues: [], clocks: NO_CLOCKS, isRepeat: false };
      this.#walkItems(items, place, 0);
    }
  }

  #walkItems(items: readonly Item[], place: Place, betweenMs: number): void {
    let needsBetween = false;
    for (const item of items) {
      if (item.type === "rest") {
        this.#pending.add(this.#scale(item.rest.rest), item.rest.note);
        needsBetween = false;
        continue;
      }
      if (!isLive(item, this.#doses, this.#liveGroups)) {
        this.#pending.cut(this.#hasStarted);
        continue;
      }
      if (needsBetween) this.#pending.add(betweenMs);
      if (item.type === "group") this.#walkGroup(item.group, place);
      else this.#visit(this.#doses.get(item.block) as Dose, place);
      needsBetween = true;
    }
  }

  #walkGroup(group: Group, place: Place): void {
    const { visitor, flags } = this.#options;
    const isOutermost = place.groups.length === 0;
    const of = group.rounds && ((isOutermost ? flags.rounds : undefined) ?? group.rounds.length);
    const capMs = group.cap === undefined ? undefined : Math.round(group.cap * 1000);
    const everyMs = group.every === undefined ? undefined : Math.round(group.every * 1000);
    const number = visitor.enterGroup(group, { rounds: of, ...describeClocks(group) });
    const cap = capMs === undefined ? null : createClock("cap", capMs, number);
    const groups = [group, ...place.groups];
    const areAlike = group.rounds?.every((values) => Object.keys(values).length === 0) ?? true;
    const endsWithRest = group.items.at(-1)?.type === "rest" && everyMs === undefined;
    // A rest given by a flag replaces the one that ends each round.
    const items = endsWithRest && this.#roundRestMs !== undefined ? group.items.slice(0, -1) : group.items;
    const betweenMs = this.#scale(group.between);
    if (isOutermost) this.#opensGroup = true;
    for (let index = 1; ; index++) {
      const before = { ...this.#now };
      const values = group.rounds?.[Math.min(index, group.rounds.length) - 1] ?? {};
      const interval =
        everyMs === undefined ? null : createClock("interval", everyMs, number, { startsEarly: index > 1 });
      const inner: Place = {
        section: place.section,
        groups,
        rounds: [{ group: number, index, of }, ...(place.rounds ?? [])],
        roundValues: areAlike ? place.roundValues : [...place.roundValues, values],
        clocks:
          interval || cap ? [...[interval, cap].filter((clock) => clock !== null), ...place.clocks] : place.clocks,
        isRepeat: place.isRepeat || (of === null && index > 1),
      };
      this.#walkItems(items, inner, betweenMs);
      if (interval) this.#closeInterval(interval, inner);
      if (of === null ? this.#isOver(cap, before) : index === of) break;
      if (!interval) {
        const hasRest = group.rest > 0 || endsWithRest;
        const ownMs = values.rest === undefined ? this.#scale(group.rest) : this.#scale(values.rest);
        this.#pending.add((hasRest ? this.#roundRestMs : undefined) ?? ownMs);
      }
      if (visitor.measuresOnly && of !== null && areAlike && index === 2 && of > 3) {
        this.#repeat(before, of - 3);
        index = of - 1;
      }
    }
    if (of === null) this.#pending.clear();
    if (cap) {
      // Who is done before the cap is done with the last interval, too.
      this.#pending.dropFiller();
      endAtCap(this.#now, cap, of === null);
      visitor.endClock?.(cap);
    }
    visitor.leaveGroup(number);
  }

  /** Whether nobody could begin another round before the cap. */
  #isOver(cap: GroupClock | null, before: Elapsed): boolean {
    if (!cap?.start || this.#options.visitor.measuresOnly || this.#now.leastMs <= before.leastMs) return true;
    return this.#now.leastMs - cap.start.leastMs >= cap.deadline.afterMs;
  }

  /** Adds what passed since `before` some more times. */
  #repeat(before: Elapsed, times: number): void {
    for (const key of ["knownMs", "estimatedMs", "leastMs", "openSets"] as const) {
      this.#now[key] += (this.#now[key] - before[key]) * times;
    }
  }

  /** Ends a round that has an interval: what is left of it is a rest. */
  #closeInterval(clock: GroupClock, { clocks, rounds = [] }: Place): void {
    const { start, deadline } = clock;
    const now = this.#now;
    if (start === null) return;
    const everyMs = deadline.afterMs;
    const waits = now.openSets > start.openSets;
    const leastMs = now.leastMs - start.leastMs + this.#pending.restMs;
    if (leastMs > everyMs) {
      const takes = `${waits ? "at least " : ""}${leastMs / 1000} s`;
      this.#options.refuse(`cannot begin a round every ${everyMs / 1000} s: its work takes ${takes}`);
    }
    const durationMs = waits ? null : everyMs - (now.knownMs - start.knownMs);
    this.#pending.fill({ durationMs, atMs: Math.min(now.knownMs, start.knownMs + everyMs), clock, clocks, rounds });
    this.#options.visitor.endClock?.(clock);
    if (!waits) return;
    for (const key of ["knownMs", "estimatedMs", "leastMs"] as const) now[key] = start[key] + everyMs;
  }

  #visit(dose: Dose, place: Place): void {
    const { visitor } = this.#options;
    const { groups, rounds, roundValues, clocks, isRepeat } = place;
    const { filler, rest } = this.#pending.take();
    // What is left of an interval is the get-ready of the round that follows it.
    const opensInterval = filler !== null || clocks.some(({ startsEarly, start }) => startsEarly && start === null);
    const opensBlock = !rest && (groups.length === 0 || this.#opensGroup);
    const isDue = !opensInterval && (dose.block.prepare !== undefined || opensBlock);
    this.#opensGroup = false;
    this.#hasStarted = true;
    const prepareMs = isDue ? chooseGapMs("prepare", dose, place, this.#options) : 0;
    const leads: Lead[] = [];
    const add = (kind: Lead["kind"], durationMs: number, note: string | null): void => {
      leads.push({ kind, atMs: this.#now.knownMs, durationMs, note });
      this.#pass(durationMs);
    };
    if (filler) {
      const { atMs, durationMs } = filler;
      leads.push({ kind: "rest", atMs, durationMs, note: null, left: filler });
      this.#pass(durationMs ?? 0);
    }
    startClocks(clocks, this.#now, false);
    if (rest && rest.ms > 0) add("rest", rest.ms, rest.note);
    if (prepareMs > 0) add("prepare", prepareMs, null);
    startClocks(clocks, this.#now, true);
    const { lastRestMs, ...length } = visitor.visit({
      dose,
      rounds,
      roundValues,
      leads: leads.length > 0 ? leads : NO_LEADS,
      atMs: this.#now.knownMs,
      ceilingMs: computeCeilingMs(clocks),
      clocks,
      isRepeat,
      switchMs: chooseGapMs("switch", dose, place, this.#options),
    });
    for (const key of ["knownMs", "estimatedMs", "leastMs", "openSets"] as const) this.#now[key] += length[key];
    this.#pending.add(lastRestMs);
  }

  /** Lets a time pass that is known. */
  #pass(ms: number): void {
    this.#now.knownMs += ms;
    this.#now.estimatedMs += ms;
    this.#now.leastMs += ms;
  }

  #scale(seconds: number): number {
    return scaleRestMs(Math.round(seconds * 1000), this.#options.defaults.restScale);
  }
}
