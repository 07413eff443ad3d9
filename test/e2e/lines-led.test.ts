/** A workout without a screen: led by lines on standard input, left, stopped, and told to end. */
import { once } from "node:events";
import { describe, expect, test } from "vitest";
import { conversation, parsed } from "./support/lines.ts";
import { removeFoldersAfterwards, run, SLEEPING_MACHINE } from "./support/program.ts";

removeFoldersAfterwards();

describe.concurrent("a workout in a pipe, led by others", () => {
  test("a step that waits ends with Enter, one side after the other", async () => {
    const { ended, says, answer } = conversation(["run", "thomas-test", "--plain", "--prepare", "1", "--speed", "20"]);
    await says(/^\S+ {2}Thomas test, left/m);
    answer("");
    await says(/done after/);
    await says(/^\S+ {2}Thomas test, right/m);
    answer("");
    const { code, stdout } = await ended;
    expect(code).toBe(0);
    expect(stdout).toContain("Done: 2 of 2 sets");
  });

  test("a step that waits ends at once when nobody can answer", async () => {
    const { code, stdout } = await run(["run", "thomas-test", "--speed", "100"]);
    expect(code).toBe(0);
    expect(stdout.match(/done after/g)).toHaveLength(2);
  });

  test("a line pauses, and the pause counts on the wall alone", async () => {
    const words = ["run", "kneeling-lunge", "--json", "--speed", "10"];
    const { ended, says, answer, sleep } = conversation(words, SLEEPING_MACHINE);
    await says("step-started");
    answer("p");
    await says('"paused"');
    await sleep();
    answer("");
    await says('"resumed"');
    answer("q");
    const { code, stdout } = await ended;
    expect(code).toBe(0);
    const lines = parsed(stdout);
    const [paused, resumed] = ["paused", "resumed"].map((name) => lines.find(({ event }) => event === name));
    expect(paused).toMatchObject({ reason: "asked" });
    expect(resumed?.at).toBe(paused?.at);
    expect(Date.parse(resumed?.time ?? "") - Date.parse(paused?.time ?? "")).toBeGreaterThanOrEqual(600_000);
    expect(lines.at(-1)).toMatchObject({ event: "session-ended", how: "quit" });
  });

  test("a session that has ended does not wait for its input to be closed", async () => {
    const { ended } = conversation([
      "run",
      "kneeling-lunge",
      "--sets",
      "1",
      "--hold",
      "10",
      "--plain",
      "--speed",
      "200",
    ]);
    expect(await ended).toMatchObject({ code: 0, signal: null });
  });

  test("a reader that leaves ends the workout quietly", async () => {
    const { child, ended } = conversation(["run", "desk-break", "--plain", "--speed", "20"]);
    await once(child.stdout, "data");
    child.stdout.destroy();
    const { code, stderr } = await ended;
    expect([code, stderr]).toEqual([0, ""]);
  });

  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const)("%s ends the session as left, with exit code %i", async (signal, expected) => {
    const { child, ended, says } = conversation(["run", "desk-break", "--json"]);
    await says("step-started");
    child.kill(signal);
    const { code, stdout, stderr } = await ended;
    expect([code, stderr]).toEqual([expected, ""]);
    expect(parsed(stdout).slice(-2)).toMatchObject([
      { event: "step-ended", how: "quit" },
      { event: "session-ended", how: "quit" },
    ]);
  });

  test("a process that was stopped for long stands paused where it was, and goes on when asked", async () => {
    const { ended, says, answer, sleep } = conversation(["run", "desk-break", "--json"], SLEEPING_MACHINE);
    const [begun] = parsed(await says("step-started"));
    await sleep();
    // On the clocks of this process no time was slept.
    const atMost = (Date.now() - Date.parse(begun?.time ?? "")) / 1000;
    const text = await says('"reason":"gap"');
    expect(parsed(text).at(-1)?.at).toBeLessThan(atMost + 1);
    answer("");
    await says('"resumed"');
    answer("q");
    expect((await ended).code).toBe(0);
  });
});
