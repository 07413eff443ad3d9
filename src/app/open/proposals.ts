/** Proposals for a routine, from the person's history; and what `--level auto` makes of them. */
import { parseTempo, tempoStrokes } from "../../catalog/tempo.ts";
import type { Exercise, Routine } from "../../catalog/types.ts";
import { UserError } from "../../errors.ts";
import { doingsOf } from "../../journal/progress/doings.ts";
import { type Dosed, type Proposal, suggest } from "../../journal/progress/progress.ts";
import { flagsOf, flagText, whyText } from "../../journal/progress/progress-words.ts";
import type { SessionSummary } from "../../journal/read/summary.ts";
import type { Change, PlanFlags, TempoChange } from "../../plan/flags.ts";
import { exerciseNamed } from "../../plan/names.ts";
import type { OpenHistory } from "./history.ts";

/** A proposal for each exercise of a routine, in its order. */
export function proposalsFor(
  routine: Routine,
  exercises: ReadonlyMap<string, Exercise>,
  open: OpenHistory,
  options: { readonly beyond?: boolean } = {},
): readonly Proposal[] {
  const content = routine.sections
    .flatMap((section) => section.blocks)
    .flatMap((block): Dosed[] => {
      const exercise = exercises.get(block.exercise);
      return exercise ? [{ exercise, block }] : [];
    });
  const summaries = function* (): Generator<SessionSummary> {
    for (const { summary } of open.sessions()) yield summary;
  };
  return suggest(doingsOf(summaries(), routine.id), content, { nowMs: open.nowEpochMs, ...options });
}

/** What the proposals change, as flags, and why, a sentence an exercise. */
export interface Auto {
  readonly flags: PlanFlags;
  /** The flags in words. */
  readonly words: readonly string[];
  readonly reasons: readonly string[];
}

/**
 * The flags that `--level auto` stands for. Where the person gave a flag for the same thing, for all exercises or for
 * this one, nothing is proposed.
 *
 * @param given the person's own flags, which fit the routine.
 */
export function autoFlags(
  proposals: readonly Proposal[],
  exercises: ReadonlyMap<string, Exercise>,
  given: PlanFlags,
): Auto {
  const holdMs: Change<number>[] = [];
  const reps: Change<number>[] = [];
  const tempo: Change<TempoChange>[] = [];
  const reasons: string[] = [];
  const isGiven = { "--hold": given.holdMs, "--reps": given.reps, "--tempo": given.tempo };
  for (const proposal of proposals) {
    const content = exercises.get(proposal.exercise);
    if (!content) continue;
    const changes = flagsOf(proposal, content);
    const left = changes.filter(({ flag }) => !isGiven[flag]?.some((change) => isFor(change, content, exercises)));
    if (changes.length === 0 || left.length > 0) reasons.push(`${proposal.name}: ${whyText(proposal)}`);
    for (const change of left) {
      const common = { exercise: change.exercise, flag: flagText(change), proposed: true } as const;
      if (change.flag === "--hold") holdMs.push({ ...common, value: change.seconds * 1000 });
      else if (change.flag === "--reps") reps.push({ ...common, value: change.count });
      else tempo.push({ ...common, value: tempoChange(change.tempo) });
    }
  }
  return {
    // Behind the person's own: of changes to one exercise and to all, those to one hold.
    flags: {
      ...(holdMs.length > 0 && { holdMs: [...(given.holdMs ?? []), ...holdMs] }),
      ...(reps.length > 0 && { reps: [...(given.reps ?? []), ...reps] }),
      ...(tempo.length > 0 && { tempo: [...(given.tempo ?? []), ...tempo] }),
    },
    words: [...holdMs, ...reps, ...tempo].map(({ flag }) => flag),
    reasons,
  };
}

function isFor(change: Change<unknown>, exercise: Exercise, exercises: ReadonlyMap<string, Exercise>): boolean {
  return change.exercise === null || exerciseNamed(change.exercise, [...exercises.values()], "") === exercise;
}

function tempoChange(text: string): TempoChange {
  const tempo = parseTempo(text);
  if (!tempo) throw new UserError(`the tempo ${text} of an earlier session cannot be read`);
  return { text, strokes: (starts) => tempoStrokes(tempo, starts) };
}
