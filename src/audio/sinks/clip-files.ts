/** Clips as files in a folder of our own, for players that play nothing but files. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type AudioClip, encodeWav } from "../mixing/wav.ts";

export class ClipFiles {
  #folder: string | null = null;
  readonly #paths = new WeakMap<Int16Array, string>();
  #count = 0;

  /** Where the clip lies; it is written at its first use. */
  ensureFile(clip: AudioClip): string {
    const known = this.#paths.get(clip.samples);
    if (known) return known;
    this.#folder ??= mkdtempSync(join(tmpdir(), "unwind-sound-"));
    const path = join(this.#folder, `${this.#count++}.wav`);
    writeFileSync(path, encodeWav(clip));
    this.#paths.set(clip.samples, path);
    return path;
  }

  removeAll(): void {
    if (this.#folder) rmSync(this.#folder, { recursive: true, force: true });
    this.#folder = null;
  }
}
