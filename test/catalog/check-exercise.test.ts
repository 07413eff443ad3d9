/** Which fields an exercise's file may have beside which. */
import { describe, expect, test } from "vitest";
import { findFigureFaults } from "../../src/catalog/check-exercise.ts";

describe("an exercise's file", () => {
  test.each<[object, string[]]>([
    [{ work: 20, hold: 5 }, ["hold: expected one figure, found hold beside work"]],
    [{}, [": a figure is missing; expected work, hold or reps, or strokes"]],
    [{ dose: { reps: 5 } }, []],
    [{ dose: null }, [": a figure is missing; expected work, hold or reps, or strokes"]],
    [{ tempo: "3-0-3-0" }, ["reps: missing; expected how many repetitions are done in this tempo"]],
    [{ tempo: "3-0-3-0", reps: 5, starts: "eccentric" }, []],
    [{ tempo: "3-0-3-0", dose: { reps: 5 } }, []],
    [{ reps: 5, starts: "eccentric" }, ["starts: expected none, as there is no tempo"]],
    [{ hold: 5, pace: 2 }, ["pace: expected none, as its repetitions are timed"]],
    [{ reps: 5, pace: 2 }, []],
    [{ hold: 5, cap: 60 }, ["cap: expected none, as its sets are timed"]],
    [{ pattern: { open: true }, cap: 60 }, []],
    [{ pattern: { strokes: [] }, cap: 60 }, ["cap: expected none, as its sets are timed"]],
    [{ pattern: null, cap: 60 }, ["cap: expected none, as its sets are timed"]],
    [{ hold: 5, reps: 2, dose: { reps: 3 } }, ["reps: expected none, as dose says reps too"]],
    [{ hold: 5, sets: 2, dose: { sets: 3 } }, ["sets: expected none, as dose says sets too"]],
    [{ hold: 5, rest: 2, dose: { rest: 3 } }, ["rest: expected none, as dose says rest too"]],
    [{ hold: 5, rest: 2, dose: { reps: 3 } }, []],
    [{ hold: 5, switch: 3, sides: "both" }, ["switch: expected none, as it does not change sides"]],
    [{ hold: 5, switch: 3, sides: null }, ["switch: expected none, as it does not change sides"]],
    [{ hold: 5, switch: 3, sides: "each" }, []],
    [{ hold: 5, switch: 3, sides: { mode: "each" } }, []],
  ])("%j", (file, faults) => {
    expect(findFigureFaults(file, []).map(({ path, message }) => `${path.join(".")}: ${message}`)).toEqual(faults);
  });
});
