/** A home that is removed while a session runs. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseJournal } from "../../src/journal/read/parse-journal.ts";
import { parseSessionFile } from "../../src/journal/session-text.ts";
import { removeFoldersAfterwards, start, temporaryFolder, writeRoutine } from "./support/program.ts";

removeFoldersAfterwards();

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe.concurrent("a home that is removed in mid-session", () => {
  /** A session whose first hold is on, and its home, which is gone. */
  async function withoutHome(how: string) {
    const home = join(temporaryFolder(), "home");
    const routine = writeRoutine(temporaryFolder());
    const { child, ended } = start(["run", routine, how, "--prepare", "1"], {
      env: { UNWIND_HOME: home },
      input: null,
    });
    let told = "";
    child.stdout.on("data", (text: Buffer) => {
      told += text;
    });
    const isHolding = () =>
      how === "--json" ? /"step-ended"/.test(told) : /^0:\d\d {2}Kneeling lunge, left/m.test(told);
    while (!isHolding()) await pause(20);
    // Long enough that something was done.
    await pause(100);
    rmSync(home, { recursive: true });
    return { home, child, ended };
  }

  test.each([["--plain"], ["--json"]])(
    "what is said to be kept is kept: its journal is written anew (%s)",
    async (how) => {
      const { home, child, ended } = await withoutHome(how);
      child.kill("SIGTERM");
      const { code, stdout, stderr } = await ended;
      expect([code, stderr]).toEqual([143, ""]);
      if (how === "--plain") expect(stdout).toContain("What you did is kept");
      const journals = readdirSync(join(home, "journal")).filter((name) => name.endsWith(".jsonl"));
      expect(journals).toHaveLength(1);
      const text = readFileSync(join(home, "journal", journals[0] ?? ""), "utf8");
      expect(parseJournal(text)).toMatchObject({ type: "valid", value: { ended: "quit" } });
    },
  );

  test("where it can be written no more, the session is printed", async () => {
    const { home, child, ended } = await withoutHome("--json");
    writeFileSync(home, "in the way");
    child.kill("SIGTERM");
    const { code, stderr } = await ended;
    expect(code).toBe(143);
    expect(stderr).toMatch(/could not be kept/);
    const session = parseSessionFile(stderr.slice(stderr.indexOf("\n{") + 1));
    expect(session).toMatchObject({ type: "valid", value: { status: "partial" } });
  });
});
