/** What the answers of the Thomas test come to. */
import { describe, expect, test } from "vitest";
import { evaluateSide, evaluateSides, findTighterSide, summariseResults } from "../../src/assess/evaluate.ts";
import { ALL_SIDES, answers, hurt, TABLE } from "./answers-of.ts";

const left = (given: Parameters<typeof answers>[0]) => evaluateSide(TABLE, "left", answers(given));

test("a thigh below level, no pain, no turn and a right angle at the knee pass", () => {
  expect(left({})).toMatchObject({ verdict: "good", muscles: [] });
  expect(left({}).findings.map(({ outcome }) => outcome)).toEqual(["good", "good", "good", "good"]);
});

test("a thigh that lies level passes too", () => {
  expect(left({ thigh: "parallel" })).toMatchObject({ verdict: "good", muscles: [] });
});

test("a thigh above level suggests a short psoas", () => {
  expect(left({ thigh: "above" })).toMatchObject({ verdict: "tight", muscles: ["iliopsoas"] });
});

test("a straighter knee suggests a short rectus femoris, and says which angle it means", () => {
  const { verdict, muscles, findings } = left({ knee: "straight" });
  expect([verdict, muscles]).toEqual(["tight", ["rectus femoris"]]);
  expect(findings.at(-1)?.shows).toMatch(
    /straighter than a right angle \(more than 90 degrees between thigh and shin\)/,
  );
});

test("a knee that bends further than a right angle calls nothing short", () => {
  expect(left({ knee: "bent" })).toMatchObject({ verdict: "good", muscles: [] });
});

test.each(["out", "in"] as const)("a thigh turned %s suggests the TFL only when it also lies too high", (rotation) => {
  expect(left({ rotation, thigh: "above" }).muscles).toEqual(["iliopsoas", "tensor fasciae latae"]);
  expect(left({ rotation, thigh: "parallel" })).toMatchObject({ verdict: "unclear", muscles: [] });
  expect(left({ rotation, thigh: "below" })).toMatchObject({ verdict: "unclear", muscles: [] });
});

test.each(["hip", "knee", "both"] as const)(
  "pain (%s) comes before everything else and sends to a professional",
  (pain) => {
    const results = [evaluateSide(TABLE, "right", hurt(pain)), left({ pain, thigh: "above", knee: "straight" })];
    for (const { verdict, findings } of results) {
      expect(verdict).toBe("pain");
      expect(findings.find(({ criterion }) => criterion === "pain")?.follows).toMatch(
        /doctor or physiotherapist before/,
      );
    }
  },
);

test("all answers of a side lead to a finding", () => {
  for (const given of ALL_SIDES) {
    const { findings, verdict } = evaluateSide(TABLE, "left", given);
    expect(findings.length > 0).toBe(given.pain !== null);
    expect(TABLE.verdicts[verdict].text).not.toBe("");
  }
});

describe("the tighter side", () => {
  const tighter = (a: Parameters<typeof answers>[0], b: Parameters<typeof answers>[0]) => {
    const sides = { left: answers(a), right: answers(b) };
    return findTighterSide(evaluateSides(TABLE, sides), sides);
  };

  test("is the one with more muscles that look short", () => {
    expect(tighter({ thigh: "above", knee: "straight" }, { thigh: "above" })).toBe("left");
    expect(tighter({}, { knee: "straight" })).toBe("right");
  });

  test("is told by measured degrees where the findings are the same, from five degrees on", () => {
    expect(tighter({ thigh: "above", thighDegrees: 10 }, { thigh: "above", thighDegrees: 15 })).toBe("right");
    expect(tighter({ thigh: "above", thighDegrees: 10 }, { thigh: "above", thighDegrees: 14 })).toBeNull();
  });

  test("is none when nothing is short, however the thighs hang, or when a side hurts", () => {
    expect(tighter({ thighDegrees: -5 }, { thighDegrees: -20 })).toBeNull();
    expect(tighter({ thigh: "above" }, { pain: "hip" })).toBeNull();
  });
});

test("both sides stand in a line", () => {
  const sides = { left: answers({ thigh: "above" }), right: answers() };
  expect(summariseResults(TABLE, evaluateSides(TABLE, sides))).toBe("left: iliopsoas short; right: passes");
});
