/** Parts of plans made by hand, for tests of what is written about them. */
import type { Beat, Step } from "../../src/plan/step-types.ts";
import type { PlanBlock, PlanExercise } from "../../src/plan/types.ts";
import type { Phase, Side } from "../../src/terms.ts";

/** A step with what tells it from others. */
export type Draft = Partial<Step> & Pick<Step, "kind" | "exercise" | "block" | "label" | "durationMs">;

/** Repetitions of strokes (phase, milliseconds), the sides in turn. */
export function beatsOf(
  reps: number,
  strokes: readonly (readonly [Phase, number])[],
  sides: readonly (Side | null)[],
): Beat[] {
  let atMs = 0;
  return Array.from({ length: reps }, (_, index) => index + 1).flatMap((rep) =>
    strokes.map(([phase, durationMs], stroke) => {
      const beat = { atMs, durationMs, phase, rep, side: sides[(rep - 1) % sides.length] ?? null, fast: false, stroke };
      atMs += durationMs;
      return beat;
    }),
  );
}

/** The steps one after the other, each with what it leaves open. */
export function stepsOf(drafts: readonly Draft[]): Step[] {
  let atMs = 0;
  return drafts.map((draft, index) => {
    const step = {
      index,
      section: 0,
      side: null,
      set: { index: 1, of: 1 },
      reps: 0,
      stretchable: false,
      beats: [],
      marks: [],
      ...draft,
      atMs,
    };
    atMs += draft.durationMs ?? 0;
    return step;
  });
}

export function exercise(id: string, name: string, facts: Partial<PlanExercise> = {}): PlanExercise {
  return {
    id,
    name,
    kind: "stretch",
    targets: ["psoas"],
    position: "Lie on your back.",
    steps: [],
    cues: [],
    cautions: [],
    sideMeaning: { left: "Left knee forward", right: "Right knee forward" },
    sides: "each",
    figure: null,
    ...facts,
  };
}

export const block: Omit<PlanBlock, "exercise"> = {
  section: 0,
  sets: 1,
  reps: 1,
  restMs: 0,
  repMs: null,
  strokes: [],
  equipment: [],
  dose: "",
  note: null,
};
