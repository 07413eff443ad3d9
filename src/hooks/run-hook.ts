/** Runs one hook beside the session: no shell, ten seconds at most, and nothing that it started stays. */
import { type ChildProcess, spawn } from "node:child_process";
import { dirname } from "node:path";
import type { Clock } from "../clock.ts";
import type { HookMessage } from "./hook-events.ts";

const MAX_RUN_MS = 10_000;

/** What is kept of the output of one run, in bytes; after that its output is closed. */
const MAX_OUTPUT_BYTES = 65_536;

/** How a hook ended. */
export interface HookResult {
  /** null: as it should. */
  readonly problem: string | null;
  readonly output: string;
}

export interface RunningHook {
  readonly ended: Promise<HookResult>;
  /** Ends it at once, with everything that it started. */
  kill(): void;
}

export function runHook(
  path: string,
  { input, variables }: HookMessage,
  env: Readonly<Record<string, string | undefined>>,
  clock: Clock,
): RunningHook {
  // A group of its own, so that what it starts ends with it.
  const hasGroup = process.platform !== "win32";
  const child = spawn(path, [], {
    cwd: dirname(path),
    env: { ...env, ...variables },
    detached: hasGroup,
    shell: false,
    windowsHide: true,
    stdio: ["pipe", "pipe", "pipe"],
  });
  const parts: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("error", () => {});
    stream.on("data", (part: Buffer) => {
      parts.push(part);
      const bytes = parts.reduce((sum, { length }) => sum + length, 0);
      if (bytes > MAX_OUTPUT_BYTES) for (const one of [child.stdout, child.stderr]) one.destroy();
    });
  }
  // A hook need not read what it is told.
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  let timedOut = false;
  const kill = () => killGroup(child, hasGroup);
  const cancel = clock.callAt(clock.monotonicMs() + MAX_RUN_MS, () => {
    timedOut = true;
    kill();
  });
  const ended = new Promise<HookResult>((resolve) => {
    const settle = (problem: string | null) => {
      cancel();
      const output = Buffer.concat(parts).subarray(0, MAX_OUTPUT_BYTES).toString("utf8");
      resolve({ problem, output });
    };
    child.on("error", (error) => settle(error.message));
    // What it left running in its group goes with it, and with that the pipes.
    child.on("exit", kill);
    child.on("close", (code, signal) => {
      if (timedOut) settle(`took longer than ${MAX_RUN_MS / 1000} s and was ended`);
      else if (code === 0) settle(null);
      else settle(code === null ? `ended by ${signal}` : `ended with code ${code}`);
    });
  });
  return { ended, kill };
}

function killGroup(child: ChildProcess, hasGroup: boolean): void {
  if (child.pid === undefined) return;
  try {
    if (hasGroup) process.kill(-child.pid, "SIGKILL");
    else child.kill("SIGKILL");
  } catch {
    // It has ended, and nothing is left of its group.
  }
}
