/**
 * The clocks of groups and sets while a session runs: when they began, when they are over, and where that leads.
 *
 * A clock begins when the session enters its first step from outside, and runs on whatever the person does; only a pause
 * stops it, as it stops session time. Going back or restarting never turns it back, and a step whose clock is over cannot
 * be entered any more: the session goes on where the clock leads.
 */
import { type Deadline, fillsInterval, type Step } from "../plan/step-types.ts";
import type { Plan } from "../plan/types.ts";
import type { PlayerState } from "./types.ts";

/** Where a session stands on its way through the plan. */
export type SessionPlace = Pick<PlayerState, "step" | "stepAtMs" | "extraMs" | "anchors" | "groupTimes">;

/** A clock that runs in the current step. */
interface RunningClock {
  readonly deadline: Deadline;
  /** Session time at which it is over. */
  readonly dueMs: number;
}

const NO_CLOCKS: readonly RunningClock[] = [];

/** The clocks of the current step, the first to be over first; of two at the same moment the one that leads further. */
export function listClocks(step: Step, { anchors, stepAtMs }: SessionPlace): readonly RunningClock[] {
  if (!step.deadlines) return NO_CLOCKS;
  return step.deadlines
    .map((deadline) => ({ deadline, dueMs: (anchors[deadline.anchor] ?? stepAtMs) + deadline.afterMs }))
    .sort((a, b) => a.dueMs - b.dueMs || b.deadline.next - a.deadline.next);
}

/** Session time at which the current step ends by itself: its own end or its first deadline; Infinity if it waits. */
export function findStepEndMs(step: Step, place: SessionPlace): number {
  const dueMs = listClocks(step, place)[0]?.dueMs ?? Number.POSITIVE_INFINITY;
  return fillsInterval(step) ? dueMs : Math.min(findOwnEndMs(step, place), dueMs);
}

/** Session time at which the current step would end without deadlines; Infinity if it waits. */
export function findOwnEndMs({ durationMs }: Step, { stepAtMs, extraMs }: SessionPlace): number {
  return durationMs === null ? Number.POSITIVE_INFINITY : stepAtMs + (durationMs + extraMs);
}

/** Whether the end of the current step at a session time cuts it off, rather than being what was planned for it. */
export function isCutOff(step: Step, place: SessionPlace, endMs: number): boolean {
  const isOwnCap = !step.paced && listClocks(step, place)[0]?.deadline.group === null;
  return findOwnEndMs(step, place) > endMs && !fillsInterval(step) && !isOwnCap;
}

/** The step that follows when the current one ends at this session time. */
export function findFollowingStep(plan: Plan, place: SessionPlace, atMs: number): number {
  const step = plan.steps[place.step];
  return step ? (findWayOut(step, place, atMs) ?? place.step + 1) : place.step;
}

/** Where the clocks lead that are over at this session time; null if none is. */
function findWayOut(step: Step, place: SessionPlace, atMs: number): number | null {
  const over = listClocks(step, place).filter(({ dueMs }) => dueMs <= atMs);
  return over.length === 0 ? null : Math.max(...over.map(({ deadline }) => deadline.next));
}

/** The place after entering a step, or the one that its clocks lead to if they are over, at this session time. */
export function enterStep(plan: Plan, before: SessionPlace, index: number, atMs: number): SessionPlace {
  const left = plan.steps[before.step];
  let step = index;
  for (;;) {
    const entered = plan.steps[step];
    const anchors = entered?.deadlines || left?.deadlines ? startClocks(before, left, entered, atMs) : before.anchors;
    const place: SessionPlace = { ...before, step, stepAtMs: atMs, extraMs: 0, anchors };
    const wayOut = entered ? findWayOut(entered, place, atMs) : null;
    if (wayOut === null) return { ...place, groupTimes: updateGroupTimes(plan, before, left, entered, atMs) };
    step = wayOut;
  }
}

/** When the clocks of the step that is entered began; those of the step that was left are kept for going back. */
function startClocks(
  { anchors, step: from }: SessionPlace,
  left: Step | undefined,
  entered: Step | undefined,
  atMs: number,
): SessionPlace["anchors"] {
  const started: Record<number, number> = {};
  for (const { anchor } of left?.deadlines ?? []) {
    const startMs = anchors[anchor];
    if (startMs !== undefined) started[anchor] = startMs;
  }
  for (const { anchor, group, afterMs } of entered?.deadlines ?? []) {
    const isInside = left?.deadlines?.some((one) => one.anchor === anchor && one.group === group) === true;
    const isEntry = anchor === entered?.index && (group === null || !isInside);
    const startMs = anchors[anchor];
    if (isEntry) started[anchor] = atMs;
    else if (startMs !== undefined) started[anchor] = startMs;
    // Who comes back from far behind finds the clock over; who begins in the middle starts it.
    else started[anchor] = entered && from > entered.index ? atMs - afterMs : atMs;
  }
  return started;
}

/** When the groups with a score began and ended. */
function updateGroupTimes(
  plan: Plan,
  { groupTimes, step: from }: SessionPlace,
  left: Step | undefined,
  entered: Step | undefined,
  atMs: number,
): SessionPlace["groupTimes"] {
  if (!plan.groups) return groupTimes;
  const before = listScoredGroups(plan, left);
  // It begins with its first set, not with a rest in front of that.
  const now = listScoredGroups(plan, entered).filter(
    (key) => entered?.kind === "set" || (groupTimes[key] && before.includes(key)),
  );
  if (before.length === 0 && now.length === 0) return groupTimes;
  const times = { ...groupTimes };
  for (const key of before) {
    const time = times[key];
    if (time && !now.includes(key)) times[key] = { ...time, toMs: atMs };
  }
  for (const key of now) {
    const time = times[key];
    const goesOn = time && (before.includes(key) || (entered && from > entered.index));
    times[key] = { fromMs: goesOn ? time.fromMs : atMs, toMs: null };
  }
  return times;
}

/** The keys of the groups with a score that a step stands in; a get-ready stands before them. */
function listScoredGroups({ groups }: Plan, step: Step | undefined): readonly string[] {
  if (!step?.rounds || step.kind === "prepare") return [];
  return step.rounds.flatMap(({ group }, depth) => {
    const one = groups?.[group];
    return one?.countUp || one?.rounds === null ? [formatGroupKey(step, depth)] : [];
  });
}

/** Names one pass of a group: its index and the rounds of the groups around it, innermost first. */
export function formatGroupKey({ rounds = [] }: Step, depth: number): string {
  return [rounds[depth]?.group, ...rounds.slice(depth + 1).map(({ index }) => index)].join("/");
}
