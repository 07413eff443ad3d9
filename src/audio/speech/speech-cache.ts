/** Rendered speech on disk: what was said once is not rendered again. Whatever goes wrong here costs only that. */
import { createHash } from "node:crypto";
import { readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { makeFolder } from "../../files/folders.ts";
import { type AudioClip, encodeWav, parseWav } from "../mixing/wav.ts";

/** Goes up when clips are made otherwise, so that old ones are not used. */
const CACHE_FORMAT = 1;
const MAX_DISK_BYTES = 96_000_000;

/** What a clip is the speech of. */
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
  readonly #nowSeconds: () => number;
  #hasFailed = false;
  #nextTempId = 0;

  /**
   * @param folder where clips are kept; null: nowhere
   * @param onFault told once, in words for the person, when they cannot be kept
   * @param nowSeconds the wall's time, to note when a clip was last used
   */
  constructor(folder: string | null, onFault: (text: string) => void, nowSeconds: () => number) {
    this.#folder = folder;
    this.#onError = onFault;
    this.#nowSeconds = nowSeconds;
  }

  /** The clip of that speech; null when it was never kept. A damaged file is set aside, never used. */
  async read(identity: SpeechClipKey): Promise<AudioClip | null> {
    if (this.#folder === null) return null;
    const path = join(this.#folder, clipFileName(identity));
    try {
      const bytes = await readFile(path);
      const clip = parseWav(bytes);
      // Ours have a true size in their header, unlike what engines give.
      if (!encodeWav(clip).equals(bytes) || clip.samples.length === 0) throw new Error("cut short");
      await utimes(path, this.#nowSeconds(), this.#nowSeconds()).catch(() => {});
      return clip;
    } catch (error) {
      if (!isNotFoundError(error)) await rename(path, `${path}.damaged`).catch(() => {});
      return null;
    }
  }

  /** Keeps a clip: under another name first, so that a file of the right name is always whole. */
  async write(identity: SpeechClipKey, clip: AudioClip): Promise<void> {
    if (this.#folder === null || this.#hasFailed) return;
    const path = join(this.#folder, clipFileName(identity));
    const unfinished = `${path}.${process.pid}-${this.#nextTempId++}`;
    try {
      makeFolder(this.#folder);
      await writeFile(unfinished, encodeWav(clip));
      await rename(unfinished, path);
    } catch (error) {
      await rm(unfinished, { force: true }).catch(() => {});
      if (this.#hasFailed) return;
      this.#hasFailed = true;
      const why = (error as NodeJS.ErrnoException).code ?? String(error);
      this.#onError(`Spoken lines cannot be kept in ${this.#folder} (${why}); they are made anew each time`);
    }
  }

  /** Removes the longest unused clips when all of them together have become too much. */
  async prune(mostBytes = MAX_DISK_BYTES): Promise<void> {
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
        if (total > mostBytes) await rm(file.path, { force: true });
      }
    } catch {
      // Nothing was kept yet, or another run of ours prunes at the same time.
    }
  }
}

function clipFileName(identity: SpeechClipKey): string {
  const { engine, version, voiceName, rate, text } = identity;
  const key = JSON.stringify([CACHE_FORMAT, engine, version, voiceName, rate, text]);
  return `${createHash("sha256").update(key).digest("hex").slice(0, 40)}.wav`;
}

function isNotFoundError(error: unknown): boolean {
  return ["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "");
}
