/** What the phrases of a step are made from: its exercise and dose, the language, and how much is said. */
import type { Step } from "../plan/step-types.ts";
import type { Plan } from "../plan/types.ts";
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
  const sets = setsOfBlock(plan, step.block);
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

const setsByPlan = new WeakMap<Plan, Step[][]>();

/** The sets of a block in all its rounds. */
function setsOfBlock(plan: Plan, block: number): readonly Step[] {
  let byBlock = setsByPlan.get(plan);
  if (!byBlock) {
    byBlock = plan.blocks.map((): Step[] => []);
    for (const step of plan.steps) if (step.kind === "set") byBlock[step.block]?.push(step);
    setsByPlan.set(plan, byBlock);
  }
  return byBlock[block] ?? [];
}

/** The set before a step; undefined before the first. */
export function findSetBefore({ plan, step }: SpeechContext): Step | undefined {
  let index = step.index - 1;
  while (plan.steps[index] && plan.steps[index]?.kind !== "set") index--;
  return plan.steps[index];
}

/** The set that a step is, or leads to. */
export function findSetFrom({ plan, step }: SpeechContext): Step | undefined {
  let { index } = step;
  while (plan.steps[index] && plan.steps[index]?.kind !== "set") index++;
  return plan.steps[index];
}

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
export function opensLastSets(context: SpeechContext): boolean {
  const target = findSetFrom(context);
  if (!target || target.set.of === 1) return false;
  const roundOf = ({ rounds }: Step) => rounds?.map(({ index }) => index).join();
  const sets = setsOfBlock(context.plan, context.step.block).filter((set) => roundOf(set) === roundOf(target));
  const lastBefore = sets.findLastIndex(({ set }) => set.index < set.of);
  return sets[lastBefore + 1] === target;
}

const MINUTE_MS = 60_000;

/** "Round two of three", "minute four", if a round starts with the step's set and there is time to say it. */
export function nameRound(context: SpeechContext): Phrase[] {
  // What is left of an interval stands in the round before.
  const round = findSetFrom(context)?.rounds?.find(({ of }) => of !== 1);
  const before = findSetBefore(context)?.rounds?.find(({ group }) => group === round?.group);
  if (!round || before?.index === round.index) return [];
  const isMinute = context.plan.groups?.[round.group]?.everyMs === MINUTE_MS;
  return [createPhraseIfRoom(context, "round", context.language.round(round.index, round.of, isMinute))];
}

/** The load, unless the exercise was done with it before. */
export function nameLoad(context: SpeechContext): Phrase[] {
  const { language } = context;
  const load = findSetFrom(context)?.load;
  if (!load || findSameExerciseBefore(context)?.load === load) return [];
  return [createPhrase(context, "load", language.load(load), 3)];
}

/** A phrase that fills the time that is left. */
function createPhraseIfRoom({ isFullVoice }: SpeechContext, name: PhraseName, variants: PhraseVariants): Phrase {
  return { name, variants: limitVariants(variants, isFullVoice) };
}

function setDoseOf({ durationMs, beats, reps, paced }: Step): SetDose {
  if (paced) return { type: "reps", reps };
  if (durationMs === null) return { type: "open" };
  if (beats.some(({ phase }) => phase === "inhale")) return { type: "breaths", breaths: reps };
  if (beats.length > reps) return { type: "reps", reps };
  return reps > 1 ? { type: "times", reps, ms: durationMs / reps } : { type: "time", ms: durationMs };
}
