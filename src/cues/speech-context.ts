/** What the phrases of a step are made from: its exercise and dose, the language, and how much is said. */
import type { Plan, Step } from "../plan/types.ts";
import type { Phrase } from "./fit-phrases.ts";
import type { Announcement, Language, PhraseVariants, SetDose } from "./language/language.ts";
import type { PhraseName } from "./types.ts";

export interface SpeechContext {
  readonly plan: Plan;
  readonly step: Step;
  readonly language: Language;
  /** false for a brief voice: only what is needed, in few words. */
  readonly isFullVoice: boolean;
}

/** A phrase; required if it has a priority (see {@link Phrase}). A brief voice never says its longest variant. */
export function createPhrase(
  { isFullVoice }: SpeechContext,
  name: PhraseName,
  variants: PhraseVariants,
  priority: number,
): Phrase {
  return { name, variants: limitVariants(variants, isFullVoice), priority };
}

/** With a brief voice, leaves out the longest variant unless it is the only one. */
export function limitVariants(variants: PhraseVariants, isFullVoice: boolean): PhraseVariants {
  return isFullVoice || variants.length < 2 ? variants : variants.slice(1);
}

/** What is announced of the step's exercise before its first set. */
export function announcementOf({ plan, step }: SpeechContext): Announcement {
  const exercise = plan.exercises[step.exercise];
  const sets = plan.steps.filter(({ kind, block }) => kind === "set" && block === step.block);
  const first = sets[0] ?? step;
  const isOneSided = exercise?.sides === "each" && sets.every(({ side }) => side === first.side);
  return {
    name: exercise?.name ?? "",
    sets: step.set.of,
    dose: setDoseOf(first),
    sides: isOneSided ? "one" : (exercise?.sides ?? "both"),
    firstSide: first.side ?? first.beats[0]?.side ?? null,
  };
}

function setDoseOf({ durationMs, beats, reps }: Step): SetDose {
  if (durationMs === null) return { type: "open" };
  if (beats.length > reps) return { type: "reps", reps };
  return reps > 1 ? { type: "times", reps, ms: durationMs / reps } : { type: "time", ms: durationMs };
}
