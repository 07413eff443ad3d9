/** The programs that keep a display awake, for every platform: what is started, and with which words. */
import { buildPowershellArgs } from "./powershell.ts";

/** A program that holds the display awake for as long as it runs, and that ends when we do, however we end. */
export interface SleepInhibitor {
  /** Names under which the program may be found; the first that is installed. */
  readonly programs: readonly string[];
  /** @param pid the process whose end must be its end, for one that goes by that. */
  readonly args: (pid: number) => readonly string[];
  /** It takes no notice of its standard input, whose end is the end of all others. */
  readonly ignoresStdin?: true;
  /** Only where this says so. */
  readonly appliesTo?: (env: NodeJS.ProcessEnv) => boolean;
}

const INHIBIT_REASON = "a workout is on";

/** systemd-inhibit(1) holds its lock while its command runs; `cat` ends when its input does. */
const SYSTEMD_INHIBIT: SleepInhibitor = {
  programs: ["systemd-inhibit", "elogind-inhibit"],
  args: () => ["--what=idle:sleep", "--who=unwind", `--why=${INHIBIT_REASON}`, "--mode=block", "cat"],
};

/** The GNOME desktop blanks the display whatever logind says; it has a program of its own: gnome-session-inhibit(1). */
const GNOME_INHIBIT: SleepInhibitor = {
  programs: ["gnome-session-inhibit"],
  args: () => ["--app-id", "unwind", "--reason", INHIBIT_REASON, "--inhibit", "idle:suspend", "cat"],
  appliesTo: (env) => /gnome/i.test(env["XDG_CURRENT_DESKTOP"] ?? ""),
};

/** caffeinate(8): neither display (-d) nor machine (-i) sleeps while that process lives (-w). */
const CAFFEINATE: SleepInhibitor = {
  programs: ["caffeinate"],
  args: (pid) => ["-d", "-i", "-w", String(pid)],
  ignoresStdin: true,
};

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

const POWERSHELL: SleepInhibitor = { programs: ["powershell", "pwsh"], args: () => buildPowershellArgs(AWAKE_SCRIPT) };

/** In the order in which they are tried. */
export function listInhibitors(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): readonly SleepInhibitor[] {
  if (platform === "darwin") return [CAFFEINATE];
  if (platform === "win32") return [POWERSHELL];
  return [GNOME_INHIBIT, SYSTEMD_INHIBIT].filter(({ appliesTo }) => appliesTo?.(env) ?? true);
}
