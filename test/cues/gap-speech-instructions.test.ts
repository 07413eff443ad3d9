/** What is told of an exercise before its first set: its note, its position, its side and its steps, as far as there is time. */
import { describe, expect, it } from "vitest";
import { compilePlan } from "../../src/plan/compile.ts";
import { block, each, exercise, hold, OPEN, routine } from "../support/content.ts";
import { planOf, sheetOf, spoken, words } from "./support.ts";

describe("an exercise", () => {
  it("is told with its note, and with nothing to read out where the voice is brief", () => {
    const plan = planOf([spoken({ pattern: hold(30) }, { steps: ["Tuck."] })], { prepareMs: 30_000 });
    const noted = { ...plan, blocks: plan.blocks.map((block) => ({ ...block, note: "Use a cushion. Or two." })) };
    expect(words(sheetOf(noted).filter(({ step }) => step === 0))).toEqual([
      "Lunge. 30 seconds.",
      "Use a cushion. Or two.",
      "Kneel.",
      "Tuck.",
    ]);
    expect(words(sheetOf(noted, { voice: "brief" }).filter(({ step }) => step === 0))).toEqual(["Lunge, 30 seconds."]);
  });

  it("is told how to get there when there is time to", () => {
    const made = spoken(
      { pattern: hold(30) },
      { position: "Half kneeling: one foot in front.", steps: ["Tuck.", "Lean."] },
    );
    const long = planOf([made], { prepareMs: 30_000 });
    expect(words(sheetOf(long).filter(({ step }) => step === 0))).toEqual([
      "Lunge. 30 seconds.",
      "Half kneeling: one foot in front.",
      "Tuck.",
      "Lean.",
    ]);
  });

  it("is told in the order in which it is done: what differs, the position, the side, the movement", () => {
    const made = spoken(
      { pattern: hold(30), sides: each("one-side-first") },
      { position: "Half kneeling. One knee on the floor, the other foot in front.", steps: ["Tuck.", "Lean."] },
    );
    const plan = planOf([made], { prepareMs: 30_000 });
    const noted = { ...plan, blocks: plan.blocks.map((block) => ({ ...block, note: "Use a cushion." })) };
    expect(words(sheetOf(noted).filter(({ step }) => step === 0))).toEqual([
      "Lunge. 30 seconds each side.",
      "Use a cushion.",
      // The side tells the rest of the position.
      "Half kneeling.",
      "Left knee on the floor.",
      "Tuck.",
      "Lean.",
    ]);
  });

  it("is told in one cue what to do where there is no time for the first step", () => {
    const tuck = "Tuck your pelvis until your lower back is long and flat, and keep it there.";
    const saidIn = (prepareMs: number) => {
      const plan = planOf([spoken({ pattern: hold(30) }, { steps: [tuck, "Lean."] })], { prepareMs });
      return words(sheetOf(plan).filter(({ step }) => step === 0));
    };
    expect(saidIn(8000)).toEqual(["Lunge. 30 seconds.", "Kneel.", "Stay tall."]);
    expect(saidIn(15_000)).toEqual(["Lunge. 30 seconds.", "Kneel.", tuck, "Lean."]);
  });

  it("that waits for the person is told its first step only, as what it asks is asked in it", () => {
    const test = spoken({ pattern: OPEN }, { steps: ["Lie back.", "Higher than level: short."] });
    const plan = planOf([test], { prepareMs: 30_000 });
    expect(words(sheetOf(plan).filter(({ step }) => step === 0))).toEqual([
      "Lunge. At your own pace.",
      "Kneel.",
      "Lie back.",
    ]);
  });
});

it("a block with a position of its own is told by it, and nothing is said of the exercise's", () => {
  const made = routine(exercise({ pattern: hold(30), prepare: 30 }));
  const sections = made.routine.sections.map((section) => ({
    ...section,
    blocks: [block("lunge", { position: "Sit on a chair." })],
  }));
  const said = words(sheetOf(compilePlan({ ...made.routine, sections }, made.exercises)));
  expect(said).toContain("Sit on a chair.");
  expect(said).not.toContain("Kneel.");
});
