/** What is asked of a whole plan: what a step's exercise looks like, and what has to be at hand. */
import { describe, expect, it } from "vitest";
import { estimateLengthFrom, getExerciseOf, listEquipment, listNotes, listWaitingSets } from "../../src/plan/types.ts";
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

describe("what is left from each step on", () => {
  const exercises = [work("a", 40), paced("b", 5)];
  const cindy = group({ rounds: null, cap: 120 }, doing("a"), doing("b"));
  const everyMinute = group({ rounds: 2, every: 60 }, doing("b"));

  it.each<[string, Parameters<typeof planOf>[1], readonly string[]]>([
    [
      "adds up lengths and estimates",
      [doing("a"), doing("b"), rest(20), doing("a")],
      ["about 135 s", "about 125 s", "about 85 s", "about 75 s", "60 s", "40 s"],
    ],
    [
      "counts the whole of a cap, whatever the sets before it take",
      [doing("b"), rest(10), cindy],
      ["about 155 s", "about 145 s", "about 130 s", "about 120 s", "about 80 s", "80 s", "40 s", "40 s", "0 s"],
    ],
    [
      "counts whole intervals, and what comes behind them",
      [everyMinute, rest(20), doing("b")],
      ["about 165 s", "about 155 s", "about 155 s", "about 95 s", "about 95 s", "about 35 s", "about 15 s"],
    ],
  ])("%s", (_what, items, left) => {
    const timed = planOf(exercises, items);
    const told = timed.steps.map(({ index }) => {
      const { ms, isEstimated } = estimateLengthFrom(timed, index);
      return `${isEstimated ? "about " : ""}${ms / 1000} s`;
    });
    expect(told).toEqual(left);
    expect(estimateLengthFrom(timed, timed.steps.length)).toEqual({ ms: 0, isEstimated: false });
  });

  it("names the sets that wait for the person; of as many rounds as possible those of the first", () => {
    const timed = planOf(exercises, [doing("b"), rest(10), cindy]);
    const indices = (from: number) => listWaitingSets(timed, from).map(({ index }) => index);
    expect([indices(0), indices(2), indices(5)]).toEqual([[1, 4], [4], []]);
  });
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
