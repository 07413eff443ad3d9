/** What is asked of a whole plan: what a step's exercise looks like, and what has to be at hand. */
import { describe, expect, it } from "vitest";
import { getExerciseOf, listEquipment, listNotes } from "../../src/plan/types.ts";
import { doing, group, paced, planOf, rest, work } from "../support/groups.ts";

const figure = { cycle: [] } as never;
const plan = planOf(
  [work("a", 40), paced("b", 5)],
  [doing("a"), doing("a", { position: "Sit." }), doing("a", { figure }), doing("b", { position: "Lie.", figure })],
);
const { a, b } = plan.exercises;
const exerciseAt = (block: number) =>
  getExerciseOf(
    plan,
    plan.steps.find((step) => step.block === block),
  );

describe("the exercise of a step", () => {
  it("is that of the catalogue", () => {
    expect(exerciseAt(0)).toBe(a);
    expect(plan.blocks[0]).not.toHaveProperty("position");
    expect(plan.blocks[0]).not.toHaveProperty("figure");
  });

  it("has the position and the figure of its block", () => {
    expect(exerciseAt(1)).toEqual({ ...a, position: "Sit." });
    expect(exerciseAt(2)).toEqual({ ...a, figure });
    expect(exerciseAt(3)).toEqual({ ...b, position: "Lie.", figure });
  });

  it("is none without a step", () => {
    expect(getExerciseOf(plan, undefined)).toBeUndefined();
  });
});

it("lists equipment once, in the order in which it is needed", () => {
  const items = [["mat", "band"], [], ["roller", "mat"]].map((equipment) => doing("a", { equipment }));
  expect(listEquipment(planOf([work("a", 40)], items))).toEqual(["mat", "band", "roller"]);
});

describe("the notes of a step", () => {
  const told = (...items: Parameters<typeof planOf>[1]) => {
    const noted = planOf([work("a", 40), work("b", 30)], items);
    return noted.steps.map((step) => `${step.kind}: ${listNotes(noted, step).join(", ")}`);
  };

  it("are those of a rest, and of the set that it leads to", () => {
    expect(told(doing("a"), rest(20, "Drink"), doing("b", { ownSets: [{ note: "Slow" }] }))).toEqual([
      ...["prepare: ", "set: ", "rest: Drink, Slow", "set: Slow"],
    ]);
  });

  it("are those of the groups that begin, outermost first, once", () => {
    const inner = group({ rounds: 2, rest: 5, note: "In" }, doing("a"));
    expect(told(group({ rounds: 2, rest: 60, note: "Out" }, inner), rest(9, "Drink"), doing("b"))).toEqual([
      ...["prepare: Out, In", "set: ", "rest: ", "set: ", "rest: ", "set: ", "rest: ", "set: ", "rest: Drink", "set: "],
    ]);
  });

  it("are not those of blocks", () => {
    expect(told(doing("a", { note: "Warm up" }))).toEqual(["prepare: ", "set: "]);
  });
});
