import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { buildSoundAdvice } from "../../src/audio/sound-advice.ts";
import { createSoundEngine } from "../../src/audio/sound-engine.ts";
import { systemClock } from "../../src/clock.ts";
import { FAKE_ESPEAK, type FakeMachine, fakeMachine } from "../support/fake-programs.ts";
import { pitchOf } from "../support/pitch.ts";

/** A pacat that plays into a file, tells its place as the real one does, and writes down who it is. */
const FAKE_PACAT = `early:
  fs.writeFileSync(process.argv[1] + ".pid", String(process.pid));
  let since = 0;
  process.stdin.once("data", () => (since = Date.now()));
  setInterval(() => {
    const seconds = since ? (Date.now() - since) / 1000 : 0;
    process.stderr.write("Time: " + seconds.toFixed(3) + " sec; Latency: 300000 usec.  \\r");
  }, 50);
  process.stdin.on("end", () => process.exit(0));
`;

/** Programs are processes: on a busy machine they take their time. */
const PATIENT = { timeout: 10_000, interval: 20 };

let folder = "";
let helper: URL;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "unwind-built-"));
  await build({
    entryPoints: {
      "sound-helper": "src/audio/worker/main.ts",
      engine: "src/audio/sound-engine.ts",
      clock: "src/clock.ts",
    },
    outdir: folder,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "silent",
  });
  writeFileSync(join(folder, "package.json"), '{"type":"module"}');
  helper = pathToFileURL(join(folder, "sound-helper.js"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}

const playerPid = (fake: FakeMachine) => Number(readFileSync(join(fake.folder, "pacat.pid"), "utf8"));
const heard = (fake: FakeMachine) => {
  const bytes = fake.input("pacat");
  return new Int16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + (bytes.length & ~1)));
};

describe.skipIf(process.platform !== "linux")("sound in a process of its own", () => {
  test("tones and lines are heard, their lengths are known, and closing leaves nothing", async () => {
    const fake = fakeMachine(systemClock, "linux", { pacat: FAKE_PACAT, "espeak-ng": FAKE_ESPEAK });
    const sound = createSoundEngine(
      { clock: systemClock, platform: "linux", env: fake.machine.env, cacheDir: null },
      helper,
    );
    const status = await sound.ready;
    expect(status.sink).toBe("pacat");
    expect(status.voice).toBe("espeak-ng 9.87, voice en, 165 words a minute");
    await sound.prepare(["a line of some length"]);
    expect(sound.durationOf("a line of some length")).toBeCloseTo(213, -1);

    const dueEpochMs = systemClock.epochMs() + 1000;
    sound.schedule([
      { cue: { kind: "tone", name: "go" }, dueEpochMs },
      { cue: { kind: "speech", text: "a line of some length" }, dueEpochMs: dueEpochMs + 600 },
    ]);
    await sound.whenIdle();
    const samples = heard(fake);
    const tone = samples.findIndex((sample) => sample !== 0);
    expect(Math.abs(pitchOf(samples.subarray(tone + 4800, tone + 9600), 48_000) - 1319)).toBeLessThan(6);
    const line = samples.findIndex((sample, index) => index > tone + 0.5 * 48_000 && Math.abs(sample) > 200);
    expect(Math.abs((line - tone) / 48 - 600)).toBeLessThan(10);

    const pid = playerPid(fake);
    await sound.close();
    // Not even dead and unburied; on a busy machine that takes longer than the program waits.
    await expect.poll(() => existsSync(`/proc/${pid}`), PATIENT).toBe(false);
  });

  test("an engine that hangs ends with the sound process", async () => {
    const hanging = `
      if (input.includes("for ever")) {
        fs.writeFileSync(process.argv[1] + ".pid", String(process.pid));
        setInterval(() => {}, 1000);
      } else {
        ${FAKE_ESPEAK}
      }
    `;
    const fake = fakeMachine(systemClock, "linux", { pacat: FAKE_PACAT, "espeak-ng": hanging });
    const sound = createSoundEngine(
      { clock: systemClock, platform: "linux", env: fake.machine.env, cacheDir: null },
      helper,
    );
    await sound.ready;
    void sound.prepare(["a line that takes for ever"]);
    const pidFile = join(fake.folder, "espeak-ng.pid");
    const pid = () => Number(existsSync(pidFile) && readFileSync(pidFile, "utf8"));
    await expect.poll(pid, PATIENT).toBeGreaterThan(0);
    expect(isAlive(pid())).toBe(true);
    await sound.close();
    await expect.poll(() => isAlive(pid()), PATIENT).toBe(false);
  });

  test("a machine with nothing on it rings the bell at the moments of its tones, and says what to install", async () => {
    const fake = fakeMachine(systemClock, "linux", {});
    let rings = 0;
    const env = fake.machine.env;
    const sound = createSoundEngine(
      { clock: systemClock, platform: "linux", env, cacheDir: null, ringBell: () => rings++ },
      helper,
    );
    const status = await sound.ready;
    expect(status).toMatchObject({ sink: "bell", voice: null });
    expect(buildSoundAdvice(status, "linux", "")).toEqual([
      expect.stringMatching(/install pulseaudio-utils .* and espeak-ng/),
    ]);
    const dueEpochMs = systemClock.epochMs() + 300;
    sound.schedule([
      { cue: { kind: "tone", name: "go" }, dueEpochMs },
      { cue: { kind: "speech", text: "Halfway." }, dueEpochMs },
    ]);
    await sound.whenIdle();
    expect(rings).toBe(1);
    await sound.close();
  });

  test.each(["SIGKILL", "SIGTERM"] as const)("when the program dies of %s, its sound dies with it", async (signal) => {
    const fake = fakeMachine(systemClock, "linux", { pacat: FAKE_PACAT });
    const program = join(folder, "program.js");
    writeFileSync(
      program,
      `import { createSoundEngine } from "./engine.js"; import { systemClock as clock } from "./clock.js";
       const env = ${JSON.stringify(fake.machine.env)};
       const sound = createSoundEngine({ clock, platform: "linux", env, cacheDir: null, deferVoice: true }, new URL("./sound-helper.js", import.meta.url));
       await sound.ready; process.stdout.write("ready"); setInterval(() => {}, 1000);`,
    );
    const parent: ChildProcess = spawn(process.execPath, [program], { stdio: ["ignore", "pipe", "inherit"] });
    onTestFinished(() => void parent.kill("SIGKILL"));
    await new Promise((resolve) => parent.stdout?.once("data", resolve));
    const pid = playerPid(fake);
    const helperPid = Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
    expect(isAlive(pid) && isAlive(helperPid)).toBe(true);
    parent.kill(signal);
    await expect.poll(() => isAlive(helperPid) || isAlive(pid), PATIENT).toBe(false);
  });

  test("a sound process that is killed is told of and started again", async () => {
    const fake = fakeMachine(systemClock, "linux", { pacat: FAKE_PACAT });
    const sound = createSoundEngine(
      { clock: systemClock, platform: "linux", env: fake.machine.env, cacheDir: null, deferVoice: true },
      helper,
    );
    const notices: string[] = [];
    sound.onNotice((text) => notices.push(text));
    await sound.ready;
    const first = playerPid(fake);
    process.kill(Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${first}/status`, "utf8"))?.[1]), "SIGKILL");
    await expect
      .poll(() => existsSync(join(fake.folder, "pacat.pid")) && playerPid(fake) !== first, PATIENT)
      .toBe(true);
    expect(notices).toEqual(["The sound process ended; it is started again"]);
    await expect.poll(() => isAlive(first), PATIENT).toBe(false);
    await sound.close();
  });

  test("nothing is started for a session in which nothing is to be heard, until its first line", async () => {
    const fake = fakeMachine(systemClock, "linux", { pacat: FAKE_PACAT, "espeak-ng": FAKE_ESPEAK });
    const options = { clock: systemClock, platform: "linux", env: fake.machine.env, cacheDir: null } as const;
    const sound = createSoundEngine({ ...options, deferVoice: true, lazy: true }, helper);
    const voices: (string | null)[] = [];
    sound.onStatus(({ voice }) => voices.push(voice));
    sound.drop();
    sound.schedule([]);
    await sound.prepare([]);
    expect([fake.calls("pacat"), fake.calls("espeak-ng")]).toEqual([[], []]);
    await sound.prepare(["a line"]);
    await sound.ready;
    expect(sound.durationOf("a line")).toBeGreaterThan(0);
    expect(voices.at(-1)).toContain("espeak-ng");
    await sound.close();
  });

  test("where no process can be started it is said, nobody waits for it, and closing ends", async () => {
    const node = process.execPath;
    process.execPath = join(folder, "no-node");
    onTestFinished(() => {
      process.execPath = node;
    });
    const sound = createSoundEngine({ clock: systemClock, platform: "linux", env: {}, cacheDir: null }, helper);
    const notices: string[] = [];
    sound.onNotice((text) => notices.push(text));
    const idle = sound.whenIdle();
    expect((await sound.ready).sink).toBeNull();
    expect(notices).toEqual([expect.stringMatching(/^There is no sound: .*ENOENT/)]);
    await idle;
    await sound.close();
  });
});
