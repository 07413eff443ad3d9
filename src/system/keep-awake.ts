/**
 * Keeps the display awake with the help of another program. This is best effort: if there is no such program, or it is
 * not allowed to, nothing is reported.
 */
import type { ChildProcess } from "node:child_process";
import type { Socket } from "node:net";
import { buildPowershellArgs } from "./powershell.ts";
import { findProgram, type Host, startProgram } from "./programs.ts";

/** A program that keeps the display awake while it runs and ends when we do, however we end. */
interface SleepInhibitor {
  /** Possible names of the program; the first one installed is used. */
  readonly programs: readonly string[];
  /** @param pid our process, for a program that watches a pid */
  readonly args: (pid: number) => readonly string[];
  /** It ignores standard input, whose closing ends all the others. */
  readonly ignoresStdin?: true;
  /** If given, used only in an environment where this is true. */
  readonly appliesTo?: (env: NodeJS.ProcessEnv) => boolean;
}

const INHIBIT_REASON = "a workout is running";

/** systemd-inhibit(1) holds its lock while its command runs; `cat` exits when its input closes. */
const SYSTEMD_INHIBIT: SleepInhibitor = {
  programs: ["systemd-inhibit", "elogind-inhibit"],
  args: () => ["--what=idle:sleep", "--who=unwind", `--why=${INHIBIT_REASON}`, "--mode=block", "cat"],
};

/** GNOME blanks the display regardless of logind and has its own program: gnome-session-inhibit(1). */
const GNOME_INHIBIT: SleepInhibitor = {
  programs: ["gnome-session-inhibit"],
  args: () => ["--app-id", "unwind", "--reason", INHIBIT_REASON, "--inhibit", "idle:suspend", "cat"],
  appliesTo: (env) => /gnome/i.test(env["XDG_CURRENT_DESKTOP"] ?? ""),
};

/** caffeinate(8): neither the display (-d) nor the machine (-i) sleeps while the process (-w) lives. */
const CAFFEINATE: SleepInhibitor = {
  programs: ["caffeinate"],
  args: (pid) => ["-d", "-i", "-w", String(pid)],
  ignoresStdin: true,
};

/**
 * SetThreadExecutionState with ES_CONTINUOUS (0x80000000), ES_SYSTEM_REQUIRED (1) and ES_DISPLAY_REQUIRED (2), until the
 * calling thread ends. From the Windows API reference.
 */
export const AWAKE_SCRIPT = `
$ErrorActionPreference = 'Stop'
$member = '[DllImport("kernel32.dll")] public static extern uint SetThreadExecutionState(uint state);'
$power = Add-Type -MemberDefinition $member -Name Power -Namespace Unwind -PassThru
[void]$power::SetThreadExecutionState([uint32]2147483651)
[void][Console]::In.ReadToEnd()
`;

const POWERSHELL: SleepInhibitor = { programs: ["powershell", "pwsh"], args: () => buildPowershellArgs(AWAKE_SCRIPT) };

/** In the order in which they are tried. */
export function listInhibitors(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): readonly SleepInhibitor[] {
  if (platform === "darwin") return [CAFFEINATE];
  if (platform === "win32") return [POWERSHELL];
  return [GNOME_INHIBIT, SYSTEMD_INHIBIT].filter(({ appliesTo }) => appliesTo?.(env) ?? true);
}

/** Starts keeping the display awake; returns a function that stops it. It also stops when this process exits. */
export function keepAwake(host: Host, pid = process.pid): () => void {
  const inhibitors = [...listInhibitors(host.platform, host.env)];
  let stopped = false;
  let stop = () => {};

  const tryNext = () => {
    const inhibitor = inhibitors.shift();
    if (!inhibitor || stopped) return;
    const child = startInhibitor(inhibitor, host, pid);
    if (!child) {
      tryNext();
      return;
    }
    stop = () => {
      child.stdin?.end();
      if (inhibitor.ignoresStdin) child.kill();
    };
    // One that exits before it is told to is probably not permitted; try the next. A failed start emits only one of the
    // two events.
    child.once("error", tryNext);
    child.once("exit", tryNext);
  };

  tryNext();
  return () => {
    stopped = true;
    stop();
  };
}

function startInhibitor({ programs, args }: SleepInhibitor, host: Host, pid: number): ChildProcess | null {
  const command = programs.map((name) => findProgram(name, host)).find((found) => found !== null);
  if (!command) return null;
  const child = startProgram(command, args(pid), host, {
    // Nothing is written to this pipe: its closing tells the program that ours has ended, even abruptly.
    stdio: ["pipe", "ignore", "ignore"],
    // Its own session: terminal keys reach only the main program, and nobody can be prompted for a password.
    detached: host.platform !== "win32",
  });
  child.unref();
  (child.stdin as Socket | null)?.unref();
  return child;
}
