/** What is said during a set: its strokes, the count, halfway, ten seconds left, breathing, and reminders in a long hold. */
import { type Beat, getMarkTimeMs, type Step } from "../plan/types.ts";
import { PHASE_LABELS, type Phase } from "../terms.ts";
import { chooseSetCues } from "./choose-cues.ts";
import type { Phrase, SpeechSlot } from "./fit-phrases.ts";
import { type PhraseVariants, toSentence } from "./language/language.ts";
import {
  announcementOf,
  createPhrase,
  findSetBefore,
  nameLoad,
  nameRound,
  opensLastSets,
  type SpeechContext,
} from "./speech-context.ts";

/** In the first repetitions every stroke is called out. */
const STROKE_CALL_REPS = 2;
/** Strokes that nobody could keep in step with by a rhythm: they are called in every repetition. */
const ALWAYS_CALLED: ReadonlySet<Phase> = new Set(["contract", "relax", "stretch"]);
/** The last repetitions are counted down. */
const COUNTDOWN_REPS = 3;
/** A set with fewer repetitions is only counted at its end. */
const MIN_COUNTED_REPS = 10;
/** From this many repetitions on only every tenth is counted; below, every fifth. */
const MIN_REPS_COUNTED_BY_TENS = 40;
/** A hold of at least this length has time for one reminder, and of at least the second for two. */
const MIN_REMINDER_HOLD_MS = 40_000;
const MIN_SECOND_REMINDER_HOLD_MS = 60_000;
/** Closer together, "halfway" and "ten seconds" would only confuse: the first is left out. */
const MIN_MARK_DISTANCE_MS = 10_000;
/** A hold of at least this length has time for a phrase about breathing. */
const MIN_BREATH_HOLD_MS = 10_000;
/** A phrase tied to a moment is dropped if it cannot end within this time after it. */
const MAX_PHRASE_DELAY_MS = 2500;
/** In a shorter rest, the end of the last set and the count-in leave no room for a name. */
const MIN_SPOKEN_GAP_MS = 5000;
/** Silence between the phrases of a self-paced set, so that the person can follow each one. */
const OPEN_SET_PHRASE_GAP_MS = 6000;

const TEMPO_PHASES: ReadonlySet<Phase> = new Set(["concentric", "eccentric", "pause-top", "pause-bottom"]);

/** The speech slots of a set that lasts `durationMs` (null: until the person ends it), most important first. */
export function buildSetSpeech(context: SpeechContext, durationMs: number | null): SpeechSlot[] {
  if (durationMs === null || context.step.durationMs === null) return [buildOpenSetSlot(context, durationMs)];
  return context.step.stretchable || context.step.paced ? buildHoldSlots(context, durationMs) : buildRepSlots(context);
}

function buildOpenSetSlot(context: SpeechContext, durationMs: number | null): SpeechSlot {
  const { plan, step, language, isFullVoice } = context;
  const cues = isFullVoice ? (plan.exercises[step.exercise]?.cues ?? []) : [];
  return {
    fromMs: 0,
    endByMs: durationMs ?? Infinity,
    category: "open",
    gapMs: OPEN_SET_PHRASE_GAP_MS,
    phrases: [
      ...announceWithoutGap(context),
      step.paced ? countOut(context) : createPhrase(context, "your-turn", language.yourTurn(), 3),
      ...cues.map((cue): Phrase => ({ name: "reminder", variants: [toSentence(cue)] })),
    ],
  };
}

/** "Fifteen push-ups. Press Enter when done." */
function countOut(context: SpeechContext): Phrase {
  const { plan, step, language } = context;
  const name = plan.exercises[step.exercise]?.name ?? "";
  const waits = step.durationMs === null;
  // A brief voice leaves out Enter, never the name.
  const isFullVoice = context.isFullVoice || !waits;
  return createPhrase({ ...context, isFullVoice }, "your-turn", language.repsTurn(name, step.reps, waits), 1);
}

function buildHoldSlots(context: SpeechContext, durationMs: number): SpeechSlot[] {
  const { step, language, isFullVoice } = context;
  const slot = (fromMs: number, lengthMs: number, phrases: readonly Phrase[]): SpeechSlot => ({
    fromMs,
    endByMs: fromMs + lengthMs,
    category: step.beats[0]?.phase ?? (step.paced ? "open" : "hold"),
    phrases,
  });
  const slots: SpeechSlot[] = [];
  const times = new Map(step.marks.map((mark) => [mark.name, getMarkTimeMs(mark, durationMs)]));
  const tenSecondsMs = times.get("ten-seconds") ?? Infinity;
  const halfWayMs = times.get("half-way");
  if (halfWayMs !== undefined && tenSecondsMs - halfWayMs >= MIN_MARK_DISTANCE_MS) {
    slots.push(slot(halfWayMs, MAX_PHRASE_DELAY_MS, [{ name: "half-way", variants: language.halfWay(), priority: 1 }]));
  }
  if (tenSecondsMs < durationMs) {
    const phrase: Phrase = { name: "ten-seconds", variants: language.tenSeconds(), priority: 1 };
    slots.push(slot(tenSecondsMs, MAX_PHRASE_DELAY_MS, [phrase]));
  }
  const { opening, breath, reminders } = chooseSetCues(context);
  const howTo: Phrase[] = isFullVoice && opening ? [{ name: "stroke", variants: [opening] }] : [];
  slots.push(slot(0, durationMs / 2, [...announceWithoutGap(context), ...(step.paced ? [countOut(context)] : howTo)]));
  if (!isFullVoice) return slots;
  const said = [...(breath.length > 0 ? [breath] : []), ...reminders.map((cue) => [cue])];
  for (const [index, fraction] of reminderTimesOf(durationMs, breath.length > 0).entries()) {
    const variants = said[index] ?? [];
    slots.push(slot(durationMs * fraction, 2 * MAX_PHRASE_DELAY_MS, [{ name: "reminder", variants }]));
  }
  return slots;
}

/** When a hold of this length has a reminder, as fractions of it; a short one only about breathing. */
function reminderTimesOf(durationMs: number, isBreathNeeded: boolean): number[] {
  if (durationMs < MIN_REMINDER_HOLD_MS) return isBreathNeeded && durationMs >= MIN_BREATH_HOLD_MS ? [1 / 3] : [];
  return durationMs < MIN_SECOND_REMINDER_HOLD_MS ? [0.25] : [0.25, 0.75];
}

function buildRepSlots(context: SpeechContext): SpeechSlot[] {
  const { step, isFullVoice } = context;
  const strokesPerRep = step.beats.length / step.reps;
  return step.beats.flatMap((beat, index) => {
    const endsMs = beat.atMs + beat.durationMs;
    const repEndsMs = step.beats[index + strokesPerRep]?.atMs ?? step.durationMs ?? endsMs;
    const slot = (endByMs: number, phrases: readonly Phrase[]): SpeechSlot[] =>
      phrases.length === 0 ? [] : [{ fromMs: beat.atMs, endByMs, category: beat.phase, phrases }];
    const opening = index === 0 ? announceWithoutGap(context) : [];
    const isCalled = isFullVoice && (beat.rep <= STROKE_CALL_REPS || ALWAYS_CALLED.has(beat.phase));
    return [
      ...(isCalled ? slot(endsMs, [...opening, callStroke(context, beat)]) : slot(repEndsMs, opening)),
      ...(beat.stroke === 0 ? slot(repEndsMs, countRep(context, beat.rep)) : []),
    ];
  });
}

/** On the first repetition a long stroke is announced in the exercise's own words; a tempo stroke is always a single word. */
function callStroke({ plan, step, language }: SpeechContext, beat: Beat): Phrase {
  const exercise = plan.exercises[step.exercise];
  const stroke = plan.blocks[step.block]?.strokes[beat.stroke];
  const isOwnWord = stroke !== undefined && stroke.word !== PHASE_LABELS[beat.phase];
  const word = isOwnWord ? [stroke.word.toLowerCase()] : language.stroke(beat.phase, beat.fast);
  if (exercise?.sides === "alternating" && beat.side && beat.stroke === 0) {
    const meaning = exercise.sideMeaning?.[beat.side] ?? null;
    return { name: "stroke", variants: language.alternate(beat.side, meaning, word), priority: 4 };
  }
  const isOwnCueCalled = beat.rep === 1 && !TEMPO_PHASES.has(beat.phase);
  const ownCue = isOwnCueCalled ? stroke?.cue : null;
  return { name: "stroke", variants: [...(ownCue ? [toSentence(ownCue)] : []), ...word], priority: 4 };
}

function countRep({ step: { reps }, language, isFullVoice }: SpeechContext, rep: number): Phrase[] {
  const phrase = (variants: PhraseVariants): Phrase[] => [{ name: "count", variants, priority: 1 }];
  const remaining = reps - rep + 1;
  if (rep > 1 && remaining <= COUNTDOWN_REPS) return phrase(language.repsToGo(remaining));
  const interval = reps >= MIN_REPS_COUNTED_BY_TENS ? 10 : 5;
  return isFullVoice && reps >= MIN_COUNTED_REPS && rep % interval === 0 ? phrase(language.repNumber(rep)) : [];
}

/** Whether a rest in front of another exercise is over before its name could be said. */
function isTooShortToSpeak(context: SpeechContext, gap: Step): boolean {
  const isNew = findSetBefore(context)?.exercise !== context.step.exercise;
  return gap.kind === "rest" && isNew && (gap.durationMs ?? 0) < MIN_SPOKEN_GAP_MS;
}

/** What a gap would have announced. If there is no gap before the set, the set announces it itself, as briefly as possible. */
function announceWithoutGap(context: SpeechContext): Phrase[] {
  const { plan, step, language } = context;
  const before = plan.steps[step.index - 1];
  if (before && before.kind !== "set" && !isTooShortToSpeak(context, before)) return [];
  const phrases: Phrase[] = [...nameRound(context)];
  // A self-paced set says its name with its repetitions.
  if ((before?.block !== step.block || before.kind !== "set") && !step.paced) {
    phrases.push({ name: "announce", variants: language.announce(announcementOf(context)).slice(-2), priority: 1 });
  }
  if (step.side && before?.side !== step.side) {
    phrases.push({ name: "side", variants: language.side(step.side, null), priority: 2 });
  }
  if (opensLastSets(context)) phrases.push({ name: "last-set", variants: language.lastSet(), priority: 3 });
  return [...phrases, ...nameLoad(context)];
}
