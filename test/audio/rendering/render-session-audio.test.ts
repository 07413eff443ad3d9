import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { buildWavHeader, MAX_WAV_DATA_BYTES, parseWav } from "../../../src/audio/mixing/wav.ts";
import { type AudioRenderJob, renderSessionAudio } from "../../../src/audio/rendering/render-session-audio.ts";
import { mixToPcm } from "../../../src/audio/rendering/write-audio-file.ts";
import { systemClock } from "../../../src/clock.ts";
import { buildCueSheet } from "../../../src/cues/cue-sheet.ts";
import { TONES } from "../../../src/cues/tones.ts";
import type { Cue } from "../../../src/cues/types.ts";
import { UserError } from "../../../src/errors.ts";
import { ALL, planOf, spoken } from "../../cues/support.ts";
import { hold } from "../../support/content.ts";
import { FAKE_ESPEAK, fakeMachine } from "../../support/fake-programs.ts";
import { onsetOf, pitchOf } from "../../support/pitch.ts";

const tone = (atMs: number, name: keyof typeof TONES): Cue => {
  return { step: 0, atMs, durationMs: 300, kind: "tone", name, hz: TONES[name].hz };
};
const CUES: readonly Cue[] = [
  tone(500, "go"),
  tone(4000, "eccentric"),
  { step: 0, atMs: 7000, durationMs: 90, kind: "speech", name: "half-way", text: "Halfway.", endByMs: 9000 },
];

interface Given {
  readonly programs?: Record<string, string>;
  readonly sheet?: AudioRenderJob["buildSheet"];
  readonly durationMs?: number;
  /** Asked to stop as soon as there is something to show for it. */
  readonly stopped?: true;
}

async function rendered(name: string, given: Given = {}) {
  const { programs = { "espeak-ng": FAKE_ESPEAK }, sheet = () => CUES, durationMs = 10_000, stopped } = given;
  const folder = mkdtempSync(join(tmpdir(), "unwind-render-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const { machine } = fakeMachine(systemClock, "linux", programs);
  const shares: number[] = [];
  const ending = new AbortController();
  const onProgress = (share: number) => {
    shares.push(share);
    if (stopped) ending.abort();
  };
  const chapters = [
    { atMs: 0, title: "Psoas march" },
    { atMs: 6000, title: "Pigeon pose – links" },
  ];
  const output = join(folder, name);
  const job = {
    title: "Desk break",
    buildSheet: sheet,
    chapters,
    durationMs,
    outputPath: output,
    onProgress,
    signal: ending.signal,
  };
  const report = await renderSessionAudio(job, { cacheDir: null }, machine);
  return { report, shares, files: readdirSync(folder), bytes: report ? readFileSync(output) : Buffer.alloc(0) };
}

test("a session as WAV lasts the plan's length, and every cue stands where the sheet says", async () => {
  const { bytes, report, shares, files } = await rendered("session.wav");
  const { samples, sampleRate } = parseWav(bytes);
  expect(samples.length / sampleRate).toBe(10);
  for (const cue of CUES) {
    const from = Math.round(((cue.atMs - 100) / 1000) * sampleRate);
    expect(onsetOf(samples.subarray(from, from + sampleRate / 2)) / (sampleRate / 1000)).toBeGreaterThanOrEqual(99.9);
    expect(onsetOf(samples.subarray(from, from + sampleRate / 2)) / (sampleRate / 1000)).toBeLessThan(105);
    if (cue.kind !== "tone") continue;
    const at = from + 0.14 * sampleRate;
    const pitch = pitchOf(samples.subarray(at, at + 0.085 * sampleRate), sampleRate);
    expect(Math.abs(pitch - TONES[cue.name as keyof typeof TONES].hz)).toBeLessThanOrEqual(6);
  }
  expect(report).toMatchObject({ format: "wav", bytes: bytes.length, unspoken: 0 });
  expect(shares.at(-1)).toBe(1);
  expect([...shares].sort((a, b) => a - b)).toEqual(shares);
  expect(files).toEqual(["session.wav"]);
});

test("a session as MP3 has as many frames as fit the plan, and its chapters", async () => {
  const { bytes } = await rendered("session.mp3");
  const text = bytes.toString("latin1");
  expect(text.startsWith("ID3")).toBe(true);
  expect(text.match(/CHAP/g)).toHaveLength(2);
  expect(bytes.includes(Buffer.from("Pigeon pose – links", "utf16le"))).toBe(true);
  // The tag's size has seven bits a byte; each frame then has its own header, and 24 ms.
  const tag = 10 + ((bytes[6] ?? 0) << 21) + ((bytes[7] ?? 0) << 14) + ((bytes[8] ?? 0) << 7) + (bytes[9] ?? 0);
  let frames = 0;
  for (let at = tag; at < bytes.length; at += 144) {
    expect(bytes.readUInt16BE(at)).toBe(0xfff3);
    frames++;
  }
  expect(Math.abs(frames * 24 - 10_000)).toBeLessThanOrEqual(12);
});

test("a session as Ogg tells its exact length", async () => {
  const { bytes } = await rendered("session.ogg");
  const last = bytes.lastIndexOf("OggS");
  expect(Number(bytes.readBigInt64LE(last + 6))).toBe(240_000);
});

test("without a voice the tones are there, and it is said that nothing is spoken", async () => {
  const { report } = await rendered("session.wav", { programs: {} });
  expect(report).toMatchObject({ voice: null, unspoken: 1, notes: ["Nothing is spoken: install espeak-ng"] });
});

test("lines that take longer than was thought are said shorter or left out: before every tone it is still", async () => {
  const slow = FAKE_ESPEAK.replace("10 * input", "250 * input");
  const steps = ["Kneel.", "Tuck the tail in.", "Lean on, slowly.", "Breathe out for as long as you can."];
  const plan = planOf([spoken({ pattern: hold(15) }, { steps })]);
  const sheet: AudioRenderJob["buildSheet"] = (measured) =>
    buildCueSheet(plan, ALL, (text) => measured(text) ?? text.length);
  const { bytes, report } = await rendered("slow.wav", {
    programs: { "espeak-ng": slow },
    sheet,
    durationMs: plan.totalMs,
  });
  const { samples, sampleRate } = parseWav(bytes);
  const tones = buildCueSheet(plan, { ...ALL, voice: "off" }, () => 0).filter(({ atMs }) => atMs < plan.totalMs);
  expect(tones.length).toBeGreaterThan(5);
  for (const { atMs, name } of tones) {
    const before = samples.subarray(((atMs - 60) / 1000) * sampleRate, (atMs / 1000) * sampleRate - 1);
    expect([name, Math.max(...before.map(Math.abs))]).toEqual([name, 0]);
  }
  expect(report?.unspoken).toBe(0);
  expect(samples.some((sample, index) => sample !== 0 && index < 5 * sampleRate)).toBe(true);
});

test("one who asks it to stop is left with no half of a file", async () => {
  const { report, files, shares } = await rendered("session.wav", { stopped: true });
  expect([report, files, shares.length]).toEqual([null, [], 1]);
});

test("a session that is too long for WAV is refused with what to take instead, before anything is rendered", async () => {
  const { machine, calls } = fakeMachine(systemClock, "linux", { "espeak-ng": FAKE_ESPEAK });
  const day = {
    title: "A day",
    buildSheet: () => CUES,
    chapters: [],
    durationMs: 25 * 3_600_000,
    outputPath: "/nowhere/day.wav",
  };
  const refused = renderSessionAudio({ ...day, signal: new AbortController().signal }, { cacheDir: null }, machine);
  await expect(refused).rejects.toMatchObject({ name: "UserError", hint: "take .mp3 or .ogg" });
  expect(calls("espeak-ng")).toEqual([]);
  expect(buildWavHeader(MAX_WAV_DATA_BYTES, 24_000).readUInt32LE(4)).toBe(0xff_ff_ff_ff);
});

test("another kind of file, or a folder that is not there, is the person's to mend", async () => {
  await expect(rendered("session.flac")).rejects.toThrow(UserError);
  const sheet = vi.fn(() => CUES);
  await expect(rendered("nowhere/session.mp3", { sheet })).rejects.toMatchObject({ name: "UserError", exitCode: 73 });
  expect(sheet).not.toHaveBeenCalled();
});

test("for an encoder that delays, everything stands earlier by as much, and nothing is lost", async () => {
  const sounds = [0, 100].map((atMs) => ({ atMs, loadSamples: () => Int16Array.of(1000, 1000) }));
  const samples: number[] = [];
  const mix = { sampleRate: 1000, durationMs: 200, leadSamples: 40 };
  for await (const block of mixToPcm(sounds, mix)) samples.push(...block);
  expect(samples).toHaveLength(160);
  expect(samples.flatMap((sample, index) => (sample ? [index] : []))).toEqual([0, 1, 60, 61]);
});
