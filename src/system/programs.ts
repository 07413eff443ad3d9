/** Runs other programs: finds one by name, starts it without a shell, keeps its output off the screen. */
import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { constants, statSync } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { type Clock, waitAtMost } from "../clock.ts";
import { canAccess } from "../files/obstacle.ts";

/** The host as sinks and voices see it. */
export interface Host {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  readonly clock: Clock;
}

/** The path of a program on the PATH; null when it is not installed. */
export function findProgram(name: string, host: Host): string | null {
  const windows = host.platform === "win32";
  const path = host.env["PATH"] ?? host.env["Path"] ?? "";
  const endings = windows ? (host.env["PATHEXT"] ?? ".EXE").split(";") : [""];
  for (const folder of path.split(windows ? ";" : delimiter)) {
    // An empty or relative entry would run whatever is in the current folder.
    if (!isAbsolute(folder)) continue;
    for (const ending of endings) {
      const file = join(folder, name + ending);
      if (canAccess(file, constants.X_OK) && statSync(file, { throwIfNoEntry: false })?.isFile()) return file;
    }
  }
  return null;
}

/** Starts a program with separate arguments, never through a shell and never with a window. */
export function startProgram(
  command: string,
  args: readonly string[],
  host: Host,
  options: SpawnOptions,
): ChildProcess {
  const child = spawn(command, args, {
    ...options,
    env: { ...host.env, LC_ALL: "C" },
    shell: false,
    windowsHide: true,
  });
  // If a program dies while being written to, its exit reports it; the broken pipe adds nothing.
  child.stdin?.on("error", () => {});
  runningPrograms.add(child);
  for (const end of ["exit", "error"]) child.once(end, () => runningPrograms.delete(child));
  return child;
}

/** Programs started by this process that are still running. */
const runningPrograms = new Set<ChildProcess>();

/**
 * Waits for every started program to exit, kills those that do not, and waits for them too: children that outlive their
 * parent keep running, or have to be reaped by another process, which may take a while.
 *
 * @param graceMs how long to wait before killing
 * @param killWaitMs how long to wait at most for killed programs; on a busy machine that can take a while
 */
export async function endAllPrograms(clock: Clock, graceMs: number, killWaitMs: number): Promise<void> {
  await waitAtMost(clock, waitForExits(), graceMs);
  for (const child of runningPrograms) child.kill("SIGKILL");
  await waitAtMost(clock, waitForExits(), killWaitMs);
}

function waitForExits(): Promise<unknown> {
  return Promise.all(
    [...runningPrograms].map((child) => new Promise((end) => child.once("exit", end).once("error", end))),
  );
}

/** A program's output, or why there is none. */
export type ProgramResult =
  | { readonly ok: true; readonly output: Buffer }
  | { readonly ok: false; readonly timedOut: boolean; readonly why: string };

/** A result without output, for any other reason than a timeout. */
export function failedResult(why: string): ProgramResult {
  return { ok: false, timedOut: false, why };
}

/** Runs a program to completion, with `input` as its standard input. Never throws. */
export function runProgram(
  command: string,
  args: readonly string[],
  host: Host,
  options: { readonly input?: string; readonly timeoutMs: number },
): Promise<ProgramResult> {
  const { clock } = host;
  return new Promise((resolve) => {
    const startMs = clock.monotonicMs();
    const child = startProgram(command, args, host, { stdio: ["pipe", "pipe", "pipe"] });
    const parts: Buffer[] = [];
    const lastErrorLine = captureLastErrorLine(child);
    const settle = (result: ProgramResult) => {
      cancelTimeout();
      resolve(result);
    };
    const cancelTimeout = clock.callAt(startMs + options.timeoutMs, () => {
      child.kill("SIGKILL");
      child.stdout?.destroy();
      settle({ ok: false, timedOut: true, why: `gave no answer in ${options.timeoutMs / 1000} s` });
    });
    child.stdout?.on("data", (part: Buffer) => parts.push(part));
    child.on("error", (error) => settle(failedResult(toPlainLine(error.message))));
    child.on("close", (code, signal) => {
      if (code === 0) settle({ ok: true, output: Buffer.concat(parts) });
      else settle(failedResult(describeExit(clock.monotonicMs() - startMs, code, signal, lastErrorLine())));
    });
    child.stdin?.end(options.input ?? "");
  });
}

/** Settles with the reason when a program that was just started has ended, or when it could not be started. */
export function waitForEnd(
  child: ChildProcess,
  host: Host,
  lastErrorLine = captureLastErrorLine(child),
): Promise<string> {
  const startMs = host.clock.monotonicMs();
  return new Promise((resolve) => {
    child.on("error", (error) => resolve(error.message));
    child.on("exit", (code, signal) => {
      resolve(describeExit(host.clock.monotonicMs() - startMs, code, signal, lastErrorLine()));
    });
  });
}

/** Remembers the last line a program writes to standard error, in case it fails. */
function captureLastErrorLine(child: ChildProcess): () => string {
  let tail = "";
  child.stderr?.on("data", (part: Buffer) => {
    tail = (tail + part.toString("utf8")).slice(-500);
  });
  return () => toPlainLine(tail.split(/[\r\n]+/).findLast((line) => line.trim() !== "") ?? "").slice(0, 160);
}

/** "ended after 12 ms with code 1: Connection refused" */
export function describeExit(
  afterMs: number,
  code: number | null,
  signal: string | null,
  lastErrorLine: string,
): string {
  const how = code === null ? `by ${signal ?? "a signal"}` : `with code ${code}`;
  return `ended after ${Math.round(afterMs)} ms ${how}${lastErrorLine ? `: ${lastErrorLine}` : ""}`;
}

/** Reduces foreign text to one plain line: control characters could move the cursor or ring the bell. */
export function toPlainLine(text: string): string {
  return stripVTControlCharacters(text)
    .replace(/\p{Cc}+/gu, " ")
    .trim();
}
