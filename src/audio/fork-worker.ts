/** Starts the sound process: beside the program, out of reach of the terminal's keys, with nothing to say on the screen. */
import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { SoundEngineOptions } from "./types.ts";

/**
 * The process of a program of ours, with a channel to it. Some faults are thrown, others come as its `error`: it has no
 * `pid` then and never exits.
 */
export function forkWorker(helper: URL, { platform, env }: Pick<SoundEngineOptions, "platform" | "env">): ChildProcess {
  return fork(fileURLToPath(helper), [], {
    execPath: process.execPath,
    execArgv: [],
    env: { ...env },
    // What players print there would spoil the screen.
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    // A session of its own: keys of the terminal (Ctrl-C) reach only the program. Windows would open a window.
    detached: platform !== "win32",
  });
}
