/** What is heard in sets of repetitions and in sets that wait. */
import { describe, expect, it } from "vitest";
import type { Pattern } from "../../src/catalog/exercise-types.ts";
import { buildCueSheet } from "../../src/cues/cue-sheet.ts";
import { ALTERNATING, hold, OPEN, stroke, tempo } from "../support/content.ts";
import { ALL, evenly, heard, planOf, sheetOf, spoken, tones, words } from "./support.ts";

describe("a set of repetitions", () => {
  const march = planOf([spoken({ id: "march", pattern: tempo(3, 1, 3), reps: 20 })]);
  const set = sheetOf(march).filter(({ step }) => step === 1);

  it("calls the strokes by their words twice, then by their tones alone", () => {
    const strokes = set.filter(({ name }) => name === "stroke");
    expect(words(strokes)).toEqual(["up", "hold", "down", "up", "hold", "down"]);
    expect(tones(set, "concentric", "hold", "eccentric")).toHaveLength(60);
  });

  it("explains the strokes of a tempo once, in the first set, where the exercise has words of its own for them", () => {
    const own = (phase: "concentric" | "eccentric", seconds: number, cue: string) => ({
      ...stroke(phase, seconds),
      cue,
    });
    const strokes = [own("concentric", 1, "Lift from the heels, pelvis tucked"), own("eccentric", 3, "Lower slowly")];
    const plan = planOf([spoken({ pattern: { type: "strokes", strokes }, reps: 3, sets: 2, rest: 20 })]);
    const called = (at: number) => words(sheetOf(plan).filter(({ step, name }) => step === at && name === "stroke"));
    // The words for the first are too long for its second.
    expect(called(1)).toEqual(["up", "Lower slowly.", "up", "down"]);
    expect(called(3)).toEqual(["up", "down", "up", "down"]);
  });

  it("counts every fifth repetition and the last three", () => {
    expect(heard(set.filter(({ name }) => name === "count"))).toEqual([
      "38.45 count: Five.",
      "73.45 count: Ten.",
      "108.45 count: 15.",
      "129.45 count: Three to go.",
      "136.45 count: Two to go.",
      "143.59 count: Last one.",
    ]);
  });

  const countedIn = (reps: number, voice: "full" | "brief" = "full") => {
    const plan = planOf([spoken({ id: "march", pattern: tempo(3, 1, 3), reps })]);
    return words(sheetOf(plan, { voice }).filter(({ name }) => name === "count"));
  };
  const LAST_THREE = ["Three to go.", "Two to go.", "Last one."];

  it("of forty repetitions and more is counted every tenth, of fewer every fifth", () => {
    expect(countedIn(40)).toEqual(["Ten.", "20.", "30.", ...LAST_THREE]);
    expect(countedIn(39)).toEqual(["Five.", "Ten.", "15.", "20.", "25.", "30.", "35.", ...LAST_THREE]);
  });

  it("of fewer than ten repetitions is counted at its end only, and so is any set with a brief voice", () => {
    expect(countedIn(10)).toEqual(["Five.", ...LAST_THREE]);
    expect(countedIn(9)).toEqual(LAST_THREE);
    expect(countedIn(20, "brief")).toEqual(LAST_THREE);
  });

  it("does not count its first repetition down", () => {
    expect(countedIn(3)).toEqual(["Two to go.", "Last one."]);
    expect(countedIn(1)).toEqual([]);
  });

  it("marks every new repetition behind its first stroke, and the last one by a tone of its own", () => {
    expect(tones(set, "rep")).toHaveLength(18);
    expect(tones(set, "go", "last-rep", "set-end")).toEqual(["10.00 go", "143.28 last-rep", "150.00 set-end"]);
    expect(tones(set).slice(0, 6)).toEqual([
      "10.00 go",
      "10.44 concentric",
      "13.00 hold",
      "14.00 eccentric",
      "17.00 concentric",
      "17.28 rep",
    ]);
  });

  it("that is a breath is led aloud twice, then by its tones alone", () => {
    const box: Pattern = {
      type: "strokes",
      strokes: [stroke("inhale", 4), stroke("hold", 4), stroke("exhale", 4), stroke("hold", 4)],
    };
    const breathing = sheetOf(planOf([spoken({ pattern: box, reps: 12 })])).filter(({ step }) => step === 1);
    const called = words(breathing.filter(({ name }) => name === "stroke"));
    expect(called).toEqual([..."12"].flatMap(() => ["breathe in", "hold", "breathe out", "hold"]));
    expect(tones(breathing, "inhale", "exhale")).toHaveLength(24);
  });

  it("that alternates says which side a repetition is, twice", () => {
    const plan = planOf([spoken({ pattern: tempo(3, 1, 3), reps: 4, sides: ALTERNATING })]);
    expect(words(sheetOf(plan).filter(({ name }) => name === "stroke"))).toEqual([
      "Left knee lifts.",
      "hold",
      "down",
      "Right knee lifts.",
      "hold",
      "down",
    ]);
  });

  it("is left to its tones where the strokes are too short for words", () => {
    const plan = planOf([spoken({ pattern: tempo(0.5, 0, 0.5), reps: 12 })]);
    const quick = sheetOf(plan).filter(({ step }) => step === 1);
    expect(words(quick)).toEqual([]);
    // Under "go" the first two strokes are not heard, everything after it is.
    expect(tones(quick, "concentric", "eccentric")).toHaveLength(23);
  });

  it("counts a long stroke down to its end", () => {
    const own = (phase: "contract" | "stretch", seconds: number, cue: string) => ({ ...stroke(phase, seconds), cue });
    const pattern = {
      type: "strokes",
      strokes: [own("contract", 6, "Press the knee down"), own("stretch", 15, "Let it sink")],
    } as const;
    const plan = planOf([spoken({ pattern, reps: 2 })]);
    expect(heard(sheetOf(plan).filter(({ step }) => step === 1))).toEqual([
      "10.00 go",
      "10.44 contract",
      "10.77 stroke: Press the knee down.",
      "16.00 stretch",
      "16.30 stroke: Let it sink.",
      "28.00 last-seconds",
      "29.00 last-seconds",
      "30.00 last-seconds",
      "31.00 contract",
      "31.31 last-rep",
      "31.62 stroke: squeeze",
      "32.29 count: Last one.",
      "37.00 stretch",
      "37.30 stroke: stretch",
      "49.00 last-seconds",
      "50.00 last-seconds",
      "51.00 last-seconds",
      "52.00 set-end",
    ]);
  });

  it("calls a stroke by the exercise's own word, in every repetition where no rhythm tells it", () => {
    const own = { ...stroke("contract", 6), cue: "Lift the thigh gently", word: "lift" };
    const plan = planOf([
      spoken({ pattern: { type: "strokes", strokes: [own, stroke("relax", 3), stroke("stretch", 9)] }, reps: 4 }),
    ]);
    expect(words(sheetOf(plan).filter(({ name }) => name === "stroke"))).toEqual([
      "Lift the thigh gently.",
      ...Array.from({ length: 3 }, () => ["let go", "stretch", "lift"]).flat(),
      "let go",
      "stretch",
    ]);
    expect(plan.blocks[0]?.strokes[0]?.word).toBe("LIFT");
  });

  it("of one timed stroke is told by its repetitions", () => {
    const plan = planOf([spoken({ pattern: hold(5), reps: 3 })]);
    expect(tones(sheetOf(plan).filter(({ step }) => step === 1))).toEqual([
      "10.00 go",
      "15.00 rep",
      "20.00 last-rep",
      "25.00 set-end",
    ]);
  });
});

describe("a set that waits for the person", () => {
  const test = planOf([spoken({ pattern: OPEN }, { name: "Thomas test", cues: ["Lower back flat", "Leg heavy"] })]);

  it("has its questions read out, with time between them", () => {
    expect(heard(sheetOf(test).filter(({ step }) => step === 1))).toEqual([
      "10.00 go",
      "10.46 your-turn: Your turn. Press Enter when done.",
      "18.44 reminder: Lower back flat.",
      "25.40 reminder: Leg heavy.",
    ]);
  });

  it("ends by itself when it is given a length, as in a recording", () => {
    const cues = buildCueSheet(test, ALL, evenly, { openStepMs: 20_000 });
    expect(tones(cues)).toContain("30.00 set-end");
    expect(cues.filter(({ step }) => step === 1).at(-1)?.name).toBe("set-end");
  });
});
