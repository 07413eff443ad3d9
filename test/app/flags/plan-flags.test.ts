/** The flags that adjust a routine: read as they are typed, and written down as they would be typed again. */
import { Command } from "commander";
import { expect, test } from "vitest";
import { addPlanFlags, formatPlanFlags, type PlanOptions, toPlanFlags } from "../../../src/app/flags/plan-flags.ts";
import { faultOf } from "../../support/fault-of.ts";

function read(...words: string[]): PlanOptions {
  const command = addPlanFlags(new Command()).exitOverride();
  return command.parse(words, { from: "user" }).opts();
}

const EVERY: Readonly<Record<string, string>> = {
  "--level": "hard",
  "--side": "left",
  "--first-side": "right",
  "--prepare": "5s",
  "--switch": "7s",
  "--sets": "lunge=2",
  "--reps": "8",
  "--hold": "1m30s",
  "--tempo": "4-0-2-1",
  "--rest": "20s",
  "--only": "lunge,march",
  "--skip": "pigeon",
  "--from": "march",
  "--rounds": "4",
  "--hands-free": "",
  "--fit": "1200s",
};

test("every flag is written down, in words that give it again", () => {
  const flags = addPlanFlags(new Command()).options.map(({ long }) => long);
  expect(Object.keys(EVERY).sort()).toEqual(flags.toSorted());
  const typed = Object.entries(EVERY);
  const typedWords = typed.flat().filter((word) => word !== "");
  const words = formatPlanFlags(read(...typedWords));
  expect([...words].sort()).toEqual(typed.map((pair) => pair.join(" ").trim()).sort());
  const again = toPlanFlags(read(...words.flatMap((word) => word.split(" "))));
  expect(JSON.stringify(again)).toBe(JSON.stringify(toPlanFlags(read(...typedWords))));
  expect(again).toMatchObject({ fitMs: 1_200_000, prepareMs: 5000, level: "hard", from: "march", side: "left" });
  expect(again).toMatchObject({ rounds: 4, handsFree: true });
  expect(again.sets).toEqual([{ exercise: "lunge", value: 2, flag: "--sets lunge=2" }]);
  expect(Object.keys(again)).toHaveLength(typed.length);
});

test("what a shell leaves around a word is no part of it", () => {
  expect(formatPlanFlags(read("--hold", "45s\r"))).toEqual(["--hold 45s"]);
});

test("a session may be fitted into more than an hour, and into a day at most", () => {
  expect(toPlanFlags(read("--fit", "90m")).fitMs).toBe(5_400_000);
  expect(faultOf(() => read("--fit", "25h")).message).toBe("--fit 25h: 24 hours is the most");
  expect(faultOf(() => read("--rest", "90m")).message).toBe("--rest 90m: 3600 seconds is the most");
});

test("a list with a hole in it is told by its flag", () => {
  expect(faultOf(() => read("--only", "a,,b")).message).toBe("--only a,,b: expected names with commas between them");
});

test("the level auto is no level of the plan, and is written down all the same", () => {
  expect(toPlanFlags(read("--level", "auto", "--only", "a", "--only", "b"))).toEqual({ only: ["a", "b"] });
  expect(formatPlanFlags(read("--level", "auto"))).toEqual(["--level auto"]);
});
