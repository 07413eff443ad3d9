/**
 * What to do next time: a proposal per exercise, from what was done and the source's ranges.
 *
 * The guides say to reduce what is too hard and to raise repetitions, band or time under tension when it is too easy.
 * Rules: easy twice in a row, one step up; too hard, cut short or tighter afterwards, one step down; a long break, two
 * steps down; otherwise no change. Pure: history, content and the current time are passed in.
 */
import { DAY_MS } from "../../calendar.ts";
import { isTempoStroke } from "../../catalog/tempo.ts";
import type { Block, Exercise } from "../../catalog/types.ts";
import {
  type AdjustableDose,
  clampDose,
  type DoseStep,
  formatLoweringTempo,
  isSameDose,
  listDoseSteps,
  stepDose,
} from "./dose-steps.ts";
import type { ExerciseHistory, ExerciseRecord } from "./exercise-history.ts";

/** Effort up to the first is easy, from the second on hard (CR-10). */
const MAX_EASY_EFFORT = 4;
export const MIN_HARD_EFFORT = 8;
/** An increase in tightness by this much is too much. */
const MIN_TIGHTNESS_INCREASE = 3;
/** After a longer break, restart gently. */
export const LONG_BREAK_DAYS = 14;

/** Why it is proposed; see explain-proposal.ts. */
export type ProposalReason =
  | "never-done"
  | "away"
  | "cut-short"
  | "hard"
  | "tighter"
  | "easy-twice"
  | "easy-once"
  | "fits"
  | "not-answered";

/** The change: more, less, the same; or, at the end of the range, another variant. */
type ProposedChange = "up" | "down" | "same" | "harder" | "easier" | "new";

export interface Proposal {
  readonly exercise: string;
  readonly name: string;
  readonly change: ProposedChange;
  readonly reason: ProposalReason;
  /** The last dose (null if never done) and the proposed one. */
  readonly from: AdjustableDose | null;
  readonly to: AdjustableDose | null;
  /** The last strokes; empty if never done. */
  readonly strokes: ExerciseRecord["strokes"];
  /** Advice when numbers no longer help: "add band resistance", or the exercise's own easier or harder variant. */
  readonly advice: string | null;
  /** The records it is based on, latest first. */
  readonly basedOn: readonly ExerciseRecord[];
}

/** An exercise with its block in a routine. */
export interface DosedExercise {
  readonly exercise: Exercise;
  readonly block: Block | null;
}

interface ProposalOptions {
  readonly nowMs: number;
  /** Whether steps may leave the source's range. */
  readonly beyond?: boolean;
}

/** A proposal for each exercise with a dose (an open test has none), in the given order. */
export function proposeNextDoses(
  histories: ReadonlyMap<string, ExerciseHistory>,
  content: readonly DosedExercise[],
  { nowMs, beyond = false }: ProposalOptions,
): readonly Proposal[] {
  const seen = new Set<string>();
  return content.flatMap(({ exercise, block }) => {
    if (exercise.pattern.type !== "strokes" || seen.has(exercise.id)) return [];
    seen.add(exercise.id);
    return [
      proposeForExercise(
        { exercise, block },
        listDoseSteps(exercise, block, beyond),
        histories.get(exercise.id),
        nowMs,
      ),
    ];
  });
}

function proposeForExercise(
  content: DosedExercise,
  steps: readonly DoseStep[],
  history: ExerciseHistory | undefined,
  nowMs: number,
): Proposal {
  const { exercise } = content;
  const last = history?.recent.at(-1);
  const about = { exercise: exercise.id, name: exercise.name };
  if (!history || !last)
    return {
      ...about,
      change: "new",
      reason: "never-done",
      from: null,
      to: null,
      strokes: [],
      advice: null,
      basedOn: [],
    };
  const { reason, basedOn } = findReason(last, history, nowMs);
  const from = last.dose;
  const base = { ...about, reason, from, strokes: last.strokes, basedOn, advice: null };
  const applicable = steps.flatMap((step) => limitToFlags(step, last, content) ?? []);
  const inside = clampDose(from, steps, applicable);
  if (reason === "easy-twice") {
    const to = stepDose(inside, applicable, 1);
    return to
      ? { ...base, change: "up", to }
      : { ...base, change: "harder", to: inside, advice: adviseHarder(exercise) };
  }
  if (reason === "hard" || reason === "cut-short" || reason === "tighter" || reason === "away") {
    const once = stepDose(inside, applicable, -1);
    const to = once && reason === "away" ? (stepDose(once, applicable, -1) ?? once) : once;
    return to
      ? { ...base, change: "down", to }
      : { ...base, change: "easier", to: inside, advice: adviseEasier(exercise) };
  }
  return { ...base, change: "same", to: inside };
}

/** The reason the latest records give; the strongest wins. */
function findReason(
  last: ExerciseRecord,
  history: ExerciseHistory,
  nowMs: number,
): { reason: ProposalReason; basedOn: readonly ExerciseRecord[] } {
  const before = history.recent.at(-2);
  // Doing it in another routine counts as training.
  if (nowMs - history.lastAnywhere.atMs > LONG_BREAK_DAYS * DAY_MS)
    return { reason: "away", basedOn: [history.lastAnywhere] };
  if (last.setsDoneInFull < last.sets) return { reason: "cut-short", basedOn: [last] };
  if ((last.effort ?? 0) >= MIN_HARD_EFFORT) return { reason: "hard", basedOn: [last] };
  if ((last.tighterBy ?? 0) >= MIN_TIGHTNESS_INCREASE) return { reason: "tighter", basedOn: [last] };
  if (last.effort === null) return { reason: "not-answered", basedOn: [last] };
  if (last.effort > MAX_EASY_EFFORT) return { reason: "fits", basedOn: [last] };
  // After a step up it must be easy twice again.
  if (before && wasEasy(before) && isSameDose(before.dose, last.dose))
    return { reason: "easy-twice", basedOn: [last, before] };
  return { reason: "easy-once", basedOn: [last] };
}

function wasEasy(record: ExerciseRecord): boolean {
  return record.setsDoneInFull >= record.sets && record.effort !== null && record.effort <= MAX_EASY_EFFORT;
}

/** A dose step as far as flags can express it; null if they cannot. Lowering is set by tempo, in whole seconds. */
function limitToFlags(step: DoseStep, last: ExerciseRecord, { exercise, block }: DosedExercise): DoseStep | null {
  if (step.name !== "eccentric" || last.dose.eccentric === null) return step;
  const strokes = exercise.pattern.type !== "strokes" ? [] : (block?.strokes ?? exercise.pattern.strokes);
  if (!strokes.every(isTempoStroke)) return null;
  if (formatLoweringTempo(last.strokes, last.dose.eccentric, exercise) === null) return null;
  const [low, high] = [Math.ceil(step.low), Math.floor(step.high)];
  return low > high ? null : { ...step, low, high };
}

/** Bands load strength work; stretching, rolling and relaxing have their own harder variants. */
function adviseHarder(exercise: Exercise): string {
  const loads = exercise.kind === "strength" || exercise.kind === "cardio";
  return loads ? "add band resistance" : (exercise.harder[0] ?? "stay with it: it is where the source wants it");
}

function adviseEasier(exercise: Exercise): string {
  return exercise.easier[0] ?? "do fewer sets, and ask a professional when it stays hard";
}
