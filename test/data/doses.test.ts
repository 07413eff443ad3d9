/** Holds every dose of the shipped exercises to the guides' figures and to our published defaults. */
import { describe, expect, it } from "vitest";
import { type Dose, EXPECTED } from "./guide-doses.ts";
import { exerciseNamed, type ShippedExercise, shippedExercises, written } from "./read-data.ts";

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
    transitions: `${exercise.prepare ?? "–"}/${exercise.switch ?? "–"}`,
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
