/** A workout without a screen: what its plain lines and its JSON lines tell. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Line, parsed } from "./support/lines.ts";
import {
  INSTANT_TIME,
  removeFoldersAfterwards,
  run,
  runHere,
  temporaryFolder,
  writeRoutine,
} from "./support/program.ts";

removeFoldersAfterwards();

describe.concurrent("a workout in a pipe", () => {
  test("a routine prints one plain line a step and ends by itself", async () => {
    const words = ["run", "kneeling-lunge", "--sets", "1", "--hold", "30"];
    const { code, stdout, stderr } = await run(words, { env: INSTANT_TIME });
    expect(stderr).toBe("");
    expect(code).toBe(0);
    expect(stdout.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
    const timed = stdout.split("\n").flatMap((line) => /^(\d+:\d\d) {2}([^,:.]+)/.exec(line)?.slice(1).join(" ") ?? []);
    expect(timed).toEqual([
      "0:00 Get ready",
      "0:20 Kneeling lunge",
      "0:35 halfway",
      "0:40 ten seconds",
      "0:50 Switch sides",
      "1:00 Kneeling lunge",
      "1:15 halfway",
      "1:20 ten seconds",
      "1:30 finished",
    ]);
    expect(stdout).toMatch(/^Done: 2 of 2 sets, 1:00 of work in 1:30$/m);
  });

  test("JSON lines tell what the plan says, to the millisecond, at whatever speed", async () => {
    const flags = ["desk-break", "--level", "hard"];
    const [{ stdout, code, stderr }, planned] = await Promise.all([
      run(["run", ...flags, "--json", "--speed", "1000"]),
      runHere(["plan", ...flags, "--json"]),
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
    const env = { ...INSTANT_TIME, UNWIND_SOUND: "on", UNWIND_VOICE: "full" };
    const file = writeRoutine(temporaryFolder());
    // At another speed nothing is played.
    const [{ stdout, code, stderr }, sheet] = await Promise.all([
      run(["run", file, "--json", "--speed", "4"], { env }),
      runHere(["plan", file, "--cues", "--json"], { env }),
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
    const env = { ...INSTANT_TIME, UNWIND_SOUND: "on", UNWIND_VOICE: "full", UNWIND_FLASH: "on" };
    const { stdout } = await run(["run", writeRoutine(temporaryFolder()), "--json", "--mute"], { env });
    expect(parsed(stdout).filter(({ event }) => event === "cue")).toEqual([]);
    expect(parsed(stdout).at(-1)).toMatchObject({ event: "session-ended", how: "finished" });
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
      expect(parsed(stdout).at(-1)).toMatchObject({ event: "session-ended", how: "finished", at: 50 });
    }
  });
});
