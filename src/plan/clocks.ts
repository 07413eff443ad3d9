/** The clocks of groups while a plan is made: how long everything took so far, and the deadlines of steps. */
import type { Group } from "../catalog/types.ts";
import type { Deadline } from "./step-types.ts";
import type { PlanGroup } from "./types.ts";

/** Time since the start of the plan, in milliseconds, by three measures. */
export interface Elapsed {
  /** What is known: a set that waits for the person counts as zero, an interval and a cap as a whole. */
  knownMs: number;
  /** With the estimates of sets that wait for the person. */
  estimatedMs: number;
  /** If the person is as quick as anyone can be. */
  leastMs: number;
  /** How many sets waited for the person. */
  openSets: number;
}

/** A set that waits for the person takes nobody less than this. */
export const LEAST_SET_MS = 2000;

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** A clock of a group, started by the first step that carries it. */
export interface GroupClock {
  /** Its anchor is negative until the clock is started. */
  readonly deadline: Writable<Deadline>;
  /** Whether a rest or get-ready starts it; otherwise the first set does. */
  readonly startsEarly: boolean;
  /** What had elapsed when it was started. */
  start: Elapsed | null;
}

/** A clock that is not started yet. */
export function createClock(
  kind: Deadline["kind"],
  afterMs: number,
  group: number,
  { startsEarly = false }: { startsEarly?: boolean } = {},
): GroupClock {
  return { deadline: { kind, anchor: -1, afterMs, next: -1, group }, startsEarly, start: null };
}

/** Starts those clocks of a step that wait for it. */
export function startClocks(clocks: readonly GroupClock[], now: Elapsed, isSet: boolean): void {
  for (const clock of clocks) {
    if (clock.start === null && (isSet || clock.startsEarly)) clock.start = { ...now };
  }
}

/** The time, in milliseconds of the plan, behind which nothing counts: the first clock that is over. */
export function computeCeilingMs(clocks: readonly GroupClock[]): number {
  return clocks.reduce((ceilingMs, { deadline, start }) => {
    if (start === null) return ceilingMs;
    return Math.min(ceilingMs, start.knownMs + deadline.afterMs);
  }, Number.POSITIVE_INFINITY);
}

/** Ends a group at its cap: as many rounds as possible take all of it, a given number of rounds at most all of it. */
export function endAtCap(
  now: Elapsed,
  { deadline: { afterMs }, start }: GroupClock,
  isAsManyAsPossible: boolean,
): void {
  if (start === null) return;
  const waits = now.openSets > start.openSets;
  const end = (elapsedMs: number, startMs: number, isWhole: boolean) =>
    isWhole ? startMs + afterMs : Math.min(elapsedMs, startMs + afterMs);
  now.knownMs = end(now.knownMs, start.knownMs, isAsManyAsPossible || waits);
  now.estimatedMs = end(now.estimatedMs, start.estimatedMs, isAsManyAsPossible);
  now.leastMs = end(now.leastMs, start.leastMs, isAsManyAsPossible);
  if (isAsManyAsPossible) now.openSets = start.openSets;
}

/** The clocks of a group as the plan names them. */
export function describeClocks({ every, cap, countUp }: Group): Partial<PlanGroup> {
  return {
    ...(every !== undefined && { everyMs: Math.round(every * 1000) }),
    ...(cap !== undefined && { capMs: Math.round(cap * 1000) }),
    ...(countUp && { countUp }),
  };
}
