/** The flags that adjust a routine: read as they are typed, and written down as they would be typed again. */
import { Command } from "commander";
import { expect, test } from "vitest";
import { FlagOption } from "../../../src/app/flags/flag-option.ts";
import type { PlanOptions } from "../../../src/app/flags/plan-flag-table.ts";
import { addPlanFlags, formatPlanFlags, toPlanFlags } from "../../../src/app/flags/plan-flags.ts";
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
  "--pace": "push-up=2s",
  "--seed": "4278",
  "--hands-free": "",
  "--fit": "1200s",
};

test("every flag is written down, in words that give it again", () => {
  const flags = addPlanFlags(new Command()).options.flatMap(({ long, hidden }) => (hidden ? [] : [long]));
  expect(Object.keys(EVERY).sort()).toEqual(flags.toSorted());
  const typed = Object.entries(EVERY);
  const typedWords = typed.flat().filter((word) => word !== "");
  const words = formatPlanFlags(read(...typedWords));
  expect([...words].sort()).toEqual(typed.map((pair) => pair.join(" ").trim()).sort());
  const again = toPlanFlags(read(...words.flatMap((word) => word.split(" "))));
  expect(JSON.stringify(again)).toBe(JSON.stringify(toPlanFlags(read(...typedWords))));
  expect(again).toMatchObject({ fitMs: 1_200_000, prepareMs: 5000, level: "hard", from: "march", side: "left" });
  expect(again).toMatchObject({
    rounds: 4,
    handsFree: true,
    seed: 4278,
    paceMs: [{ exercise: "push-up", value: 2000 }],
  });
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

test("a level may stand as a flag of its own, and short flags do for what is typed daily", () => {
  expect(toPlanFlags(read("--easy"))).toEqual({ level: "easy" });
  expect(toPlanFlags(read("--easy", "--level", "easy", "--easy"))).toEqual({ level: "easy" });
  expect(toPlanFlags(read("--level", "easy", "--level", "hard"))).toEqual({ level: "hard" });
  expect(formatPlanFlags(read("--standard"))).toEqual(["--level standard"]);
  const short = toPlanFlags(read("-r", "12", "-s", "march=2", "-l", "hard", "-t", "3-0-3-1", "-f", "20"));
  expect(short).toMatchObject({ level: "hard", fitMs: 1_200_000 });
  expect(short.reps?.map(({ value }) => value)).toEqual([12]);
  expect(short.sets?.map(({ exercise, value }) => [exercise, value])).toEqual([["march", 2]]);
});

test.each([
  [["--easy", "--hard"], "--easy and --hard exclude each other"],
  [["--level", "easy", "--hard"], "--level and --hard exclude each other"],
  [["--standard", "--level", "auto"], "--standard and --level exclude each other"],
])("two levels are refused: %j", (words, message) => {
  expect(faultOf(() => read(...words))).toMatchObject({ message, exitCode: 2 });
});

test("a bare number is minutes where a session is meant, and seconds elsewhere", () => {
  expect(toPlanFlags(read("--fit", "15", "--hold", "15", "--rest", "15"))).toMatchObject({
    fitMs: 900_000,
    holdMs: [{ value: 15_000 }],
    restMs: [{ value: 15_000 }],
  });
});

test.each([
  ["--reps psoas-march:12", 'expected "=" in place of ":"', "write --reps psoas-march=12"],
  ["--hold pigeon:1:30", 'expected "=" in place of ":"', "write --hold pigeon=1:30"],
  ["--reps 3x12", "expected the repetitions alone", "write --sets 3 --reps 12"],
  ["--reps 8-12", "one number, not a range", "write --reps 12"],
])("%s is answered with what to write", (words, fault, hint) => {
  const error = faultOf(() => read(...words.split(" ")));
  expect(error.message).toContain(fault);
  expect(error.hint).toContain(hint);
});

const VALUE_FLAGS = addPlanFlags(new Command()).options.filter(({ required, argChoices }) => required && !argChoices);

test.each(VALUE_FLAGS.map((option) => [option.long, option] as const))(
  "a wrong %s is answered with one that works",
  (long, option) => {
    if (!(option instanceof FlagOption)) throw new Error(`${long} has no example`);
    expect(toPlanFlags(read(`${long}`, option.example))).not.toEqual({});
    if (option.exampleExercise) {
      expect(toPlanFlags(read(`${long}`, `${option.exampleExercise}=${option.example}`))).not.toEqual({});
      expect(option.hint).toBe(
        `for example ${long} ${option.example}, or ${long} ${option.exampleExercise}=${option.example} for one exercise`,
      );
    }
    if (option.parseArg && long !== "--only" && long !== "--skip") {
      expect(faultOf(() => read(`${long}`, "?")).hint).toBe(option.hint);
    }
  },
);
