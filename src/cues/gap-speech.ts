/** What is said in a preparation, a switch of sides or a rest: what comes next, on which side, and how. */
import { findSet, findSetBefore, getExerciseOf, listNotes } from "../plan/types.ts";
import { firstSentence } from "../text/sentence.ts";
import { chooseSetCues } from "./choose-cues.ts";
import type { Phrase, SpeechSlot } from "./fit-phrases.ts";
import { type PhraseVariants, shortenToClause, shortenToSentence } from "./language/language.ts";
import {
  announcementOf,
  createPhrase,
  findSameExerciseBefore,
  nameLoad,
  nameRound,
  opensLastSets,
  type SpeechContext,
} from "./speech-context.ts";
import type { CueCategory } from "./types.ts";

/** Speech starts a little after the step, so that the key press and the first tone come first. */
const SPEECH_START_MS = 400;

/** If the count-in is at least this far away, a rest announces the set again shortly before it starts. */
const LONG_REST_MS = 12_000;
/** A rest this long is a break: how long it lasts is said. */
const BREAK_MS = 120_000;
/** So many steps are told before a set: more would not be remembered, and "lower slowly" would be done at once. */
const MAX_STEPS_TOLD = 2;

/** How long before the count-in of a long rest the set is announced again. */
const SET_REMINDER_LEAD_MS = 3500;

/**
 * The speech slots of a preparation, a switch or a rest, most important first.
 *
 * @param countInMs when the count-in starts; the end of the step if there is none.
 */
export function buildGapSpeech(context: SpeechContext, countInMs: number): SpeechSlot[] {
  const { plan, step } = context;
  const slot = (fromMs: number, phrases: readonly Phrase[]): SpeechSlot => ({
    fromMs,
    endByMs: countInMs,
    category: step.kind as CueCategory,
    phrases,
  });
  const notes = context.isFullVoice ? toPhrases(listNotes(plan, step)) : [];
  // What a rest is for is said at once, what belongs to the set behind it after its name.
  const breakSaid = nameBreak(context);
  const ofRest = [...breakSaid, ...(step.note ? notes.splice(0, 1) : [])];
  if (step.kind === "prepare") {
    return [slot(SPEECH_START_MS, [...nameRound(context), announce(context), ...notes, ...instruct(context)])];
  }
  if (step.kind === "switch") {
    // What the side means names it as well.
    const to = explainSide(context) ? null : step.side;
    const change = createPhrase(context, "switch", context.language.switchSides(to), 1);
    const sideAndSet = [...nameSide(context, 2), ...nameLastSet(context, 3)];
    return [slot(SPEECH_START_MS, [change, ...sideAndSet, ...notes, ...remind(context)])];
  }
  const hasReminder = countInMs >= LONG_REST_MS;
  if (findSetBefore(plan.steps, step.index)?.exercise !== step.exercise) {
    const isFirstTime = !findSameExerciseBefore(context);
    const details = isFirstTime
      ? instruct(context)
      : [...nameSide(context, 2), ...nameLoad(context), ...remind(context)];
    const phrases = [announceNextSet(context), ...notes, ...details];
    const reminder = slot(countInMs - SET_REMINDER_LEAD_MS, [nameExercise(context)]);
    return [...(hasReminder ? [reminder] : []), slot(SPEECH_START_MS, [...ofRest, ...nameRound(context), ...phrases])];
  }
  const lastSet = nameLastSet(context, 1);
  const phrases = [
    ...ofRest,
    ...nameRound(context),
    // In a short rest "last set" stands for its number, and leaves time for what to do.
    ...(hasReminder || lastSet.length === 0 ? [announceNextSet(context)] : lastSet),
    ...(plan.steps[step.index - 1]?.side === step.side ? [] : nameSide(context, 2)),
    ...nameLoad(context),
    ...notes,
    ...remind(context),
  ];
  const again = step.set.of === 1 && breakSaid.length > 0 ? [nameExercise(context)] : nameSet(context, 1);
  const reminder = slot(countInMs - SET_REMINDER_LEAD_MS, again);
  return [...(hasReminder ? [reminder] : []), slot(SPEECH_START_MS, phrases)];
}

/** Notes that were written for this moment, each as a phrase of its own. */
function toPhrases(notes: readonly (string | null | undefined)[]): Phrase[] {
  return notes.flatMap((note) => (note ? [{ name: "note", variants: shortenToSentence(note), priority: 3 }] : []));
}

function announce(context: SpeechContext): Phrase {
  const announcement = announcementOf(context);
  // What the side means is said next, and names the side that comes first.
  const isSideSaid = context.isFullVoice && announcement.sides === "each";
  const said = isSideSaid ? { ...announcement, firstSide: null } : announcement;
  return createPhrase(context, "announce", context.language.announce(said), 1);
}

/** Just its name, as a reminder. */
function nameExercise(context: SpeechContext): Phrase {
  return createPhrase(context, "announce", context.language.announce(announcementOf(context)).slice(-1), 1);
}

function nameBreak({ step, language }: SpeechContext): Phrase[] {
  const { durationMs } = step;
  if (step.kind !== "rest" || durationMs === null || durationMs < BREAK_MS) return [];
  return [{ name: "rest", variants: language.rest(durationMs), priority: 2 }];
}

function announceNextSet(context: SpeechContext): Phrase {
  const { name, dose } = announcementOf(context);
  const { index, of } = context.step.set;
  return createPhrase(context, "next", context.language.nextSet({ name, dose, set: index, of, side: null }), 1);
}

function explainSide({ plan, step }: SpeechContext): string | null {
  return (step.side && plan.exercises[step.exercise]?.sideMeaning?.[step.side]) ?? null;
}

function nameSide(context: SpeechContext, priority: number): Phrase[] {
  const { step, language } = context;
  if (!step.side) return [];
  // A brief voice says it in full, too: half of it may lead into another position.
  const variants = language.side(step.side, explainSide(context));
  return [{ ...createPhrase({ ...context, isFullVoice: true }, "side", variants, priority), decides: true }];
}

/** "Last set", which is required; otherwise "set 2 of 3", if there is time to say it. */
function nameSet(context: SpeechContext, priority: number): Phrase[] {
  const { index, of } = context.step.set;
  const lastSet = nameLastSet(context, priority);
  if (lastSet.length > 0) return lastSet;
  return context.isFullVoice && of > 1 ? [{ name: "set", variants: context.language.setNumber(index, of) }] : [];
}

/** "Last set", once an exercise. */
function nameLastSet(context: SpeechContext, priority: number): Phrase[] {
  if (!opensLastSets(context)) return [];
  return [createPhrase(context, "last-set", context.language.lastSet(), priority)];
}

/**
 * What is different in this block, how to get into position, on which side and with what load, and what to do: in the
 * order in which the person needs it.
 */
function instruct(context: SpeechContext): Phrase[] {
  const { plan, step, isFullVoice } = context;
  const exercise = getExerciseOf(plan, step);
  const sideAndLoad = [...nameSide(context, 2), ...nameLoad(context)];
  if (!isFullVoice || !exercise) return sideAndLoad;
  const position = positionVariants(exercise.position, explainSide(context) !== null);
  const [first, ...others] = buildHowTo(context, exercise.steps);
  return [
    ...toPhrases([plan.blocks[step.block]?.note]),
    { name: "position", variants: position, priority: 4 },
    ...sideAndLoad,
    ...(first ? [{ ...first, priority: 5 }] : []),
    ...others,
  ];
}

/** The exercise's steps; where there is no time for the first, one of its cues. */
function buildHowTo(context: SpeechContext, steps: readonly string[]): Phrase[] {
  const { before } = chooseSetCues(context);
  const [first, ...others] = steps.map(shortenToSentence);
  if (!first) return remind(context);
  // The cues of a set that waits for the person are read out in it: what they ask is not answered before.
  const set = findSet(context.plan.steps, context.step.index);
  const isAsked = set?.durationMs === null && !set.paced;
  return [
    { name: "how", variants: first, ...(before && { instead: before }) },
    ...(isAsked ? [] : others.slice(0, MAX_STEPS_TOLD - 1)).map((variants): Phrase => ({ name: "how", variants })),
  ];
}

/** Only the first sentence where the side is told as well: it says what the others would, with left and right in it. */
function positionVariants(position: string, isSideTold: boolean): PhraseVariants {
  return shortenToClause(isSideTold ? firstSentence(position) : position);
}

function remind(context: SpeechContext): Phrase[] {
  const { before } = chooseSetCues(context);
  return context.isFullVoice && before ? [{ name: "reminder", variants: [before] }] : [];
}
