/** Workouts that people do, each as a few lines of JSON, with the plan that it makes. */
import { describe, expect, test } from "vitest";
import { outline, planOfFile, times } from "./workout-plans.ts";

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
