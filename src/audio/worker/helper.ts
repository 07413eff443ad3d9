/**
 * The sound process: it owns the mixer and the player, so that whatever holds up the program that draws holds up no sound.
 *
 * It lives exactly as long as its channel to the program: when that closes, by whatever death, it goes silent and ends.
 */
import { constants, setPriority } from "node:os";
import { systemClock } from "../../clock.ts";
import { allEnded } from "../../system/programs.ts";
import type { Order, Report } from "./protocol.ts";
import { Station } from "./station.ts";

/** How long the end of this process waits for the ends of those that it started, and then for those that it kills. */
const PATIENCE_MS = 200;
const BURIAL_MS = 600;

// Keys and closing windows send these to every process of the terminal; the program decides what they mean, not we.
for (const signal of ["SIGINT", "SIGHUP", "SIGQUIT", "SIGTSTP"] as const) process.on(signal, () => {});

// Sound has little to do and no time to wait; players that it starts inherit this. Many systems allow it to few people.
try {
  setPriority(constants.priority.PRIORITY_ABOVE_NORMAL);
} catch {
  // Then it goes on as any other process.
}

const machine = { platform: process.platform, env: process.env, clock: systemClock };
const station = new Station(machine, (report: Report) => {
  if (process.connected) process.send?.(report, () => {});
});

process.on("message", (order: Order) => {
  station.receive(order);
  if (order.type === "close") process.disconnect?.();
});
process.once("disconnect", end);
process.once("SIGTERM", end);
process.once("uncaughtException", end);

function end(): void {
  station.close();
  void allEnded(systemClock, PATIENCE_MS, BURIAL_MS).finally(() => process.kill(process.pid, "SIGKILL"));
}
