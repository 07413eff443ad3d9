/** What is heard in long holds, and in sets without a gap between them. */
import { describe, expect, it } from "vitest";
import { buildCueSheet } from "../../src/cues/cue-sheet.ts";
import { each, hold, stroke } from "../support/content.ts";
import { ALL, heard, planOf, sheetOf, spoken, tones, words } from "./support.ts";

describe("a long hold", () => {
  const holdOf = (seconds: number, change: Parameters<typeof sheetOf>[1] = {}) => {
    const plan = planOf([spoken({ pattern: hold(seconds), sets: 2, rest: 10 })]);
    return sheetOf(plan, change).filter(({ step }) => step === 1 || step === 3);
  };
  const remindersOf = (seconds: number, change = {}) =>
    heard(holdOf(seconds, change).filter(({ name }) => name === "reminder"));

  it("has one reminder from forty seconds on and two from a minute on; the first is about breathing", () => {
    expect(remindersOf(9)).toEqual([]);
    expect(remindersOf(39)).toEqual(["23.00 reminder: Long breath out.", "72.00 reminder: Long breath out."]);
    expect(remindersOf(40)).toEqual(["20.00 reminder: Long breath out.", "70.00 reminder: Long breath out."]);
    expect(remindersOf(60)).toEqual(["25.00 reminder: Long breath out.", "95.00 reminder: Long breath out."]);
    expect(remindersOf(60, { voice: "brief" })).toEqual([]);
  });

  it("has no reminder but of breathing where the exercise has no cue", () => {
    const plan = planOf([spoken({ pattern: hold(60) }, { cues: [] })]);
    expect(words(sheetOf(plan).filter(({ name }) => name === "reminder"))).toEqual(["Long breath out."]);
  });

  it("begins every set with how it is held, when the exercise has its own words for it", () => {
    const own = { ...stroke("hold", 30), cue: "Squeeze the glute" };
    const plan = planOf([spoken({ pattern: { type: "strokes", strokes: [own] }, sets: 2, rest: 10 })]);
    expect(heard(sheetOf(plan).filter(({ name }) => name === "stroke"))).toEqual([
      "10.46 stroke: Squeeze the glute.",
      "50.46 stroke: Squeeze the glute.",
    ]);
    expect(sheetOf(plan, { voice: "brief" }).filter(({ name }) => name === "stroke")).toEqual([]);
  });

  it("says nothing twice, and about breathing only once", () => {
    const own = { ...stroke("hold", 60), cue: "Hips low, long breath out" };
    const cues = ["Hips low", "Long breath out", "Stay tall", "Breathe", "Chest up"];
    const plan = planOf([spoken({ pattern: { type: "strokes", strokes: [own] } }, { cues, steps: [] })]);
    const said = sheetOf(plan).filter(({ name }) => name === "stroke" || name === "reminder");
    expect(words(said)).toEqual(["Stay tall.", "Hips low, long breath out.", "Chest up."]);
  });

  it("leaves halfway out where ten seconds are soon to come", () => {
    const marks = (seconds: number) =>
      words(holdOf(seconds).filter(({ step, name }) => step === 1 && /half|ten/.test(name)));
    expect(marks(39)).toEqual(["Ten seconds."]);
    expect(marks(40)).toEqual(["Halfway.", "Ten seconds."]);
    expect(marks(20)).toEqual(["Halfway."]);
    // The tone is heard all the same.
    expect(tones(holdOf(39), "half-way", "ten-seconds")).toEqual([
      "29.50 half-way",
      "39.00 ten-seconds",
      "78.50 half-way",
      "88.00 ten-seconds",
    ]);
  });

  it("leaves out that half of it is done when it cannot be said soon enough", () => {
    const plan = planOf([spoken({ pattern: hold(40) })]);
    const halfWayWhenItTakes = (ms: number) =>
      buildCueSheet(plan, ALL, (text) => (text === "Halfway." ? ms : 500)).some(
        ({ name, kind }) => name === "half-way" && kind === "speech",
      );
    // The tone takes 234 ms and the silence after it 80.
    expect([halfWayWhenItTakes(2186), halfWayWhenItTakes(2187)]).toEqual([true, false]);
    expect(
      tones(
        buildCueSheet(plan, ALL, () => 60_000),
        "half-way",
      ),
    ).toEqual(["30.00 half-way"]);
  });
});

describe("sets without a gap between them", () => {
  const plan = planOf(
    [
      spoken({ id: "plank", pattern: hold(20), sets: 2, rest: 0 }),
      spoken({ id: "bridge", pattern: hold(20), sides: each("set-by-set") }),
    ],
    { prepareMs: 0, switchMs: 0 },
  );

  it("are told apart by go, and told of while they run", () => {
    expect(tones(sheetOf(plan), "go", "set-end")).toEqual([
      "0.00 go",
      "20.00 go",
      "40.00 go",
      "60.00 go",
      "80.00 set-end",
    ]);
    expect(words(sheetOf(plan).filter(({ name }) => ["announce", "side", "last-set"].includes(name)))).toEqual([
      "Plank, 20 seconds.",
      "Last set.",
      "Bridge, 20 seconds.",
      "Left side.",
      "Right side.",
    ]);
  });
});
