/** An import that waits for the rest of its input ends when it is asked to, and leaves nothing behind. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { removeFoldersAfterwards, start, temporaryFolder } from "./support/program.ts";

removeFoldersAfterwards();

test.concurrent.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)("%s in the middle of an import", async (signal, code) => {
  const [home, temporary] = [join(temporaryFolder(), "home"), temporaryFolder()];
  const { child, ended } = start(["import", "-"], { input: null, env: { UNWIND_HOME: home, TMPDIR: temporary } });
  child.stdin.write('{\n"format":');
  await vi.waitFor(() => expect(readdirSync(temporary)).not.toEqual([]), { timeout: 10_000, interval: 10 });
  child.kill(signal);
  expect(await ended).toMatchObject({ code, stdout: "", stderr: "" });
  expect(readdirSync(temporary)).toEqual([]);
  expect(existsSync(join(home, "sessions"))).toBe(false);
});
