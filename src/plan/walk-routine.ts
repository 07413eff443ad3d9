/** Walks through the blocks, groups and rests of a routine in the order in which they are done, round by round. */
import type { Block, Group, Item, Routine, Section, SetValues } from "../catalog/types.ts";
import type { Dose } from "./dose.ts";
import type { PlanDefaults, PlanFlags } from "./flags.ts";
import { scaleRestMs } from "./resolve-doses.ts";
import type { StepRound } from "./types.ts";

/** One time that a block is done, and what stands in front of it. */
export interface Visit {
  readonly dose: Dose;
  /** Innermost first; undefined outside groups. The same object for all visits of a round. */
  readonly rounds: readonly StepRound[] | undefined;
  /** What the rounds change, outermost first. */
  readonly roundValues: readonly SetValues[];
  /** The rest in front of it, in milliseconds, and its note. */
  readonly restMs: number;
  readonly restNote: string | null;
  readonly prepareMs: number;
  readonly switchMs: number;
}

/** What is done with the visits. */
export interface Visitor {
  /** Takes a visit and returns the rest that its last set asks for, in milliseconds. */
  visit(visit: Visit): number;
  /** The number that stands for a group in the rounds of its steps. */
  enterGroup(group: Pick<Group, "name" | "note">, rounds: number): number;
  leaveGroup(group: number): void;
  /** Only for a visitor that adds up time: then rounds that are alike are walked three times at most. */
  readonly clock?: { totalMs: number };
}

interface Place {
  readonly section: Section;
  /** Innermost first. */
  readonly groups: readonly Group[];
  readonly rounds: readonly StepRound[] | undefined;
  readonly roundValues: readonly SetValues[];
}

interface PendingRest {
  readonly ms: number;
  readonly note: string | null;
  /** Whether a block that is left out follows: then the rests around it do not add up. */
  readonly isCut: boolean;
}

/**
 * Calls the visitor for every visit of every block that has a dose. A rest waits for what follows it, so that one that
 * nothing follows is left out; rests that meet become one. A get-ready stands before the first block of a group, before
 * every block outside groups that has no rest in front of it, and where the block asks for its own.
 */
export function walkRoutine(
  routine: Routine,
  doses: readonly Dose[],
  defaults: PlanDefaults,
  flags: PlanFlags,
  visitor: Visitor,
): void {
  new Walker(doses, { routine, defaults, flags, visitor }).walk();
}

interface WalkOptions {
  readonly routine: Routine;
  readonly defaults: PlanDefaults;
  readonly flags: PlanFlags;
  readonly visitor: Visitor;
}

class Walker {
  readonly #options: WalkOptions;
  readonly #doses: ReadonlyMap<Block, Dose>;
  readonly #roundRestMs: number | undefined;
  readonly #liveGroups = new Map<Group, boolean>();
  #pending: PendingRest | null = null;
  #hasStarted = false;
  /** Whether the next block is the first of an outermost group. */
  #opensGroup = false;

  constructor(doses: readonly Dose[], options: WalkOptions) {
    this.#options = options;
    this.#doses = new Map(doses.map((dose) => [dose.block, dose]));
    this.#roundRestMs = options.flags.restMs?.findLast(({ exercise }) => exercise === null)?.value;
  }

  walk(): void {
    const visitor = this.#options.visitor;
    const hasGroups = this.#options.routine.sections.some(({ items }) => items?.some(({ type }) => type === "group"));
    const times = hasGroups ? undefined : this.#options.flags.rounds;
    if (times === undefined) {
      this.#walkSections(undefined);
      return;
    }
    const group = visitor.enterGroup({ name: null, note: null }, times);
    for (let index = 1; index <= times; index++) this.#walkSections([{ group, index, of: times }]);
    visitor.leaveGroup(group);
  }

  #walkSections(rounds: readonly StepRound[] | undefined): void {
    for (const section of this.#options.routine.sections) {
      const items = section.items ?? section.blocks.map((block): Item => ({ type: "block", block }));
      this.#walkItems(items, { section, groups: [], rounds, roundValues: [] }, 0);
    }
  }

  #walkItems(items: readonly Item[], place: Place, betweenMs: number): void {
    let needsBetween = false;
    for (const item of items) {
      if (item.type === "rest") {
        this.#addRest(this.#scale(item.rest.rest), item.rest.note);
        needsBetween = false;
        continue;
      }
      if (!this.#isLive(item)) {
        this.#cutRest();
        continue;
      }
      if (needsBetween) this.#addRest(betweenMs);
      if (item.type === "group") this.#walkGroup(item.group, place);
      else this.#visit(this.#doses.get(item.block) as Dose, place);
      needsBetween = true;
    }
  }

  #walkGroup(group: Group, place: Place): void {
    const isOutermost = place.groups.length === 0;
    const of = (isOutermost ? this.#options.flags.rounds : undefined) ?? group.rounds.length;
    const number = this.#options.visitor.enterGroup(group, of);
    const groups = [group, ...place.groups];
    const areAlike = group.rounds.every((values) => Object.keys(values).length === 0);
    const endsWithRest = group.items.at(-1)?.type === "rest";
    // A rest given by a flag replaces the one that ends each round.
    const items = endsWithRest && this.#roundRestMs !== undefined ? group.items.slice(0, -1) : group.items;
    const betweenMs = this.#scale(group.between);
    if (isOutermost) this.#opensGroup = true;
    const { clock } = this.#options.visitor;
    for (let index = 1; index <= of; index++) {
      const startMs = clock?.totalMs ?? 0;
      const values = group.rounds[Math.min(index, group.rounds.length) - 1] ?? {};
      const rounds = [{ group: number, index, of }, ...(place.rounds ?? [])];
      const roundValues = areAlike ? place.roundValues : [...place.roundValues, values];
      this.#walkItems(items, { section: place.section, groups, rounds, roundValues }, betweenMs);
      if (index === of) break;
      const hasRest = group.rest > 0 || endsWithRest;
      const ownMs = values.rest === undefined ? this.#scale(group.rest) : this.#scale(values.rest);
      this.#addRest((hasRest ? this.#roundRestMs : undefined) ?? ownMs);
      if (clock && areAlike && index === 2) {
        clock.totalMs += (clock.totalMs - startMs) * (of - 3);
        index = of - 1;
      }
    }
    this.#options.visitor.leaveGroup(number);
  }

  #visit(dose: Dose, { section, groups, rounds, roundValues }: Place): void {
    const { block, exercise } = dose;
    const rest = this.#pending;
    this.#pending = null;
    const isDue = block.prepare !== undefined || (!rest && (groups.length === 0 || this.#opensGroup));
    this.#opensGroup = false;
    this.#hasStarted = true;
    const choose = (name: "prepare" | "switch", flagMs: number | undefined, defaultMs: number): number => {
      if (flagMs !== undefined) return flagMs;
      const seconds =
        block[name] ??
        groups.find((group) => group[name] !== undefined)?.[name] ??
        section[name] ??
        this.#options.routine[name] ??
        exercise[name];
      return seconds === undefined ? defaultMs : Math.round(seconds * 1000);
    };
    const lastRestMs = this.#options.visitor.visit({
      dose,
      rounds,
      roundValues,
      restMs: rest?.ms ?? 0,
      restNote: rest?.note ?? null,
      prepareMs: isDue ? choose("prepare", this.#options.flags.prepareMs, this.#options.defaults.prepareMs) : 0,
      switchMs: choose("switch", this.#options.flags.switchMs, this.#options.defaults.switchMs),
    });
    this.#addRest(lastRestMs);
  }

  #addRest(ms: number, note: string | null = null): void {
    if (ms === 0) return;
    const before = this.#pending;
    const mergedMs = before?.isCut ? Math.max(before.ms, ms) : (before?.ms ?? 0) + ms;
    this.#pending = { ms: mergedMs, note: before?.note ?? note, isCut: false };
  }

  /** Passes a block that is left out. */
  #cutRest(): void {
    this.#pending = this.#pending && this.#hasStarted ? { ...this.#pending, isCut: true } : null;
  }

  /** Whether anything is left to do of an item. */
  #isLive(item: Item): boolean {
    if (item.type === "rest") return false;
    if (item.type === "block") return this.#doses.has(item.block);
    const known = this.#liveGroups.get(item.group) ?? item.group.items.some((inner) => this.#isLive(inner));
    this.#liveGroups.set(item.group, known);
    return known;
  }

  #scale(seconds: number): number {
    return scaleRestMs(Math.round(seconds * 1000), this.#options.defaults.restScale);
  }
}
