/**
 * The audio worker process: it owns the mixer and the sink, so that nothing that blocks the program that draws can block
 * sound. It lives exactly as long as its channel to the program: when that closes, for whatever reason, it goes silent and
 * exits.
 */
import { constants, setPriority } from "node:os";
import { systemClock } from "../../clock.ts";
import { endAllPrograms } from "../../system/programs.ts";
import { AudioWorker } from "./audio-worker.ts";
import type { WorkerMessage, WorkerRequest } from "./protocol.ts";

/** On exit: how long to wait for child processes to end by themselves, and then for those that had to be killed. */
const EXIT_GRACE_MS = 200;
const KILL_WAIT_MS = 600;

// The terminal sends these to every process in its group when a key is pressed or a window closes; only the main program
// reacts to them.
for (const signal of ["SIGINT", "SIGHUP", "SIGQUIT", "SIGTSTP"] as const) process.on(signal, () => {});

// Sound needs little CPU but must be punctual; child processes inherit this priority. Many systems do not let ordinary
// users raise it.
try {
  setPriority(constants.priority.PRIORITY_ABOVE_NORMAL);
} catch {
  // Run at normal priority, then.
}

const host = { platform: process.platform, env: process.env, clock: systemClock };
const worker = new AudioWorker(host, (message: WorkerMessage) => {
  if (process.connected) process.send?.(message, () => {});
});

process.on("message", (request: WorkerRequest) => {
  worker.handleRequest(request);
  if (request.type === "close") process.disconnect?.();
});
process.once("disconnect", shutDown);
process.once("SIGTERM", shutDown);
process.once("uncaughtException", shutDown);

function shutDown(): void {
  worker.close();
  void endAllPrograms(systemClock, EXIT_GRACE_MS, KILL_WAIT_MS).finally(() => process.kill(process.pid, "SIGKILL"));
}
