/** A disk cache of rendered speech. Any failure here only costs rendering again. */
import { createHash } from "node:crypto";
import { readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Clock } from "../../clock.ts";
import { makeFolder } from "../../files/folders.ts";
import { type AudioClip, encodeWav, parseWav } from "../mixing/wav.ts";

/** Increase it when clips are processed differently, so that old ones are not used. */
const CACHE_FORMAT = 1;
const MAX_DISK_BYTES = 96_000_000;

/** Identifies the speech in a clip. */
export interface SpeechClipKey {
  readonly engine: string;
  readonly version: string;
  readonly voiceName: string;
  readonly rate: number;
  readonly text: string;
}

export class SpeechCache {
  readonly #folder: string | null;
  readonly #onError: (text: string) => void;
  readonly #clock: Pick<Clock, "epochMs">;
  #hasFailed = false;
  #nextTempId = 0;

  /**
   * @param folder where clips are stored; null to store none
   * @param onError called once, with a message for the person, when clips cannot be stored
   * @param clock tells when a clip was last used
   */
  constructor(folder: string | null, onError: (text: string) => void, clock: Pick<Clock, "epochMs">) {
    this.#folder = folder;
    this.#onError = onError;
    this.#clock = clock;
  }

  /** Returns the clip of that speech, or null if it is not cached. A damaged file is set aside, never used. */
  async read(key: SpeechClipKey): Promise<AudioClip | null> {
    if (this.#folder === null) return null;
    const path = join(this.#folder, clipFileName(key));
    try {
      const bytes = await readFile(path);
      const clip = parseWav(bytes);
      // Our files have correct sizes in the header, unlike those of speech engines.
      if (!encodeWav(clip).equals(bytes) || clip.samples.length === 0) throw new Error("truncated");
      const nowSeconds = this.#clock.epochMs() / 1000;
      await utimes(path, nowSeconds, nowSeconds).catch(() => {});
      return clip;
    } catch (error) {
      if (!isNotFoundError(error)) await rename(path, `${path}.damaged`).catch(() => {});
      return null;
    }
  }

  /** Stores a clip under a temporary name first, so that a file with the final name is always complete. */
  async write(key: SpeechClipKey, clip: AudioClip): Promise<void> {
    if (this.#folder === null || this.#hasFailed) return;
    const path = join(this.#folder, clipFileName(key));
    const partialPath = `${path}.${process.pid}-${this.#nextTempId++}`;
    try {
      makeFolder(this.#folder);
      await writeFile(partialPath, encodeWav(clip));
      await rename(partialPath, path);
    } catch (error) {
      await rm(partialPath, { force: true }).catch(() => {});
      if (this.#hasFailed) return;
      this.#hasFailed = true;
      const why = (error as NodeJS.ErrnoException).code ?? String(error);
      this.#onError(`Spoken lines cannot be kept in ${this.#folder} (${why}); they are made anew each time`);
    }
  }

  /** Removes the least recently used clips when the total size exceeds the limit. */
  async prune(maxBytes = MAX_DISK_BYTES): Promise<void> {
    if (this.#folder === null) return;
    const folder = this.#folder;
    try {
      const files = await Promise.all(
        (await readdir(folder)).map(async (name) => {
          const { size, mtimeMs } = await stat(join(folder, name));
          return { path: join(folder, name), size, mtimeMs };
        }),
      );
      let total = 0;
      for (const file of files.sort((a, b) => b.mtimeMs - a.mtimeMs)) {
        total += file.size;
        if (total > maxBytes) await rm(file.path, { force: true });
      }
    } catch {
      // Nothing has been cached yet, or another run is pruning at the same time.
    }
  }
}

function clipFileName(key: SpeechClipKey): string {
  const { engine, version, voiceName, rate, text } = key;
  const hashed = JSON.stringify([CACHE_FORMAT, engine, version, voiceName, rate, text]);
  return `${createHash("sha256").update(hashed).digest("hex").slice(0, 40)}.wav`;
}

function isNotFoundError(error: unknown): boolean {
  return ["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "");
}
