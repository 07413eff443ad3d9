/** Proposals for a routine, from the person's history; and what `--level auto` makes of them. */
import { buildTempoStrokes, parseTempo } from "../../catalog/tempo.ts";
import type { Exercise, Routine } from "../../catalog/types.ts";
import { UserError } from "../../errors.ts";
import { buildExerciseHistories } from "../../journal/progress/exercise-history.ts";
import { buildProposedFlags, explainProposal, formatProposedFlag } from "../../journal/progress/explain-proposal.ts";
import { type DosedExercise, type Proposal, proposeNextDoses } from "../../journal/progress/propose-doses.ts";
import type { SessionSummary } from "../../journal/session-summary.ts";
import { findExerciseByName } from "../../plan/find-exercise.ts";
import type { Override, PlanFlags, TempoOverride } from "../../plan/flags.ts";
import type { HistoryContext } from "./history.ts";

/** A proposal for each exercise of a routine, in its order. */
export function proposeForRoutine(
  routine: Routine,
  exercises: ReadonlyMap<string, Exercise>,
  open: HistoryContext,
  options: { readonly beyond?: boolean } = {},
): readonly Proposal[] {
  const content = routine.sections
    .flatMap((section) => section.blocks)
    .flatMap((block): DosedExercise[] => {
      const exercise = exercises.get(block.exercise);
      return exercise ? [{ exercise, block }] : [];
    });
  const summaries = function* (): Generator<SessionSummary> {
    for (const { summary } of open.sessions()) yield summary;
  };
  return proposeNextDoses(buildExerciseHistories(summaries(), routine.id), content, {
    nowMs: open.nowEpochMs,
    ...options,
  });
}

/** What the proposals change, as flags, and why, a sentence an exercise. */
export interface AutoAdjustments {
  readonly flags: PlanFlags;
  /** The flags in words. */
  readonly flagTexts: readonly string[];
  readonly reasons: readonly string[];
}

/**
 * The flags that `--level auto` stands for. Where the person gave a flag for the same thing, for all exercises or for
 * this one, nothing is proposed.
 *
 * @param given the person's own flags, which fit the routine.
 */
export function resolveAutoFlags(
  proposals: readonly Proposal[],
  exercises: ReadonlyMap<string, Exercise>,
  given: PlanFlags,
): AutoAdjustments {
  const holdMs: Override<number>[] = [];
  const reps: Override<number>[] = [];
  const tempo: Override<TempoOverride>[] = [];
  const reasons: string[] = [];
  const isGiven = { "--hold": given.holdMs, "--reps": given.reps, "--tempo": given.tempo };
  for (const proposal of proposals) {
    const content = exercises.get(proposal.exercise);
    if (!content) continue;
    const changes = buildProposedFlags(proposal, content);
    const left = changes.filter(({ flag }) => !isGiven[flag]?.some((change) => appliesTo(change, content, exercises)));
    if (changes.length === 0 || left.length > 0) reasons.push(`${proposal.name}: ${explainProposal(proposal)}`);
    for (const change of left) {
      const common = { exercise: change.exercise, flag: formatProposedFlag(change), proposed: true } as const;
      if (change.flag === "--hold") holdMs.push({ ...common, value: change.seconds * 1000 });
      else if (change.flag === "--reps") reps.push({ ...common, value: change.count });
      else tempo.push({ ...common, value: parseProposedTempo(change.tempo) });
    }
  }
  return {
    // Behind the person's own: of changes to one exercise and to all, those to one hold.
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
  const tempo = parseTempo(text);
  if (!tempo) throw new UserError(`the tempo ${text} of an earlier session cannot be read`);
  return { text, buildStrokes: (starts) => buildTempoStrokes(tempo, starts) };
}
