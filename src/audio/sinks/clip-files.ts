/** Writes clips to a temporary folder, for programs that can only play files. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type AudioClip, encodeWav } from "../mixing/wav.ts";

export class ClipFiles {
  #folder: string | null = null;
  readonly #paths = new WeakMap<Int16Array, string>();
  #count = 0;

  /** The clip's path; the file is written on first use. */
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
