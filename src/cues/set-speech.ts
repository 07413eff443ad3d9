/** What is said in a set: strokes at its beginning, the count, half-way and ten seconds, a reminder in a long hold. */
import { type Beat, getMarkTimeMs, type Plan, type Step } from "../plan/types.ts";
import { blockFactsOf, wasAnnounced } from "./block-facts.ts";
import type { Phrase, SpeechSlot } from "./fit-phrases.ts";
import { limitVariants } from "./gap-speech.ts";
import type { Language } from "./language/language.ts";
import { toSentence } from "./language/variants.ts";
import type { CueCategory } from "./types.ts";

/** In how many repetitions the strokes are called by their words. */
const STROKE_CALL_REPS = 2;
/** The last repetitions are counted down. */
const COUNTDOWN_REPS = 3;
/** A set of fewer repetitions is counted at its end only. */
const MIN_COUNTED_REPS = 10;
/** From these lengths on a hold has room for one reminder, and for two. */
const MIN_REMINDER_HOLD_MS = 40_000;
const MIN_SECOND_REMINDER_HOLD_MS = 60_000;
/** A line that belongs to a moment is not said when it is later than this. */
const MAX_PHRASE_DELAY_MS = 2500;
/** Between the lines of a set that waits for the person, so that they can follow each. */
const OPEN_SET_PHRASE_GAP_MS = 6000;

/** The passages of a set, those first that have the first claim to their room. */
export function buildSetSpeech(
  plan: Plan,
  step: Step,
  lengthMs: number | null,
  full: boolean,
  language: Language,
): SpeechSlot[] {
  if (lengthMs === null || step.durationMs === null) return [buildOpenSetSlot(plan, step, lengthMs, full, language)];
  if (step.stretchable) return buildHoldSlots(plan, step, lengthMs, full, language);
  return buildRepSlots(plan, step, full, language);
}

function buildOpenSetSlot(
  plan: Plan,
  step: Step,
  lengthMs: number | null,
  full: boolean,
  language: Language,
): SpeechSlot {
  const cues = full ? (plan.exercises[step.exercise]?.cues ?? []) : [];
  return {
    fromMs: 0,
    endByMs: lengthMs ?? Number.POSITIVE_INFINITY,
    category: "open",
    gapMs: OPEN_SET_PHRASE_GAP_MS,
    phrases: [
      ...buildInSetAnnouncement(plan, step, language),
      { name: "your-turn", variants: limitVariants(language.yourTurn(), full), priority: 3 },
      ...cues.map((cue): Phrase => ({ name: "reminder", variants: [toSentence(cue)] })),
    ],
  };
}

function buildHoldSlots(plan: Plan, step: Step, lengthMs: number, full: boolean, language: Language): SpeechSlot[] {
  const exercise = plan.exercises[step.exercise];
  const phase: CueCategory = step.beats[0]?.phase ?? "hold";
  const passage = (fromMs: number, byMs: number, lines: readonly Phrase[]): SpeechSlot => ({
    fromMs,
    endByMs: byMs,
    category: phase,
    phrases: lines,
  });
  const passages: SpeechSlot[] = [];
  for (const mark of step.marks) {
    const atMs = getMarkTimeMs(mark, lengthMs);
    if (mark.name === "half-way") {
      passages.push(
        passage(atMs, atMs + MAX_PHRASE_DELAY_MS, [{ name: "half-way", variants: language.halfWay(), priority: 1 }]),
      );
    } else if (mark.name === "ten-seconds") {
      passages.push(
        passage(atMs, atMs + MAX_PHRASE_DELAY_MS, [
          { name: "ten-seconds", variants: language.tenSeconds(), priority: 1 },
        ]),
      );
    }
  }
  const how = full && step.set.index === 1 ? plan.blocks[step.block]?.strokes[0]?.cue : null;
  const start: Phrase[] = [
    ...buildInSetAnnouncement(plan, step, language),
    ...(how ? [{ name: "stroke" as const, variants: [toSentence(how)] }] : []),
  ];
  passages.push(passage(0, lengthMs / 2, start));
  if (!full || !exercise || exercise.cues.length === 0) return passages;
  const times = lengthMs >= MIN_SECOND_REMINDER_HOLD_MS ? [0.25, 0.75] : lengthMs >= MIN_REMINDER_HOLD_MS ? [0.25] : [];
  for (const [turn, share] of times.entries()) {
    const cue = exercise.cues[(2 * (step.set.index - 1) + turn) % exercise.cues.length] ?? "";
    const fromMs = lengthMs * share;
    passages.push(
      passage(fromMs, fromMs + 2 * MAX_PHRASE_DELAY_MS, [{ name: "reminder", variants: [toSentence(cue)] }]),
    );
  }
  return passages;
}

function buildRepSlots(plan: Plan, step: Step, full: boolean, language: Language): SpeechSlot[] {
  const passages: SpeechSlot[] = [];
  const first = buildInSetAnnouncement(plan, step, language);
  for (const [index, beat] of step.beats.entries()) {
    const starts = beat.stroke === 0;
    const repEndsMs = starts ? (nextRepStartMs(step, index) ?? beat.atMs) : 0;
    if (full && beat.rep <= STROKE_CALL_REPS) {
      passages.push({
        fromMs: beat.atMs,
        endByMs: beat.atMs + beat.durationMs,
        category: beat.phase,
        phrases: [...(index === 0 ? first : []), createStrokePhrase(plan, step, beat, language)],
      });
    } else if (index === 0 && first.length > 0) {
      passages.push({ fromMs: 0, endByMs: repEndsMs, category: beat.phase, phrases: first });
    }
    const count = starts ? selectRepCount(step.reps, beat.rep, full, language) : [];
    if (count.length > 0) {
      const lines: Phrase[] = [{ name: "count", variants: count, priority: 1 }];
      passages.push({ fromMs: beat.atMs, endByMs: repEndsMs, category: beat.phase, phrases: lines });
    }
  }
  return passages;
}

function nextRepStartMs(step: Step, index: number): number | null {
  const strokes = step.beats.length / step.reps;
  return step.beats[index + strokes]?.atMs ?? step.durationMs;
}

/** A long stroke is told in the exercise's own words the first time; a tempo's always by one word. */
function createStrokePhrase(plan: Plan, step: Step, beat: Beat, language: Language): Phrase {
  const exercise = plan.exercises[step.exercise];
  const word = language.stroke(beat.phase, beat.fast);
  const tempo = ["concentric", "eccentric", "pause-top", "pause-bottom"].includes(beat.phase);
  const own = beat.rep === 1 && !tempo ? plan.blocks[step.block]?.strokes[beat.stroke]?.cue : null;
  const forms =
    exercise?.sides === "alternating" && beat.side && beat.stroke === 0
      ? language.alternate(beat.side, exercise.sideMeaning?.[beat.side] ?? null, word)
      : [...(own ? [toSentence(own)] : []), ...word];
  return { name: "stroke", variants: forms, priority: 4 };
}

function selectRepCount(reps: number, rep: number, full: boolean, language: Language): readonly string[] {
  const left = reps - rep + 1;
  if (rep > 1 && left <= COUNTDOWN_REPS) return language.repsToGo(left);
  const every = reps >= 4 * MIN_COUNTED_REPS ? 10 : 5;
  return full && reps >= MIN_COUNTED_REPS && rep % every === 0 ? language.repNumber(rep) : [];
}

/** What a gap before the set would have told: with no gap, the set itself tells it in the fewest words. */
function buildInSetAnnouncement(plan: Plan, step: Step, language: Language): Phrase[] {
  if (wasAnnounced(plan, step)) return [];
  const before = plan.steps[step.index - 1];
  const exercise = plan.exercises[step.exercise];
  const lines: Phrase[] = [];
  if (before?.block !== step.block) {
    const forms = language.announce({ name: exercise?.name ?? "", sets: step.set.of, ...blockFactsOf(plan, step) });
    lines.push({ name: "announce", variants: forms.slice(-2), priority: 1 });
  }
  if (step.side && before?.side !== step.side) {
    lines.push({ name: "side", variants: language.side(step.side, null), priority: 2 });
  }
  if (step.set.index > 1 && step.set.index === step.set.of) {
    lines.push({ name: "last-set", variants: language.lastSet(null), priority: 3 });
  }
  return lines;
}
