/** Hooks, as a person lays them out and a real session calls them. */
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { removeFoldersAfterwards, run, runHere, start, temporaryFolder } from "./support/program.ts";

removeFoldersAfterwards();

const HOOKS = ["session-started", "step-started", "set-ended", "paused", "resumed", "session-ended"] as const;

/** A home in which a script is laid out as these hooks. */
function hooked(script: string, names: readonly string[] = HOOKS): string {
  const home = temporaryFolder();
  mkdirSync(join(home, "hooks"));
  for (const name of names) writeFileSync(join(home, "hooks", name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return home;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await pause(10);
}

const isAlive = (pid: number) =>
  existsSync(`/proc/${pid}`) && !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, "utf8"));

test.concurrent("a session calls each hook at its event, with the event on standard input and the facts as variables", async () => {
  const home = hooked(
    'read line; echo "$line" >> "$UNWIND_HOME/told-$UNWIND_EVENT"; env | grep ^UNWIND_EVENT > "$UNWIND_HOME/env-$UNWIND_EVENT"',
  );
  const words = ["run", "2x(1s plank, 1s rest)", "--prepare", "60", "--plain"];
  const { child, ended } = start(words, { input: null, env: { UNWIND_HOME: home } });
  let told = "";
  child.stdout.on("data", (text: Buffer) => {
    told += text;
  });
  await until(() => told.includes("Get ready"));
  child.stdin.write("p\n");
  await until(() => existsSync(join(home, "told-paused")));
  child.stdin.write("\n");
  await until(() => existsSync(join(home, "told-resumed")));
  child.stdin.write("n\n");
  expect(await ended).toMatchObject({ code: 0, stderr: "" });
  const linesOf = (hook: string) =>
    readFileSync(join(home, `told-${hook}`), "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
  for (const hook of HOOKS) {
    for (const line of linesOf(hook)) expect(line).toMatchObject({ hook, session: expect.stringMatching(/^\w{8}/) });
  }
  expect(HOOKS.map((hook) => [hook, linesOf(hook).length])).toEqual([
    ["session-started", 1],
    ["step-started", 4],
    ["set-ended", 2],
    ["paused", 1],
    ["resumed", 1],
    ["session-ended", 1],
  ]);
  expect(linesOf("set-ended")[0]).toMatchObject({
    kind: "set",
    label: expect.stringContaining("Plank"),
    how: "completed",
  });
  expect(readFileSync(join(home, "env-session-ended"), "utf8")).toMatch(/^UNWIND_EVENT_HOW=finished$/m);
});

test.concurrent("what is written down, imported or edited calls no hook: only what is led does", async () => {
  const home = hooked('touch "$UNWIND_HOME/called"');
  const env = { UNWIND_HOME: home };
  expect(await runHere(["log", "desk-break", "--at", "yesterday 18:00"], { env })).toMatchObject({ code: 0 });
  const { stdout } = await runHere(["export", "json"], { env });
  const other = hooked('touch "$UNWIND_HOME/called"');
  expect(await runHere(["import", "-"], { env: { UNWIND_HOME: other }, input: stdout })).toMatchObject({ code: 0 });
  expect(await runHere(["history", "edit", "last", "--effort", "4"], { env })).toMatchObject({ code: 0 });
  await pause(300);
  expect([existsSync(join(home, "called")), existsSync(join(other, "called"))]).toEqual([false, false]);
});

test.concurrent("a hook that hangs delays no step, and is ended with all it started when somebody stops the session", async () => {
  const home = hooked('sleep 1000 & echo $! >> "$UNWIND_HOME/pids"; wait', ["step-started"]);
  const words = ["run", "99x(1s plank)", "--prepare", "0", "--json", "--speed", "4"];
  const { child, ended } = start(words, { input: null, env: { UNWIND_HOME: home } });
  let told = "";
  child.stdout.on("data", (text: string) => {
    told += text;
  });
  const written = join(home, "pids");
  const hanging = () =>
    existsSync(written) ? readFileSync(written, "utf8").trim().split("\n").map(Number).filter(isAlive) : [];
  await until(() => hanging().length >= 3 && (told.match(/"step-ended"/g) ?? []).length >= 3);
  const pids = hanging();
  child.kill("SIGTERM");
  const { code, stderr } = await ended;
  expect(code).toBe(143);
  // A hook that is waited for is ended by its own limit, and that is said.
  expect(stderr).not.toContain("took longer");
  await until(() => !pids.some(isAlive));
});

test.concurrent("a hook that fails is said once, at the end, with the log that config names", async () => {
  const home = hooked("echo what went wrong; exit 3", ["step-started"]);
  const env = { UNWIND_HOME: home };
  const words = ["run", "3x(1s plank, 1s rest)", "--prepare", "0", "--plain", "--speed", "20"];
  const { code, stderr } = await run(words, { env });
  expect(code).toBe(0);
  expect(stderr).toMatch(/ ended with code 3/);
  const [, log = ""] = /^unwind: The hook step-started ended with code 3.*; see (\S+)\n$/.exec(stderr) ?? [];
  expect(readFileSync(log, "utf8")).toContain("step-started ended with code 3\nwhat went wrong\n");
  expect((await runHere(["config"], { env })).stdout).toContain(log);
  // It is added to, not written anew.
  appendFileSync(log, "mine\n");
  await run(words, { env });
  expect(readFileSync(log, "utf8")).toContain("mine\n");
});
