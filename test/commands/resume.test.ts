/** Resuming: `unwind resume`, as a user calls it. */
import { describe, expect, test } from "vitest";
import { cutOff, giveFreshHome, json, skipWaiting, unwind } from "../support/run-unwind.ts";

giveFreshHome();
skipWaiting();

describe("unwind resume", () => {
  test("lists what can be taken up, goes on at the right step and finishes the session", async () => {
    cutOff("first111", 2);
    cutOff("second22", 1);
    const listed = await json("resume", "--list");
    expect(listed).toMatchObject([
      { id: "second22", step: 2, label: expect.stringContaining("Rest") },
      { id: "first111" },
    ]);
    expect((await json("history")).map((one: { status: string }) => one.status)).toEqual(["unfinished", "unfinished"]);
    const { out, code } = await unwind("resume", "first", "--json", "--speed", "1000");
    expect(code).toBe(0);
    const events = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(events.find((one) => one.event === "step-started")).toMatchObject({ index: 2 });
    expect(events.at(-1)).toMatchObject({ event: "session-ended", how: "finished" });
    const shown = await json("history", "show", "first111");
    expect(shown.status).toBe("finished");
    expect(shown.steps.every((step: { how: string }) => step.how === "completed")).toBe(true);
    expect(await json("resume", "--list")).toHaveLength(1);
  });

  test("does not go on with a side that has hurt in a test since; one from before says nothing new", async () => {
    cutOff("first111");
    const painful = "pain=hip";
    expect((await unwind("assess", "--left", painful, "--right", painful)).code).toBe(0);
    const refused = await unwind("resume", "first", "--json", "--speed", "1000");
    expect(refused).toMatchObject({
      code: 2,
      error: expect.stringMatching(/first111 cannot continue: your left side hurt/),
    });
    expect(await json("resume", "--list")).toHaveLength(1);
  });

  test("starts nothing in an emergency", async () => {
    cutOff("first111");
    await unwind("screen", "--answers", "emergency=yes");
    const refused = await unwind("resume", "first", "--json", "--speed", "1000");
    expect(refused).toMatchObject({ code: 2, error: expect.stringContaining("emergency department now") });
  });

  test("after a day there is nothing to take up, and what was done is kept as partial", async () => {
    cutOff("first111", 30);
    expect(await unwind("resume")).toMatchObject({
      code: 2,
      error: expect.stringContaining("no session was interrupted"),
    });
    expect(await json("history")).toMatchObject([
      { id: "first111", status: "partial", sets: { completed: 1, planned: 6 } },
    ]);
  });
});
