/** Which process writes a journal, and whether it is still running. */
import { readFileSync } from "node:fs";
import { doesProcessExist } from "../../files/write.ts";

interface WriterProcess {
  readonly pid: number;
  /** Distinguishes a process from a later one with the same pid; null where the system does not tell. */
  readonly processStart: string | null;
}

export function identifyCurrentProcess(): WriterProcess {
  return { pid: process.pid, processStart: readProcessStat(process.pid)?.start ?? null };
}

/** Whether the writing process still exists (it may be paused or stopped with Ctrl-Z). */
export function isProcessRunning({ pid, processStart: start }: WriterProcess): boolean {
  if (!doesProcessExist(pid)) return false;
  const now = readProcessStat(pid);
  // A zombie: dead, but not yet reaped by its parent.
  if (now?.state === "Z") return false;
  return start === null || now?.start === start;
}

/**
 * State and start time of a process (with the boot id), from fields 3 and 22 of /proc/PID/stat; null where the system
 * does not provide it.
 */
function readProcessStat(pid: number): { readonly state: string; readonly start: string } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field is the program's name in parentheses, which may contain spaces.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    const [state, start] = [fields[0], fields[19]];
    return state && start ? { state, start: `${boot}:${start}` } : null;
  } catch {
    return null;
  }
}
