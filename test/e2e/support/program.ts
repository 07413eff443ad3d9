/** The built program as the end-to-end tests start it, and what it is given: an environment of its own, a short routine. */
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";
import { runUnwindIn } from "../../support/run-unwind.ts";

export const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
export const PROGRAM = join(ROOT, "bin", "unwind.js");

const folders: string[] = [];

/** A folder for one test, that goes when the tests of its file have ended. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "unwind-e2e-"));
  folders.push(folder);
  return folder;
}

/** Removes the folders when the tests of a file have ended. */
export function removeFoldersAfterwards(): void {
  afterAll(() => {
    for (const folder of folders.splice(0)) {
      // A program that ends at this moment may still write.
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
    }
  });
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** No loudspeaker is looked for, none makes noise, no display is kept awake; a test of that gives other values. */
const SILENCE: Environment = { UNWIND_SOUND: "off", UNWIND_VOICE: "off", UNWIND_AWAKE: "off" };

/** An environment in which only what is given decides: nothing of the machine, the person or the test runner. */
export function environment(given: Environment): Record<string, string> {
  const own = {
    PATH: process.env["PATH"],
    HOME: tmpdir(),
    LANG: "C.UTF-8",
    TZ: "UTC",
    UNWIND_QUESTIONS: "off",
    UNWIND_SCREENING: "off",
    ...SILENCE,
    ...given,
  };
  return Object.fromEntries(
    Object.entries(own).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** An environment in which the program loads a file of this folder before anything else. */
function preload(file: string): Environment {
  return { NODE_OPTIONS: `--require "${join(import.meta.dirname, file)}"` };
}

/** No time passes while a session waits: it runs to its end at once, at any speed. */
export const INSTANT_TIME = preload("instant-time.cjs");

/** A machine that sleeps for ten minutes each time the process is stopped. */
export const SLEEPING_MACHINE = preload("sleeping-machine.cjs");

/** Killed at a moment of its life, or so long after its first word. */
export const KILLED = (from: "birth" | "first word", ms: number): Environment => ({
  ...preload("killed.cjs"),
  KILLED_FROM: from,
  KILLED_AFTER: String(ms),
});

/** A disk on which there is no room below a folder. */
export const FULL_DISK = (folder: string): Environment => ({ ...preload("full-disk.cjs"), FULL_DISK: folder });

/** Everything that the program loads, and at what it listens, is written into this file. */
export const NOTED_LOADS = (file: string): Environment => ({ ...preload("noted-loads.cjs"), NOTED: file });

export interface Outcome {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** What stands on standard input before it is closed; null leaves it open. */
  readonly input?: string | null;
  readonly env?: Environment;
  readonly cwd?: string;
}

/** Starts the program without a terminal. */
export function start(args: readonly string[], { input = "", env = {}, cwd }: RunOptions = {}) {
  const home = temporaryFolder();
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    cwd: cwd ?? home,
    env: environment({ UNWIND_HOME: home, ...env }),
  });
  if (input !== null) child.stdin.end(input);
  // A program that does not read what it is given is no fault of the test.
  child.stdin.on("error", () => {});
  return { child, ended: outcomeOf(child) };
}

/** Runs the program without a terminal to its end. */
export function run(args: readonly string[], options?: RunOptions): Promise<Outcome> {
  return start(args, options).ended;
}

/**
 * Runs the program in this process, which takes a tenth of a start: for what prepares a test, and for what it looks up
 * beside the process that it is about.
 */
export async function runHere(words: readonly string[], { input, env = {} }: RunOptions = {}) {
  const home = env["UNWIND_HOME"] ?? temporaryFolder();
  const { code, out, error } = await runUnwindIn(home, input ?? "", words, environment({ ...env, UNWIND_HOME: home }));
  return { code, stdout: out, stderr: error };
}

function outcomeOf(child: ChildProcessWithoutNullStreams): Promise<Outcome> {
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
}

/** Writes a routine to a file: ten-second holds of the lunge on both sides, unless other blocks are given. */
export function writeRoutine(folder: string, blocks: readonly object[] = LUNGES): string {
  const file = join(folder, "short.json");
  writeFileSync(file, JSON.stringify({ id: "short", name: "Short", summary: "For a test.", blocks }));
  return file;
}

const LUNGES = [{ exercise: "kneeling-lunge", sets: 1, hold: 10 }];
