/** Holds every dose of the shipped exercises to the guides' figures and to our published defaults. */
import { describe, expect, it } from "vitest";
import { exerciseNamed, type ShippedExercise, shippedExercises, written } from "./read-data.ts";

interface Dose {
  readonly sides: string;
  readonly sets: string;
  readonly reps: string;
  readonly rest: string;
  /** One line a stroke, or the tempo with where it starts, or "open". */
  readonly strokes: readonly string[];
}

const dose = (sides: string, sets: string, reps: string, rest: string, ...strokes: string[]): Dose => ({
  sides,
  sets,
  reps,
  rest,
  strokes,
});

/** sides, sets, repetitions, rest, strokes; seconds throughout. */
const EXPECTED: Readonly<Record<string, Dose>> = {
  "psoas-march": dose("alternating", "3 guide", "20 guide", "60 default", "3-0-3-1 guide, starts concentric"),
  "kneeling-lunge": dose("each one-side-first", "3 guide", "–", "15 default", "hold 30–60 guide"),
  "pigeon-pose": dose("each one-side-first", "2 guide", "–", "15 default", "hold 45–60 guide"),
  "mountain-climbers": dose("both", "3 guide", "–", "45 default", "work easy 30, standard 60, hard 60 default"),
  "hanging-leg-raise": dose(
    "both",
    "3 guide",
    "10–15 guide",
    "60 default",
    "concentric 2 default",
    "pause-top 2–3 guide",
    "eccentric 3 default",
  ),
  "thomas-test": dose("each set-by-set", "1 guide", "–", "–", "open"),
  "psoas-side-bend-stretch": dose("each set-by-set", "2 default", "–", "10 default", "hold 30 default"),
  "psoas-reciprocal-inhibition": dose(
    "each set-by-set",
    "1 default",
    "3 default",
    "15 default",
    "contract 6 default",
    "stretch 15 default",
  ),
  "psoas-post-isometric-relaxation": dose(
    "each set-by-set",
    "1 default",
    "3 default",
    "15 default",
    "contract 7 default",
    "relax 3 default",
    "stretch 20 default",
  ),
  "kneeling-hip-flexor-stretch": dose("each set-by-set", "2 default", "–", "10 default", "hold 30 default"),
  "foam-roll-tfl": dose("each set-by-set", "1 default", "–", "–", "roll 60 default"),
  "foam-roll-adductors-sartorius": dose("each set-by-set", "1 default", "–", "–", "roll 60 default"),
  "glute-bridge": dose("both", "3 default", "12 default", "45 default", "3-0-2-2 default, starts concentric"),
  "split-squat": dose(
    "each one-side-first",
    "3 default",
    "8 default",
    "60 default",
    "3-1-2-0 default, starts eccentric",
  ),
};

function strokesOf({ pattern }: ShippedExercise): string[] {
  if ("open" in pattern) return ["open"];
  if ("tempo" in pattern) return [`${written(pattern.tempo)}, starts ${pattern.starts}`];
  return pattern.strokes.map((stroke) => `${stroke.phase} ${written(stroke.seconds)}`);
}

function doseOf(exercise: ShippedExercise): Dose {
  const { sides } = exercise;
  return {
    sides: sides.mode === "each" ? `each ${sides.order}` : sides.mode,
    sets: written(exercise.dose.sets),
    reps: written(exercise.dose.reps),
    rest: written(exercise.dose.rest),
    strokes: strokesOf(exercise),
  };
}

describe("the doses of the shipped exercises", () => {
  it("cover every shipped exercise and no other", () => {
    expect(shippedExercises().map(({ id }) => id)).toEqual(Object.keys(EXPECTED).sort());
  });

  it.each(Object.entries(EXPECTED))("%s is done as its guide or its published default says", (id, expected) => {
    expect(doseOf(exerciseNamed(id))).toEqual(expected);
  });
});
