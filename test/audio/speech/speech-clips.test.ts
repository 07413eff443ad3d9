import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { encodeWav } from "../../../src/audio/mixing/wav.ts";
import { SpeechCache } from "../../../src/audio/speech/speech-cache.ts";
import { SpeechClips } from "../../../src/audio/speech/speech-clips.ts";
import type { SpeechRenderer } from "../../../src/audio/speech/types.ts";
import type { ProgramResult } from "../../../src/system/programs.ts";

const RATE = 22_050;
const said = (text: string): ProgramResult => ({
  ok: true,
  output: encodeWav({ samples: new Int16Array(text.length * 2205).fill(6000), sampleRate: RATE }),
});

/** A renderer whose answers a test gives, in its own time. */
function slowRenderer() {
  const asked: { text: string; answer: (outcome: ProgramResult) => void }[] = [];
  const renderer: SpeechRenderer = {
    kind: "rendered",
    name: "espeak-ng",
    version: "1",
    voiceName: "en",
    rate: 165,
    render: (text) => new Promise((answer) => asked.push({ text, answer })),
    close() {},
  };
  return { asked, renderer };
}

const settle = async () => {
  for (let turn = 0; turn < 30; turn++) await Promise.resolve();
};

function setting(cache = new SpeechCache(null, () => {}, { epochMs: () => 0 })) {
  const { asked, renderer } = slowRenderer();
  const notices: string[] = [];
  const lengths = new Map<string, number>();
  const speech = new SpeechClips(renderer, cache, RATE, {
    onDuration: (text, ms) => lengths.set(text, ms),
    onNotice: (text) => notices.push(text),
  });
  return { asked, speech, notices, lengths };
}

describe("rendering ahead", () => {
  test("the first line alone, as it is heard at once, then four at a time, the first lines first", async () => {
    const { asked, speech } = setting();
    void speech.prepare(["a", "b", "c", "d", "e", "f"]);
    await settle();
    expect(asked.map(({ text }) => text)).toEqual(["a"]);
    asked[0]?.answer(said("a"));
    await settle();
    expect(asked.map(({ text }) => text)).toEqual(["a", "b", "c", "d", "e"]);
    asked[1]?.answer(said("b"));
    await settle();
    expect(asked.at(-1)?.text).toBe("f");
  });

  test("a line that is needed now goes before those that wait, and is rendered once", async () => {
    const { asked, speech } = setting();
    void speech.prepare(["a", "b", "c", "d", "e", "f"]);
    await settle();
    const clip = speech.loadNow("f");
    asked[0]?.answer(said("a"));
    await settle();
    expect(asked[1]?.text).toBe("f");
    asked[1]?.answer(said("f"));
    expect((await clip)?.length).toBeGreaterThan(2000);
    expect(asked.filter(({ text }) => text === "f")).toHaveLength(1);
  });

  test("the length of a line is known when it was rendered", async () => {
    const { asked, speech, lengths } = setting();
    const ready = speech.prepare(["four"]);
    expect(speech.durationOf("four")).toBeNull();
    await settle();
    asked[0]?.answer(said("four"));
    await ready;
    expect(speech.durationOf("four")).toBeCloseTo(400, 0);
    expect(lengths.get("four")).toBe(speech.durationOf("four"));
  });

  test("an engine that hangs twice is asked no more, and each fault is told once", async () => {
    const { asked, speech, notices } = setting();
    const ready = speech.prepare(["a", "b", "c", "d", "e", "f"]);
    await settle();
    asked[0]?.answer({ ok: false, timedOut: true, why: "gave no answer in 5 s" });
    await settle();
    for (const { answer } of asked.slice(1)) answer({ ok: false, timedOut: true, why: "gave no answer in 5 s" });
    await ready;
    expect(asked).toHaveLength(5);
    expect(notices).toEqual(["espeak-ng gave no answer in 5 s", "espeak-ng does not respond: nothing more is spoken"]);
    expect(await speech.loadNow("a")).toBeNull();
  });

  test("what is no speech is a fault to be told, not an end", async () => {
    const { asked, speech, notices } = setting();
    const clip = speech.loadNow("a");
    await settle();
    asked[0]?.answer({ ok: true, output: Buffer.from("segmentation fault") });
    expect(await clip).toBeNull();
    expect(notices[0]).toMatch(/returned no speech/);
  });

  test("a cache that cannot be written is told of once, and lines are still spoken", async () => {
    const folder = mkdtempSync(join(tmpdir(), "unwind-cache-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const told: string[] = [];
    const blocked = join(folder, "a-file");
    writeFileSync(blocked, "");
    chmodSync(blocked, 0o400);
    const cache = new SpeechCache(join(blocked, "speech"), (text) => told.push(text), { epochMs: () => 1000 });
    const { asked, speech } = setting(cache);
    for (const [index, line] of ["one", "two"].entries()) {
      const clip = speech.loadNow(line);
      await expect.poll(() => asked.length, { timeout: 10_000 }).toBe(index + 1);
      asked[index]?.answer(said(line));
      expect((await clip)?.length).toBeGreaterThan(0);
    }
    // Nobody waits for the disk before a line is heard.
    await expect.poll(() => told.length, { timeout: 10_000 }).toBe(1);
    expect(told[0]).toMatch(/cannot be kept in .*made anew each time/);
    const key = { engine: "espeak-ng", version: "1", voiceName: "en", rate: 165, text: "one" };
    expect(await cache.read(key)).toBeNull();
  });
});
