/** Plans and voices for the tests of cues, and checks that know nothing of how a sheet is made. */
import fc from "fast-check";
import type { Exercise, Pattern, Stroke } from "../../src/catalog/exercise-types.ts";
import { buildCueSheet } from "../../src/cues/cue-sheet.ts";
import { ENGLISH } from "../../src/cues/language/en.ts";
import type { SpeechContext } from "../../src/cues/speech-context.ts";
import { type StepSpan, spanInPlan } from "../../src/cues/step-span.ts";
import type { Cue, CueSettings, MeasureSpeech } from "../../src/cues/types.ts";
import { compilePlan } from "../../src/plan/compile.ts";
import { PLAN_DEFAULTS, type PlanFlags } from "../../src/plan/flags.ts";
import type { Plan } from "../../src/plan/types.ts";
import { PHASES } from "../../src/terms.ts";
import { type ExerciseParts, each, exercise, figure, hold, OPEN, routine, tempo } from "../support/content.ts";

/** Everything is heard. */
export const ALL: CueSettings = { voice: "full", sound: "on", muted: false, byCategory: {}, language: ENGLISH };

/** A voice that makes tables readable: 60 ms a letter, whatever the estimate says. */
export const evenly: MeasureSpeech = (text) => text.length * 60;

export function planOf(exercises: readonly Exercise[], flags: PlanFlags = {}, defaults = PLAN_DEFAULTS): Plan {
  const made = routine(...exercises);
  return compilePlan(made.routine, made.exercises, defaults, flags);
}

/** The sheet of a plan with everything in it, except for these changes. */
export function sheetOf(plan: Plan, change: Partial<CueSettings> = {}): Cue[] {
  return buildCueSheet(plan, { ...ALL, ...change }, evenly);
}

/** What a full voice says a step's phrases from, with these changes to what is known of the step. */
export function contextOf(plan: Plan, index: number, change: Partial<StepSpan> = {}): SpeechContext {
  const step = plan.steps[index];
  if (!step) throw new Error(`there is no step ${index}`);
  const span = { ...spanInPlan(plan, step, step.durationMs), ...change };
  return { plan, step: span.step, language: ENGLISH, span, isFullVoice: true };
}

/** An exercise with its own words. */
export function spoken(parts: ExerciseParts, words: Partial<Exercise> = {}): Exercise {
  return { ...exercise(parts), ...words };
}

/** "7.00 get-ready" for a tone, "0.40 announce: Lunge." for a line. */
export function heard(cues: readonly Cue[]): string[] {
  return cues.map(
    (cue) => `${(cue.atMs / 1000).toFixed(2)} ${cue.kind === "tone" ? cue.name : `${cue.name}: ${cue.text}`}`,
  );
}

/** The words alone, in order. */
export function words(cues: readonly Cue[]): string[] {
  return cues.flatMap((cue) => (cue.kind === "speech" ? [cue.text] : []));
}

/** The tones alone, with their seconds. */
export function tones(cues: readonly Cue[], ...only: string[]): string[] {
  return heard(cues.filter((cue) => cue.kind === "tone" && (only.length === 0 || only.includes(cue.name))));
}

/** Whatever a person could not make out in these cues: what overlaps or follows too closely. */
export function clashes(cues: readonly Cue[]): string[] {
  const found: string[] = [];
  const sorted = [...cues].sort((a, b) => a.atMs - b.atMs);
  for (const [index, cue] of sorted.entries()) {
    const next = sorted[index + 1];
    if (!next) continue;
    const silenceMs = next.atMs - cue.atMs - cue.durationMs;
    const wantedMs = cue.kind === "tone" && next.kind === "tone" ? 60 : next.kind === "tone" ? 100 : 60;
    if (silenceMs < wantedMs - 1e-6)
      found.push(`${heard([cue])} / ${heard([next])}: ${silenceMs.toFixed(0)} ms between`);
  }
  return found;
}

/** Phrases that do not end before their step does. */
export function outOfStep(plan: Plan, cues: readonly Cue[], openMs = 0): string[] {
  const ends: number[] = [];
  let endMs = 0;
  for (const step of plan.steps) {
    endMs += step.durationMs ?? openMs;
    ends.push(endMs);
  }
  return heard(cues.filter((cue) => cue.kind === "speech" && cue.atMs + cue.durationMs > (ends[cue.step] ?? Infinity)));
}

const seconds = fc.oneof(
  fc.integer({ min: 1, max: 25 }),
  fc.integer({ min: 1, max: 30 }).map((tenths) => tenths / 10),
);
const text = fc.constantFrom(
  "Up",
  "Breathe",
  "Press the knee into your hand, gently",
  "Lie on your side, knees bent, and let the upper arm fall back as far as it goes. Breathe. Then come back.",
);

const strokes: fc.Arbitrary<Pattern> = fc
  .array(fc.record({ phase: fc.constantFrom(...PHASES), seconds, fast: fc.boolean(), cue: fc.option(text) }), {
    minLength: 1,
    maxLength: 5,
  })
  .map((all) => ({
    type: "strokes",
    strokes: all.map((stroke): Stroke => ({ ...stroke, seconds: figure(stroke.seconds) })),
  }));

/** Any exercise: strokes from a tenth of a second on, long names, few words and many. */
const anyExercise = fc
  .record({
    pattern: fc.oneof({ weight: 9, arbitrary: strokes }, { weight: 1, arbitrary: fc.constant(OPEN) }),
    mode: fc.constantFrom("both", "alternating", "one-side-first", "set-by-set"),
    sets: fc.integer({ min: 1, max: 4 }),
    reps: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 14 })),
    rest: fc.oneof(fc.constant(0), seconds, fc.integer({ min: 20, max: 120 })),
    name: fc.constantFrom("Dip", "Kneeling lunge", "A stretch with a very long name that nobody can say in time"),
    position: text,
    meaning: text,
    cues: fc.array(text, { maxLength: 3 }),
    steps: fc.array(text, { minLength: 1, maxLength: 3 }),
    kind: fc.constantFrom("stretch", "strength", "massage"),
  })
  .map(({ mode, meaning, name, position, cues, steps, kind, ...parts }) => {
    const both = { left: `Left: ${meaning}`, right: `Right: ${meaning}` };
    const sides =
      mode === "both"
        ? ({ mode: "both" } as const)
        : mode === "alternating"
          ? ({ mode: "alternating", ...both } as const)
          : ({ mode: "each", order: mode as "one-side-first", ...both } as const);
    return (id: string) => spoken({ id, sides, ...parts }, { name, position, cues, steps, kind });
  });

/** Any plan, with gaps of any length and none. */
export const anyPlan: fc.Arbitrary<Plan> = fc
  .tuple(
    fc.array(anyExercise, { minLength: 1, maxLength: 4 }),
    fc.constantFrom(0, 300, 1000, 3200, 5000, 10_000, 30_000),
    fc.constantFrom(0, 300, 1000, 2500, 5000, 10_000),
  )
  .map(([makers, prepareMs, switchMs]) =>
    planOf(
      makers.map((make, index) => make(`exercise-${index}`)),
      {},
      { ...PLAN_DEFAULTS, prepareMs, switchMs },
    ),
  );

/** Any voice: slower and faster than the estimate, and uneven; the same text always takes the same time. */
export const anyVoice: fc.Arbitrary<MeasureSpeech> = fc
  .record({ pace: fc.integer({ min: 20, max: 150 }), start: fc.integer({ min: 50, max: 900 }) })
  .map(
    ({ pace, start }) =>
      (spokenText: string) =>
        start + spokenText.length * pace,
  );

/** Plans that are followed cue by cue: stretches, a march and a test. */
export const lunge = planOf([spoken({ pattern: hold(30), sides: each("one-side-first"), sets: 2, rest: 40 })]);
export const twice = planOf([spoken({ pattern: hold(30), sets: 2, rest: 40 })]);
export const march = planOf([spoken({ pattern: tempo(3, 1, 3), reps: 6 }), spoken({ id: "plank", pattern: hold(20) })]);
export const test = planOf([spoken({ pattern: OPEN, sides: each("set-by-set") })]);
