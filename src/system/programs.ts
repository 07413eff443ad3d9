/** Other programs of the machine: find one by name, start it without a shell, keep what it says off the screen. */
import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { accessSync, constants, statSync } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import type { Clock } from "../clock.ts";

/** The machine as sinks and voices know it. */
export interface Host {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  readonly clock: Clock;
}

/** Where a program of that name lies on the PATH; null when it is not installed. */
export function findProgram(name: string, machine: Host): string | null {
  const windows = machine.platform === "win32";
  const path = machine.env["PATH"] ?? machine.env["Path"] ?? "";
  const endings = windows ? (machine.env["PATHEXT"] ?? ".EXE").split(";") : [""];
  for (const folder of path.split(windows ? ";" : delimiter)) {
    // An empty or relative entry would run whatever lies in the folder that the person happens to be in.
    if (!isAbsolute(folder)) continue;
    for (const ending of endings) {
      const file = join(folder, name + ending);
      if (isExecutable(file)) return file;
    }
  }
  return null;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** Starts a program with its words as separate arguments, never through a shell, and never with a window of its own. */
export function startProgram(
  command: string,
  args: readonly string[],
  machine: Host,
  options: SpawnOptions,
): ChildProcess {
  const child = spawn(command, args, {
    ...options,
    env: { ...machine.env, LC_ALL: "C" },
    shell: false,
    windowsHide: true,
  });
  // A program that dies while it is written to is told of by its exit; the broken pipe says nothing more.
  child.stdin?.on("error", () => {});
  runningPrograms.add(child);
  for (const end of ["exit", "error"]) child.once(end, () => runningPrograms.delete(child));
  return child;
}

/** Programs of this process that have not ended yet. */
const runningPrograms = new Set<ChildProcess>();

/**
 * Waits until every program that was started has ended, kills what has not by then, and sees that out too: a process
 * that goes before its children leaves them to run on, or to be buried by others, which may take their time.
 *
 * @param patienceMs how long it waits before it kills.
 * @param burialMs how long it waits at most for those that it killed: on a machine with too much to do that takes a while.
 */
export async function endAllPrograms(clock: Clock, patienceMs: number, burialMs: number): Promise<void> {
  await waitForExits(clock, patienceMs);
  for (const child of runningPrograms) child.kill("SIGKILL");
  await waitForExits(clock, burialMs);
}

async function waitForExits(clock: Clock, ms: number): Promise<void> {
  const ends = [...runningPrograms].map((child) => new Promise((end) => child.once("exit", end).once("error", end)));
  let callOff = () => {};
  const late = new Promise<void>((resolve) => {
    callOff = clock.callAt(clock.monotonicMs() + ms, resolve);
  });
  await Promise.race([Promise.all(ends), late]);
  callOff();
}

/** What a program gave, or why it gave nothing. */
export type ProgramResult =
  | { readonly ok: true; readonly output: Buffer }
  | { readonly ok: false; readonly timedOut: boolean; readonly why: string };

/** Runs a program to its end: `input` goes to its standard input, its standard output comes back. It never throws. */
export function runProgram(
  command: string,
  args: readonly string[],
  machine: Host,
  options: { readonly input?: string; readonly timeoutMs: number },
): Promise<ProgramResult> {
  const { clock } = machine;
  return new Promise((resolve) => {
    const startMs = clock.monotonicMs();
    const child = startProgram(command, args, machine, { stdio: ["pipe", "pipe", "pipe"] });
    const parts: Buffer[] = [];
    const complaint = captureLastErrorLine(child);
    let settled = false;
    const settle = (outcome: ProgramResult) => {
      if (settled) return;
      settled = true;
      callOff();
      resolve(outcome);
    };
    const callOff = clock.callAt(startMs + options.timeoutMs, () => {
      child.kill("SIGKILL");
      child.stdout?.destroy();
      settle({ ok: false, timedOut: true, why: `gave no answer in ${options.timeoutMs / 1000} s` });
    });
    child.stdout?.on("data", (part: Buffer) => parts.push(part));
    child.on("error", (error) => settle({ ok: false, timedOut: false, why: toPlainLine(error.message) }));
    child.on("close", (code, signal) => {
      if (code === 0) settle({ ok: true, output: Buffer.concat(parts) });
      else
        settle({
          ok: false,
          timedOut: false,
          why: describeExit(clock.monotonicMs() - startMs, code, signal, complaint()),
        });
    });
    child.stdin?.end(options.input ?? "");
  });
}

/** Keeps the last line that a program writes to its standard error, in case that it fails. */
export function captureLastErrorLine(child: ChildProcess): () => string {
  let tail = "";
  child.stderr?.on("data", (part: Buffer) => {
    tail = (tail + part.toString("utf8")).slice(-500);
  });
  return () => toPlainLine(tail.split(/[\r\n]+/).findLast((line) => line.trim() !== "") ?? "").slice(0, 160);
}

/** "ended after 12 ms with code 1: Connection refused" */
export function describeExit(afterMs: number, code: number | null, signal: string | null, complaint: string): string {
  const how = code === null ? `by ${signal ?? "a signal"}` : `with code ${code}`;
  return `ended after ${Math.round(afterMs)} ms ${how}${complaint ? `: ${complaint}` : ""}`;
}

/** A foreign text as one plain line: control characters could move the cursor or ring the bell. */
export function toPlainLine(text: string): string {
  return stripVTControlCharacters(text)
    .replace(/\p{Cc}+/gu, " ")
    .trim();
}
