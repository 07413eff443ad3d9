/** What is said during repetitions: their strokes, and the count. */
import type { Beat } from "../plan/step-types.ts";
import { PHASE_LABELS, type Phase } from "../terms.ts";
import type { Phrase, SpeechSlot } from "./fit-phrases.ts";
import { type PhraseVariants, toSentence } from "./language/language.ts";
import type { SpeechContext } from "./speech-context.ts";

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
const TEMPO_PHASES: ReadonlySet<Phase> = new Set(["concentric", "eccentric", "pause-top", "pause-bottom"]);

/**
 * The speech slots of a set of repetitions.
 *
 * @param announcements what no gap has announced before it.
 */
export function buildRepSlots(context: SpeechContext, announcements: readonly Phrase[]): SpeechSlot[] {
  const { step, isFullVoice } = context;
  const strokesPerRep = step.beats.length / step.reps;
  return step.beats.flatMap((beat, index) => {
    const endsMs = beat.atMs + beat.durationMs;
    const repEndsMs = step.beats[index + strokesPerRep]?.atMs ?? step.durationMs ?? endsMs;
    const slot = (endByMs: number, phrases: readonly Phrase[]): SpeechSlot => ({
      fromMs: beat.atMs,
      endByMs,
      category: beat.phase,
      phrases,
    });
    const opening = index === 0 ? announcements : [];
    const isCalled = isFullVoice && (beat.rep <= STROKE_CALL_REPS || ALWAYS_CALLED.has(beat.phase));
    return [
      isCalled ? slot(endsMs, [...opening, callStroke(context, beat)]) : slot(repEndsMs, opening),
      ...(beat.stroke === 0 ? [slot(repEndsMs, countRep(context, beat.rep))] : []),
    ];
  });
}

/**
 * A stroke in the exercise's own words on the first repetition, where they fit, and then by a single word. The strokes of
 * a tempo are explained in the first set only.
 */
function callStroke({ plan, step, language }: SpeechContext, beat: Beat): Phrase {
  const exercise = plan.exercises[step.exercise];
  const stroke = plan.blocks[step.block]?.strokes[beat.stroke];
  const isOwnWord = stroke !== undefined && stroke.word !== PHASE_LABELS[beat.phase];
  const word = isOwnWord ? [stroke.word.toLowerCase()] : language.stroke(beat.phase, beat.fast);
  if (exercise?.sides === "alternating" && beat.side && beat.stroke === 0) {
    const meaning = exercise.sideMeaning?.[beat.side] ?? null;
    return { name: "stroke", variants: language.alternate(beat.side, meaning, word), priority: 4 };
  }
  const isExplained = beat.rep === 1 && !beat.fast && (step.set.index === 1 || !TEMPO_PHASES.has(beat.phase));
  const ownCue = isExplained ? stroke?.cue : null;
  return { name: "stroke", variants: [...(ownCue ? [toSentence(ownCue)] : []), ...word], priority: 4 };
}

function countRep({ step: { reps }, language, isFullVoice }: SpeechContext, rep: number): Phrase[] {
  const phrase = (variants: PhraseVariants): Phrase[] => [{ name: "count", variants, priority: 1 }];
  const remaining = reps - rep + 1;
  if (rep > 1 && remaining <= COUNTDOWN_REPS) return phrase(language.repsToGo(remaining));
  const interval = reps >= MIN_REPS_COUNTED_BY_TENS ? 10 : 5;
  return isFullVoice && reps >= MIN_COUNTED_REPS && rep % interval === 0 ? phrase(language.repNumber(rep)) : [];
}
