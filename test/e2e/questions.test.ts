import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { writeRoutine } from "./support/program.ts";
import { openTerminal } from "./support/pty.ts";

describe("after the last set", () => {
  test("two questions, one key each; the answers are kept and the terminal is given back", async () => {
    using terminal = await openTerminal({ env: { UNWIND_QUESTIONS: undefined } });
    terminal.run(`run ${writeRoutine(terminal.folder)} --yes --speed 1000`);
    await terminal.waitFor("any key leaves");
    terminal.press("\r");
    await terminal.waitFor(/How hard was it/);
    terminal.press("3");
    await terminal.waitFor(/How tight/);
    terminal.press("5");
    await terminal.waitFor(/On which side/);
    terminal.press("r");
    expect(await terminal.exit()).toBe(0);
    expect(await terminal.givenBack()).toEqual([]);
    const sessions = join(terminal.folder, "sessions");
    const [name] = readdirSync(sessions, { recursive: true, encoding: "utf8" }).filter((path) =>
      path.endsWith(".json"),
    );
    expect(JSON.parse(readFileSync(join(sessions, name ?? ""), "utf8"))).toMatchObject({
      status: "finished",
      effort: 3,
      tightness: 5,
      tightnessSide: "right",
    });
  });
});
