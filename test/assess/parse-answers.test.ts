/** Answers as words on the command line. */
import { describe, expect, test } from "vitest";
import { parseScreeningAnswers, parseSideAnswers } from "../../src/assess/parse-answers.ts";
import { UserError } from "../../src/errors.ts";
import { ARCHED, answers, SCREENING, TABLE } from "./answers-of.ts";

const left = (text: string) => parseSideAnswers(TABLE, "left", text);

function fault(make: () => unknown): string {
  try {
    make();
  } catch (error) {
    if (error instanceof UserError) return `${error.message}; ${error.hint ?? ""} (${error.exitCode})`;
    throw error;
  }
  throw new Error("it was taken");
}

test("the answers of a side are words with commas between them", () => {
  expect(left("thigh=above, knee=straight, pain=no, rotation=none")).toEqual(
    answers({ thigh: "above", knee: "straight" }),
  );
});

test("degrees may be given beside them", () => {
  const given = left("thigh=below,knee=near-90,pain=no,rotation=none,thigh-degrees=-10,knee-degrees=92.5");
  expect(given).toEqual(answers({ thighDegrees: -10, kneeDegrees: 92.5 }));
});

test("where it hurts nothing else need be said", () => {
  expect(left("pain=hip")).toEqual(answers({ pain: "hip", thigh: null, rotation: null, knee: null }));
});

test("the back is flat if nothing is said of it; with an arched one nothing else need be said", () => {
  expect(left("pain=no,back=arched")).toEqual(ARCHED);
  expect(left("pain=no,back=flat,thigh=level,rotation=none,knee=90")).toEqual(answers({ thigh: "parallel" }));
});

test("while the thigh is high the knee need not be judged, and whether the thigh drops may be said", () => {
  expect(left("pain=no,thigh=above,rotation=none")).toEqual(answers({ thigh: "above", knee: null }));
  expect(left("pain=no,thigh=above,rotation=none,drop=yes").drop).toBe("yes");
});

test("a tape measure gives the angle, and repeated measurements are averaged", () => {
  const side = "pain=no,thigh=below,rotation=none,knee=90";
  expect(left(`${side},thigh-length=40,knee-height=-7`).thighDegrees).toBe(-10);
  expect(left(`${side},thigh-length=40/42,knee-height=-6/-8/-7`).thighDegrees).toBe(-10);
  expect(left(`${side},thigh-degrees=-12/-14`).thighDegrees).toBe(-13);
  expect(left(`${side},knee-degrees=90/93/93`).kneeDegrees).toBe(92);
  expect(left(`${side},thigh-length=40`).thighDegrees).toBeNull();
});

describe("what cannot be", () => {
  test.each([
    ["thigh=above,pain=no", /no answer for rotation; rotation=none\|out\|in \(2\)/],
    ["thigh=below,pain=no", /no answer for rotation, knee; .*knee=bent\|square\|straight \(2\)/],
    ["thigh=above", /no answer for pain/],
    ["back=arched", /no answer for pain/],
    ["thig=above", /unknown question "thig"; did you mean thigh\?/],
    ["thigh=abov,pain=no,rotation=none,knee=90", /thigh=abov: expected above, parallel, below; did you mean above\?/],
    ["elbow=no", /unknown question "elbow"; questions: pain, back, thigh/],
    ["thigh=,pain=no", /thigh has no answer/],
    ["thigh", /thigh has no answer/],
    ["pain=no,pain=no", /pain is answered twice/],
    ["pain=yes", /expected no, hip, knee, both/],
    [
      "thigh=above,pain=no,rotation=none,knee=90,thigh-degrees=-10",
      /that contradicts "above level", which means 1 to 90/,
    ],
    ["thigh=above,pain=no,rotation=none,knee=90,thigh-degrees=high", /expected degrees from -60 to 90/],
    ["thigh=above,pain=no,rotation=none,thigh-degrees=10/x", /expected degrees from -60 to 90/],
    ["thigh=above,pain=no,rotation=none,knee-height=7", /length of the thigh as well/],
    ["thigh=above,pain=no,rotation=none,thigh-length=7,knee-height=7", /expected a figure from 10 to 80/],
    ["thigh=above,pain=no,rotation=none,thigh-length=40,knee-height=41", /less than the length/],
    ["thigh=above,pain=no,rotation=none,thigh-length=40,knee-height=-7", /contradicts "above level"/],
    ["thigh=above,pain=no,rotation=none,thigh-length=40,knee-height=90", /expected a figure from -80 to 80/],
    ["thigh=above,pain=no,rotation=none,knee=straight,knee-degrees=70", /"straighter".*between thigh and shin/],
  ])("%s", (text, message) => {
    expect(fault(() => left(text))).toMatch(message);
  });
});

describe("the screening", () => {
  const ALL = SCREENING.questions.map(({ id }) => `${id}=no`).join(",");

  test("is answered question by question", () => {
    expect(parseScreeningAnswers(SCREENING, ALL.replace("night=no", "night=yes"))).toMatchObject({
      hip: "no",
      night: "yes",
    });
  });

  test("stands alone in an emergency: nothing else matters then", () => {
    expect(parseScreeningAnswers(SCREENING, "emergency=yes")).toEqual({ emergency: "yes" });
    expect(() => parseScreeningAnswers(SCREENING, "emergency=no")).toThrow(/no answer for hip/);
  });

  test.each([
    ["hip=no", /no answer for emergency, groin, back, numbness, imbalance, injury, night, general/],
    [ALL.replace("hip=no", "hip=maybe"), /hip=maybe: expected yes or no/],
    [`${ALL},knee=no`, /unknown question "knee"/],
  ])("%s cannot be", (text, message) => {
    expect(fault(() => parseScreeningAnswers(SCREENING, text))).toMatch(message);
  });
});
