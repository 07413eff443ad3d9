/** Sounds that are seen, on a real screen. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { workout } from "./support/workout.ts";

const INVERSE = "\x1b[7m";
const SEEN = { UNWIND_VOICE: "full", UNWIND_SOUND: "on" };

describe.concurrent("a workout that is seen", () => {
  test("flashes and shows what would be said, also without colours and without sound", async () => {
    const env = { ...SEEN, NO_COLOR: "1" };
    using terminal = await workout("--flash --mute --prepare 10", { columns: 80, rows: 24, env });
    await terminal.waitFor("enter start");
    // What is at its side is ready by then, however slow the machine is.
    await terminal.waitUntil(() => existsSync(join(terminal.folder, "cache", "run")), "it can be reached from outside");
    terminal.press("\r");
    await terminal.waitFor(/Kneeling lunge[.,] 10 seconds/);
    expect(terminal.output).not.toContain(INVERSE);
    await terminal.waitUntil(() => terminal.output.includes(INVERSE), "something is lit");
    terminal.press(" ");
    await terminal.waitUntil(() => terminal.lit() === 80 * 24, "every cell is lit");
    const after = await terminal.waitUntil(() => terminal.lit() === 0, "nothing is lit any more");
    expect(after.join("\n")).toContain("Press space to resume.");
    terminal.press("\x03");
    expect(await terminal.exit()).toBe(130);
    expect(await terminal.givenBack()).toEqual([]);
  });

  test("does neither unless it is asked to", async () => {
    using terminal = await workout("--yes --speed 10 --mute", { columns: 80, rows: 24, env: SEEN });
    let mostLit = 0;
    await terminal.waitUntil(() => {
      mostLit = Math.max(mostLit, terminal.lit());
      return terminal.title.startsWith("SWITCH");
    }, "the sides are switched");
    // The digits of the last three seconds, and no more.
    expect(mostLit).toBeLessThan(80 * 8);
    expect(terminal.output).not.toContain("each side.");
    terminal.press("\x03");
    await terminal.exit();
  });
});
