/** Which process writes a journal, and whether it still lives. */
import { readFileSync } from "node:fs";

export interface Writer {
  readonly pid: number;
  /** Tells a process from a later one of the same number; null where the system does not say. */
  readonly processStart: string | null;
}

export function thisProcess(): Writer {
  return { pid: process.pid, processStart: processStart(process.pid) };
}

/** Whether the process that wrote is still there (it may be paused, or stopped with Ctrl-Z). */
export function isAlive({ pid, processStart: start }: Writer): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // A process of another user may not be asked, but it is there.
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  return start === null || processStart(pid) === start;
}

/** When the system started the process, in its own count: field 22 of /proc/PID/stat, and the boot it belongs to. */
function processStart(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field is the program's name in brackets and may hold spaces.
    const start = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    return start ? `${boot}:${start}` : null;
  } catch {
    return null;
  }
}
