/** A workout without a screen: plain lines and JSON lines in a pipe, led by lines on standard input. */
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { run, start, temporaryFolder, writeRoutine } from "./support/program.ts";

interface Line {
  readonly event: string;
  readonly at: number;
  readonly time: string;
  readonly [field: string]: unknown;
}

const parsed = (stdout: string) =>
  stdout
    .trimEnd()
    .split("\n")
    .map((line): Line => JSON.parse(line));

/** Starts the program with its input left open, and waits for what it writes. */
function conversation(args: readonly string[], env: Record<string, string> = {}) {
  const { child, ended } = start(args, { input: null, env });
  let text = "";
  child.stdout.on("data", (chunk) => {
    text += chunk;
  });
  const says = async (wanted: string | RegExp) => {
    while (!(typeof wanted === "string" ? text.includes(wanted) : wanted.test(text))) await once(child.stdout, "data");
    return text;
  };
  return { child, ended, says, answer: (line: string) => child.stdin.write(`${line}\n`) };
}

describe.concurrent("a workout in a pipe", () => {
  test("a routine prints one plain line a step and ends by itself", async () => {
    const { code, stdout, stderr } = await run([
      "run",
      "kneeling-lunge",
      "--sets",
      "1",
      "--hold",
      "30",
      "--speed",
      "100",
    ]);
    expect(stderr).toBe("");
    expect(code).toBe(0);
    expect(stdout.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
    const timed = stdout.split("\n").flatMap((line) => /^(\d+:\d\d) {2}([^,:.]+)/.exec(line)?.slice(1).join(" ") ?? []);
    expect(timed).toEqual([
      "0:00 Get ready",
      "0:10 Kneeling lunge",
      "0:25 half-way",
      "0:30 ten seconds",
      "0:40 Switch sides",
      "0:50 Kneeling lunge",
      "1:05 half-way",
      "1:10 ten seconds",
      "1:20 finished",
    ]);
    expect(stdout).toMatch(/^Done: 2 of 2 sets, 1:00 of work in 1:20$/m);
  });

  test("JSON lines tell what the plan says, to the millisecond, at whatever speed", async () => {
    const flags = ["desk-break", "--level", "hard"];
    const [{ stdout, code, stderr }, planned] = await Promise.all([
      run(["run", ...flags, "--json", "--speed", "1000"]),
      run(["plan", ...flags, "--json"]),
    ]);
    expect([code, stderr]).toEqual([0, ""]);
    const plan = JSON.parse(planned.stdout);
    const lines = parsed(stdout);
    expect(lines[0]).toMatchObject({ event: "session-started", routine: "desk-break", level: "hard", at: 0 });
    expect(lines.at(-1)).toMatchObject({ event: "session-ended", how: "finished", at: plan.totalSeconds });
    const told = (event: string) => lines.filter((line) => line.event === event);
    expect(told("step-started").map(({ at, kind, exercise }) => ({ at, kind, exercise }))).toEqual(
      plan.steps.map(({ at, kind, exercise }: Line) => ({ at, kind, exercise })),
    );
    expect(told("step-ended").map(({ how, seconds }) => ({ how, seconds }))).toEqual(
      plan.steps.map(({ seconds }: Line) => ({ how: "completed", seconds })),
    );
    const moments = (list: "beats" | "marks") =>
      plan.steps.flatMap((step: { at: number; beats: Line[]; marks: Line[] }) =>
        step[list].map(({ at }) => Number((step.at + at).toFixed(3))),
      );
    expect(told("beat").map(({ at }) => at)).toEqual(moments("beats"));
    expect(told("mark").map(({ at }) => at)).toEqual(moments("marks"));
    // The last words come after the end, which is the last line all the same.
    const times = lines.filter(({ event }) => event !== "cue").map(({ time }) => Date.parse(time));
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    // A thousand times as fast: the moments on the wall lie a thousandth apart.
    const wallMs = (times.at(-1) ?? 0) - (times[0] ?? 0);
    expect(Math.abs(wallMs - plan.totalSeconds)).toBeLessThanOrEqual(50);
  });

  test("JSON lines tell every sound and spoken line of the cue sheet at its moment", async () => {
    const env = { UNWIND_SOUND: "on", UNWIND_VOICE: "full" };
    const file = writeRoutine(temporaryFolder());
    // At another speed nothing is played.
    const [{ stdout, code, stderr }, sheet] = await Promise.all([
      run(["run", file, "--json", "--speed", "8"], { env }),
      run(["plan", file, "--cues", "--json"], { env }),
    ]);
    expect([code, stderr]).toEqual([0, ""]);
    const cues = parsed(stdout).filter(({ event }) => event === "cue");
    const fields = ({ at, kind, name, hz, text }: Line) => ({ at, kind, name, hz, text });
    const planned: Line[] = JSON.parse(sheet.stdout);
    expect(cues.map(fields)).toEqual(planned.map(fields));
    expect(new Set(cues.map(({ kind }) => kind))).toEqual(new Set(["tone", "speech"]));
    for (const { due, time } of cues) expect(Math.abs(Number(due) - Date.parse(time))).toBeLessThanOrEqual(1);
  });

  test("JSON lines tell of no sound that is muted", async () => {
    const env = { UNWIND_SOUND: "on", UNWIND_VOICE: "full", UNWIND_FLASH: "on" };
    const { stdout } = await run(["run", writeRoutine(temporaryFolder()), "--json", "--speed", "40", "--mute"], {
      env,
    });
    expect(parsed(stdout).filter(({ event }) => event === "cue")).toEqual([]);
    expect(parsed(stdout).at(-1)).toMatchObject({ event: "session-ended", how: "finished" });
  });

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
    const { ended, says, answer } = conversation(["run", "kneeling-lunge", "--json", "--speed", "10"]);
    await says("step-started");
    answer("p");
    await says('"paused"');
    await new Promise((resolve) => setTimeout(resolve, 300));
    answer("");
    await says('"resumed"');
    answer("q");
    const { code, stdout } = await ended;
    expect(code).toBe(0);
    const lines = parsed(stdout);
    const [paused, resumed] = ["paused", "resumed"].map((name) => lines.find(({ event }) => event === name));
    expect(paused).toMatchObject({ reason: "asked" });
    expect(resumed?.at).toBe(paused?.at);
    expect(Date.parse(resumed?.time ?? "") - Date.parse(paused?.time ?? "")).toBeGreaterThanOrEqual(290);
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
    const { child, ended, says, answer } = conversation(["run", "desk-break", "--json"]);
    await says("step-started");
    child.kill("SIGSTOP");
    await new Promise((resolve) => setTimeout(resolve, 4500));
    child.kill("SIGCONT");
    const text = await says('"reason":"gap"');
    expect(parsed(text).at(-1)?.at).toBeLessThan(2);
    answer("");
    await says('"resumed"');
    answer("q");
    expect((await ended).code).toBe(0);
  });

  test("a routine of one's own is run from a file and from standard input", async () => {
    const file = writeRoutine(temporaryFolder());
    const args = ["--json", "--speed", "500"];
    const [fromFile, fromInput] = await Promise.all([
      run(["run", file, ...args]),
      run(["run", "-", ...args], { input: readFileSync(file, "utf8") }),
    ]);
    for (const { code, stdout } of [fromFile, fromInput]) {
      expect(code).toBe(0);
      expect(parsed(stdout).at(-1)).toMatchObject({ event: "session-ended", how: "finished", at: 40 });
    }
  });
});
