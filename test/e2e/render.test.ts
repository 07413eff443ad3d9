/** A session rendered to a file: as long as its plan, with every tone where the cue sheet has it. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { parseWav } from "../../src/audio/mixing/wav.ts";
import { removeFoldersAfterwards, run, runHere, start, temporaryFolder } from "./support/program.ts";

removeFoldersAfterwards();

const folder = temporaryFolder();

const FLAGS = ["kneeling-lunge", "--sets", "1", "--hold", "5", "--sound", "on", "--voice", "off"];

interface ToneCue {
  readonly at: number;
  readonly hz: number;
}

/** How strongly a pitch is there in a stretch of samples, from 0 (not) to 1 (nothing else). */
function strength(samples: Int16Array, rate: number, hz: number): number {
  let [cosine, sine, energy] = [0, 0, 0];
  for (const [index, sample] of samples.entries()) {
    const angle = (2 * Math.PI * hz * index) / rate;
    cosine += sample * Math.cos(angle);
    sine += sample * Math.sin(angle);
    energy += sample * sample;
  }
  return energy === 0 ? 0 : (2 * (cosine ** 2 + sine ** 2)) / (samples.length * energy);
}

describe("a session to take along", () => {
  test("lasts as long as the plan and has every tone in its place", async () => {
    const file = join(folder, "lunge.wav");
    const [rendered, planned, sheet] = await Promise.all([
      run(["render", ...FLAGS, "-o", file]),
      runHere(["plan", ...FLAGS.slice(0, -4), "--json"]),
      runHere(["plan", ...FLAGS, "--cues", "--json"]),
    ]);
    expect([rendered.code, rendered.stderr]).toEqual([0, ""]);
    expect(rendered.stdout).toContain("    0:00  Kneeling lunge, 5 s");
    const { samples, sampleRate: rate } = parseWav(readFileSync(file));
    const { totalSeconds } = JSON.parse(planned.stdout);
    expect(Math.abs(samples.length / rate - totalSeconds)).toBeLessThan(0.05);
    const tones = (JSON.parse(sheet.stdout) as ToneCue[]).filter(({ at }) => at < totalSeconds - 0.1);
    expect(tones.length).toBeGreaterThan(10);
    for (const { at, hz } of tones) {
      const from = Math.round(at * rate);
      expect(strength(samples.subarray(from, from + rate * 0.04), rate, hz), `${hz} Hz at ${at} s`).toBeGreaterThan(
        0.8,
      );
      const before = samples.subarray(from - rate * 0.04, from);
      expect(strength(before, rate, hz), `nothing at ${hz} Hz before ${at} s`).toBeLessThan(0.8);
    }
  });

  test("gives a step that waits the time that was asked for", async () => {
    const file = join(folder, "test.wav");
    const { code } = await run(["render", "thomas-test", "--open", "3s", "--voice", "off", "-o", file]);
    expect(code).toBe(0);
    const { samples, sampleRate: rate } = parseWav(readFileSync(file));
    expect(samples.length / rate).toBeCloseTo(30 + 3 + 30 + 3, 1);
  });

  test.each([
    ["an ending that is no sound", ["-o", "session.txt"], 2, "can be rendered to .mp3, .ogg or .wav"],
    ["no file at all", [], 2, "render needs -o, --output <file>; for example: unwind render"],
    ["a folder that is not there", ["-o", "/nowhere/at/all.wav"], 73, "/nowhere/at/all.wav"],
    ["a time that cannot be", ["--open", "soon", "-o", "x.wav"], 2, "--open soon"],
  ])("says what is wrong with %s", async (_, words, code, message) => {
    const result = await run(["render", "kneeling-lunge", "--voice", "off", ...words]);
    expect(result.code).toBe(code);
    expect(result.stderr).toContain(message);
    expect(result.stderr.trim().split("\n")).toHaveLength(1);
  });

  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("%s leaves no half of a file", async (signal, code) => {
    const empty = temporaryFolder();
    const { child, ended } = start(["render", "psoas-program", "--voice", "off", "-o", join(empty, "long.mp3")]);
    await vi.waitFor(() => expect(existsSync(join(empty, "long.mp3.part"))).toBe(true), {
      timeout: 30_000,
      interval: 5,
    });
    child.kill(signal);
    expect(await ended).toMatchObject({ code, stdout: "", stderr: "" });
    expect(readdirSync(empty)).toEqual([]);
  });

  test("says how much is not spoken where nobody can speak, by its right number", async () => {
    const words = ["render", "kneeling-lunge", "--side", "left", "--sets", "1", "--hold", "6", "--voice", "full"];
    const env = { PATH: "/nonexistent", UNWIND_SOUND_FOR: "prepare=off" };
    const { code, stderr } = await run([...words, "-o", join(folder, "mute.wav")], { env });
    expect([code, stderr.trim().split("\n").at(-1)]).toEqual([0, "unwind: 1 line could not be spoken"]);
  });

  test("leaves a file of that name alone when it fails", async () => {
    const file = join(folder, "kept.wav");
    writeFileSync(file, "mine");
    const { code } = await run(["render", "no-such-routine", "-o", file]);
    expect(code).toBe(2);
    expect(readFileSync(file, "utf8")).toBe("mine");
    expect(existsSync(`${file}.part`)).toBe(false);
  });
});
