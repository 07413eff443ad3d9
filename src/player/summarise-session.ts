/** Sums up what was done in a session from its records. */
import type { Step } from "../plan/step-types.ts";
import type { Plan } from "../plan/types.ts";
import type { Phase } from "../terms.ts";
import { computeScores, isCounted } from "./score.ts";
import { formatScore } from "./score-text.ts";
import type { GroupScore, WorkoutSummary } from "./summary-types.ts";
import type { PlayerState, StepRecord } from "./types.ts";

/** Strokes without load on the muscle: they do not count as time under tension. */
const RELAXED_PHASES: ReadonlySet<Phase> = new Set(["relax", "pause-bottom", "inhale", "exhale"]);

/**
 * Sums up a session so far; every planned set that was not completed counts as skipped.
 *
 * @param compareWithLast says how a score compares with the last time, "" if it cannot be compared.
 */
export function summariseSession(
  plan: Plan,
  state: PlayerState,
  compareWithLast: (score: GroupScore) => string = () => "",
): WorkoutSummary {
  const sets = plan.steps.filter((step) => step.kind === "set" && isPlanned(plan, step, state.records));
  const done = plan.steps.flatMap((step) => {
    const record = state.records[step.index];
    return step.kind === "set" && record ? [{ step, record }] : [];
  });
  return {
    finished: state.status === "finished",
    setsCompleted: done.filter(({ record }) => record.how === "completed").length,
    setsPlanned: sets.length,
    reps: done.reduce((sum, { step, record }) => sum + (isCounted(step) ? record.reps : 0), 0),
    workedMs: done.reduce((sum, { record }) => sum + record.durationMs, 0),
    sessionMs: state.atMs,
    skipped: sets.filter((step) => state.records[step.index]?.how !== "completed").map((step) => step.label),
    scores: computeScores(plan, state).map((score) => ({
      title: score.name ?? "Score",
      text: formatScore(score),
      comparison: compareWithLast(score),
    })),
    muscles: sumTensionByMuscle(plan, done),
  };
}

/**
 * Whether a set was planned: of as many rounds as possible only those that were completed, as nobody can tell how many
 * there will be.
 */
export function isPlanned({ groups }: Plan, step: Step, records: PlayerState["records"]): boolean {
  const isOpenCount = step.rounds?.some(({ group }) => groups?.[group]?.rounds === null) === true;
  return !isOpenCount || records[step.index]?.how === "completed";
}

function sumTensionByMuscle(
  plan: Plan,
  done: readonly { step: Step; record: StepRecord }[],
): WorkoutSummary["muscles"] {
  const byName = new Map<string, number>();
  for (const { step, record } of done) {
    const ms = timeUnderTensionMs(step, record.durationMs);
    for (const name of plan.exercises[step.exercise]?.targets ?? []) byName.set(name, (byName.get(name) ?? 0) + ms);
  }
  return [...byName]
    .map(([name, ms]) => ({ name, ms }))
    .filter(({ ms }) => ms >= 1000)
    .sort((a, b) => b.ms - a.ms || a.name.localeCompare(b.name));
}

/**
 * Time under tension in the first `elapsedMs` of a set: all strokes except those in which the muscle relaxes. A
 * self-paced set has at most what its repetitions are estimated at, an open one (a test) none.
 */
export function timeUnderTensionMs(step: Step, elapsedMs: number): number {
  if (step.paced) return Math.min(elapsedMs, step.paced.estimateMs);
  if (step.durationMs === null) return 0;
  // A set of one timed stroke may have been extended.
  if (step.stretchable) return step.beats.some((beat) => RELAXED_PHASES.has(beat.phase)) ? 0 : elapsedMs;
  return step.beats.reduce(
    (sum, beat) =>
      sum + (RELAXED_PHASES.has(beat.phase) ? 0 : Math.min(Math.max(0, elapsedMs - beat.atMs), beat.durationMs)),
    0,
  );
}
