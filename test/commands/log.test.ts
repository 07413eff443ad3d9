/** `unwind log`: what was done elsewhere is history like any other. */
import { describe, expect, test } from "vitest";
import { giveFreshHome, json, unwind } from "../support/run-unwind.ts";

giveFreshHome();

describe("unwind log", () => {
  test("writes down yesterday's session, with its time, length and effort", async () => {
    const { code, out } = await unwind(
      "log",
      "desk-break",
      "--at",
      "yesterday 18:00",
      "--minutes",
      "20",
      "--effort",
      "4",
    );
    expect(code).toBe(0);
    expect(out).toMatch(/^Logged as [0-9a-z]{10}: .+, \d+ [A-Z][a-z]+( \d{4})? 18:00, 20:00\n$/);
    const [session] = await json("history");
    const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    expect(session).toMatchObject({
      routine: "desk-break",
      status: "finished",
      startedAt: `${yesterday}T18:00:00.000Z`,
      endedAt: `${yesterday}T18:20:00.000Z`,
      activeSeconds: 1200,
      effort: 4,
    });
    expect(session.sets.completed).toBe(session.sets.planned);
  });

  test("counts in the statistics, and says that it was written down", async () => {
    await unwind("log", "pigeon", "--sets", "1", "--hold", "30s");
    expect(await json("stats")).toMatchObject({ sessions: 1, tensionSeconds: 60 });
    const shown = await json("history", "show", "last");
    expect(shown).toMatchObject({ marks: ["logged afterwards"], adjustments: ["--sets 1", "--hold 30s"] });
    expect((await unwind("suggest", "pigeon")).code).toBe(0);
  });

  test("a workout in a line can be written down, self-paced sets too", async () => {
    expect((await unwind("log", "3x(10 squat, 30s plank) rest 60s", "--minutes", "1h")).code).toBe(0);
    expect(await json("history")).toMatchObject([{ activeSeconds: 3600, sets: { completed: 6, planned: 6 } }]);
  });

  test.each([
    ["every-minute", "9:40"],
    ["amrap 5m: 5 squat", "5:10"],
    ["emom 12: 10 burpees, 15 squats", "12:10"],
    ["3 rounds for time: 10 squat, 10 row", "3:10"],
    ["2x10 squat", "1:10"],
  ])("%s takes as long as its plan says", async (name, length) => {
    const planned = await json("plan", name);
    expect((await unwind("log", name)).out).toMatch(new RegExp(`, ${length}\n$`));
    const [session] = await json("history");
    expect(session.activeSeconds).toBe(planned.estimatedSeconds);
    expect(Date.parse(session.endedAt)).toBeLessThanOrEqual(Date.now());
  });

  test("without a time it ended just now", async () => {
    await unwind("log", "desk-break");
    const [{ endedAt }] = await json("history");
    expect(Math.abs(Date.parse(endedAt) - Date.now())).toBeLessThan(60_000);
  });

  test.each([
    [["log", "nothing-like-it"], /nothing-like-it/],
    [["log", "pigeon", "--at", "tomorrow"], /--at tomorrow: that is in the future; such as "yesterday 18:00"/],
    [["log", "pigeon", "--at", "2199-01-01"], /in the future/],
    [["log", "pigeon", "--minutes", "0"], /--minutes 0/],
    [["log", "pigeon", "--effort", "11"], /--effort 11: expected a whole number from 0 to 10/],
  ])("%j is refused and leaves nothing behind", async (words, message) => {
    const { code, error } = await unwind(...words);
    expect(code).toBe(2);
    expect(error).toMatch(message);
    expect(await json("history")).toEqual([]);
  });
});
