/** How much of a plan is spent in sets, in rests and changing over, by what is known and estimated. */
import { formatDoseDuration } from "../text/duration.ts";
import { type Deadline, isFurtherRound, type Step, type StepKind } from "./step-types.ts";
import type { Plan, PlanGroup } from "./types.ts";

/** What to do about an interval that its work does not fit into. */
export const INTERVAL_ADVICE = "choose less work or a longer interval";

/** "Tight: about 75 s of work in each 60 s; …" for every interval that is shorter than the estimates of its work. */
export function describeTightIntervals({ steps }: Plan): readonly string[] {
  const rounds = new Map<string, { everyMs: number; workMs: number }>();
  for (const step of steps) {
    if (isFurtherRound(step)) continue;
    for (const { kind, anchor, group, afterMs } of step.deadlines ?? []) {
      if (kind !== "interval") continue;
      const key = `${group} ${anchor}`;
      const round = rounds.get(key) ?? { everyMs: afterMs, workMs: 0 };
      rounds.set(key, round);
      round.workMs += step.durationMs ?? step.paced?.estimateMs ?? 0;
    }
  }
  const tight = [...rounds.values()].filter(({ everyMs, workMs }) => workMs > everyMs);
  const texts = tight.map(
    ({ everyMs, workMs }) =>
      `Tight: about ${formatDoseDuration(workMs)} of work in each ${formatDoseDuration(everyMs)}; ${INTERVAL_ADVICE}.`,
  );
  return [...new Set(texts)];
}

/**
 * Milliseconds by the kind of step. What an interval or a cap cuts off by the estimates is left out. Of as many rounds as
 * possible, the first round stands for all of the cap.
 */
export function sumTimeByKind(plan: Plan): TimeByKind {
  const { steps } = plan;
  const times = new EstimatedTimes(plan);
  for (const [index, step] of steps.entries()) {
    if (!isFurtherRound(step) || leadsToSecondRound(step, steps[index - 1])) times.pass(step);
  }
  return times.finish();
}

type TimeByKind = Readonly<Record<StepKind, number>>;

/** As many rounds as possible, while the first of them is gone through; the outermost one is the plan as a whole. */
interface OpenCount {
  readonly cap: Deadline | null;
  readonly startMs: number;
  /** When a clock around it ends it at the latest. */
  readonly latestMs: number;
  readonly sums: Record<StepKind, number>;
}

/** Whether a step is the rest that leads from the first of as many rounds as possible to the second. */
function leadsToSecondRound({ kind, rounds = [] }: Step, before: Step | undefined): boolean {
  const [further, ...others] = rounds.filter(({ of, index }) => of === null && index > 1);
  if (kind !== "rest" || further === undefined || others.length > 0) return false;
  return before?.rounds?.some(({ group, index }) => group === further.group && index === 1) === true;
}

/** The times of a plan that is gone through by its estimates. */
class EstimatedTimes {
  readonly #groups: readonly PlanGroup[];
  /** When each clock began, by the index of the step that starts it; and the time so far. */
  readonly #starts = new Map<number, number>();
  #atMs = 0;
  /** From outside in. */
  readonly #counts: [OpenCount, ...OpenCount[]];

  constructor({ groups = [] }: Plan) {
    this.#groups = groups;
    this.#counts = [createCount(null, 0, Number.POSITIVE_INFINITY)];
  }

  pass(step: Step): void {
    const { kind, durationMs, paced, deadlines = [] } = step;
    this.#closeCounts(deadlines);
    for (const { anchor } of deadlines) if (!this.#starts.has(anchor)) this.#starts.set(anchor, this.#atMs);
    this.#openCounts(deadlines);
    const leftMs = Math.max(0, this.#findCutMs(deadlines) - this.#atMs);
    const [first] = deadlines;
    // A rest without a length is what is left of its interval; a set without a count lasts until its own cap.
    const isWhole = durationMs === null && !paced && (kind === "rest" || first?.group === null);
    const ms = Math.min(leftMs, isWhole ? leftMs : (durationMs ?? paced?.estimateMs ?? 0));
    this.#innermost.sums[kind] += ms;
    this.#atMs += ms;
  }

  finish(): TimeByKind {
    this.#closeCounts([]);
    return this.#innermost.sums;
  }

  get #innermost(): OpenCount {
    return this.#counts.at(-1) as OpenCount;
  }

  /** When the first of these clocks is over; the cap of as many rounds as possible does not cut the first of them. */
  #findCutMs(deadlines: readonly Deadline[]): number {
    const cuts = deadlines.filter((one) => !this.#endsOpenCount(one));
    return Math.min(...cuts.map(({ anchor, afterMs }) => (this.#starts.get(anchor) ?? 0) + afterMs));
  }

  #endsOpenCount({ kind, group }: Deadline): boolean {
    return kind === "cap" && group !== null && this.#groups[group]?.rounds === null;
  }

  #openCounts(deadlines: readonly Deadline[]): void {
    for (const [index, cap] of [...deadlines.entries()].toReversed()) {
      const isOpen = this.#counts.some((count) => count.cap !== null && isSameClock(count.cap, cap));
      if (isOpen || !this.#endsOpenCount(cap)) continue;
      this.#counts.push(createCount(cap, this.#atMs, this.#findCutMs(deadlines.slice(index + 1))));
    }
  }

  /** Has one round stand for all of a cap that does not run any more. */
  #closeCounts(deadlines: readonly Deadline[]): void {
    for (;;) {
      const { cap, startMs, latestMs, sums } = this.#innermost;
      if (cap === null || deadlines.some((one) => isSameClock(one, cap))) return;
      this.#counts.pop();
      const lengthMs = Math.max(0, Math.min(cap.afterMs, latestMs - startMs));
      const roundMs = sums.prepare + sums.set + sums.switch + sums.rest;
      // Rounds of which nothing is known but that they last until the cap are work.
      const around = this.#innermost.sums;
      if (roundMs === 0) around.set += lengthMs;
      else for (const kind of KINDS) around[kind] += (sums[kind] * lengthMs) / roundMs;
      this.#atMs = startMs + lengthMs;
    }
  }
}

const KINDS: readonly StepKind[] = ["prepare", "set", "switch", "rest"];

function createCount(cap: Deadline | null, startMs: number, latestMs: number): OpenCount {
  return { cap, startMs, latestMs, sums: { prepare: 0, set: 0, switch: 0, rest: 0 } };
}

function isSameClock(one: Deadline, other: Deadline): boolean {
  return one.anchor === other.anchor && one.group === other.group;
}
