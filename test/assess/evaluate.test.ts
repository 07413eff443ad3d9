/** What the answers to the Thomas test come to: every row of the guide's table, and every combination of answers. */
import { describe, expect, test } from "vitest";
import {
  evaluateSide,
  evaluateSides,
  findTighterSide,
  isTrainable,
  summariseResults,
} from "../../src/assess/evaluate.ts";
import { type SideAnswers, UNTESTED_ANSWERS } from "../../src/assess/types.ts";
import { ALL_SIDES, ARCHED, answers, hurt, TABLE } from "./answers-of.ts";

const left = (given: Parameters<typeof answers>[0]) => evaluateSide(TABLE, "left", answers(given));

/** What one criterion says: "tight: iliopsoas", "good", or nothing. */
function saidBy(criterion: string, given: SideAnswers): string | undefined {
  const finding = evaluateSide(TABLE, "left", given).findings.find((one) => one.criterion === criterion);
  return finding && [finding.outcome, ...finding.muscles].join(" ");
}

describe("the guide's table, row by row", () => {
  test.each([
    ["1: above level", "thigh", { thigh: "above" }, "tight iliopsoas", /stays above level: the psoas may be short/],
    ["1: level", "thigh", { thigh: "parallel" }, "good", /level with the floor: that passes/],
    ["1: below level", "thigh", { thigh: "below" }, "good", /below level: the psoas is long enough/],
    ["2: no pain", "pain", { pain: "no" }, "good", /Nothing hurts/],
    ["2: hip", "pain", { pain: "hip" }, "pain", /^The hip hurts.*hip joint/],
    ["2: knee", "pain", { pain: "knee" }, "pain", /^The knee hurts.*hip joint/],
    ["2: hip and knee", "pain", { pain: "both" }, "pain", /^Hip and knee hurt.*hip joint/],
    ["3: straight", "rotation", { rotation: "none" }, "good", /hangs straight/],
    [
      "3 with 1: out and above",
      "rotation",
      { rotation: "out", thigh: "above" },
      "tight tensor fasciae latae iliopsoas",
      /TFL, psoas or both/,
    ],
    [
      "3 with 1: in and above",
      "rotation",
      { rotation: "in", thigh: "above" },
      "tight tensor fasciae latae iliopsoas",
      /TFL, psoas or both/,
    ],
    ["3 alone: out and level", "rotation", { rotation: "out", thigh: "parallel" }, "unclear", /not too high/],
    ["3 alone: in and below", "rotation", { rotation: "in", thigh: "below" }, "unclear", /not too high/],
    ["4: near 90", "knee", { knee: "square" }, "good", /near a right angle/],
    [
      "4: more than 90",
      "knee",
      { knee: "straight" },
      "tight rectus femoris",
      /straighter than a right angle \(more than 90 degrees between thigh and shin\)/,
    ],
    ["4: less than 90", "knee", { knee: "bent" }, "good", /less than 90 degrees.*not short/],
    [
      "4 while the thigh is high, and drops",
      "knee",
      { thigh: "above", drop: "yes" },
      "tight rectus femoris",
      /drops once the knee is straighter: the rectus femoris limits it more/,
    ],
    ["4 while the thigh is high, and stays", "knee", { thigh: "above", drop: "no" }, "good", /not what holds it/],
    [
      "4 while the thigh is high",
      "knee",
      { thigh: "above", knee: "straight" },
      "unclear",
      /cannot be judged while the thigh is high/,
    ],
  ] as const)("%s", (_, criterion, given, said, shows) => {
    expect(saidBy(criterion, answers(given))).toBe(said);
    const finding = left(given).findings.find((one) => one.criterion === criterion);
    expect(finding?.shows).toMatch(shows);
    expect(finding?.side).toBe("left");
  });
});

/** The guide's table once more, as a program that shares nothing with the tables. */
function expected({ pain, back, thigh, drop, rotation, knee }: SideAnswers) {
  const high = thigh === "above";
  const turned = rotation === "out" || rotation === "in";
  const kneeSays = () => {
    if (high) return drop === "yes" ? "tight" : drop === "no" ? "good" : "unclear";
    return knee === null ? null : knee === "straight" ? "tight" : "good";
  };
  const said = {
    thigh: thigh === null ? null : high ? "tight" : "good",
    pain: pain === null ? null : pain === "no" ? "good" : "pain",
    rotation: rotation === null ? null : !turned ? "good" : high ? "tight" : "unclear",
    knee: kneeSays(),
  };
  const muscles = [
    ...(high ? ["iliopsoas"] : []),
    ...(high && turned ? ["tensor fasciae latae"] : []),
    ...(said.knee === "tight" ? ["rectus femoris"] : []),
  ];
  const outcomes: readonly (string | null)[] = Object.values(said);
  const worst = ["pain", "tight", "unclear", "good"].find((outcome) => outcomes.includes(outcome));
  return back === "arched" && pain === "no"
    ? { said: { ...said, thigh: null, rotation: null, knee: null }, muscles: [], verdict: "untested" }
    : { said, muscles, verdict: worst ?? "untested" };
}

test("every combination of answers leads to exactly the findings, muscles and verdict of the guide's table", () => {
  expect(ALL_SIDES).toHaveLength(1 + 3 + 1 + 4 * 3 * 3 * 3);
  for (const given of ALL_SIDES) {
    const result = evaluateSide(TABLE, "right", given);
    const { said, muscles, verdict } = expected(given);
    const found = Object.fromEntries(result.findings.map(({ criterion, outcome }) => [criterion, outcome]));
    const told = Object.fromEntries(Object.entries(said).filter(([, outcome]) => outcome !== null));
    expect({ given, found, muscles: [...result.muscles].sort(), verdict: result.verdict }).toEqual({
      given,
      found: told,
      muscles: muscles.sort(),
      verdict,
    });
  }
});

test("pain comes before everything else and sends to a professional", () => {
  const { verdict, findings } = left({ pain: "hip", thigh: "above", knee: "straight" });
  expect(verdict).toBe("pain");
  expect(findings.find(({ criterion }) => criterion === "pain")?.follows).toMatch(/doctor or physiotherapist before/);
});

describe("a lower back that does not lie flat", () => {
  test("makes the side not tested, whatever else was answered", () => {
    expect(evaluateSide(TABLE, "left", ARCHED)).toMatchObject({ verdict: "untested", muscles: [] });
    const all = left({ back: "arched", thigh: "above", rotation: "out", knee: "straight" });
    expect(all).toMatchObject({ verdict: "untested", muscles: [] });
    expect(all.findings.map(({ criterion }) => criterion)).toEqual(["pain"]);
  });

  test("hides no pain", () => {
    expect(left({ back: "arched", pain: "knee" }).verdict).toBe("pain");
  });
});

test("a side may be trained if it was tested and does not hurt", () => {
  const results = [answers(), answers({ thigh: "above" }), answers({ rotation: "in" }), hurt("hip"), UNTESTED_ANSWERS];
  expect(results.map((given) => isTrainable(evaluateSide(TABLE, "left", given)))).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});

describe("the tighter side", () => {
  const tighter = (a: Parameters<typeof answers>[0], b: Parameters<typeof answers>[0]) => {
    const sides = { left: answers(a), right: answers(b) };
    return findTighterSide(evaluateSides(TABLE, sides), sides);
  };
  const high = (thighDegrees: number | null) => ({ thigh: "above", thighDegrees }) as const;
  const straight = (kneeDegrees: number | null) => ({ knee: "straight", kneeDegrees }) as const;

  test("is the one with more muscles that may be short", () => {
    expect(tighter({ thigh: "above", drop: "yes" }, { thigh: "above" })).toBe("left");
    expect(tighter({}, { knee: "straight" })).toBe("right");
  });

  test("is told by measured degrees where the findings are the same, beyond the error of seven degrees", () => {
    expect(tighter(high(10), high(18))).toBe("right");
    expect(tighter(high(18), high(10))).toBe("left");
    expect(tighter(high(10), high(17))).toBeNull();
    expect(tighter(high(10), high(null))).toBeNull();
    expect(tighter(high(null), high(30))).toBeNull();
  });

  test("is told by the knee where the thighs are alike or were not measured", () => {
    expect(tighter(straight(120), straight(100))).toBe("left");
    expect(tighter(straight(100), straight(108))).toBe("right");
    expect(tighter({ ...straight(130), thighDegrees: 0 }, { ...straight(100), thighDegrees: 3 })).toBe("left");
  });

  test("is none when nothing is short, however the thighs hang, or when a side hurts or was not tested", () => {
    expect(tighter({ thighDegrees: -5 }, { thighDegrees: -20 })).toBeNull();
    expect(tighter({ thigh: "above" }, { pain: "hip" })).toBeNull();
    expect(tighter({ back: "arched" }, { thigh: "above" })).toBeNull();
  });
});

describe("the summary", () => {
  const summary = (a: SideAnswers, b: SideAnswers) =>
    summariseResults(TABLE, evaluateSides(TABLE, { left: a, right: b }));

  test("names what may be short, and says what a side comes to", () => {
    expect(summary(answers({ thigh: "above", drop: "yes", rotation: "out" }), answers())).toBe(
      "left may be short (psoas, rectus femoris, TFL as well); right passes",
    );
    expect(summary(hurt("hip"), UNTESTED_ANSWERS)).toBe("left hurts; right was not tested");
    expect(summary(answers({ rotation: "in" }), answers({ knee: "straight" }))).toBe(
      "left is unclear (the thigh turns); right may be short (rectus femoris)",
    );
  });
});

test("each finding knows its side", () => {
  const results = evaluateSides(TABLE, { left: answers(), right: answers() });
  for (const side of ["left", "right"] as const) {
    expect(results[side].findings.map((finding) => finding.side)).toEqual([side, side, side, side]);
  }
});
