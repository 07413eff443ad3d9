/** The score of groups that have one, from the plan and what was done: rounds and repetitions, or a time. */
import type { Step } from "../plan/step-types.ts";
import type { Plan, PlanGroup } from "../plan/types.ts";
import { formatClock, formatSeconds } from "../text/duration.ts";
import { formatGroupKey } from "./clocks.ts";
import type { GroupScore } from "./summary-types.ts";
import type { PlayerState } from "./types.ts";

/** What was done of one round. */
interface RoundTally {
  sets: number;
  completed: number;
  reps: number;
}

/** One pass of a group with its rounds, by their number. */
interface GroupTally {
  readonly index: number;
  readonly group: PlanGroup;
  readonly rounds: Map<number, RoundTally>;
}

type DoneSoFar = Pick<PlayerState, "records" | "groupTimes" | "atMs">;

/**
 * The scores of the groups that were begun, in their order; a group that is done several times has one for each. A round
 * counts when all its sets were completed; what was done of other rounds counts in repetitions, and in sets that have none.
 */
export function computeScores(plan: Plan, { records, groupTimes, atMs }: DoneSoFar): readonly GroupScore[] {
  return [...tallyGroups(plan, records)].flatMap(([key, tally]) => {
    const time = groupTimes[key];
    if (!time) return [];
    const ms = Math.round((time.toMs ?? atMs) - time.fromMs);
    return [buildScore(plan, key, tally, { ms, hasEnded: time.toMs !== null })];
  });
}

function buildScore(
  plan: Plan,
  key: string,
  { index, group, rounds }: GroupTally,
  { ms, hasEnded }: { readonly ms: number; readonly hasEnded: boolean },
): GroupScore {
  const all = [...rounds.values()];
  const partial = all.filter(({ sets, completed }) => completed < sets);
  const isOpen = group.rounds === null;
  const isTimeUp = ms >= (group.capMs ?? Number.POSITIVE_INFINITY);
  const isDone = isOpen ? isTimeUp : hasEnded;
  return {
    group: index,
    name: group.name,
    workout: describeWorkout(plan, group, key),
    kind: isOpen ? "rounds" : "time",
    rounds: all.length - partial.length,
    reps: partial.reduce((sum, { reps }) => sum + reps, 0),
    sets: partial.reduce((sum, { completed }) => sum + completed, 0),
    setsLeft: isOpen ? 0 : partial.reduce((sum, { sets, completed }) => sum + sets - completed, 0),
    ms,
    end: !isDone ? "stopped" : !isOpen && isTimeUp && partial.length > 0 ? "cap" : "done",
  };
}

const tallies = new WeakMap<PlayerState["records"], { plan: Plan; byKey: ReadonlyMap<string, GroupTally> }>();

/** What was done in every pass of the groups with a score; worked out once for each list of records. */
function tallyGroups(plan: Plan, records: PlayerState["records"]): ReadonlyMap<string, GroupTally> {
  const known = tallies.get(records);
  if (known?.plan === plan) return known.byKey;
  const byKey = new Map<string, GroupTally>();
  for (const step of plan.steps) tallyStep(plan, step, records, byKey);
  tallies.set(records, { plan, byKey });
  return byKey;
}

function tallyStep(plan: Plan, step: Step, records: PlayerState["records"], byKey: Map<string, GroupTally>): void {
  if (step.kind !== "set") return;
  for (const [depth, { group: index, index: round }] of (step.rounds ?? []).entries()) {
    const group = plan.groups?.[index];
    if (!group || !isScored(group)) continue;
    const key = formatGroupKey(step, depth);
    const tally = byKey.get(key) ?? { index, group, rounds: new Map<number, RoundTally>() };
    byKey.set(key, tally);
    const done = tally.rounds.get(round) ?? { sets: 0, completed: 0, reps: 0 };
    tally.rounds.set(round, done);
    const record = records[step.index];
    done.sets += 1;
    if (record?.how === "completed") done.completed += 1;
    if (isCounted(step)) done.reps += record?.reps ?? 0;
  }
}

/** Whether a group ends in a score: as many rounds as possible, or for time. */
export function isScored({ rounds, countUp }: PlanGroup): boolean {
  return rounds === null || countUp === true;
}

/** Whether a set is counted in repetitions, not in seconds. */
export function isCounted({ paced, beats }: Step): boolean {
  return paced !== undefined || beats.length > 1;
}

/**
 * How many rounds of the group that a step stands in were completed in this pass; null where there is no telling how
 * many there are.
 */
export function countRoundsDone(plan: Plan, step: Step, records: PlayerState["records"]): number | null {
  const depth = (step.rounds ?? []).findIndex(({ group }) => plan.groups?.[group]?.rounds === null);
  if (depth < 0) return null;
  const rounds = tallyGroups(plan, records).get(formatGroupKey(step, depth))?.rounds.values() ?? [];
  return [...rounds].filter(({ sets, completed }) => completed === sets).length;
}

/** "12:00: 5 Pull-up, 10 Push-up", "21-15-9 Thruster @40 kg": what a score is for; scores of the same can be compared. */
function describeWorkout(plan: Plan, group: PlanGroup, key: string): string {
  const places: { name: string; amounts: string[] }[] = [];
  let [round, place] = [0, 0];
  for (const step of plan.steps.slice(group.from, group.to)) {
    const depth = step.rounds?.findIndex((one) => plan.groups?.[one.group] === group) ?? -1;
    if (step.kind !== "set" || depth < 0 || formatGroupKey(step, depth) !== key) continue;
    const index = step.rounds?.[depth]?.index ?? 0;
    if (index > (group.rounds ?? 1)) break;
    place = index === round ? place + 1 : 0;
    round = index;
    const load = step.load === undefined ? "" : ` @${step.load}`;
    const name = `${plan.exercises[step.exercise]?.name ?? step.exercise}${step.side ? ` ${step.side}` : ""}${load}`;
    const amount = isCounted(step) ? String(step.reps) : formatSeconds(step.durationMs ?? 0);
    const known = places[place];
    if (known?.name === name) known.amounts.push(amount);
    else places.push({ name, amounts: [amount] });
  }
  const parts = places.map(({ name, amounts }) => `${joinAmounts(amounts)} ${name}`);
  const cap = group.capMs === undefined ? "" : `${formatClock(group.capMs)}: `;
  return `${cap}${parts.join(", ")}`.slice(0, MAX_WORKOUT_LENGTH);
}

/** A line of text that a session file can hold. */
const MAX_WORKOUT_LENGTH = 300;

/** "3 × 5" where all rounds are alike, otherwise "21-15-9". */
function joinAmounts(amounts: readonly string[]): string {
  const isSame = amounts.every((amount) => amount === amounts[0]);
  if (!isSame) return amounts.join("-");
  return amounts.length > 1 ? `${amounts.length} × ${amounts[0]}` : (amounts[0] ?? "");
}
