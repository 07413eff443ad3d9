/** Whether the terminal is ours: a program in the background shares one with the shell, and must leave it alone. */
import { closeSync, fstatSync, readFileSync, statSync } from "node:fs";
import { devNull } from "node:os";

const STANDARD_STREAMS = [0, 1, 2] as const;

/**
 * Whether this process group may read from the terminal and set its modes. True without a terminal, and where the system
 * does not tell.
 */
export function isInForeground(): boolean {
  const groups = process.platform === "linux" ? readProcStat() : process.platform === "win32" ? null : askPs();
  return groups === null || groups.foreground <= 0 || groups.foreground === groups.own;
}

interface ProcessGroups {
  readonly own: number;
  /** The group that owns the terminal; 0 or less without a terminal. */
  readonly foreground: number;
}

/** Fields 5, 7 and 8 of /proc/self/stat. */
function readProcStat(): ProcessGroups | null {
  try {
    const stat = readFileSync("/proc/self/stat", "utf8");
    // The second field is the program's name in parentheses, which may contain spaces.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [own, terminal, foreground] = [Number(fields[2]), Number(fields[4]), Number(fields[5])];
    return { own, foreground: terminal === 0 ? 0 : foreground };
  } catch {
    return null;
  }
}

function askPs(): ProcessGroups | null {
  // Loaded only here: it takes 5 ms, and on Linux it is not needed.
  const { spawnSync } = process.getBuiltinModule("node:child_process");
  const { stdout } = spawnSync("ps", ["-o", "pgid=,tpgid=", "-p", String(process.pid)], { encoding: "utf8" });
  const [own, foreground] = (stdout ?? "").trim().split(/\s+/).map(Number);
  return own && foreground !== undefined && Number.isInteger(foreground) ? { own, foreground } : null;
}

/** The standard streams that are terminals, or were until their window was closed. */
function listTerminals(): readonly (typeof STANDARD_STREAMS)[number][] {
  return STANDARD_STREAMS.filter((descriptor) => {
    try {
      const stat = fstatSync(descriptor);
      return stat.isCharacterDevice() && isTerminalDevice(stat.rdev);
    } catch {
      return false;
    }
  });
}

/** By its number: asking the terminal itself is no use when its window was closed. */
function isTerminalDevice(rdev: number): boolean {
  if (process.platform !== "linux") return rdev !== statSync(devNull).rdev;
  // Consoles, /dev/tty and pseudo-terminals, by Documentation/admin-guide/devices.txt of the kernel.
  const major = (rdev >> 8) & 0xfff;
  return major === 4 || major === 5 || (major >= 136 && major <= 143);
}

/** Whether a standard stream is a terminal. */
export function hasTerminal(): boolean {
  return listTerminals().length > 0;
}

/** Whether the window of a terminal that we have was closed. */
export function isTerminalGone(): boolean {
  return listTerminals().some((descriptor) => !process.getBuiltinModule("node:tty").isatty(descriptor));
}

/**
 * Lets go of the terminal before the process exits: otherwise Node sets it as it was at the start, also where another
 * group owns it. Nothing can be written after this.
 */
export function letGoOfTerminal(): void {
  for (const descriptor of listTerminals()) closeSync(descriptor);
}
