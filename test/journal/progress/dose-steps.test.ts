/** Which values of a dose can be adjusted, and how far. */
import { describe, expect, test } from "vitest";
import { createRoutineBlock } from "../../../src/catalog/create-routine.ts";
import type { DoseValue } from "../../../src/catalog/exercise-types.ts";
import { formatLoweringTempo, listDoseSteps } from "../../../src/journal/progress/dose-steps.ts";
import { exercise, figure, stroke, TEST } from "../../support/example-sessions.ts";
import { LUNGE, RAISE } from "../../support/training-stories.ts";

const LEVELS: DoseValue = { ...figure(1), amount: { type: "levels", easy: 40, standard: 20, hard: 30 } };

describe("adjustable values", () => {
  test("of a single hold are its seconds, in steps of five", () => {
    expect(listDoseSteps(LUNGE, null, false)).toEqual([{ name: "hold", step: 5, low: 30, high: 60, usual: 45 }]);
  });

  test("of a hold that is repeated are its seconds and the repetitions", () => {
    const repeated = exercise("pulses", {
      pattern: { type: "strokes", strokes: [stroke("hold", 10)] },
      dose: { sets: figure(2), reps: figure([5, 10]), rest: figure(15) },
    });
    expect(listDoseSteps(repeated, null, false)).toEqual([
      { name: "hold", step: 5, low: 10, high: 10, usual: 10 },
      { name: "reps", step: 1, low: 5, high: 10, usual: 7 },
    ]);
  });

  test("of repetitions that alternate go in pairs, so that both sides do as many", () => {
    const [reps] = listDoseSteps(
      { ...RAISE, sides: { mode: "alternating", left: "Left", right: "Right" } },
      null,
      false,
    );
    expect(reps).toMatchObject({ name: "reps", step: 2 });
  });

  test("of repetitions with a lowering are both; a lowering by our own default may go 1 s down and 2 s up", () => {
    expect(listDoseSteps(RAISE, null, false)).toEqual([
      { name: "reps", step: 1, low: 10, high: 15, usual: 12 },
      { name: "eccentric", step: 1, low: 2, high: 5, usual: 3 },
    ]);
  });

  test("a lowering by default of one second gets no faster, and one that the source gives stays", () => {
    const lowered = (seconds: number, basis: DoseValue["basis"]) =>
      listDoseSteps(
        {
          ...RAISE,
          pattern: { type: "strokes", strokes: [stroke("concentric", 1), stroke("eccentric", seconds, basis)] },
        },
        null,
        false,
      )[1];
    expect(lowered(1, "default")).toMatchObject({ low: 1, high: 3 });
    expect(lowered(3, "guide")).toMatchObject({ low: 3, high: 3 });
  });

  test("a lowering that is explosive has no seconds to adjust", () => {
    const strokes = [stroke("concentric", 1), { ...stroke("eccentric", 1, "default"), fast: true }];
    const steps = listDoseSteps({ ...RAISE, pattern: { type: "strokes", strokes } }, null, false);
    expect(steps.map(({ name }) => name)).toEqual(["reps"]);
  });

  test("by level go from the least to the most, whatever the order of the levels", () => {
    expect(listDoseSteps(LUNGE, createRoutineBlock("lunge", { hold: LEVELS }), false)).toEqual([
      { name: "hold", step: 5, low: 20, high: 40, usual: 20 },
    ]);
  });

  test("of a routine's block take the place of the exercise's own", () => {
    const block = createRoutineBlock("raise", {
      reps: figure([4, 6]),
      strokes: [stroke("concentric", 2), stroke("eccentric", [4, 6])],
    });
    expect(listDoseSteps(RAISE, block, false)).toEqual([
      { name: "reps", step: 1, low: 4, high: 6, usual: 5 },
      { name: "eccentric", step: 1, low: 4, high: 6, usual: 5 },
    ]);
    // One stroke, so the hold of the block counts and not a lowering.
    const held = createRoutineBlock("raise", { hold: figure(20), reps: figure(1), strokes: [stroke("hold", 9)] });
    expect(listDoseSteps(RAISE, held, false)).toEqual([{ name: "hold", step: 5, low: 20, high: 20, usual: 20 }]);
  });

  test("beyond the source go from one to twice the most", () => {
    expect(listDoseSteps(LUNGE, null, true)).toEqual([{ name: "hold", step: 5, low: 1, high: 120, usual: 45 }]);
  });

  test("of a test that waits for the person are none", () => {
    expect(listDoseSteps(TEST, null, false)).toEqual([]);
  });
});

describe("a lowering as a tempo", () => {
  const strokes = [
    { phase: "concentric", seconds: 2 },
    { phase: "pause-top", seconds: 1 },
    { phase: "eccentric", seconds: 3 },
  ];

  test("takes the other strokes from the last time", () => {
    expect(formatLoweringTempo(strokes, 5, RAISE)).toBe("5-0-2-1");
  });

  test("keeps a stroke explosive that the exercise has so", () => {
    const pattern = {
      type: "strokes" as const,
      strokes: [{ ...stroke("concentric", 1), fast: true }, stroke("eccentric", 3)],
    };
    expect(formatLoweringTempo(strokes, 4, { ...RAISE, pattern })).toBe("4-0-X-1");
    expect(formatLoweringTempo(strokes, 4, TEST)).toBe("4-0-2-1");
  });

  test("is none with another stroke among them, or with half a second", () => {
    expect(formatLoweringTempo([...strokes, { phase: "hold", seconds: 9 }], 4, RAISE)).toBeNull();
    expect(formatLoweringTempo([{ phase: "concentric", seconds: 1.5 }], 4, RAISE)).toBeNull();
    expect(formatLoweringTempo(strokes, 3.5, RAISE)).toBeNull();
  });
});
