/** What is said in a set: strokes at its beginning, the count, half-way and ten seconds, a reminder in a long hold. */
import { type Beat, markAtMs, type Plan, type Step } from "../plan/types.ts";
import { factsOf, wasAnnounced } from "./facts.ts";
import { sentence } from "./language/forms.ts";
import type { Language } from "./language/language.ts";
import { shortened } from "./lines-of-gap.ts";
import type { Line, Passage } from "./passage.ts";
import type { CuePhase } from "./types.ts";

/** In how many repetitions the strokes are called by their words. */
const TAUGHT_REPS = 2;
/** The last repetitions are counted down. */
const LAST_REPS = 3;
/** A set of fewer repetitions is counted at its end only. */
const COUNTED_FROM_REPS = 10;
/** From these lengths on a hold has room for one reminder, and for two. */
const REMINDER_MS = 40_000;
const SECOND_REMINDER_MS = 60_000;
/** A line that belongs to a moment is not said when it is later than this. */
const LATE_MS = 2500;
/** Between the lines of a set that waits for the person, so that they can follow each. */
const OPEN_GAP_MS = 6000;

/** The passages of a set, those first that have the first claim to their room. */
export function setPassages(
  plan: Plan,
  step: Step,
  lengthMs: number | null,
  full: boolean,
  language: Language,
): Passage[] {
  if (lengthMs === null || step.durationMs === null) return [openPassage(plan, step, lengthMs, full, language)];
  if (step.stretchable) return holdPassages(plan, step, lengthMs, full, language);
  return repPassages(plan, step, full, language);
}

function openPassage(plan: Plan, step: Step, lengthMs: number | null, full: boolean, language: Language): Passage {
  const cues = full ? (plan.exercises[step.exercise]?.cues ?? []) : [];
  return {
    fromMs: 0,
    byMs: lengthMs ?? Number.POSITIVE_INFINITY,
    phase: "open",
    gapMs: OPEN_GAP_MS,
    lines: [
      ...unannounced(plan, step, language),
      { name: "your-turn", forms: shortened(language.yourTurn(), full), rank: 3 },
      ...cues.map((cue): Line => ({ name: "reminder", forms: [sentence(cue)] })),
    ],
  };
}

function holdPassages(plan: Plan, step: Step, lengthMs: number, full: boolean, language: Language): Passage[] {
  const exercise = plan.exercises[step.exercise];
  const phase: CuePhase = step.beats[0]?.phase ?? "hold";
  const passage = (fromMs: number, byMs: number, lines: readonly Line[]): Passage => ({ fromMs, byMs, phase, lines });
  const passages: Passage[] = [];
  for (const mark of step.marks) {
    const atMs = markAtMs(mark, lengthMs);
    if (mark.name === "half-way") {
      passages.push(passage(atMs, atMs + LATE_MS, [{ name: "half-way", forms: language.halfWay(), rank: 1 }]));
    } else if (mark.name === "ten-seconds") {
      passages.push(passage(atMs, atMs + LATE_MS, [{ name: "ten-seconds", forms: language.tenSeconds(), rank: 1 }]));
    }
  }
  const how = full && step.set.index === 1 ? plan.blocks[step.block]?.strokes[0]?.cue : null;
  const start: Line[] = [
    ...unannounced(plan, step, language),
    ...(how ? [{ name: "stroke" as const, forms: [sentence(how)] }] : []),
  ];
  passages.push(passage(0, lengthMs / 2, start));
  if (!full || !exercise || exercise.cues.length === 0) return passages;
  const times = lengthMs >= SECOND_REMINDER_MS ? [0.25, 0.75] : lengthMs >= REMINDER_MS ? [0.25] : [];
  for (const [turn, share] of times.entries()) {
    const cue = exercise.cues[(2 * (step.set.index - 1) + turn) % exercise.cues.length] ?? "";
    const fromMs = lengthMs * share;
    passages.push(passage(fromMs, fromMs + 2 * LATE_MS, [{ name: "reminder", forms: [sentence(cue)] }]));
  }
  return passages;
}

function repPassages(plan: Plan, step: Step, full: boolean, language: Language): Passage[] {
  const passages: Passage[] = [];
  const first = unannounced(plan, step, language);
  for (const [index, beat] of step.beats.entries()) {
    const starts = beat.stroke === 0;
    const repEndsMs = starts ? (nextRepMs(step, index) ?? beat.atMs) : 0;
    if (full && beat.rep <= TAUGHT_REPS) {
      passages.push({
        fromMs: beat.atMs,
        byMs: beat.atMs + beat.durationMs,
        phase: beat.phase,
        lines: [...(index === 0 ? first : []), strokeLine(plan, step, beat, language)],
      });
    } else if (index === 0 && first.length > 0) {
      passages.push({ fromMs: 0, byMs: repEndsMs, phase: beat.phase, lines: first });
    }
    const count = starts ? countForms(step.reps, beat.rep, full, language) : [];
    if (count.length > 0) {
      const lines: Line[] = [{ name: "count", forms: count, rank: 1 }];
      passages.push({ fromMs: beat.atMs, byMs: repEndsMs, phase: beat.phase, lines });
    }
  }
  return passages;
}

function nextRepMs(step: Step, index: number): number | null {
  const strokes = step.beats.length / step.reps;
  return step.beats[index + strokes]?.atMs ?? step.durationMs;
}

/** A long stroke is told in the exercise's own words the first time; a tempo's always by one word. */
function strokeLine(plan: Plan, step: Step, beat: Beat, language: Language): Line {
  const exercise = plan.exercises[step.exercise];
  const word = language.stroke(beat.phase, beat.fast);
  const tempo = ["concentric", "eccentric", "pause-top", "pause-bottom"].includes(beat.phase);
  const own = beat.rep === 1 && !tempo ? plan.blocks[step.block]?.strokes[beat.stroke]?.cue : null;
  const forms =
    exercise?.sides === "alternating" && beat.side && beat.stroke === 0
      ? language.alternate(beat.side, exercise.sideMeaning?.[beat.side] ?? null, word)
      : [...(own ? [sentence(own)] : []), ...word];
  return { name: "stroke", forms, rank: 4 };
}

function countForms(reps: number, rep: number, full: boolean, language: Language): readonly string[] {
  const left = reps - rep + 1;
  if (rep > 1 && left <= LAST_REPS) return language.repsToGo(left);
  const every = reps >= 4 * COUNTED_FROM_REPS ? 10 : 5;
  return full && reps >= COUNTED_FROM_REPS && rep % every === 0 ? language.rep(rep) : [];
}

/** What a gap before the set would have told: with no gap, the set itself tells it in the fewest words. */
function unannounced(plan: Plan, step: Step, language: Language): Line[] {
  if (wasAnnounced(plan, step)) return [];
  const before = plan.steps[step.index - 1];
  const exercise = plan.exercises[step.exercise];
  const lines: Line[] = [];
  if (before?.block !== step.block) {
    const forms = language.announce({ name: exercise?.name ?? "", sets: step.set.of, ...factsOf(plan, step) });
    lines.push({ name: "announce", forms: forms.slice(-2), rank: 1 });
  }
  if (step.side && before?.side !== step.side) {
    lines.push({ name: "side", forms: language.side(step.side, null), rank: 2 });
  }
  if (step.set.index > 1 && step.set.index === step.set.of) {
    lines.push({ name: "last-set", forms: language.lastSet(null), rank: 3 });
  }
  return lines;
}
