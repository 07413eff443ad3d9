/** What the phrases of a step are made from: its exercise and dose, the language, and how much is said. */
import type { Step } from "../plan/step-types.ts";
import { findSet, findSetBefore, type Plan } from "../plan/types.ts";
import { memoise } from "../player/memoise.ts";
import type { Phrase } from "./fit-phrases.ts";
import type { Announcement, Language, PhraseVariants, SetDose } from "./language/language.ts";
import type { StepSpan } from "./step-span.ts";
import type { PhraseName } from "./types.ts";

export interface SpeechContext {
  readonly plan: Plan;
  readonly step: Step;
  readonly language: Language;
  /** The step between its neighbours. */
  readonly span: StepSpan;
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
export function announcementOf({ plan, step }: Pick<SpeechContext, "plan" | "step">): Announcement {
  const exercise = plan.exercises[step.exercise];
  const sets = groupSetsByBlock(plan)[step.block] ?? [];
  const first = sets[0] ?? step;
  const isOneSided = exercise?.sides === "each" && sets.every(({ side }) => side === first.side);
  const areCounted = step.rounds ? step.set.of > 1 : plan.blocks[step.block]?.sets === step.set.of;
  return {
    name: exercise?.name ?? "",
    sets: areCounted ? step.set.of : null,
    dose: setDoseOf(first),
    sides: isOneSided ? "one" : (exercise?.sides ?? "both"),
    firstSide: first.side ?? first.beats[0]?.side ?? null,
  };
}

/** The sets of each block in all its rounds. */
const groupSetsByBlock = memoise(({ blocks, steps }: Plan) => {
  const byBlock = blocks.map((): Step[] => []);
  for (const step of steps) if (step.kind === "set") byBlock[step.block]?.push(step);
  return byBlock;
});

/** The last set of the same exercise before a step. */
export function findSameExerciseBefore({ plan, step }: SpeechContext): Step | undefined {
  for (let index = step.index - 1; index >= 0; index--) {
    const before = plan.steps[index];
    if (before?.kind === "set" && before.exercise === step.exercise) return before;
  }
  return undefined;
}

/**
 * Whether the last sets of an exercise begin with a step's set: on one side after the other where sides alternate, on the
 * second side where one is done first. True for one set of each exercise and round, so that "last set" is said once.
 */
export function opensLastSets({ plan, step }: SpeechContext): boolean {
  const target = findSet(plan.steps, step.index);
  if (!target || target.set.of === 1) return false;
  const roundOf = ({ rounds }: Step) => rounds?.map(({ index }) => index).join();
  const sets = groupSetsByBlock(plan)[step.block]?.filter((set) => roundOf(set) === roundOf(target)) ?? [];
  const lastBefore = sets.findLastIndex(({ set }) => set.index < set.of);
  return sets[lastBefore + 1] === target;
}

const MINUTE_MS = 60_000;

/** "Round two of three", "minute four", if a round starts with the step's set and there is time to say it. */
export function nameRound({ plan, step, language, isFullVoice }: SpeechContext): Phrase[] {
  // What is left of an interval stands in the round before.
  const round = findSet(plan.steps, step.index)?.rounds?.find(({ of }) => of !== 1);
  const before = findSetBefore(plan.steps, step.index)?.rounds?.find(({ group }) => group === round?.group);
  if (!round || before?.index === round.index) return [];
  const isMinute = plan.groups?.[round.group]?.everyMs === MINUTE_MS;
  return [{ name: "round", variants: limitVariants(language.round(round.index, round.of, isMinute), isFullVoice) }];
}

/** The load, unless the exercise was done with it before. */
export function nameLoad(context: SpeechContext): Phrase[] {
  const { plan, step, language } = context;
  const load = findSet(plan.steps, step.index)?.load;
  if (!load || findSameExerciseBefore(context)?.load === load) return [];
  return [createPhrase(context, "load", language.load(load), 3)];
}

function setDoseOf({ durationMs, beats, reps, paced }: Step): SetDose {
  if (paced) return { type: "reps", reps };
  if (durationMs === null) return { type: "open" };
  if (beats.some(({ phase }) => phase === "inhale")) return { type: "breaths", breaths: reps };
  if (beats.length > reps) return { type: "reps", reps };
  return reps > 1 ? { type: "times", reps, ms: durationMs / reps } : { type: "time", ms: durationMs };
}
