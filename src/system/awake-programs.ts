/** The programs that keep a display awake, for every platform: what is started, and with which words. */
import { powershellArgs } from "./powershell.ts";

/** A program that holds the display awake for as long as it runs, and that ends when we do, however we end. */
export interface Keeper {
  /** Names under which the program may be found; the first that is installed. */
  readonly programs: readonly string[];
  /** @param pid the process whose end must be its end, for one that goes by that. */
  readonly args: (pid: number) => readonly string[];
  /** It takes no notice of its standard input, whose end is the end of all others. */
  readonly deaf?: true;
  /** Only where this says so. */
  readonly isFor?: (env: NodeJS.ProcessEnv) => boolean;
}

const WHY = "a workout is on";

/** systemd-inhibit(1) holds its lock while its command runs; `cat` ends when its input does. */
const SYSTEMD: Keeper = {
  programs: ["systemd-inhibit", "elogind-inhibit"],
  args: () => ["--what=idle:sleep", "--who=unwind", `--why=${WHY}`, "--mode=block", "cat"],
};

/** The GNOME desktop blanks the display whatever logind says; it has a program of its own: gnome-session-inhibit(1). */
const GNOME: Keeper = {
  programs: ["gnome-session-inhibit"],
  args: () => ["--app-id", "unwind", "--reason", WHY, "--inhibit", "idle:suspend", "cat"],
  isFor: (env) => /gnome/i.test(env["XDG_CURRENT_DESKTOP"] ?? ""),
};

/** caffeinate(8): neither display (-d) nor machine (-i) sleeps while that process lives (-w). */
const CAFFEINATE: Keeper = { programs: ["caffeinate"], args: (pid) => ["-d", "-i", "-w", String(pid)], deaf: true };

/**
 * SetThreadExecutionState: ES_CONTINUOUS (0x80000000), ES_SYSTEM_REQUIRED (1) and ES_DISPLAY_REQUIRED (2), until the
 * thread that asked for it ends. By the Windows API reference.
 */
export const AWAKE_SCRIPT = `
$ErrorActionPreference = 'Stop'
$member = '[DllImport("kernel32.dll")] public static extern uint SetThreadExecutionState(uint state);'
$power = Add-Type -MemberDefinition $member -Name Power -Namespace Unwind -PassThru
[void]$power::SetThreadExecutionState([uint32]2147483651)
[void][Console]::In.ReadToEnd()
`;

const POWERSHELL: Keeper = { programs: ["powershell", "pwsh"], args: () => powershellArgs(AWAKE_SCRIPT) };

/** In the order in which they are tried. */
export function keepersOf(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): readonly Keeper[] {
  if (platform === "darwin") return [CAFFEINATE];
  if (platform === "win32") return [POWERSHELL];
  return [GNOME, SYSTEMD].filter(({ isFor }) => isFor?.(env) ?? true);
}
