/** Other programs of the machine: find one by name, start it without a shell, keep what it says off the screen. */
import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { accessSync, constants, statSync } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import type { Clock } from "../clock.ts";

/** The machine as sinks and voices know it. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  readonly clock: Clock;
}

/** Where a program of that name lies on the PATH; null when it is not installed. */
export function findProgram(name: string, machine: Machine): string | null {
  const windows = machine.platform === "win32";
  const path = machine.env["PATH"] ?? machine.env["Path"] ?? "";
  const endings = windows ? (machine.env["PATHEXT"] ?? ".EXE").split(";") : [""];
  for (const folder of path.split(windows ? ";" : delimiter)) {
    // An empty or relative entry would run whatever lies in the folder that the person happens to be in.
    if (!isAbsolute(folder)) continue;
    for (const ending of endings) {
      const file = join(folder, name + ending);
      if (isRunnable(file)) return file;
    }
  }
  return null;
}

function isRunnable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** Starts a program with its words as separate arguments, never through a shell, and never with a window of its own. */
export function start(command: string, args: readonly string[], machine: Machine, options: SpawnOptions): ChildProcess {
  const child = spawn(command, args, {
    ...options,
    env: { ...machine.env, LC_ALL: "C" },
    shell: false,
    windowsHide: true,
  });
  // A program that dies while it is written to is told of by its exit; the broken pipe says nothing more.
  child.stdin?.on("error", () => {});
  started.add(child);
  for (const end of ["exit", "error"]) child.once(end, () => started.delete(child));
  return child;
}

/** Programs of this process that have not ended yet. */
const started = new Set<ChildProcess>();

/**
 * Waits until every program that was started has ended, kills what has not by then, and sees that out too: a process
 * that goes before its children leaves them to run on, or to be buried by others, which may take their time.
 *
 * @param patienceMs how long it waits before it kills.
 * @param burialMs how long it waits at most for those that it killed: on a machine with too much to do that takes a while.
 */
export async function allEnded(clock: Clock, patienceMs: number, burialMs: number): Promise<void> {
  await endedWithin(clock, patienceMs);
  for (const child of started) child.kill("SIGKILL");
  await endedWithin(clock, burialMs);
}

async function endedWithin(clock: Clock, ms: number): Promise<void> {
  const ends = [...started].map((child) => new Promise((end) => child.once("exit", end).once("error", end)));
  let callOff = () => {};
  const late = new Promise<void>((resolve) => {
    callOff = clock.at(clock.monotonicMs() + ms, resolve);
  });
  await Promise.race([Promise.all(ends), late]);
  callOff();
}

/** What a program gave, or why it gave nothing. */
export type Outcome =
  | { readonly ok: true; readonly output: Buffer }
  | { readonly ok: false; readonly timedOut: boolean; readonly why: string };

/** Runs a program to its end: `input` goes to its standard input, its standard output comes back. It never throws. */
export function run(
  command: string,
  args: readonly string[],
  machine: Machine,
  options: { readonly input?: string; readonly timeoutMs: number },
): Promise<Outcome> {
  const { clock } = machine;
  return new Promise((resolve) => {
    const startMs = clock.monotonicMs();
    const child = start(command, args, machine, { stdio: ["pipe", "pipe", "pipe"] });
    const parts: Buffer[] = [];
    const complaint = collectComplaint(child);
    let settled = false;
    const settle = (outcome: Outcome) => {
      if (settled) return;
      settled = true;
      callOff();
      resolve(outcome);
    };
    const callOff = clock.at(startMs + options.timeoutMs, () => {
      child.kill("SIGKILL");
      child.stdout?.destroy();
      settle({ ok: false, timedOut: true, why: `gave no answer in ${options.timeoutMs / 1000} s` });
    });
    child.stdout?.on("data", (part: Buffer) => parts.push(part));
    child.on("error", (error) => settle({ ok: false, timedOut: false, why: plain(error.message) }));
    child.on("close", (code, signal) => {
      if (code === 0) settle({ ok: true, output: Buffer.concat(parts) });
      else
        settle({ ok: false, timedOut: false, why: endWords(clock.monotonicMs() - startMs, code, signal, complaint()) });
    });
    child.stdin?.end(options.input ?? "");
  });
}

/** Keeps the last line that a program writes to its standard error, in case that it fails. */
export function collectComplaint(child: ChildProcess): () => string {
  let tail = "";
  child.stderr?.on("data", (part: Buffer) => {
    tail = (tail + part.toString("utf8")).slice(-500);
  });
  return () => plain(tail.split(/[\r\n]+/).findLast((line) => line.trim() !== "") ?? "").slice(0, 160);
}

/** "ended after 12 ms with code 1: Connection refused" */
export function endWords(afterMs: number, code: number | null, signal: string | null, complaint: string): string {
  const how = code === null ? `by ${signal ?? "a signal"}` : `with code ${code}`;
  return `ended after ${Math.round(afterMs)} ms ${how}${complaint ? `: ${complaint}` : ""}`;
}

/** A foreign text as one plain line: control characters could move the cursor or ring the bell. */
export function plain(text: string): string {
  return stripVTControlCharacters(text)
    .replace(/\p{Cc}+/gu, " ")
    .trim();
}
