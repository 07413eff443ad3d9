/** The time of a plan while its routine is walked through: what stands in front of each visit, and when it begins. */
import type { Group, Routine, Section, SetValues } from "../catalog/types.ts";
import { computeCeilingMs, type Elapsed, endAtCap, type GroupClock, startClocks } from "./clocks.ts";
import type { Dose } from "./dose.ts";
import type { PlanDefaults, PlanFlags } from "./flags.ts";
import { hasLoad } from "./groups.ts";
import { PendingRest } from "./pending-rest.ts";
import type { StepRound } from "./step-types.ts";
import { chooseGapMs, type Lead, type Visitor } from "./visits.ts";

/** Where a visit stands. */
export interface Place {
  readonly section: Section;
  /** Innermost first. */
  readonly groups: readonly Group[];
  readonly rounds: readonly StepRound[] | undefined;
  readonly roundValues: readonly SetValues[];
  /** The same for a block without a load of its own: a round's load is for those that have one, if there are any. */
  readonly bareRoundValues: readonly SetValues[];
  readonly clocks: readonly GroupClock[];
  readonly isRepeat: boolean;
}

export interface TimelineOptions {
  readonly routine: Routine;
  readonly defaults: PlanDefaults;
  readonly flags: PlanFlags;
  /** Says why there can be no plan. */
  /** Refuses the routine; the group that is at fault, if one is. */
  readonly refuse: (why: string, group?: Group) => never;
  readonly visitor: Visitor;
}

const NO_LEADS: readonly Lead[] = [];

/** What is measured in milliseconds of the plan, and told to the visitor, as visits follow one another. */
export class PlanTimeline {
  readonly #options: TimelineOptions;
  readonly #pending = new PendingRest();
  readonly #now: Elapsed = { knownMs: 0, estimatedMs: 0, leastMs: 0, openSets: 0 };
  #hasStarted = false;
  /** Whether the next block is the first of an outermost group. */
  #opensGroup = false;

  constructor(options: TimelineOptions) {
    this.#options = options;
  }

  /** How long everything took so far. */
  get now(): Readonly<Elapsed> {
    return this.#now;
  }

  /** A rest that waits for what follows it. */
  addRest(ms: number, note: string | null = null): void {
    this.#pending.add(ms, note);
  }

  /** Passes a block that is left out: the rests around it do not add up. */
  passLeftOutBlock(): void {
    this.#pending.cut(this.#hasStarted);
  }

  /** The next block is the first of an outermost group. */
  openGroup(): void {
    this.#opensGroup = true;
  }

  /** Ends a group after its last round, at its cap if it has one. */
  closeGroup(cap: GroupClock | null, isAsManyAsPossible: boolean): void {
    if (isAsManyAsPossible) this.#pending.clear();
    if (!cap) return;
    // Who is done before the cap is done with the last interval, too.
    this.#pending.dropFiller();
    endAtCap(this.#now, cap, isAsManyAsPossible);
    this.#options.visitor.endClock?.(cap);
  }

  /** Whether nobody could begin another round before the cap. */
  isOver(cap: GroupClock | null, before: Elapsed): boolean {
    if (!cap?.start || this.#options.visitor.measuresOnly || this.#now.leastMs <= before.leastMs) return true;
    return this.#now.leastMs - cap.start.leastMs >= cap.deadline.afterMs;
  }

  /** Adds what passed since `before` some more times. */
  repeat(before: Elapsed, times: number): void {
    for (const key of ["knownMs", "estimatedMs", "leastMs", "openSets"] as const) {
      this.#now[key] += (this.#now[key] - before[key]) * times;
    }
  }

  /** Ends a round that has an interval: what is left of it is a rest. */
  closeInterval(clock: GroupClock, { clocks, groups, rounds = [] }: Place): void {
    const { start, deadline } = clock;
    const now = this.#now;
    if (start === null) return;
    const everyMs = deadline.afterMs;
    const waits = now.openSets > start.openSets;
    const leastMs = now.leastMs - start.leastMs + this.#pending.restMs;
    if (leastMs > everyMs) {
      const takes = `${waits ? "at least " : ""}${leastMs / 1000} s`;
      this.#options.refuse(`cannot begin a round every ${everyMs / 1000} s: its work takes ${takes}`, groups[0]);
    }
    now.estimatedMs = Math.min(now.estimatedMs, start.estimatedMs + everyMs);
    this.#pending.fill({
      durationMs: waits ? null : everyMs - (now.knownMs - start.knownMs),
      atMs: Math.min(now.knownMs, start.knownMs + everyMs),
      estimatedMs: everyMs - (now.estimatedMs - start.estimatedMs),
      leastMs: everyMs - (now.leastMs - start.leastMs),
      clock,
      clocks,
      rounds,
    });
    this.#options.visitor.endClock?.(clock);
    // Of work that waits, the whole interval alone is known. What is left of the last one is over when the work is.
    if (waits) now.knownMs = start.knownMs + everyMs;
  }

  /** Has the visitor visit a block, behind the rest and the get-ready that are due. */
  visit(dose: Dose, place: Place): void {
    const { visitor } = this.#options;
    const { groups, rounds, clocks, isRepeat } = place;
    const { filler, rest } = this.#pending.take();
    // What is left of an interval is the get-ready of the round that follows it.
    const opensInterval = filler !== null || clocks.some(({ startsEarly, start }) => startsEarly && start === null);
    const opensBlock = !rest && (groups.length === 0 || this.#opensGroup);
    const isDue = !opensInterval && ((dose.block.prepare !== undefined && !dose.standsAlone) || opensBlock);
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
      this.#now.knownMs += durationMs ?? 0;
      this.#now.estimatedMs += filler.estimatedMs;
      this.#now.leastMs += filler.leastMs;
    }
    startClocks(clocks, this.#now, false);
    if (rest && rest.ms > 0) add("rest", rest.ms, rest.note);
    if (prepareMs > 0) add("prepare", prepareMs, null);
    startClocks(clocks, this.#now, true);
    const { lastRestMs, ...length } = visitor.visit({
      dose,
      rounds,
      roundValues: hasLoad(dose.block) ? place.roundValues : place.bareRoundValues,
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
}
