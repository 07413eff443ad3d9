/** A program in a real pseudo-terminal, and what it takes of the machine. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { spawn } from "@lydell/node-pty";
import { NODE } from "./measure.mjs";

/** Starts `node` with these words in a terminal of 80 × 24. */
export function inTerminal(words, { env, cwd, columns = 80, rows = 24 }) {
  const startedMs = performance.now();
  const terminal = spawn(NODE, words, { name: "xterm-256color", cols: columns, rows, cwd, env });
  const listeners = new Set();
  let output = "";
  let bytes = 0;
  terminal.onData((text) => {
    const atMs = performance.now();
    output = (output + text).slice(-100_000);
    bytes += Buffer.byteLength(text);
    for (const listener of listeners) listener(text, atMs);
  });
  const ended = new Promise((resolve) => terminal.onExit(resolve));

  return {
    pid: terminal.pid,
    ended,
    bytes: () => bytes,
    press: (keys) => terminal.write(keys),
    listen: (listener) => listeners.add(listener),
    /** Milliseconds from the start to the first write with which what was written so far matches. */
    async shows(pattern) {
      const shown = new Promise((resolve) => {
        listeners.add((_text, atMs) => pattern.test(output) && resolve(atMs - startedMs));
      });
      const gone = ended.then(() => {
        throw new Error(`node ${words.join(" ")} ended without showing ${pattern}:\n${output}`);
      });
      return Promise.race([shown, gone]);
    },
    async kill() {
      terminal.kill("SIGKILL");
      await ended;
    },
  };
}

/** CPU seconds that a process has used, and the megabytes that it holds. */
export function usage(pid) {
  if (process.platform === "linux") {
    // The name in brackets may hold spaces; the fields after it are counted from the third.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
    const ticks = Number(fields[11]) + Number(fields[12]);
    const pages = Number(fields[21]);
    return { cpuSeconds: ticks / 100, residentMb: (pages * 4096) / 1e6 };
  }
  const [time, kilobytes] = execFileSync("ps", ["-o", "time=,rss=", "-p", pid], { encoding: "utf8" })
    .trim()
    .split(/\s+/);
  const cpuSeconds = time.split(/[:-]/).reduce((sum, part) => sum * 60 + Number(part), 0);
  return { cpuSeconds, residentMb: (Number(kilobytes) * 1024) / 1e6 };
}
