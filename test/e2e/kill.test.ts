/** A session that is cut off at any moment: what had ended is kept, and it goes on at the right step. */
import { spawn } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseJournal } from "../../src/journal/read/parse-journal.ts";
import { parseSessionFile } from "../../src/journal/session-text.ts";
import {
  environment,
  KILLED,
  PROGRAM,
  removeFoldersAfterwards,
  run,
  runHere,
  temporaryFolder,
  writeRoutine,
} from "./support/program.ts";

removeFoldersAfterwards();

/** Each costs three starts of the program: a few at every change, many in the fuzz run (`npm run fuzz`). */
const KILLS = Number(process.env["UNWIND_KILLS"] ?? 8);
const AT_A_TIME = 4;
/** The routine below lasts 200 s; so fast it is over in half a second, and killed before that. */
const SPEED = "400";

interface Told {
  readonly event: string;
  readonly index?: number;
  readonly how?: string;
}

function eventsOf(stdout: string): Told[] {
  return stdout
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Told);
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Runs fast, is killed, and goes on: what was told before the kill must be there, and nothing twice.
 *
 * @param ms from its birth or from its first word on: how long a machine takes until then is anyone's guess.
 */
async function killedAndResumed(
  ms: number,
  from: "birth" | "first word",
): Promise<"too early" | "too late" | "resumed"> {
  const home = temporaryFolder();
  const routine = writeRoutine(home, [
    { exercise: "kneeling-lunge", sets: 3, hold: 10, rest: 5 },
    { exercise: "glute-bridge", sets: 2, reps: 3, rest: 5 },
  ]);
  const env = { UNWIND_HOME: home };
  const { stdout } = await run(["run", routine, "--json", "--speed", SPEED], { env: { ...env, ...KILLED(from, ms) } });
  const before = eventsOf(stdout);
  if (before.some((told) => told.event === "session-ended")) return "too late";
  const [name] = readdirSync(home).includes("journal") ? readdirSync(join(home, "journal")) : [];
  if (before.length === 0) return "too early";
  if (!name) throw new Error("the session began, and there is no journal");

  const read = parseJournal(readFileSync(join(home, "journal", name), "utf8"));
  if (read.type !== "valid") throw new Error(`the journal is ${read.type}`);
  const recording = read.value;
  for (const told of before.filter((one) => one.event === "step-ended")) {
    expect(recording.stepRecords[told.index ?? -1]?.how, `step ${told.index}`).toBe(told.how);
  }
  const started = before.filter((told) => told.event === "step-started").at(-1);
  // The journal hears of steps before anyone else does, so it may be ahead of what was told, and never behind.
  expect(recording.nextStepIndex).toBeGreaterThanOrEqual(started?.index ?? 0);
  if (recording.isFinished) return "too late";

  const after = await run(["resume", "--json", "--speed", "1000"], { env });
  expect(after.stderr).toBe("");
  const resumed = eventsOf(after.stdout).filter((told) => told.event === "step-started");
  expect(resumed[0]?.index).toBe(recording.nextStepIndex);
  const shown = JSON.parse((await runHere(["history", "show", "last", "--json"], { env })).stdout);
  expect(shown.status).toBe("finished");
  expect(shown.steps.map((step: Told) => [step.index, step.how])).toEqual(
    recording.plan.steps.map((step) => [step.index, "completed"]),
  );
  expect(readdirSync(join(home, "journal"))).toEqual([]);
  return "resumed";
}

describe("a session that is cut off", () => {
  test.skipIf(process.platform !== "linux")("is not on any more, though nobody has buried its process", async () => {
    const home = temporaryFolder();
    const env = { UNWIND_HOME: home };
    const words = [PROGRAM, "run", writeRoutine(home), "--json"];
    // A parent that never asks what became of its child.
    const parent = spawn("sh", ["-c", '"$@" & echo $!; exec sleep 60', "sh", process.execPath, ...words], {
      env: environment(env),
    });
    let told = "";
    parent.stdout.on("data", (text: Buffer) => {
      told += text;
    });
    while (!told.includes("step-started")) await pause(20);
    const pid = Number(/^\d+$/m.exec(told)?.[0]);
    process.kill(pid, "SIGKILL");
    while (!readFileSync(`/proc/${pid}/stat`, "utf8").includes(") Z ")) await pause(5);
    const { stdout } = await runHere(["resume", "--list", "--json"], { env });
    parent.kill("SIGKILL");
    expect(JSON.parse(stdout)).toMatchObject([{ routine: "short", step: 0 }]);
  });

  test(`killed ${KILLS} times at any moment, no step that had ended is lost, and it goes on at the right one`, {
    timeout: 60_000 + KILLS * 5000,
  }, async () => {
    const outcomes: string[] = [];
    let begun = 0;
    const worker = async () => {
      while (begun < KILLS) {
        begun += 1;
        const atBirth = begun % 4 === 0;
        outcomes.push(await killedAndResumed(Math.random() * 450, atBirth ? "birth" : "first word"));
      }
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, worker));
    expect(outcomes).toHaveLength(KILLS);
    expect(outcomes.filter((outcome) => outcome === "resumed").length).toBeGreaterThan(KILLS / 4);
  });

  test("a disk that fills up stops no workout: it is said, and the session is printed to be saved by hand", async () => {
    const home = temporaryFolder();
    const routine = writeRoutine(home);
    // In blocks of half a kilobyte; neither the journal nor the session's file has room.
    const limited = spawn(
      "sh",
      ["-c", `ulimit -f 2; exec "$0" "$@"`, process.execPath, PROGRAM, "run", routine, "--json", "--speed", "1000"],
      {
        env: environment({ UNWIND_HOME: home }),
        stdio: ["ignore", "pipe", "pipe"],
      },
    );
    let [stdout, stderr] = ["", ""];
    limited.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    limited.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    const code = await new Promise((resolve) => limited.on("close", resolve));
    expect(code).toBe(73);
    expect(eventsOf(stdout).at(-1)).toMatchObject({ event: "session-ended", how: "finished" });
    expect(stderr).toMatch(/cannot be kept/);
    expect(stderr).toMatch(/could not be kept/);
    const text = stderr.slice(stderr.indexOf("\n{") + 1);
    expect(parseSessionFile(text)).toMatchObject({ type: "valid", value: { status: "finished" } });

    // Saved by hand and taken in, it is a session like any other.
    const saved = join(home, "saved.json");
    writeFileSync(saved, text);
    expect((await runHere(["import", saved], { env: { UNWIND_HOME: home } })).stdout).toBe(
      "1 imported, 0 already there\n",
    );
    const listed = JSON.parse((await runHere(["history", "--json"], { env: { UNWIND_HOME: home } })).stdout);
    expect(listed).toMatchObject([{ routine: "short", status: "finished" }]);
  });
});
