/** Proposals for a routine from the user's history, and the flags that `--level auto` derives from them. */
import { blocksOf } from "../../catalog/create-routine.ts";
import type { Exercise } from "../../catalog/exercise-types.ts";
import { findExerciseByName } from "../../catalog/find-entry.ts";
import type { Routine } from "../../catalog/types.ts";
import { UserError } from "../../errors.ts";
import { buildExerciseHistories } from "../../journal/progress/exercise-history.ts";
import { buildProposedFlags, explainProposal, formatProposedFlag } from "../../journal/progress/explain-proposal.ts";
import { type DosedExercise, type Proposal, proposeNextDoses } from "../../journal/progress/propose-doses.ts";
import { isInFuture, type SessionSummary } from "../../journal/session-summary.ts";
import type { Override, PlanFlags, TempoOverride } from "../../plan/flags.ts";
import { parseTempoOverride } from "../flags/flag-values.ts";
import type { HistoryContext } from "./history.ts";

/** A proposal for each exercise of a routine, in its order. */
export function proposeForRoutine(
  routine: Routine,
  exercises: ReadonlyMap<string, Exercise>,
  history: HistoryContext,
  options: { readonly beyond?: boolean } = {},
): readonly Proposal[] {
  const dosed = blocksOf(routine).flatMap((block): DosedExercise[] => {
    const exercise = exercises.get(block.exercise);
    return exercise ? [{ exercise, block }] : [];
  });
  const summaries = function* (): Generator<SessionSummary> {
    for (const { summary } of history.sessions()) if (!isInFuture(summary, history.nowEpochMs)) yield summary;
  };
  return proposeNextDoses(buildExerciseHistories(summaries(), routine.id), dosed, {
    nowMs: history.nowEpochMs,
    ...options,
  });
}

/** The proposed changes as flags, with one reason per exercise. */
export interface AutoAdjustments {
  readonly flags: PlanFlags;
  /** The flags as text. */
  readonly flagTexts: readonly string[];
  readonly reasons: readonly string[];
}

/**
 * Resolves `--level auto` to flags. The user's own flag for the same dose, for all exercises or this one, takes
 * precedence.
 *
 * @param given the user's own flags, already validated.
 * @param today the local day.
 */
export function resolveAutoFlags(
  proposals: readonly Proposal[],
  exercises: ReadonlyMap<string, Exercise>,
  given: PlanFlags,
  today: number,
): AutoAdjustments {
  const holdMs: Override<number>[] = [];
  const reps: Override<number>[] = [];
  const tempo: Override<TempoOverride>[] = [];
  const reasons: string[] = [];
  const isGiven = { "--hold": given.holdMs, "--reps": given.reps, "--tempo": given.tempo };
  for (const proposal of proposals) {
    const exercise = exercises.get(proposal.exercise);
    if (!exercise) continue;
    const changes = buildProposedFlags(proposal, exercise);
    const remaining = changes.filter(
      ({ flag }) => !isGiven[flag]?.some((change) => appliesTo(change, exercise, exercises)),
    );
    if (changes.length === 0 || remaining.length > 0)
      reasons.push(`${proposal.name}: ${explainProposal(proposal, today)}`);
    for (const change of remaining) {
      const common = { exercise: change.exercise, flag: formatProposedFlag(change), proposed: true } as const;
      if (change.flag === "--hold") holdMs.push({ ...common, value: change.seconds * 1000 });
      else if (change.flag === "--reps") reps.push({ ...common, value: change.count });
      else tempo.push({ ...common, value: parseProposedTempo(change.tempo) });
    }
  }
  return {
    // After the user's own: an override for one exercise beats one for all.
    flags: {
      ...(holdMs.length > 0 && { holdMs: [...(given.holdMs ?? []), ...holdMs] }),
      ...(reps.length > 0 && { reps: [...(given.reps ?? []), ...reps] }),
      ...(tempo.length > 0 && { tempo: [...(given.tempo ?? []), ...tempo] }),
    },
    flagTexts: [...holdMs, ...reps, ...tempo].map(({ flag }) => flag),
    reasons,
  };
}

function appliesTo(change: Override<unknown>, exercise: Exercise, exercises: ReadonlyMap<string, Exercise>): boolean {
  return change.exercise === null || findExerciseByName(change.exercise, [...exercises.values()], "") === exercise;
}

function parseProposedTempo(text: string): TempoOverride {
  const tempo = parseTempoOverride(text);
  if (!tempo) throw new UserError(`the tempo ${text} of an earlier session cannot be read`);
  return tempo;
}
