/** A workout that is asked for piece by piece: the line that its answers make, and the page that shows it. */
import { expect, test } from "vitest";
import { parseLine } from "../../../src/catalog/line/parse-line.ts";
import { composeLine, EMPTY_DRAFT, hasRoundRest, layOutBeside } from "../../../src/commands/new/workout-draft.ts";

const items = ["10 squat", "30s plank"];

test.each([
  [{ items: ["10 squat"] }, "10 squat"],
  [{ items }, "10 squat, 30s plank"],
  [{ items, rounds: "1", between: "15s" }, "(10 squat, 30s plank) between 15s"],
  [{ items, rounds: "3", between: "15s", rest: "60s" }, "3 rounds between 15s rest 60s: 10 squat, 30s plank"],
  [{ items, rounds: "amrap 12m", between: "5" }, "amrap 12m between 5: 10 squat, 30s plank"],
  [{ items: ["10 squat"], rounds: "10 rounds every 60s" }, "10 rounds every 60s: 10 squat"],
])("%j is said as %s", (answers, line) => {
  const composed = composeLine({ ...EMPTY_DRAFT, ...answers });
  expect(composed).toBe(line);
  expect(parseLine(composed, () => null).blocks.length).toBeGreaterThan(0);
});

test.each([
  ["", false],
  ["1", false],
  ["3", true],
  ["amrap 12m", true],
  ["emom 10m", false],
  ["10 rounds every 60s", false],
  ["21-15-9 for time", true],
])("with %j rounds, a rest between them is asked for: %s", (rounds, isAsked) => {
  expect(hasRoundRest({ ...EMPTY_DRAFT, rounds })).toBe(isAsked);
});

test("the plan stands beside the answers where there is room, and above them elsewhere", () => {
  expect(layOutBeside(["a: 1"], ["plan", "more"], 40)).toEqual(["a: 1   plan", "       more"]);
  expect(layOutBeside(["a: 1"], ["plan", "more"], 8)).toEqual(["plan", "more", "", "a: 1"]);
});
