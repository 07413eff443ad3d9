/** What is said around a stretch: before it, in its rests, at a switch of sides, at the end. */
import { describe, expect, it } from "vitest";
import { each, hold, stroke } from "../support/content.ts";
import { heard, planOf, sheetOf, spoken, tones, words } from "./support.ts";

const brief = { voice: "brief" } as const;

describe("a stretch", () => {
  const lunge = planOf([
    spoken(
      { pattern: hold(30), sides: each("one-side-first"), sets: 2, rest: 15 },
      {
        name: "Lunge",
        position: "Half kneeling: one foot in front.",
        cues: ["Chest up", "Hips low"],
        steps: ["Lean."],
      },
    ),
  ]);

  it("is told, counted in, marked and counted down", () => {
    expect(heard(sheetOf(lunge).filter(({ step }) => step <= 2)).join("\n")).toMatchInlineSnapshot(`
      "0.40 announce: Lunge. Two sets, 30 seconds each side.
      2.93 position: Half kneeling.
      4.02 side: Left knee on the floor.
      5.65 how: Lean.
      7.00 get-ready
      8.00 get-ready
      9.00 get-ready
      10.00 go
      10.46 stroke: Hips low.
      20.00 reminder: Long breath out.
      25.00 half-way
      30.00 ten-seconds
      30.23 ten-seconds: Ten seconds.
      37.00 last-seconds
      38.00 last-seconds
      39.00 last-seconds
      40.00 set-end
      40.56 rest
      41.01 next: Next: lunge, set two of two, 30 seconds.
      43.66 reminder: Chest up.
      52.00 get-ready
      53.00 get-ready
      54.00 get-ready"
    `);
  });

  it("tells in a short rest which set comes, or only that it is the last", () => {
    const thrice = planOf([spoken({ pattern: hold(30), sets: 3, rest: 15 })]);
    const rests = thrice.steps.filter(({ kind }) => kind === "rest");
    const said = rests.map(({ index }) => words(sheetOf(thrice).filter(({ step }) => step === index)));
    expect(said).toEqual([
      ["Next: lunge, set two of three, 30 seconds.", "Stay tall."],
      ["Last set.", "Stay tall."],
    ]);
  });

  it("tells in a switch which side comes and what it means", () => {
    const at = lunge.steps.findIndex(({ kind }) => kind === "switch");
    expect(words(sheetOf(lunge).filter(({ step }) => step === at))).toEqual([
      "Switch sides.",
      "Right knee on the floor.",
      "Chest up.",
    ]);
  });

  it("ends with what was done", () => {
    expect(heard(sheetOf(lunge).filter(({ step }) => step === lunge.steps.length))).toEqual([
      "170.56 done",
      "171.47 done: Session done. Four sets in 3 minutes. Well done.",
    ]);
  });

  it("says less when asked for less, and the same tones", () => {
    expect(words(sheetOf(lunge, brief).filter(({ step }) => step <= 2))).toEqual([
      "Lunge. Two sets, 30 seconds each side.",
      "Left knee on the floor.",
      "Ten seconds.",
      "Next: lunge, 30 seconds.",
    ]);
    expect(tones(sheetOf(lunge, brief))).toEqual(tones(sheetOf(lunge)));
  });

  it("announces a long rest's set again shortly before its count-in, and only then that it is the last", () => {
    const saidIn = (restSeconds: number) => {
      const plan = planOf([spoken({ pattern: hold(30), sets: 3, rest: restSeconds })]);
      return plan.steps
        .filter(({ kind }) => kind === "rest")
        .map(({ index, atMs }) =>
          sheetOf(plan)
            .filter(({ step, name }) => step === index && (name === "set" || name === "last-set"))
            .map((cue) => `${((cue.atMs - atMs) / 1000).toFixed(2)} ${cue.name}`),
        );
    };
    // The count-in starts three seconds before the end, and phrases end 120 ms before it.
    expect(saidIn(15.119)).toEqual([[], ["1.01 last-set"]]);
    expect(saidIn(15.12)).toEqual([["8.50 set"], ["8.50 last-set"]]);
  });

  it("says once that a set is the last: where both sides come to it, or on the second side", () => {
    const lastIn = (order: "one-side-first" | "set-by-set") => {
      const plan = planOf([spoken({ pattern: hold(30), sides: each(order), sets: 2, rest: 30 })]);
      const steps = sheetOf(plan).flatMap(({ step, name }) => (name === "last-set" ? [step] : []));
      return steps.map((step) => plan.steps.slice(step).find(({ kind }) => kind === "set")?.label);
    };
    expect(lastIn("set-by-set")).toEqual(["Lunge, left, set 2 of 2"]);
    expect(lastIn("one-side-first")).toEqual(["Lunge, right, set 2 of 2"]);
  });

  it("says a side in a rest only where the side changes", () => {
    const sidesIn = (order: "one-side-first" | "set-by-set") => {
      const plan = planOf([spoken({ pattern: hold(30), sides: each(order), sets: 2, rest: 30 })]);
      const rests = new Set(plan.steps.filter(({ kind }) => kind === "rest").map(({ index }) => index));
      return words(sheetOf(plan).filter(({ step, name }) => rests.has(step) && name === "side"));
    };
    expect(sidesIn("set-by-set")).toEqual(["Left knee on the floor."]);
    expect(sidesIn("one-side-first")).toEqual([]);
  });

  it("that is done on one side only is announced with that side", () => {
    const plan = planOf([spoken({ pattern: hold(30), sides: each("one-side-first"), sets: 2, rest: 15 })], {
      side: "right",
    });
    const said = words(sheetOf(plan));
    expect(said[0]).toBe("Lunge. Two sets, 30 seconds, right side.");
    expect(said).toContain("Last set.");
  });

  it("goes on in its list of cues from set to set", () => {
    const cues = ["Tuck", "Hips low", "Stay tall", "Chest up", "Look ahead"];
    const own = { ...stroke("hold", 40), cue: "Lean in, long breath out" };
    const plan = planOf([
      spoken({ pattern: { type: "strokes", strokes: [own] }, sets: 3, rest: 15 }, { cues, steps: [] }),
    ]);
    // One before each set, one in it.
    expect(words(sheetOf(plan).filter(({ name }) => name === "reminder"))).toEqual([
      "Tuck.",
      "Hips low.",
      "Stay tall.",
      "Chest up.",
      "Look ahead.",
      "Tuck.",
    ]);
  });
});
