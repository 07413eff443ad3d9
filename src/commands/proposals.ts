/** Proposals for a routine, from the person's history; and what `--level auto` makes of them. */
import { parseTempo, tempoStrokes } from "../catalog/tempo.ts";
import type { Exercise, Routine } from "../catalog/types.ts";
import { UserError } from "../errors.ts";
import { doingsOf } from "../journal/doings.ts";
import { type Dosed, type Proposal, suggest } from "../journal/progress.ts";
import { flagsOf, flagText, whyText } from "../journal/progress-words.ts";
import type { SessionSummary } from "../journal/summary.ts";
import type { Change, PlanFlags, TempoChange } from "../plan/flags.ts";
import type { OpenHistory } from "./open-history.ts";

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
 * The flags that `--level auto` stands for. A flag that the person gave for the same thing stands before all of them.
 *
 * @param given the person's own flags.
 */
export function autoFlags(
  proposals: readonly Proposal[],
  exercises: ReadonlyMap<string, Exercise>,
  given: PlanFlags,
): Auto {
  const holdMs: Change<number>[] = [];
  const reps: Change<number>[] = [];
  const tempo: Change<TempoChange>[] = [];
  for (const proposal of proposals) {
    const content = exercises.get(proposal.exercise);
    if (!content) continue;
    for (const change of flagsOf(proposal, content)) {
      const { exercise } = change;
      const flag = flagText(change);
      if (change.flag === "--hold") holdMs.push({ exercise, value: change.seconds * 1000, flag });
      else if (change.flag === "--reps") reps.push({ exercise, value: change.count, flag });
      else tempo.push({ exercise, value: tempoChange(change.tempo), flag });
    }
  }
  const flags = {
    ...(holdMs.length > 0 && !given.holdMs ? { holdMs } : {}),
    ...(reps.length > 0 && !given.reps ? { reps } : {}),
    ...(tempo.length > 0 && !given.tempo ? { tempo } : {}),
  };
  return {
    flags,
    words: Object.values(flags).flatMap((changes) => changes.map(({ flag }) => flag)),
    reasons: proposals.map((proposal) => `${proposal.name}: ${whyText(proposal)}`),
  };
}

function tempoChange(text: string): TempoChange {
  const tempo = parseTempo(text);
  if (!tempo) throw new UserError(`the tempo ${text} of an earlier session cannot be read`);
  return { text, strokes: (starts) => tempoStrokes(tempo, starts) };
}
