/**
 * The sound process: it owns the mixer and the player, so that whatever holds up the program that draws holds up no sound.
 *
 * It lives exactly as long as its channel to the program: when that closes, by whatever death, it goes silent and ends.
 */
import { constants, setPriority } from "node:os";
import { systemClock } from "../../clock.ts";
import { endAllPrograms } from "../../system/programs.ts";
import { AudioWorker } from "./audio-worker.ts";
import type { WorkerMessage, WorkerRequest } from "./protocol.ts";

/** How long the end of this process waits for the ends of those that it started, and then for those that it kills. */
const EXIT_GRACE_MS = 200;
const KILL_WAIT_MS = 600;

// Keys and closing windows send these to every process of the terminal; the program decides what they mean, not we.
for (const signal of ["SIGINT", "SIGHUP", "SIGQUIT", "SIGTSTP"] as const) process.on(signal, () => {});

// Sound has little to do and no time to wait; players that it starts inherit this. Many systems allow it to few people.
try {
  setPriority(constants.priority.PRIORITY_ABOVE_NORMAL);
} catch {
  // Then it goes on as any other process.
}

const host = { platform: process.platform, env: process.env, clock: systemClock };
const worker = new AudioWorker(host, (report: WorkerMessage) => {
  if (process.connected) process.send?.(report, () => {});
});

process.on("message", (order: WorkerRequest) => {
  worker.handleRequest(order);
  if (order.type === "close") process.disconnect?.();
});
process.once("disconnect", shutDown);
process.once("SIGTERM", shutDown);
process.once("uncaughtException", shutDown);

function shutDown(): void {
  worker.close();
  void endAllPrograms(systemClock, EXIT_GRACE_MS, KILL_WAIT_MS).finally(() => process.kill(process.pid, "SIGKILL"));
}
