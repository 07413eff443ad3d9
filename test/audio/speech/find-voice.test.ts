import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseWav } from "../../../src/audio/mixing/wav.ts";
import { findVoice, formatVoiceLabel } from "../../../src/audio/speech/find-voice.ts";
import type { LiveVoice, SpeechRenderer } from "../../../src/audio/speech/types.ts";
import { SPEECH_SCRIPT, toSapiRate } from "../../../src/audio/speech/windows.ts";
import { FAKE_ESPEAK, fakeMachine, WAV_SCRIPT } from "../../support/fake-programs.ts";
import { SimulatedClock } from "../../support/simulated-clock.ts";

/** What would hurt if it ever reached a shell, or were taken for an option. */
const NASTY = '-v $(touch /tmp/x); `id` && "quoted" é';
/** Programs are processes: on a busy machine they take their time. */
const PATIENT = { timeout: 10_000 };
const PREFERENCE = { voiceName: undefined, rate: 165 };

describe("espeak-ng", () => {
  test("is told everything but the text in its arguments, and the text on its standard input", async () => {
    const fake = fakeMachine(new SimulatedClock(), "linux", { "espeak-ng": FAKE_ESPEAK });
    const { voice } = await findVoice(fake.machine, PREFERENCE);
    const outcome = await (voice as SpeechRenderer).render(NASTY);
    expect(outcome.ok && parseWav(outcome.output).samples.length).toBeGreaterThan(2205);
    expect(fake.calls("espeak-ng")).toEqual([
      ["--version"],
      ["-v", "en", "-s", "165", "-z", "--stdin", "--stdout"],
      ["-v", "en", "-s", "165", "-z", "--stdin", "--stdout"],
    ]);
    expect(fake.input("espeak-ng").toString()).toBe(`Ready${NASTY}`);
    expect(voice && formatVoiceLabel(voice)).toBe("espeak-ng 9.87, voice en, 165 words a minute");
  });

  test("that ends well and gives silence is no voice; its forerunner is asked next", async () => {
    const silent = 'process.stdout.write(args.includes("--version") ? "eSpeak NG 1.2" : Buffer.alloc(44))';
    const fake = fakeMachine(new SimulatedClock(), "linux", { "espeak-ng": silent, espeak: FAKE_ESPEAK });
    const { voice, attempts } = await findVoice(fake.machine, PREFERENCE);
    expect(voice?.name).toBe("espeak");
    expect(attempts.map(({ name, state }) => `${name} ${state}`)).toEqual([
      "espeak-ng failed",
      "espeak used",
      "spd-say missing",
    ]);
  });

  test("without the voice that was asked for, speaks with its usual one and says so", async () => {
    const picky = `if (args[1] === "gandalf") { process.stderr.write("no such voice\\n"); process.exit(1); } ${FAKE_ESPEAK}`;
    const fake = fakeMachine(new SimulatedClock(), "linux", { "espeak-ng": picky });
    const { voice, notes } = await findVoice(fake.machine, { voiceName: "gandalf", rate: 200 });
    expect(voice).toMatchObject({ name: "espeak-ng", voiceName: "en", rate: 200 });
    expect(notes).toEqual([expect.stringMatching(/cannot use the voice "gandalf" \(.*no such voice/)]);
  });

  test("that hangs is ended after five seconds", async () => {
    const clock = new SimulatedClock();
    const fake = fakeMachine(clock, "linux", { "espeak-ng": "early: setInterval(() => {}, 1000)" });
    const finding = findVoice(fake.machine, PREFERENCE);
    await Promise.resolve();
    clock.advance(5000);
    const { voice, attempts } = await finding;
    expect(voice).toBeNull();
    expect(attempts[0]).toMatchObject({ state: "failed", why: "gave no answer in 5 s" });
  });
});

test("a machine without a voice has every engine named that is missing", async () => {
  const { machine } = fakeMachine(new SimulatedClock(), "linux", {});
  const { voice, attempts } = await findVoice(machine, PREFERENCE);
  expect(voice).toBeNull();
  expect(attempts.map(({ name, state }) => `${name} ${state}`)).toEqual([
    "espeak-ng missing",
    "espeak missing",
    "spd-say missing",
  ]);
});

test("spd-say gets the text after --, is waited for, and is told to stop only while it speaks", async () => {
  const body = `early:
    const stopped = process.argv[1] + ".stopped";
    if (args.includes("--stop")) fs.writeFileSync(stopped, "");
    else if (args.includes("--wait")) setInterval(() => fs.existsSync(stopped) && process.exit(0), 5);
    else process.stdout.write("espeak-ng\\n");`;
  const fake = fakeMachine(new SimulatedClock(), "linux", { "spd-say": body });
  const { voice } = await findVoice(fake.machine, { voiceName: undefined, rate: 225 });
  const live = voice as LiveVoice;
  live.stop();
  live.speak(NASTY);
  await expect.poll(() => fake.calls("spd-say"), PATIENT).toHaveLength(3);
  expect(live.isSpeaking()).toBe(true);
  live.stop();
  await expect.poll(() => live.isSpeaking(), PATIENT).toBe(false);
  live.close();
  expect(fake.calls("spd-say").slice(2)).toEqual([
    ["--wait", "--rate", "25", "--language", "en", "--", NASTY],
    ["--stop"],
  ]);
});

test("macOS's say renders into a WAV file, by its manual; the text comes through its standard input", async () => {
  const body = `${WAV_SCRIPT} fs.writeFileSync(args[1], wav(300));`;
  const fake = fakeMachine(new SimulatedClock(), "darwin", { say: body });
  const { voice } = await findVoice(fake.machine, { voiceName: "Samantha", rate: 180 });
  const outcome = await (voice as SpeechRenderer).render(NASTY);
  expect(outcome.ok).toBe(true);
  const args = fake.calls("say")[1] ?? [];
  expect(args[0]).toBe("-o");
  expect(args[1]).toMatch(/\.wav$/);
  expect(args.slice(2)).toEqual(["--data-format=LEI16@22050", "-r", "180", "-v", "Samantha", "-f", "-"]);
  expect(fake.input("say").toString()).toBe(`Ready${NASTY}`);
});

test("Windows speaks through one PowerShell: the script encoded, each line as ASCII JSON", async () => {
  const body = `early: ${WAV_SCRIPT}
    require("node:readline").createInterface({ input: process.stdin }).on("line", (line) => {
      const order = JSON.parse(line);
      fs.writeFileSync(order.file, wav(200));
      process.stdout.write(order.id + " ok\\r\\n");
    });`;
  const fake = fakeMachine(new SimulatedClock(), "win32", { powershell: body });
  const { voice } = await findVoice(fake.machine, PREFERENCE);
  const outcome = await (voice as SpeechRenderer).render(NASTY);
  expect(outcome.ok && parseWav(outcome.output).samples.length).toBeGreaterThan(4000);
  expect(fake.calls("powershell")).toHaveLength(1);
  expect(Buffer.from(fake.calls("powershell")[0]?.[4] ?? "", "base64").toString("utf16le")).toBe(SPEECH_SCRIPT);
  const read = () => readFileSync(`${fake.folder}/powershell.in`, "utf8").trim().split("\n");
  await expect.poll(() => read().length, PATIENT).toBe(2);
  const lines = read();
  expect(lines[1]).toMatch(/^[\u0020-\u007e]+$/);
  expect(JSON.parse(lines[1] ?? "")).toMatchObject({ id: 1, text: NASTY, rate: -1, voice: "" });
  voice?.close();
});

test("SAPI's speeds: 180 words a minute is 0, and it never leaves its ten steps either way", () => {
  expect([60, 165, 180, 220, 540, 900].map(toSapiRate)).toEqual([-10, -1, 0, 2, 10, 10]);
});
