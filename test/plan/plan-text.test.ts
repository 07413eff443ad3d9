/** The printed plan of groups: rounds that are alike stand there once, and every round on request. */
import { describe, expect, it } from "vitest";
import type { Exercise } from "../../src/catalog/exercise-types.ts";
import type { Item, SetValues } from "../../src/catalog/types.ts";
import { compilePlan } from "../../src/plan/compile.ts";
import { planToJson } from "../../src/plan/plan-json.ts";
import { formatPlan, layOutPlan } from "../../src/plan/plan-text.ts";
import { exercise, OPEN } from "../support/content.ts";
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
    "Evening (evening)",
    "Takes about 6:15; 3 steps wait for you. Equipment: none.",
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

describe("what a group says of its rounds", () => {
  const exercises = [work("plank", 30), work("squat", 20), paced("push", 1), exercise({ id: "free", pattern: OPEN })];
  const linesOf = (...items: Item[]) => formatPlan(planOf(exercises, ...items)).slice(3, -2);

  it.each<[string, Item, string]>([
    ["one round", group({ rounds: 1 }, doing("plank")), "one round:"],
    ["rounds on an interval", group({ rounds: 2, every: 60 }, doing("plank")), "2 rounds, one every 60 s:"],
    [
      "rounds for time",
      group({ rounds: 2, countUp: true, cap: 1200 }, doing("plank")),
      "2 rounds for time, at most 20:00:",
    ],
    [
      "as many rounds as possible",
      group({ rounds: null, cap: 60 }, doing("push")),
      "as many rounds as possible in 60 s:",
    ],
    ["a name and a note", group({ rounds: 2, name: "Core", note: "Slow" }, doing("plank")), "Core, 2 rounds (Slow):"],
  ])("%s", (_, item, expected) => {
    expect(linesOf(item)[0]).toBe(`    0:00  ${expected}`);
  });

  it("takes rounds on an interval as alike, however much of them is left", () => {
    const everyMinute = group({ rounds: 3, every: 60 }, doing("plank"));
    expect(linesOf(everyMinute, doing("squat"))).toEqual([
      "    0:00  3 rounds, one every 60 s:",
      "    0:00    Get ready: Plank: 10 s (3 sets of 30 s)",
      "    0:10    Plank: 30 s hold",
      "    0:40    Rest: 30 s",
      "    1:10    Rounds 2 to 3 the same",
      "    3:10  Squat, set 1 of 1: 20 s hold",
    ]);
  });

  it("prints rounds that differ in one step, in the order of steps, or in their number of steps", () => {
    const differing = (...rounds: SetValues[]) => linesOf(group({ rounds }, doing("plank"), doing("push"))).length;
    const alike = differing({}, {}, {});
    expect(alike).toBe(1 + 3 + 1);
    expect(differing({}, { hold: 31 }, {})).toBe(1 + 3 + 2 + 2);
    expect(differing({}, { reps: 2 }, {})).toBe(1 + 3 + 2 + 2);
    expect(differing({}, { load: "vest" }, {})).toBe(1 + 3 + 2 + 2);
    expect(differing({}, { note: "Slow" }, {})).toBe(1 + 3 + 2 + 2);
  });

  it("prints how many sets a pyramid has, not how many of them are like the first", () => {
    const ownSets = [{ reps: 5 }, { reps: 8 }, { reps: 5 }];
    expect(linesOf(doing("push", { ownSets }))[0]).toBe("    0:00  Get ready: Push: 10 s (3 sets)");
  });

  it("prints what stands beside a group as it is, and waits as waits", () => {
    expect(linesOf(doing("push"), group({ rounds: 2 }, doing("free")), doing("free", { cap: 30 }))).toEqual([
      "    0:00  Get ready: Push: 10 s (1 rep)",
      "    0:10  Push, set 1 of 1: 1 rep, waits for you, about 3 s",
      "    0:10  2 rounds:",
      "    0:10    Get ready: Free: 10 s (2 sets, as long as you need)",
      "    0:20    Free: waits for you",
      "    0:20    Round 2 the same",
      "    0:20  Get ready: Free: 10 s (as long as you need)",
      "    0:30  Free, set 1 of 1: waits for you, at most 30 s",
    ]);
  });

  it("says what a rest behind a self-paced set lasts", () => {
    expect(linesOf(group({ rounds: 2, every: 60 }, doing("push")), doing("plank"))).toContain(
      "    0:10    Rest: what is left of 60 s",
    );
  });
});

describe("the first lines", () => {
  it.each<[string, Exercise[], string]>([
    ["a known time", [work("plank", 30)], "Takes 0:40. Equipment: none."],
    [
      "one step that waits",
      [exercise({ id: "free", pattern: OPEN })],
      "Takes 0:10; one step waits for you. Equipment: none.",
    ],
    ["an estimate", [paced("push", 10)], "Takes about 0:40; one step waits for you. Equipment: none."],
  ])("give %s", (_, exercises, expected) => {
    expect(formatPlan(planOf(exercises, ...exercises.map(({ id }) => doing(id))))[1]).toBe(expected);
  });

  it("give an estimate below what it takes at most", () => {
    const items = [group({ rounds: 2, countUp: true, cap: 300 }, doing("push"))];
    expect(formatPlan(planOf([paced("push", 10)], ...items))[1]).toBe(
      "Takes about 1:10, at most 5:10; 2 steps wait for you. Equipment: none.",
    );
  });
});

describe("lines that are wrapped", () => {
  const plan = planOf([work("plank", 30)], group({ rounds: 2 }, doing("plank")), doing("plank"));

  it("know how deep their text stands, and the step that they are about", () => {
    const lines = layOutPlan(plan);
    expect(lines.map(({ indent, isTitle = false }) => [indent, isTitle])).toEqual([
      ...[
        [0, true],
        [0, false],
        [0, false],
        [10, false],
        [12, false],
        [12, false],
        [12, false],
      ],
      ...[
        [10, false],
        [10, false],
        [0, false],
        [0, false],
      ],
    ]);
    expect(lines.map(({ step }) => step?.index ?? null)).toEqual([
      ...[null, null, null, null, 0, 1, null, 3, 4, null, null],
    ]);
  });

  it("stand below their advice and their changes, too", () => {
    const made = routineOf([work("plank", 30)], doing("plank"));
    const [section] = made.routine.sections;
    const sections = [{ ...(section as NonNullable<typeof section>), title: "Floor", advice: ["Take a mat"] }];
    const advised = compilePlan({ ...made.routine, sections }, made.exercises);
    const lines = layOutPlan({ ...advised, changes: [{ exercise: "plank", before: "3", after: "2", why: "time" }] });
    expect(lines.slice(2, 6)).toEqual([
      { text: "  plank: 3 → 2 (time)", indent: 4 },
      { text: "", indent: 0 },
      { text: "Floor", indent: 0, isTitle: true },
      { text: "  - Take a mat", indent: 4 },
    ]);
  });
});

it("a workout in a line has no id behind its title", () => {
  const made = routineOf([work("a", 40)], doing("a"));
  const titleOf = (parts: object) => formatPlan(compilePlan({ ...made.routine, ...parts }, made.exercises))[0];
  expect(titleOf({ id: "line-40s-a", name: "40s a" })).toBe("40s a");
  expect(titleOf({ id: "my-a", name: "40s a" })).toBe("40s a (my-a)");
});
