/** Walks through the blocks, groups and rests of a routine in the order in which they are done, round by round. */
import type { Block, Group, Item, SetValues } from "../catalog/types.ts";
import { createClock, describeClocks, type Elapsed, type GroupClock } from "./clocks.ts";
import type { Dose } from "./dose.ts";
import { findFlaggedRoundRest, haveLoads, isLive, listOutermostGroups } from "./groups.ts";
import { scaleRestMs } from "./rests.ts";
import type { StepRound } from "./step-types.ts";
import { type Place, PlanTimeline, type TimelineOptions } from "./timeline.ts";

/**
 * Calls the visitor for every visit of every block that has a dose, and returns how long all of it takes. A rest waits
 * for what follows it, so that one that nothing follows is left out; rests that meet become one. A get-ready stands before
 * the first block of a group, before every block outside groups that has no rest in front of it, and where the block asks
 * for its own.
 */
export function walkRoutine(doses: readonly Dose[], options: TimelineOptions): Readonly<Elapsed> {
  return new Walker(doses, options).walk();
}

/** Marks those doses that would lead over from an exercise that is not done just before them. */
function markStandingAlone(doses: readonly Dose[]): readonly Dose[] {
  return doses.map((dose, index) => {
    const { after } = dose.block;
    const isLed = after === undefined || doses[index - 1]?.exercise.id === after;
    return isLed ? dose : { ...dose, standsAlone: true };
  });
}

const NO_CLOCKS: readonly GroupClock[] = [];

class Walker {
  readonly #options: TimelineOptions;
  readonly #doses: ReadonlyMap<Block, Dose>;
  readonly #roundRestMs: number | undefined;
  readonly #liveGroups = new Map<Group, boolean>();
  readonly #timeline: PlanTimeline;

  constructor(doses: readonly Dose[], options: TimelineOptions) {
    this.#options = options;
    this.#timeline = new PlanTimeline(options);
    this.#doses = new Map(markStandingAlone(doses).map((dose) => [dose.block, dose]));
    this.#roundRestMs = findFlaggedRoundRest(options.flags);
  }

  walk(): Readonly<Elapsed> {
    const { visitor, routine, flags } = this.#options;
    const times = listOutermostGroups(routine).length > 0 ? undefined : flags.rounds;
    if (times === undefined) {
      this.#walkSections(undefined);
      return this.#timeline.now;
    }
    const group = visitor.enterGroup({ name: null, note: null }, { rounds: times });
    for (let index = 1; index <= times; index++) this.#walkSections([{ group, index, of: times }]);
    visitor.leaveGroup(group);
    return this.#timeline.now;
  }

  #walkSections(rounds: readonly StepRound[] | undefined): void {
    for (const section of this.#options.routine.sections) {
      const items = section.items ?? section.blocks.map((block): Item => ({ type: "block", block }));
      const place = {
        section,
        groups: [],
        rounds,
        roundValues: [],
        bareRoundValues: [],
        clocks: NO_CLOCKS,
        isRepeat: false,
      };
      this.#walkItems(items, place, 0);
    }
  }

  #walkItems(items: readonly Item[], place: Place, betweenMs: number): void {
    let needsBetween = false;
    for (const item of items) {
      if (item.type === "rest") {
        this.#timeline.addRest(this.#scale(item.rest.rest), item.rest.note);
        needsBetween = false;
        continue;
      }
      if (!isLive(item, this.#doses, this.#liveGroups)) {
        this.#timeline.passLeftOutBlock();
        continue;
      }
      if (needsBetween) this.#timeline.addRest(betweenMs);
      if (item.type === "group") this.#walkGroup(item.group, place);
      else this.#timeline.visit(this.#doses.get(item.block) as Dose, place);
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
    const keepsLoads = !areAlike && haveLoads(group.items);
    const endsWithRest = group.items.at(-1)?.type === "rest" && everyMs === undefined;
    // A rest given by a flag replaces the one that ends each round.
    const items = endsWithRest && this.#roundRestMs !== undefined ? group.items.slice(0, -1) : group.items;
    const betweenMs = this.#scale(group.between);
    if (isOutermost) this.#timeline.openGroup();
    for (let index = 1; ; index++) {
      const before = { ...this.#timeline.now };
      const values = group.rounds?.[Math.min(index, group.rounds.length) - 1] ?? {};
      const interval =
        everyMs === undefined ? null : createClock("interval", everyMs, number, { startsEarly: index > 1 });
      const inner: Place = {
        section: place.section,
        groups,
        rounds: [{ group: number, index, of }, ...(place.rounds ?? [])],
        roundValues: areAlike ? place.roundValues : [...place.roundValues, values],
        bareRoundValues: areAlike
          ? place.bareRoundValues
          : [...place.bareRoundValues, keepsLoads ? withoutLoad(values) : values],
        clocks:
          interval || cap ? [...[interval, cap].filter((clock) => clock !== null), ...place.clocks] : place.clocks,
        isRepeat: place.isRepeat || (of === null && index > 1),
      };
      this.#walkItems(items, inner, betweenMs);
      if (interval) this.#timeline.closeInterval(interval, inner);
      if (of === null ? this.#timeline.isOver(cap, before) : index === of) break;
      if (!interval) {
        const hasRest = group.rest > 0 || endsWithRest;
        const ownMs = values.rest === undefined ? this.#scale(group.rest) : this.#scale(values.rest);
        this.#timeline.addRest((hasRest ? this.#roundRestMs : undefined) ?? ownMs);
      }
      if (visitor.measuresOnly && of !== null && areAlike && index === 2 && of > 3) {
        this.#timeline.repeat(before, of - 3);
        index = of - 1;
      }
    }
    this.#timeline.closeGroup(cap, of === null);
    visitor.leaveGroup(number);
  }

  #scale(seconds: number): number {
    return scaleRestMs(Math.round(seconds * 1000), this.#options.defaults.restScale);
  }
}

function withoutLoad({ load: _, ...values }: SetValues): SetValues {
  return values;
}
