/** Answers as words on the command line. */
import { describe, expect, test } from "vitest";
import { parseScreeningAnswers, parseSideAnswers } from "../../src/assess/parse-answers.ts";
import { UserError } from "../../src/errors.ts";
import { answers, SCREENING, TABLE } from "./answers-of.ts";

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

describe("what cannot be", () => {
  test.each([
    ["thigh=above,pain=no", /nothing was said about rotation, knee; .*knee=bent\|square\|straight \(2\)/],
    ["thigh=above", /nothing was said about pain/],
    ["thig=above", /no question "thig"; did you mean thigh\?/],
    ["thigh=abov,pain=no,rotation=none,knee=90", /thigh=abov: expected above, parallel, below; did you mean above\?/],
    ["thigh=,pain=no", /thigh has no answer/],
    ["thigh", /thigh has no answer/],
    ["pain=no,pain=no", /pain is answered twice/],
    ["pain=yes", /expected no, hip, knee, both/],
    ["thigh=above,pain=no,rotation=none,knee=90,thigh-degrees=-10", /does not go with "above level"/],
    ["thigh=above,pain=no,rotation=none,knee=90,thigh-degrees=high", /expected degrees from -60 to 90/],
    ["thigh=above,pain=no,rotation=none,knee=straight,knee-degrees=70", /"straighter".*between thigh and shin/],
  ])("%s", (text, message) => {
    expect(fault(() => left(text))).toMatch(message);
  });
});

describe("the screening", () => {
  const ALL = "hip=no,back=no,numbness=no,imbalance=no,injury=no,night=no";

  test("is answered question by question", () => {
    expect(parseScreeningAnswers(SCREENING, ALL.replace("night=no", "night=yes"))).toMatchObject({
      hip: "no",
      night: "yes",
    });
  });

  test.each([
    ["hip=no", /nothing was said about back, numbness, imbalance, injury, night/],
    [ALL.replace("hip=no", "hip=maybe"), /hip=maybe: expected yes or no/],
    [`${ALL},knee=no`, /no question "knee"/],
  ])("%s cannot be", (text, message) => {
    expect(fault(() => parseScreeningAnswers(SCREENING, text))).toMatch(message);
  });
});
