/** The sound test of the built program, on machines without sound: it makes no noise, and it always ends well. */
import { describe, expect, test } from "vitest";
import { TONES } from "../../src/cues/tones.ts";
import { removeFoldersAfterwards, run } from "./support/program.ts";

removeFoldersAfterwards();

/** A machine on which nothing is installed. */
const BARE = { PATH: "/nonexistent", PULSE_SERVER: "/nonexistent", XDG_RUNTIME_DIR: "/nonexistent" };

describe.concurrent("unwind sound", () => {
  test("--json says what was found, for programs, and plays nothing", async () => {
    const { code, stdout, stderr } = await run(["sound", "--json"], { env: BARE });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const found = JSON.parse(stdout);
    expect(found).toMatchObject({ voice: null, remote: false });
    expect(found.voices.map(({ state }: { state: string }) => state)).not.toContain("used");
    expect(found.tones.map(({ name }: { name: string }) => name)).toEqual(Object.keys(TONES));
  });

  test("without sound it prints every tone with its meaning and says what to do, and that is no fault", async () => {
    const { code, stdout, stderr } = await run(["sound"], { env: BARE });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    for (const { meaning } of Object.values(TONES)) expect(stdout).toContain(meaning);
    expect(stdout).toContain("Voice         none");
    expect(stdout).toContain("Your setting voice is off");
  });

  test("a rate that cannot be is refused before anything is tried", async () => {
    const { code, stderr } = await run(["sound", "--rate", "5000"], { env: BARE });
    expect(code).toBe(2);
    expect(stderr).toBe('unwind: --rate cannot be "5000"; it is a number from 80 to 400; for example --rate 150\n');
  });
});
