import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { systemClock } from "../../src/clock.ts";
import { findHooks } from "../../src/hooks/find-hooks.ts";
import { HookLog } from "../../src/hooks/hook-log.ts";
import { runHook } from "../../src/hooks/run-hook.ts";
import { SessionHooks } from "../../src/hooks/session-hooks.ts";
import { createSession } from "../../src/session/session.ts";
import { PLAN } from "../output/a-plan.ts";
import { SimulatedClock } from "../support/simulated-clock.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "unwind-hooks-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function writeHook(name: string, script: string, mode = 0o700): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, mode);
  return path;
}

const message = { hook: "paused", input: '{"hook":"paused"}\n', variables: { UNWIND_EVENT: "paused" } } as const;
const env = { PATH: process.env["PATH"] };

/** A session whose hooks are called in real time, while the session's own clock stands still. */
function hookedSession() {
  const session = createSession({ plan: PLAN, clock: new SimulatedClock() });
  const log = new HookLog(join(folder, "hooks.log"));
  const hooks = new SessionHooks({ session, sessionId: "a", hooks: findHooks(folder), log, env, clock: systemClock });
  session.subscribe("hooks", (dated) => hooks.subscriber(dated));
  return { session, hooks, log };
}

test("a hook is told on standard input and by variables, in its own folder", async () => {
  const path = writeHook("paused", 'cat; echo "$UNWIND_EVENT in $PWD"');
  const { problem, output } = await runHook(path, message, env, systemClock).ended;
  expect(problem).toBeNull();
  expect(output).toBe(`{"hook":"paused"}\npaused in ${folder}\n`);
});

test("a hook that never ends is ended after ten seconds, with what it started", async () => {
  const clock = new SimulatedClock();
  const begun = join(folder, "begun");
  const path = writeHook("paused", `sleep 1000 & echo $!; echo > "${begun}"; wait`);
  const running = runHook(path, message, env, clock);
  // It has written the number of what it started before it waits.
  while (!existsSync(begun)) await new Promise((resolve) => setTimeout(resolve, 1));
  clock.advance(10_000);
  const { problem, output } = await running.ended;
  expect(problem).toBe("took longer than 10 s and was ended");
  await isGone(Number(output));
});

test("what a hook leaves running ends with it", async () => {
  const path = writeHook("paused", "sleep 1000 & echo $!");
  const { problem, output } = await runHook(path, message, env, systemClock).ended;
  expect(problem).toBeNull();
  await isGone(Number(output));
});

test("of a hook that writes megabytes only the beginning is kept", async () => {
  const path = writeHook("paused", "yes | head -c 5000000");
  const { output } = await runHook(path, message, env, systemClock).ended;
  expect(output.length).toBe(65_536);
});

test("a file that cannot be run is a problem, not a failure of the session", async () => {
  const path = writeHook("paused", "");
  writeFileSync(path, "#!/no/such/program\n");
  expect((await runHook(path, message, env, systemClock).ended).problem).toMatch(/ENOENT|EACCES/);
});

test("a hook that fails is said once, however often it fails", async () => {
  writeHook("step-started", "echo oops; exit 3");
  const { session, hooks } = hookedSession();
  session.send({ type: "start" });
  for (let step = 0; step < 3; step++) session.send({ type: "skip" });
  expect(await hooks.finish()).toEqual([
    `The hook step-started ended with code 3 (and 3 more times); see ${join(folder, "hooks.log")}`,
  ]);
  expect(session.notices()).toEqual([]);
});

test("what failed during the session stands among the notices at its end, and is not said again", async () => {
  const begun = join(folder, "begun");
  writeHook("session-started", `echo > "${begun}"; exit 1`);
  const { session, hooks } = hookedSession();
  session.send({ type: "start" });
  while (!existsSync(begun)) await new Promise((resolve) => setTimeout(resolve, 1));
  while (hooks.isBusy()) await new Promise((resolve) => setTimeout(resolve, 1));
  expect(session.notices()).toEqual([]);
  session.send({ type: "quit" });
  expect(session.notices()).toEqual([expect.stringContaining("The hook session-started ended with code 1")]);
  expect(await hooks.finish()).toEqual([]);
});

test("while eight hooks run, further ones are left out and it is said", async () => {
  const [begun, over] = [join(folder, "begun"), join(folder, "over")];
  writeHook("step-started", `echo >> "${begun}"; until [ -e "${over}" ]; do sleep 0.01; done`);
  const { session, hooks } = hookedSession();
  session.send({ type: "start" });
  for (let step = 0; step < 9; step++) session.send({ type: "skip" });
  while (!existsSync(begun) || readFileSync(begun, "utf8").length < 8) await new Promise((r) => setTimeout(r, 1));
  writeFileSync(over, "");
  expect((await hooks.finish())[0]).toMatch(/was left out while 8 others ran \(and once more\)/);
});

test("the log holds what hooks wrote, for the user's eyes alone, and is set aside when it is large", async () => {
  const log = new HookLog(join(folder, "state", "hooks.log"));
  log.add("paused", 0, { problem: null, output: "" });
  await log.written();
  expect(existsSync(log.path)).toBe(false);
  log.add("paused", 0, { problem: "ended with code 1", output: "oops" });
  await log.written();
  expect(readFileSync(log.path, "utf8")).toBe("1970-01-01T00:00:00.000Z paused ended with code 1\noops\n");
  expect(statSync(log.path).mode & 0o777).toBe(0o600);
  writeFileSync(log.path, "x".repeat(1_000_001));
  log.add("resumed", 0, { problem: null, output: "fine\n" });
  await log.written();
  expect(readFileSync(log.path, "utf8")).toBe("1970-01-01T00:00:00.000Z resumed\nfine\n");
  expect(existsSync(`${log.path}.old`)).toBe(true);
});

test("files that look like hooks and are none are named; samples and notes are left alone", () => {
  writeHook("step-start", "");
  writeHook("resumed", "", 0o600);
  const paused = writeHook("paused", "");
  for (const name of ["paused.sample", "README.md", ".hidden", "paused~"]) writeHook(name, "");
  const { files, problems } = findHooks(folder, "linux");
  expect([...files]).toEqual([["paused", paused]]);
  expect(problems).toEqual([
    "hooks/resumed is not executable, so it is not called",
    "hooks/step-start is never called; did you mean step-started?",
  ]);
});

/** Settles when a process that was killed is gone; a test that waits for it in vain runs out of time. */
async function isGone(pid: number): Promise<void> {
  expect(pid).toBeGreaterThan(1);
  while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 5));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // A process that has ended but was not reaped counts as gone.
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}
