/** What a rest says when an exercise comes again, or on another side, and how much of an exercise is told before it. */
import { describe, expect, it } from "vitest";
import type { Exercise } from "../../src/catalog/exercise-types.ts";
import { each, hold } from "../support/content.ts";
import { doing, group, planOf as planOfItems, rest, work } from "../support/groups.ts";
import { planOf, sheetOf, spoken, words } from "./support.ts";

const lunge = spoken({ id: "lunge", pattern: hold(30), sides: each("one-side-first") });

describe("a rest", () => {
  it("before an exercise that was done before tells its side and a cue, and not how to do it", () => {
    const items = [group({ rounds: 2, between: 20, rest: 20 }, doing("lunge"), doing("plank"))];
    const plan = planOfItems([lunge, work("plank", 30)], items, { prepareMs: 30_000 });
    const again = plan.steps.filter(({ kind, side }) => kind === "rest" && side === "left").at(-1);
    const said = words(sheetOf(plan).filter(({ step }) => step === again?.index));
    expect(said).toEqual([
      "Round two of two.",
      "Next: lunge, 30 seconds.",
      "Left knee on the floor.",
      "Stay tall.",
      "Lunge.",
    ]);
  });

  it.each([
    [300, ["Rest 5 minutes.", "Round two of two.", "Next: focus, 60 seconds.", "Stay tall.", "Focus."]],
    [119, ["Round two of two.", "Next: focus, 60 seconds.", "Stay tall."]],
  ])("of %s seconds says how long it is only if it is a break, whose end is then announced", (seconds, expected) => {
    const plan = planOfItems([work("focus", 60)], [group({ rounds: 2, rest: seconds }, doing("focus"))]);
    const between = plan.steps.find(({ kind }) => kind === "rest");
    expect(words(sheetOf(plan).filter(({ step }) => step === between?.index))).toEqual(expected);
  });

  it("between one side and the other tells the side, even where each is done by itself", () => {
    const items = [doing("lunge", { side: "left" }), rest(20), doing("lunge", { side: "right" })];
    const plan = planOfItems([lunge], items);
    const between = plan.steps.find(({ kind }) => kind === "rest");
    expect(words(sheetOf(plan).filter(({ step }) => step === between?.index))).toContain("Right knee on the floor.");
  });
});

describe("a preparation", () => {
  const told = (parts: Partial<Exercise>) => {
    const plan = planOf([spoken({ pattern: hold(30) }, parts)], { prepareMs: 60_000 });
    return words(sheetOf(plan).filter(({ step }) => step === 0)).slice(1);
  };

  it("tells the whole position where no side tells a part of it", () => {
    expect(told({ position: "Kneel down. Sit on your heels.", steps: ["Lean."] })).toEqual([
      "Kneel down. Sit on your heels.",
      "Lean.",
    ]);
  });

  it("tells two steps, as more would not be kept in mind", () => {
    expect(told({ position: "Kneel.", steps: ["Tuck.", "Lean.", "Reach.", "Breathe."] })).toEqual([
      "Kneel.",
      "Tuck.",
      "Lean.",
    ]);
  });

  it("tells no position where the exercise has none", () => {
    expect(told({ position: "", steps: ["Lean."] })).toEqual(["Lean."]);
  });
});
