/** Workouts that people do, each as a line of text, with the plan that it makes. */
import { describe, expect, test } from "vitest";
import { outline, planOfLine, times } from "./workout-plans.ts";

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
