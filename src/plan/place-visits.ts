/** Gives every visit its place among the steps: the plan's blocks and groups, and at which steps clocks start and stop. */
import type { Group } from "../catalog/types.ts";
import { LIMITS } from "../limits.ts";
import { formatClock } from "../text/duration.ts";
import { BlockList, type BlockSteps, countBeats, type ScheduledBlock } from "./block-steps.ts";
import type { GroupClock } from "./clocks.ts";
import type { Deadline, StepRound } from "./step-types.ts";
import type { PlanGroup } from "./types.ts";
import type { Lead, Visit, VisitLength, Visitor } from "./visits.ts";

/** No workout has more beats than this; the limit keeps a file from filling the memory. */
const MAX_BEATS = 1_000_000;
const MAX_PLAN_MS = LIMITS.planSeconds * 1000;

/** A rest or a get-ready with its place in the plan. */
export interface ScheduledLead extends Pick<Lead, "kind" | "atMs" | "durationMs" | "note"> {
  readonly rounds: readonly StepRound[] | undefined;
  readonly deadlines: readonly Deadline[] | undefined;
}

/** One time that a block is done. */
export interface ScheduledVisit extends Pick<Visit, "rounds" | "atMs" | "ceilingMs"> {
  readonly steps: BlockSteps;
  /** The scheduled block of each set, as an index. */
  readonly blocks: readonly number[];
  readonly leads: readonly ScheduledLead[];
  /** The clocks that run in its own steps, innermost first. */
  readonly deadlines: readonly Deadline[] | undefined;
}

const NO_LEADS: readonly ScheduledLead[] = [];

/** Unrolls the rounds as far as the limits allow. */
export class VisitPlacer implements Visitor {
  readonly #buildSteps: (visit: Visit) => BlockSteps;
  readonly #refuse: (why: string) => never;
  readonly #visits: ScheduledVisit[] = [];
  readonly #groups: PlanGroup[] = [];
  readonly #blocks = new BlockList();
  readonly #groupIndexes = new Map<object, number>();
  /** The deadlines of clocks that have all started, by the list of the clocks. */
  readonly #deadlines = new WeakMap<readonly GroupClock[], readonly Deadline[]>();
  #stepCount = 0;
  #beats = 0;

  constructor(buildSteps: (visit: Visit) => BlockSteps, refuse: (why: string) => never) {
    this.#buildSteps = buildSteps;
    this.#refuse = refuse;
  }

  enterGroup(group: Pick<Group, "name" | "note">, parts: Pick<PlanGroup, "rounds">): number {
    const { name, note } = group;
    const known = this.#groupIndexes.get(group);
    if (known !== undefined) return known;
    const index = this.#groups.push({ name, note, ...parts, from: this.#stepCount, to: this.#stepCount }) - 1;
    this.#groupIndexes.set(group, index);
    return index;
  }

  leaveGroup(index: number): void {
    this.#groups[index] = { ...(this.#groups[index] as PlanGroup), to: this.#stepCount };
  }

  endClock({ deadline }: GroupClock): void {
    deadline.next = this.#stepCount;
  }

  visit(visit: Visit): VisitLength {
    const { rounds, atMs, ceilingMs, clocks } = visit;
    const steps = this.#buildSteps(visit);
    const leads = visit.leads.length === 0 ? NO_LEADS : visit.leads.map((lead) => this.#placeLead(lead, visit));
    const deadlines = clocks.length === 0 ? undefined : this.#startAll(clocks);
    this.#visits.push({ rounds, atMs, ceilingMs, steps, blocks: this.#blocks.add(steps, visit), leads, deadlines });
    this.#stepCount += steps.stepDrafts.length;
    this.#beats += countBeats(steps);
    if (this.#stepCount > LIMITS.steps) this.#refuse(`would have more than ${LIMITS.steps} steps`);
    return steps;
  }

  #placeLead({ left, ...lead }: Lead, { rounds, clocks, ceilingMs }: Visit): ScheduledLead {
    const index = this.#stepCount++;
    const { kind, note, durationMs } = lead;
    const atMs = Math.min(lead.atMs, ceilingMs);
    if (left) {
      // The last round's rest stands behind everything else in its group, which had been left before it was due.
      left.clock.deadline.next = index + 1;
      for (const { group } of left.rounds) this.leaveGroup(group);
      return { kind, note, atMs, durationMs, rounds: left.rounds, deadlines: this.#startAll(left.clocks) };
    }
    for (const { deadline, startsEarly } of clocks) {
      if (startsEarly && deadline.anchor < 0) deadline.anchor = index;
    }
    const running = clocks.filter(({ deadline }) => deadline.anchor >= 0);
    const deadlines = running.length === 0 ? undefined : running.map(({ deadline }) => deadline);
    return { kind, note, atMs, durationMs, rounds, deadlines };
  }

  #startAll(clocks: readonly GroupClock[]): readonly Deadline[] {
    const known = this.#deadlines.get(clocks);
    if (known) return known;
    for (const { deadline } of clocks) if (deadline.anchor < 0) deadline.anchor = this.#stepCount;
    const deadlines = clocks.map(({ deadline }) => deadline);
    this.#deadlines.set(clocks, deadlines);
    return deadlines;
  }

  /** What was placed; `lengthMs` is how long all of it takes. */
  finish(lengthMs: number): {
    readonly blocks: readonly ScheduledBlock[];
    readonly visits: readonly ScheduledVisit[];
    readonly groups: readonly PlanGroup[];
  } {
    if (lengthMs > MAX_PLAN_MS) this.#refuse(`would last ${formatClock(lengthMs)}; 24 hours is the most`);
    if (this.#beats > MAX_BEATS) this.#refuse(`would have ${this.#beats} strokes; ${MAX_BEATS} is the most`);
    return { blocks: this.#blocks.scheduled, visits: this.#visits, groups: this.#groups };
  }
}
