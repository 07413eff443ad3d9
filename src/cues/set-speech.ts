/** What is said during a set: the first strokes, the count, half-way, ten seconds left, and reminders in a long hold. */
import type { Beat } from "../plan/types.ts";
import type { Phase } from "../terms.ts";
import type { Phrase, SpeechSlot } from "./fit-phrases.ts";
import { type PhraseVariants, toSentence } from "./language/language.ts";
import {
  announcementOf,
  createPhrase,
  findSetBefore,
  nameLoad,
  nameRound,
  type SpeechContext,
} from "./speech-context.ts";
import { wasNamedBefore } from "./step-span.ts";

/** In the first repetitions every stroke is called out. */
const STROKE_CALL_REPS = 2;
/** The last repetitions are counted down. */
const COUNTDOWN_REPS = 3;
/** A set with fewer repetitions is only counted at its end. */
const MIN_COUNTED_REPS = 10;
/** From this many repetitions on only every tenth is counted; below, every fifth. */
const MIN_REPS_COUNTED_BY_TENS = 40;
/** A hold of at least this length has time for one reminder, and of at least the second for two. */
const MIN_REMINDER_HOLD_MS = 40_000;
const MIN_SECOND_REMINDER_HOLD_MS = 60_000;
/** A phrase tied to a moment is dropped if it cannot end within this time after it. */
const MAX_PHRASE_DELAY_MS = 2500;
/** How long before the count-down, or the end, the set that follows at once is named. */
const NAME_NEXT_LEAD_MS = 5000;
/** When a self-paced set says what follows it. */
const FOLLOWING_MS = 2500;
/** Silence between the phrases of a self-paced set, so that the person can follow each one. */
const OPEN_SET_PHRASE_GAP_MS = 6000;

const TEMPO_PHASES: ReadonlySet<Phase> = new Set(["concentric", "eccentric", "pause-top", "pause-bottom"]);

/** The speech slots of a set, most important first. */
export function buildSetSpeech(context: SpeechContext): SpeechSlot[] {
  const { step, span } = context;
  const { durationMs } = span;
  const marks = buildMarkSlots(context);
  if (durationMs === null || step.durationMs === null) return [...marks, ...buildOpenSetSlots(context, durationMs)];
  const slots = step.stretchable || step.paced ? buildHoldSlots(context, durationMs) : buildRepSlots(context);
  return [...marks, ...nameNextInTime(context, durationMs), ...slots];
}

/** Half-way and ten seconds left, of a hold or of a clock. */
function buildMarkSlots({ step, span, language }: SpeechContext): SpeechSlot[] {
  return span.marks.flatMap(({ name, clock, atMs }): SpeechSlot[] => {
    if ((name !== "half-way" && name !== "ten-seconds") || atMs < 0) return [];
    const isCap = clock === "cap" && name === "half-way";
    const leftMs = step.deadlines?.find(({ kind }) => kind === "cap")?.afterMs ?? 0;
    const variants = isCap
      ? language.capHalfWay(leftMs / 2)
      : name === "half-way"
        ? language.halfWay()
        : language.tenSeconds();
    return [
      {
        fromMs: atMs,
        endByMs: atMs + (isCap ? 2 : 1) * MAX_PHRASE_DELAY_MS,
        category: step.beats[0]?.phase ?? (step.paced ? "open" : "hold"),
        phrases: [{ name, variants, priority: 1 }],
      },
    ];
  });
}

/** "Next: plank, 30 seconds." at the end of a set that another one follows at once. */
function nameNextInTime(context: SpeechContext, durationMs: number): SpeechSlot[] {
  const countDown = context.span.marks.find(({ name, atMs }) => name === "three" && atMs > durationMs - 4000);
  const endByMs = countDown?.atMs ?? durationMs;
  const fromMs = Math.max(durationMs / 3, endByMs - NAME_NEXT_LEAD_MS);
  const phrases = nameNext(context);
  return phrases.length > 0 ? [{ fromMs, endByMs, category: "rest", phrases }] : [];
}

function nameNext(context: SpeechContext): Phrase[] {
  const { plan, step, span, language } = context;
  const next = span.nextSet;
  if (!next || (next.exercise === step.exercise && next.side === step.side)) return [];
  const { name, dose } = announcementOf({ plan, step: next });
  const { index, of } = next.set;
  return [createPhrase(context, "next", language.nextSet({ name, dose, set: index, of, side: next.side }), 2)];
}

function buildOpenSetSlots(context: SpeechContext, durationMs: number | null): SpeechSlot[] {
  const { plan, step, language, isFullVoice } = context;
  const cues = isFullVoice ? (plan.exercises[step.exercise]?.cues ?? []) : [];
  const slot = (phrases: readonly Phrase[]) =>
    ({ fromMs: 0, endByMs: durationMs ?? Infinity, category: "open", phrases }) as const;
  const turn = step.paced ? countOut(context) : createPhrase(context, "your-turn", language.yourTurn(), 3);
  const reminders = cues.map((cue): Phrase => ({ name: "reminder", variants: [toSentence(cue)] }));
  const opening = [...announceWithoutGap(context), turn];
  // What has to be known at once comes at once; the rest when there has been time to begin.
  return step.paced
    ? [
        slot(opening),
        { ...slot([...nameFollowing(context), ...reminders]), fromMs: FOLLOWING_MS, gapMs: OPEN_SET_PHRASE_GAP_MS },
      ]
    : [{ ...slot([...opening, ...nameFollowing(context), ...reminders]), gapMs: OPEN_SET_PHRASE_GAP_MS }];
}

/** What follows a set that the person ends, if it follows at once. */
function nameFollowing(context: SpeechContext): Phrase[] {
  const { plan, step, span } = context;
  const next = plan.steps[step.index + 1];
  return nameNext({ ...context, span: { ...span, nextSet: next?.kind === "set" ? next : undefined } });
}

/** "Fifteen push-ups. Press Enter when done." */
function countOut(context: SpeechContext): Phrase {
  const { plan, step, language } = context;
  const name = plan.exercises[step.exercise]?.name ?? "";
  const waits = step.durationMs === null;
  // What to press is said until it has been pressed; a brief voice leaves it out, never the name.
  const isKnown = plan.steps.slice(0, step.index).some(({ paced, durationMs }) => paced && durationMs === null);
  const isFullVoice = context.isFullVoice || !waits || isKnown;
  return createPhrase(
    { ...context, isFullVoice },
    "your-turn",
    language.repsTurn(name, step.reps, waits && !isKnown),
    1,
  );
}

function buildHoldSlots(context: SpeechContext, durationMs: number): SpeechSlot[] {
  const { plan, step, isFullVoice } = context;
  const slot = (fromMs: number, lengthMs: number, phrases: readonly Phrase[]): SpeechSlot => ({
    fromMs,
    endByMs: fromMs + lengthMs,
    category: step.beats[0]?.phase ?? (step.paced ? "open" : "hold"),
    phrases,
  });
  const slots: SpeechSlot[] = [];
  const strokeCue = isFullVoice && step.set.index === 1 ? plan.blocks[step.block]?.strokes[0]?.cue : null;
  const howTo: Phrase[] = strokeCue ? [{ name: "stroke", variants: [toSentence(strokeCue)] }] : [];
  slots.push(slot(0, durationMs / 2, [...announceWithoutGap(context), ...(step.paced ? [countOut(context)] : howTo)]));
  const cues = isFullVoice ? (plan.exercises[step.exercise]?.cues ?? []) : [];
  for (const [reminderIndex, fraction] of reminderTimesOf(durationMs).entries()) {
    const cue = cues[(2 * (step.set.index - 1) + reminderIndex) % cues.length];
    const phrases: Phrase[] = cue ? [{ name: "reminder", variants: [toSentence(cue)] }] : [];
    slots.push(slot(durationMs * fraction, 2 * MAX_PHRASE_DELAY_MS, phrases));
  }
  return slots;
}

/** When a hold of this length has a reminder, as fractions of it. */
function reminderTimesOf(durationMs: number): number[] {
  if (durationMs < MIN_REMINDER_HOLD_MS) return [];
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
    const isCalled = isFullVoice && beat.rep <= STROKE_CALL_REPS;
    return [
      ...(isCalled ? slot(endsMs, [...opening, callStroke(context, beat)]) : slot(repEndsMs, opening)),
      ...(beat.stroke === 0 ? slot(repEndsMs, countRep(context, beat.rep)) : []),
    ];
  });
}

/** On the first repetition a long stroke is announced in the exercise's own words; a tempo stroke is always a single word. */
function callStroke({ plan, step, language }: SpeechContext, beat: Beat): Phrase {
  const exercise = plan.exercises[step.exercise];
  const word = language.stroke(beat.phase, beat.fast);
  if (exercise?.sides === "alternating" && beat.side && beat.stroke === 0) {
    const meaning = exercise.sideMeaning?.[beat.side] ?? null;
    return { name: "stroke", variants: language.alternate(beat.side, meaning, word), priority: 4 };
  }
  const isOwnCueCalled = beat.rep === 1 && !TEMPO_PHASES.has(beat.phase);
  const ownCue = isOwnCueCalled ? plan.blocks[step.block]?.strokes[beat.stroke]?.cue : null;
  return { name: "stroke", variants: [...(ownCue ? [toSentence(ownCue)] : []), ...word], priority: 4 };
}

function countRep({ step: { reps }, language, isFullVoice }: SpeechContext, rep: number): Phrase[] {
  const phrase = (variants: PhraseVariants): Phrase[] => [{ name: "count", variants, priority: 1 }];
  const remaining = reps - rep + 1;
  if (rep > 1 && remaining <= COUNTDOWN_REPS) return phrase(language.repsToGo(remaining));
  const interval = reps >= MIN_REPS_COUNTED_BY_TENS ? 10 : 5;
  return isFullVoice && reps >= MIN_COUNTED_REPS && rep % interval === 0 ? phrase(language.repNumber(rep)) : [];
}

/** What a gap would have announced. If there is no gap before the set, the set announces it itself, as briefly as possible. */
function announceWithoutGap(context: SpeechContext): Phrase[] {
  const { step, span, language } = context;
  const before = span.before?.step;
  if (wasNamedBefore(span, findSetBefore(context)?.exercise !== step.exercise)) return [];
  const phrases: Phrase[] = [...nameRound(context)];
  // A self-paced set says its name with its repetitions.
  if ((before?.block !== step.block || before.kind !== "set") && !step.paced) {
    phrases.push({ name: "announce", variants: language.announce(announcementOf(context)).slice(-2), priority: 1 });
  }
  if (step.side && before?.side !== step.side) {
    phrases.push({ name: "side", variants: language.side(step.side, null), priority: 2 });
  }
  if (step.set.index > 1 && step.set.index === step.set.of) {
    phrases.push({ name: "last-set", variants: language.lastSet(null), priority: 3 });
  }
  return [...phrases, ...nameLoad(context)];
}
