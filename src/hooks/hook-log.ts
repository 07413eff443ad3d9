/** The log of what hooks wrote and how they failed; the file before it is kept once. */
import { appendFile, rename, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { formatTimestamp } from "../calendar.ts";
import { makeFolder } from "../files/folders.ts";
import type { HookResult } from "./run-hook.ts";

/** A log of this size is set aside before more is written. */
const MAX_LOG_BYTES = 1_000_000;

export class HookLog {
  readonly path: string;
  #last: Promise<void> = Promise.resolve();

  constructor(path: string) {
    this.path = path;
  }

  /** Adds what is worth keeping of a run, after what was added before. Never throws: a session does not depend on it. */
  add(hook: string, epochMs: number, { problem, output }: HookResult): void {
    if (problem === null && output === "") return;
    const lines = output === "" ? "" : `${output.replace(/\n?$/, "\n")}`;
    const text = `${formatTimestamp(epochMs)} ${hook}${problem === null ? "" : ` ${problem}`}\n${lines}`;
    this.#last = this.#last.then(() => this.#append(text)).catch(() => {});
  }

  /** Resolves when everything added so far is in the file, or could not be written. */
  written(): Promise<void> {
    return this.#last;
  }

  async #append(text: string): Promise<void> {
    makeFolder(dirname(this.path));
    const { size } = await stat(this.path).catch(() => ({ size: 0 }));
    if (size > MAX_LOG_BYTES) await rename(this.path, `${this.path}.old`);
    await appendFile(this.path, text, { mode: 0o600 });
  }
}
