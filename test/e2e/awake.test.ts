/** The display is kept awake while a session runs, by a program that never outlives it. */
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { removeFoldersAfterwards, start, temporaryFolder } from "./support/program.ts";

removeFoldersAfterwards();

/** A folder with a systemd-inhibit that tells, a line each time, when it begins and when it is over. */
function fakeInhibit(): { folder: string; env: Record<string, string> } {
  const folder = temporaryFolder();
  const file = join(folder, "systemd-inhibit");
  writeFileSync(file, `#!/bin/sh\ntrap '' TERM INT\necho "$@" >> "${folder}/begun"\ncat\necho >> "${folder}/over"\n`);
  chmodSync(file, 0o755);
  return { folder, env: { PATH: `${folder}:/usr/bin:/bin`, UNWIND_AWAKE: "on" } };
}

/** A whole line: a file is there before anything stands in it. */
const appears = (file: string) =>
  vi.waitFor(() => expect(readFileSync(file, "utf8")).toContain("\n"), { timeout: 10_000, interval: 20 });

describe.concurrent("a display that is kept awake", () => {
  test.each(["SIGKILL", "SIGTERM", "SIGINT"] as const)("may sleep again after %s", async (signal) => {
    const { folder, env } = fakeInhibit();
    const { child, ended } = start(["run", "pigeon", "--json"], { input: null, env });
    await appears(join(folder, "begun"));
    expect(readFileSync(join(folder, "begun"), "utf8")).toContain("--what=idle:sleep --who=unwind");
    expect(existsSync(join(folder, "over"))).toBe(false);
    child.kill(signal);
    await ended;
    await appears(join(folder, "over"));
  });

  test("may sleep again when the session is done, and does not hold up its end", async () => {
    const { folder, env } = fakeInhibit();
    const { code } = await start(["run", "pigeon", "--json", "--speed", "1000"], { env }).ended;
    expect(code).toBe(0);
    await appears(join(folder, "begun"));
    await appears(join(folder, "over"));
  });

  test("may sleep all along with --no-awake", async () => {
    const { folder, env } = fakeInhibit();
    const words = ["run", "pigeon", "--json", "--speed", "1000"];
    expect(await start([...words, "--no-awake"], { env }).ended).toMatchObject({ code: 0 });
    // Whatever had been begun by mistake has told so long before a later session is kept awake.
    expect(await start(words, { env }).ended).toMatchObject({ code: 0 });
    await appears(join(folder, "over"));
    expect(readFileSync(join(folder, "begun"), "utf8").trim().split("\n")).toHaveLength(1);
  });
});
