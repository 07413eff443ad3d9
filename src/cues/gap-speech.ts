/** What is said in a preparation, a switch of sides or a rest: what comes next, on which side, and how. */
import type { Phrase, SpeechSlot } from "./fit-phrases.ts";
import { shortenToClause, shortenToSentence, toSentence } from "./language/language.ts";
import {
  announcementOf,
  createPhrase,
  findSameExerciseBefore,
  findSetBefore,
  nameLoad,
  nameRound,
  type SpeechContext,
} from "./speech-context.ts";
import type { CueCategory } from "./types.ts";

/** Speech starts a little after the step, so that the key press and the first tone come first. */
const SPEECH_START_MS = 400;

/** If the count-in is at least this far away, a rest announces the set again shortly before it starts. */
const LONG_REST_MS = 12_000;
/** How long before the count-in of a long rest the set is announced again. */
const SET_REMINDER_LEAD_MS = 3500;

/**
 * The speech slots of a preparation, a switch or a rest, most important first.
 *
 * @param countInMs when the count-in starts; the end of the step if there is none.
 */
export function buildGapSpeech(context: SpeechContext, countInMs: number): SpeechSlot[] {
  const { step } = context;
  const slot = (fromMs: number, phrases: readonly Phrase[]): SpeechSlot => ({
    fromMs,
    endByMs: countInMs,
    category: step.kind as CueCategory,
    phrases,
  });
  if (step.kind === "prepare") {
    const phrases = [announce(context), ...nameSide(context, 2), ...nameLoad(context), ...instruct(context)];
    return [slot(SPEECH_START_MS, [...nameRound(context), ...phrases])];
  }
  if (step.kind === "switch") {
    const change = createPhrase(context, "switch", context.language.switchSides(step.side), 1);
    return [slot(SPEECH_START_MS, [change, ...nameSide(context, 2), ...nameSet(context, 3), ...remind(context)])];
  }
  const hasReminder = countInMs >= LONG_REST_MS;
  if (findSetBefore(context)?.exercise !== step.exercise) {
    const isFirstTime = !findSameExerciseBefore(context);
    const details = isFirstTime ? instruct(context) : remind(context);
    const phrases = [announceNextSet(context), ...nameSide(context, 2), ...nameLoad(context), ...details];
    const reminder = slot(countInMs - SET_REMINDER_LEAD_MS, [nameExercise(context)]);
    return [...(hasReminder ? [reminder] : []), slot(SPEECH_START_MS, [...nameRound(context), ...phrases])];
  }
  const phrases = [
    ...nameRound(context),
    announceNextSet(context),
    // The announcement already says which set is next; if it is the last set, say so right away.
    ...(hasReminder ? [] : nameLastSet(context, 2)),
    ...(isSideNew(context) ? nameSide(context, 3) : []),
    ...nameLoad(context),
    ...remind(context),
  ];
  const reminder = slot(countInMs - SET_REMINDER_LEAD_MS, nameSet(context, 1));
  return [...(hasReminder ? [reminder] : []), slot(SPEECH_START_MS, phrases)];
}

function announce(context: SpeechContext): Phrase {
  return createPhrase(context, "announce", context.language.announce(announcementOf(context)), 1);
}

/** Just its name, as a reminder. */
function nameExercise(context: SpeechContext): Phrase {
  return createPhrase(context, "announce", context.language.announce(announcementOf(context)).slice(-1), 1);
}

function announceNextSet(context: SpeechContext): Phrase {
  const { name, dose } = announcementOf(context);
  const { index, of } = context.step.set;
  return createPhrase(context, "next", context.language.nextSet({ name, dose, set: index, of, side: null }), 1);
}

function isSideNew(context: SpeechContext): boolean {
  const { plan, step } = context;
  return announcementOf(context).sides === "each" && plan.steps[step.index - 1]?.side !== step.side;
}

function nameSide(context: SpeechContext, priority: number): Phrase[] {
  const { plan, step, language } = context;
  if (!step.side) return [];
  const meaning = plan.exercises[step.exercise]?.sideMeaning?.[step.side] ?? null;
  return [createPhrase(context, "side", language.side(step.side, meaning), priority)];
}

/** "Last set", which is required; otherwise "set 2 of 3", if there is time to say it. */
function nameSet(context: SpeechContext, priority: number): Phrase[] {
  const { index, of } = context.step.set;
  if (index === of) return nameLastSet(context, priority);
  return context.isFullVoice ? [{ name: "set", variants: context.language.setNumber(index, of) }] : [];
}

/** "Last set", if this is the last of several. */
function nameLastSet(context: SpeechContext, priority: number): Phrase[] {
  const { index, of } = context.step.set;
  if (of === 1 || index < of) return [];
  const side = announcementOf(context).sides === "each" ? context.step.side : null;
  return [createPhrase(context, "last-set", context.language.lastSet(side), priority)];
}

/** How to get into position, what is different in this block, what to do, and one of the exercise's cues. */
function instruct({ plan, step, isFullVoice }: SpeechContext): Phrase[] {
  const exercise = plan.exercises[step.exercise];
  if (!isFullVoice || !exercise) return [];
  const note = plan.blocks[step.block]?.note;
  return [
    ...(exercise.position === "" ? [] : [{ name: "position" as const, variants: shortenToClause(exercise.position) }]),
    ...(note ? [{ name: "note" as const, variants: shortenToSentence(note) }] : []),
    ...exercise.steps.map((line): Phrase => ({ name: "how", variants: shortenToSentence(line) })),
    ...exercise.cues.slice(0, 1).map((cue): Phrase => ({ name: "reminder", variants: [toSentence(cue)] })),
  ];
}

function remind({ plan, step, isFullVoice }: SpeechContext): Phrase[] {
  const cues = plan.exercises[step.exercise]?.cues ?? [];
  const cue = cues[step.set.index % cues.length];
  return isFullVoice && cue ? [{ name: "reminder", variants: [toSentence(cue)] }] : [];
}
