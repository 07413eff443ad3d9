import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { systemClock } from "../../src/clock.ts";
import { UserError } from "../../src/errors.ts";
import { mixToPcm } from "../../src/sound/offline.ts";
import { renderSession } from "../../src/sound/render.ts";
import { TONES } from "../../src/sound/tones.ts";
import type { SoundCue } from "../../src/sound/types.ts";
import { parseWav } from "../../src/sound/wav.ts";
import { FAKE_ESPEAK, fakeMachine } from "../support/fake-programs.ts";
import { onsetOf, pitchOf } from "../support/pitch.ts";

const tone = (atMs: number, name: keyof typeof TONES): SoundCue => ({ id: atMs, atMs, kind: "tone", name });
const CUES = [
  tone(500, "go"),
  tone(4000, "eccentric"),
  { id: 9, atMs: 7000, kind: "speech", name: "line", text: "Half-way." },
] as const;

async function rendered(name: string, programs: Record<string, string> = { "espeak-ng": FAKE_ESPEAK }) {
  const folder = mkdtempSync(join(tmpdir(), "unwind-render-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const { machine } = fakeMachine(systemClock, "linux", programs);
  const shares: number[] = [];
  const chapters = [
    { atMs: 0, title: "Psoas march" },
    { atMs: 6000, title: "Pigeon pose – links" },
  ];
  const job = { title: "Desk break", cues: CUES, chapters, durationMs: 10_000, output: join(folder, name) };
  const report = await renderSession(
    { ...job, onProgress: (share) => shares.push(share) },
    { cacheDir: null },
    machine,
  );
  return { report, shares, folder, bytes: readFileSync(job.output) };
}

test("a session as WAV lasts the plan's length, and every cue stands where the sheet says", async () => {
  const { bytes, report, shares, folder } = await rendered("session.wav");
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
  expect(readdirSync(folder)).toEqual(["session.wav"]);
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
  const { report } = await rendered("session.wav", {});
  expect(report).toMatchObject({ voice: null, unspoken: 1, notes: ["Nothing is spoken: install espeak-ng"] });
});

test("another kind of file, or a folder that is not there, is the person's to mend", async () => {
  await expect(rendered("session.flac")).rejects.toThrow(UserError);
  await expect(rendered("nowhere/session.mp3")).rejects.toMatchObject({ name: "UserError", exitCode: 73 });
});

test("for an encoder that delays, everything stands earlier by as much, and nothing is lost", async () => {
  const sounds = [0, 100].map((atMs) => ({ atMs, fetch: () => Int16Array.of(1000, 1000) }));
  const samples: number[] = [];
  const mix = { sampleRate: 1000, durationMs: 200, gain: 1, leadSamples: 40 };
  for await (const block of mixToPcm(sounds, mix)) samples.push(...block);
  expect(samples).toHaveLength(160);
  expect(samples.flatMap((sample, index) => (sample ? [index] : []))).toEqual([0, 1, 60, 61]);
});
