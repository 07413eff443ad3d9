/** Which process writes a journal, and whether it still lives. */
import { readFileSync } from "node:fs";

export interface WriterProcess {
  readonly pid: number;
  /** Tells a process from a later one of the same number; null where the system does not say. */
  readonly processStart: string | null;
}

export function identifyCurrentProcess(): WriterProcess {
  return { pid: process.pid, processStart: readProcessStat(process.pid)?.start ?? null };
}

/** Whether the process that wrote is still there (it may be paused, or stopped with Ctrl-Z). */
export function isProcessRunning({ pid, processStart: start }: WriterProcess): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // A process of another user may not be asked, but it is there.
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  const now = readProcessStat(pid);
  // Dead, and not yet buried by the process that started it.
  if (now?.state === "Z") return false;
  return start === null || now?.start === start;
}

/**
 * How a process is, and when the system started it, in the system's own count and with the boot that it belongs to:
 * fields 3 and 22 of /proc/PID/stat; null where the system does not say.
 */
function readProcessStat(pid: number): { readonly state: string; readonly start: string } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field is the program's name in brackets and may hold spaces.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    const [state, start] = [fields[0], fields[19]];
    return state && start ? { state, start: `${boot}:${start}` } : null;
  } catch {
    return null;
  }
}
