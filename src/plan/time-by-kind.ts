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
 * possible, one round stands for all of the cap.
 */
export function sumTimeByKind(plan: Plan): Readonly<Record<StepKind, number>> {
  const { steps, groups = [] } = plan;
  const sums = { prepare: 0, set: 0, switch: 0, rest: 0 };
  const caps = new Map<number, CappedRound>();
  const clocks = new EstimatedClocks(steps);
  for (const [index, step] of steps.entries()) {
    if (isFurtherRound(step) && !endsFirstRound(step, steps[index - 1])) continue;
    sums.rest += clocks.enter(step);
    const clock = findOpenCap(step, groups);
    const ms = clocks.pass(step, clock);
    if (!clock) {
      sums[step.kind] += ms;
      continue;
    }
    const round = caps.get(clock.anchor) ?? { capMs: clock.afterMs, prepare: 0, set: 0, switch: 0, rest: 0 };
    caps.set(clock.anchor, round);
    round[step.kind] += ms;
  }
  sums.rest += clocks.enter(undefined);
  for (const { capMs, ...round } of caps.values()) {
    const roundMs = round.prepare + round.set + round.switch + round.rest;
    // Rounds of which nothing is known but that they last until the cap are work.
    if (roundMs === 0) sums.set += capMs;
    else
      for (const kind of ["prepare", "set", "switch", "rest"] as const) sums[kind] += (round[kind] * capMs) / roundMs;
  }
  return sums;
}

/** The first of as many rounds as possible, in milliseconds by kind, and the cap that it stands for. */
type CappedRound = Record<StepKind, number> & { readonly capMs: number };

/** The cap of the innermost group without a number of rounds that runs in a step; not yet in the get-ready before it. */
function findOpenCap({ rounds, deadlines }: Step, groups: readonly PlanGroup[]): Deadline | undefined {
  for (const { group } of rounds ?? []) {
    const clock = groups[group]?.rounds === null && deadlines?.find((one) => one.kind === "cap" && one.group === group);
    if (clock) return clock;
  }
  return undefined;
}

/** Whether a step is the rest that leads from the first of as many rounds as possible to the second. */
function endsFirstRound({ kind }: Step, before: Step | undefined): boolean {
  return kind === "rest" && before !== undefined && !isFurtherRound(before);
}

/** The clocks of a plan that is gone through by its estimates. */
class EstimatedClocks {
  readonly #steps: readonly Step[];
  /** When each clock began, by the index of the step that starts it; and the time so far. */
  readonly #starts = new Map<number, number>();
  #atMs = 0;
  #openCap: Deadline | undefined;
  #before: Step | undefined;

  constructor(steps: readonly Step[]) {
    this.#steps = steps;
  }

  /** Starts the clocks of a step. @returns what is left of the last interval of the step before it, where that is waited out. */
  enter(step: Step | undefined): number {
    const { deadlines = [] } = step ?? {};
    const before = (this.#before?.deadlines ?? []).filter(({ group }) => group !== null);
    const left = before.filter(
      (one) => one.kind === "interval" && !deadlines.some(({ anchor, group }) => isSame(one, anchor, group)),
    );
    let restMs = 0;
    for (const { anchor, next } of left) {
      const waits = this.#steps.slice(anchor, next).some((one) => one.durationMs === null);
      // A cap around the interval cuts it.
      if (waits && !this.#openCap)
        restMs = Math.max(0, Math.min(...before.map((clock) => this.#dueMs(clock))) - this.#atMs);
    }
    this.#atMs += restMs;
    const cap = this.#openCap;
    if (cap && !deadlines.some(({ anchor, group }) => isSame(cap, anchor, group))) {
      this.#atMs = this.#dueMs(cap);
      this.#openCap = undefined;
    }
    for (const { anchor } of deadlines) if (!this.#starts.has(anchor)) this.#starts.set(anchor, this.#atMs);
    return restMs;
  }

  /** Lets a step pass. @param openCap the cap of as many rounds as possible that it is in, which does not cut the first. */
  pass(step: Step, openCap: Deadline | undefined): number {
    const { kind, durationMs, paced, deadlines = [] } = step;
    const cuts = deadlines.filter((one) => one !== openCap).map((one) => this.#dueMs(one) - this.#atMs);
    const leftMs = Math.max(0, Math.min(...cuts));
    const [first] = deadlines;
    // A rest without a length is what is left of its interval; a set without a count lasts until its own cap.
    const isWhole = durationMs === null && !paced && (kind === "rest" || first?.group === null);
    const ms = Math.min(leftMs, isWhole ? leftMs : (durationMs ?? paced?.estimateMs ?? 0));
    this.#atMs += ms;
    this.#openCap = openCap;
    this.#before = step;
    return ms;
  }

  #dueMs({ anchor, afterMs }: Deadline): number {
    return (this.#starts.get(anchor) ?? this.#atMs) + afterMs;
  }
}

function isSame(clock: Deadline, anchor: number, group: number | null): boolean {
  return clock.anchor === anchor && clock.group === group;
}
