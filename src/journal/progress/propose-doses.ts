/**
 * What to do next time: a proposal per exercise, from what was done and the source's ranges.
 *
 * The guides say to reduce what is too hard and to raise repetitions, band or time under tension when it is too easy.
 * Rules: easy twice in a row, one step up, at most two exercises at once; too hard, cut short, much pain or tighter
 * afterwards, one step down; a long break, two steps down; otherwise no change. Lasting or rising pain stops progression.
 * Pure: history, content and the current time are passed in.
 */
import type { Exercise } from "../../catalog/exercise-types.ts";
import { isTempoStroke } from "../../catalog/tempo.ts";
import type { Block } from "../../catalog/types.ts";
import {
  type AdjustableDose,
  clampDose,
  type DoseStep,
  formatLoweringTempo,
  listDoseSteps,
  MAX_REP_SECONDS,
  stepDose,
} from "./dose-steps.ts";
import type { ExerciseHistory, ExerciseRecord } from "./exercise-history.ts";
import { findReason, type ProposalReason, STEPS_DOWN } from "./find-reason.ts";

/** More exercises would not be moved up at once: what disagrees with the body could not be told. */
export const MAX_MOVED_UP = 2;
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
  /** Advice when numbers no longer help: the exercise's own easier or harder variant. */
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
  const proposals = content.flatMap(({ exercise, block }) => {
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
  return limitMovesUp(proposals, histories);
}

/** Lets the least recently moved exercises move up; the others do the same again, and their turn comes. */
function limitMovesUp(
  proposals: readonly Proposal[],
  histories: ReadonlyMap<string, ExerciseHistory>,
): readonly Proposal[] {
  const lastMoved = ({ exercise }: Proposal) => histories.get(exercise)?.lastMovedAtMs ?? -Infinity;
  const movesUp = proposals.filter(({ change }) => change === "up").sort((a, b) => lastMoved(a) - lastMoved(b) || 0);
  const waiting = new Set(movesUp.slice(MAX_MOVED_UP));
  return proposals.map((proposal) =>
    waiting.has(proposal) ? { ...proposal, change: "same", reason: "waits", to: proposal.from } : proposal,
  );
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
  if (STEPS_DOWN.has(reason)) {
    const once = stepDose(inside, applicable, -1);
    const to = once && reason === "away" ? (stepDose(once, applicable, -1) ?? once) : once;
    return to
      ? { ...base, change: "down", to }
      : { ...base, change: "easier", to: inside, advice: adviseEasier(exercise) };
  }
  return { ...base, change: "same", to: inside };
}

/**
 * A dose step as far as flags can express it; null if they cannot. Lowering is set by tempo, in whole seconds, and ends
 * where the whole repetition takes long enough.
 */
function limitToFlags(step: DoseStep, last: ExerciseRecord, { exercise, block }: DosedExercise): DoseStep | null {
  if (step.name !== "eccentric" || last.dose.eccentric === null) return step;
  const strokes = exercise.pattern.type !== "strokes" ? [] : (block?.strokes ?? exercise.pattern.strokes);
  if (!strokes.every(isTempoStroke)) return null;
  if (formatLoweringTempo(last.strokes, last.dose.eccentric, exercise) === null) return null;
  const others = last.strokes.reduce((sum, { seconds }) => sum + seconds, -last.dose.eccentric);
  const slowest = Math.max(step.low, Math.min(step.high, MAX_REP_SECONDS - others));
  const [low, high] = [Math.ceil(step.low), Math.floor(slowest)];
  return low > high ? null : { ...step, low, high };
}

function adviseHarder(exercise: Exercise): string {
  return exercise.harder[0] ?? "stay with it: it is where the source wants it";
}

function adviseEasier(exercise: Exercise): string {
  return exercise.easier[0] ?? "do fewer sets, and ask a professional if it stays hard";
}
