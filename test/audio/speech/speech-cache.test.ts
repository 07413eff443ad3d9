import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { SpeechCache, type SpeechClipKey } from "../../../src/audio/speech/speech-cache.ts";

const KEY: SpeechClipKey = { engine: "e", version: "1", voiceName: "en", rate: 165, text: "Halfway." };

describe("the cache", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "unwind-cache-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  });
  const clip = { samples: Int16Array.of(1, 2, 3, 4), sampleRate: 22_050 };
  const cacheIn = (place: string, nowSeconds = () => 1000) =>
    new SpeechCache(place, () => {}, { epochMs: () => nowSeconds() * 1000 });

  test("gives back what was said before, and nothing for another rate, voice or version", async () => {
    const cache = cacheIn(join(folder, "speech"));
    await cache.write(KEY, clip);
    expect(await cache.read(KEY)).toEqual(clip);
    expect(await cache.read({ ...KEY, rate: 166 })).toBeNull();
    expect(await cache.read({ ...KEY, version: "2" })).toBeNull();
    expect(await cache.read({ ...KEY, voiceName: "en-gb" })).toBeNull();
    expect(readdirSync(join(folder, "speech"))).toHaveLength(1);
  });

  test.each([
    ["cut short", (path: string) => writeFileSync(path, readFileSync(path).subarray(0, 46))],
    ["empty", (path: string) => writeFileSync(path, "")],
    [
      "something else",
      (path: string) => writeFileSync(path, "not a WAV file at all, but long enough to be one, is it not"),
    ],
  ])("sets a file aside that is %s", async (_name, damage) => {
    const cache = cacheIn(folder);
    await cache.write(KEY, clip);
    const [name = ""] = readdirSync(folder);
    damage(join(folder, name));
    expect(await cache.read(KEY)).toBeNull();
    expect(readdirSync(folder)).toEqual([`${name}.damaged`]);
    await cache.write(KEY, clip);
    expect(await cache.read(KEY)).toEqual(clip);
  });

  test("lets the longest unused clips go when it has grown too large", async () => {
    let now = 1000;
    const cache = cacheIn(folder, () => now);
    for (const text of ["old", "used", "new"]) {
      now += 10;
      await cache.write({ ...KEY, text }, clip);
      await cache.read({ ...KEY, text });
    }
    now += 10;
    await cache.read({ ...KEY, text: "old" });
    await cache.prune(2 * 52);
    expect(await cache.read({ ...KEY, text: "used" })).toBeNull();
    expect(await cache.read({ ...KEY, text: "old" })).toEqual(clip);
    expect(await cache.read({ ...KEY, text: "new" })).toEqual(clip);
  });
});
