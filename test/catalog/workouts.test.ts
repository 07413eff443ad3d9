/** Workouts that people do, each as a line or a few lines of JSON, with the plan that it makes. */
import { describe, expect, test } from "vitest";
import { loadCatalog } from "../../src/catalog/load-catalog.ts";
import { exercisesOf } from "../../src/catalog/own-exercises.ts";
import { loadRoutineFile, loadRoutineLine } from "../../src/catalog/routine-file.ts";
import type { Catalog } from "../../src/catalog/types.ts";
import { findDataFolder } from "../../src/paths.ts";
import { compilePlan } from "../../src/plan/compile.ts";
import { PLAN_DEFAULTS, type PlanFlags } from "../../src/plan/flags.ts";
import type { Step } from "../../src/plan/step-types.ts";
import type { Plan } from "../../src/plan/types.ts";
import { temporaryFolder, write } from "../support/catalog-files.ts";

const catalog: Catalog = await loadCatalog({ dataDir: findDataFolder(), userDir: "/nonexistent/unwind" });

const planOf = ({ routine, exercises }: Awaited<ReturnType<typeof loadRoutineLine>>, flags: PlanFlags = {}): Plan =>
  compilePlan(routine, exercisesOf(routine, exercises), PLAN_DEFAULTS, flags);
const planOfLine = async (line: string): Promise<Plan> => planOf(await loadRoutineLine(line, catalog));

async function planOfFile(text: string, flags: PlanFlags = {}): Promise<Plan> {
  expect(text.trim().split("\n").length).toBeLessThanOrEqual(8);
  return planOf(await loadRoutineFile(write(temporaryFolder(), "mine.json", text), catalog), flags);
}

/** "prepare 10", "Work 20", "rest 10", "Push-up ×8", "rest …" for what is left of an interval: what is done, with its seconds or its repetitions. */
function outline(plan: Plan, count = plan.steps.length): string[] {
  const describeStep = (step: Step): string => {
    const name = step.kind === "set" ? plan.exercises[step.exercise]?.name : step.kind;
    const load = step.load === undefined ? "" : ` @${step.load}`;
    const side = step.kind === "set" && step.side ? ` ${step.side}` : "";
    const count = step.kind === "rest" ? "…" : `×${step.reps}`;
    return `${name}${side} ${step.durationMs === null ? count : step.durationMs / 1000}${load}`;
  };
  return plan.steps.slice(0, count).map(describeStep);
}

/** Repeats what is done, with something between. */
const times = (count: number, what: readonly string[], between: readonly string[] = []): string[] =>
  Array.from({ length: count }, (_, index) => [...(index > 0 ? between : []), ...what]).flat();

describe("a line is", () => {
  test.each([
    ["Tabata", "8x(20s work, 10s rest)", ["prepare 10", ...times(8, ["Work 20"], ["rest 10"])], 240],
    ["Tabata, shorter", "8x 20s/10s", ["prepare 10", ...times(8, ["Work 20"], ["rest 10"])], 240],
    [
      "five rounds of four stations",
      "5x(40s jumping jack, 40s step up, 40s wall sit, 40s crunch) between 20s rest 60s",
      [
        "prepare 10",
        ...times(
          5,
          ["Jumping jack 40", "rest 20", "Step up 40", "rest 20", "Wall sit 40", "rest 20", "Crunch 40"],
          ["rest 60"],
        ),
      ],
      10 + 5 * 220 + 4 * 60,
    ],
    [
      "a superset",
      "4x(8 row, 12 press) rest 90s",
      ["prepare 10", ...times(4, ["Row ×8", "Press ×12"], ["rest 90"])],
      10 + 3 * 90,
    ],
    [
      "a pyramid",
      "10-8-6-4-6-8-10 push-up rest 60s",
      ["prepare 10", ...[10, 8, 6, 4, 6, 8].flatMap((reps) => [`Push-up ×${reps}`, "rest 60"]), "Push-up ×10"],
      10 + 6 * 60,
    ],
    [
      "a drop set of three loads",
      "3x8 curl @22kg-20kg-18kg",
      ["prepare 10", "Curl ×8 @22 kg", "Curl ×8 @20 kg", "Curl ×8 @18 kg"],
      10,
    ],
    [
      "planks of 20 to 60 seconds",
      "20s-30s-40s-50s-60s plank rest 30s",
      ["prepare 10", ...[20, 30, 40, 50].flatMap((hold) => [`Plank ${hold}`, "rest 30"]), "Plank 60"],
      10 + 200 + 120,
    ],
    [
      "heel drops, five seconds down",
      "3x15 heel drop each side tempo 5-0-1-0 rest 60s",
      [
        "prepare 10",
        ...times(3, ["Heel drop left 90"], ["rest 60"]),
        "switch 10",
        ...times(3, ["Heel drop right 90"], ["rest 60"]),
      ],
      10 + 10 + 6 * 90 + 4 * 60,
    ],
    [
      "run and walk",
      "5m walk, 8x(1m run, 2m walk), 5m walk",
      ["prepare 10", "Walk 300", "prepare 10", ...times(8, ["Run 60", "Walk 120"]), "prepare 10", "Walk 300"],
      30 + 600 + 8 * 180,
    ],
    [
      "four pomodoros",
      "4x(25m focus, 5m break)",
      ["prepare 10", ...times(4, ["Focus 1500"], ["rest 300"])],
      10 + 4 * 1500 + 3 * 300,
    ],
    [
      "ten minutes, every minute",
      "10 rounds every 60s: 5 pull-up, 10 push-up",
      ["prepare 10", ...times(10, ["Pull-up ×5", "Push-up ×10"], ["rest …"])],
      10 + 10 * 60,
    ],
    [
      "ten minutes, every minute, shorter",
      "emom 10m: 15s swing",
      ["prepare 10", ...times(10, ["Swing 15"], ["rest 45"])],
      10 + 9 * 60 + 15,
    ],
    [
      "two exercises in turn, every minute",
      "5x((5 pull-up) every 60s, (20s row) every 60s)",
      ["prepare 10", ...times(5, ["Pull-up ×5", "rest …", "Row 20"], ["rest 40"])],
      10 + 9 * 60 + 20,
    ],
    [
      "Fran",
      "21-15-9 for time: thruster @40kg, pull-up",
      ["prepare 10", ...[21, 15, 9].flatMap((reps) => [`Thruster ×${reps} @40 kg`, `Pull-up ×${reps}`])],
      10,
    ],
    ["4-7-8 breathing", "4 breath inhale 4s hold 7s exhale 8s", ["prepare 10", "Breath 76"], 86],
    ["box breathing", "15 breath inhale 4s hold 4s exhale 4s hold 4s", ["prepare 10", "Breath 240"], 250],
  ])("%s", async (_what, line, steps, seconds) => {
    const plan = await planOfLine(line);
    expect(outline(plan)).toEqual(steps);
    expect(plan.totalMs).toBe(seconds * 1000);
  });
});

test("Cindy is as many rounds as possible of 5, 10 and 15 in 20 minutes", async () => {
  const plan = await planOfLine("amrap 20m: 5 pull-up, 10 push-up, 15 squat");
  const round = ["Pull-up ×5", "Push-up ×10", "Squat ×15"];
  expect(outline(plan, 7)).toEqual(["prepare 10", ...round, ...round]);
  expect(plan.groups).toEqual([{ name: null, note: null, rounds: null, capMs: 1_200_000, from: 0, to: 601 }]);
  const cap = { kind: "cap", anchor: 1, afterMs: 1_200_000, next: 601, group: 0 };
  for (const step of plan.steps.slice(1)) expect(step.deadlines).toEqual([cap]);
  expect([plan.totalMs, plan.estimatedMs, plan.openSteps]).toEqual([1_210_000, 1_210_000, 3]);
});

test("Fran counts up, by the clock from its first thruster", async () => {
  const plan = await planOfLine("21-15-9 for time cap 12m: thruster @40kg, pull-up");
  expect(plan.groups).toMatchObject([{ rounds: 3, countUp: true, capMs: 720_000, from: 0, to: 7 }]);
  expect(plan.steps[1]?.deadlines).toEqual([{ kind: "cap", anchor: 1, afterMs: 720_000, next: 7, group: 0 }]);
});

describe("a few lines of JSON are", () => {
  test("three of six exercises at random, the same with the same seed", async () => {
    const six = ["Squat", "Lunge", "Push-up", "Row", "Plank", "Bridge"];
    const file = `{ "name": "Three", "blocks": [{ "pick": 3, "shuffle": true, "rounds": 2, "rest": 60, "blocks": [
      ${six.map((name) => `{ "exercise": { "name": "${name}", "work": 40 } }`).join(", ")}
    ] }] }`;
    const drawn = new Set<string>();
    for (let seed = 1; seed <= 40; seed++) {
      const plan = await planOfFile(file, { seed });
      const [ready, ...steps] = outline(plan);
      const names = steps.slice(0, 3);
      expect([ready, new Set(names).size, plan.seed]).toEqual(["prepare 10", 3, seed]);
      expect(steps).toEqual([...names, "rest 60", ...names]);
      expect(outline(await planOfFile(file, { seed }))).toEqual(outline(plan));
      drawn.add(names.join());
    }
    // 120 ways to draw three of six in an order.
    expect(drawn.size).toBeGreaterThan(25);
  });

  test("an open set and a self-paced one that a cap ends", async () => {
    const plan = await planOfFile(`{ "name": "Test", "blocks": [
      { "exercise": { "name": "Hang", "pattern": { "open": true }, "cap": 90 } },
      { "exercise": { "name": "Push-up", "reps": 50, "pace": 2 }, "cap": "1m" }
    ] }`);
    expect(plan.steps.filter(({ kind }) => kind === "set").map(({ deadlines }) => deadlines?.[0]?.afterMs)).toEqual([
      90_000, 60_000,
    ]);
    expect([plan.totalMs, plan.openSteps]).toEqual([20_000 + 150_000, 2]);
  });

  test("a flow of fifteen poses with five seconds between", async () => {
    const plan = await planOfFile(`{ "name": "Flow", "blocks": [{ "between": 5, "blocks": [
      ${Array.from({ length: 15 }, (_, index) => `{ "exercise": { "name": "Pose ${index + 1}", "hold": 30 } }`).join(", ")}
    ] }] }`);
    const poses = Array.from({ length: 15 }, (_, index) => `Pose ${index + 1} 30`);
    expect(outline(plan)).toEqual(["prepare 10", ...poses.flatMap((pose, at) => (at > 0 ? ["rest 5", pose] : [pose]))]);
    expect(plan.totalMs).toBe((10 + 15 * 30 + 14 * 5) * 1000);
  });

  test("four pomodoros with the long break before the last", async () => {
    const plan = await planOfFile(`{
      "name": "Pomodoro",
      "exercises": [{ "name": "Focus", "work": 1500 }],
      "blocks": [
        { "rounds": 3, "rest": 300, "blocks": [{ "exercise": "focus" }] },
        { "rest": 1200, "note": "Go out" }, { "exercise": "focus" }
      ]
    }`);
    expect(outline(plan)).toEqual(["prepare 10", ...times(3, ["Focus 1500"], ["rest 300"]), "rest 1200", "Focus 1500"]);
  });

  test("a drop set with a note, and no rest between", async () => {
    const plan = await planOfFile(`{ "name": "Drop", "blocks": [
      { "exercise": { "name": "Curl", "reps": 8 }, "sets": [{ "load": "22 kg" }, { "load": "18 kg", "reps": 10, "note": "At once" }] }
    ] }`);
    expect(outline(plan)).toEqual(["prepare 10", "Curl ×8 @22 kg", "Curl ×10 @18 kg"]);
    expect(plan.steps.at(-1)?.note).toBe("At once");
  });

  test("times as flags take them, with comments and a comma behind the last block", async () => {
    const plan = await planOfFile(`{ // before work
      "name": "Morning", "prepare": "5s",
      "blocks": [{ "exercise": { "name": "Plank", "hold": "1m30s" } }, { "rest": "1:00" }, { "exercise": "plank", "hold": 20 },]
    }`);
    expect(outline(plan)).toEqual(["prepare 5", "Plank 90", "rest 60", "Plank 20"]);
  });

  test("one exercise, as a new user writes it", async () => {
    const plan = await planOfFile('{ "name": "Burpee", "work": 40 }');
    expect(outline(plan)).toEqual(["prepare 10", "Burpee 40"]);
  });
});
