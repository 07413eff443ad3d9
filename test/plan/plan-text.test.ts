/** The printed plan of groups: rounds that are alike stand there once, and every round on request. */
import { expect, it } from "vitest";
import { compilePlan } from "../../src/plan/compile.ts";
import { planToJson } from "../../src/plan/plan-json.ts";
import { formatPlan } from "../../src/plan/plan-text.ts";
import { doing, group, paced, rest, routineOf, work } from "../support/groups.ts";

const planOf = (...parts: Parameters<typeof routineOf>) => {
  const made = routineOf(...parts);
  return compilePlan(made.routine, made.exercises);
};

const circuit = planOf(
  [work("plank", 30), paced("push-up", 10)],
  group({ name: "Circuit", rounds: 3, between: 5, rest: 60 }, doing("plank"), doing("push-up", { load: "vest" })),
  rest(20, "Drink"),
  doing("plank"),
);

it("prints a round once, and says how often it comes and what stands between", () => {
  expect(formatPlan(circuit)).toEqual([
    "Evening (evening), level standard",
    "Takes about 6:15 and 3 steps that wait for you. Equipment: none.",
    "",
    "    0:00  Circuit, 3 rounds:",
    "    0:00    Get ready: Plank: 10 s (3 sets of 30 s)",
    "    0:10    Plank: 30 s hold",
    "    0:40    Rest: 5 s",
    "    0:45    Push up: 10 reps, waits for you, about 30 s, vest",
    "    0:45    Rounds 2 to 3 the same, each after 60 s of rest",
    "    3:55  Rest: 20 s, Drink",
    "    4:15  Plank, set 1 of 1: 30 s hold",
    "",
    "Work about 3:30, rest 2:35, transitions 0:10.",
  ]);
});

it("prints every round on request, each step with its round", () => {
  const lines = formatPlan(circuit, true).slice(3);
  expect(lines.slice(0, 5)).toEqual([
    "    0:00  Get ready: Plank: 10 s (3 sets of 30 s)",
    "    0:10  Plank, round 1 of 3: 30 s hold",
    "    0:40  Rest: 5 s",
    "    0:45  Push up, round 1 of 3: 10 reps, waits for you, about 30 s, vest",
    "    0:45  Rest: 60 s",
  ]);
  expect(lines).toHaveLength(circuit.steps.length + 2);
});

it("prints rounds that differ, and rounds in rounds", () => {
  const steps = [{ hold: 20 }, { hold: 40 }, { hold: 40 }];
  const plan = planOf([work("plank", 30)], group({ rounds: steps }, group({ rounds: 2, rest: 5 }, doing("plank"))));
  expect(formatPlan(plan).slice(3, -2)).toEqual([
    "    0:00  3 rounds:",
    "    0:00    2 rounds:",
    "    0:00      Get ready: Plank: 10 s (2 sets of 20 s)",
    "    0:10      Plank: 20 s hold",
    "    0:30      Round 2 the same, after 5 s of rest",
    "    0:55    2 rounds:",
    "    0:55      Plank: 40 s hold",
    "    1:35      Round 2 the same, after 5 s of rest",
    "    2:20    Round 3 the same",
  ]);
});

it("has rounds, loads and estimates in its JSON, and nothing of them outside groups", () => {
  const json = planToJson(circuit);
  expect(json).toMatchObject({ totalSeconds: 285, estimatedSeconds: 375, openSteps: 3 });
  expect(json.groups).toEqual([{ name: "Circuit", note: null, rounds: 3, from: 0, to: 12 }]);
  expect(json.steps[3]).toMatchObject({
    ...{ reps: 10, seconds: null, group: 0, round: { index: 1, of: 3 } },
    ...{ load: "vest", paced: true, estimatedSeconds: 30 },
  });
  const last = Object.keys(json.steps.at(-1) ?? {});
  expect(last.filter((key) => ["group", "round", "rounds", "load", "paced", "estimatedSeconds"].includes(key))).toEqual(
    [],
  );
  expect(json.steps.at(-2)?.note).toBe("Drink");
});
