/**
 * Keeps the display awake through a program at our side. It is a kindness, no more: where there is no such program, or
 * it may not do it, nothing is said.
 */
import type { ChildProcess } from "node:child_process";
import type { Socket } from "node:net";
import { findProgram, type Host, startProgram } from "./programs.ts";
import { listInhibitors, type SleepInhibitor } from "./sleep-inhibitors.ts";

/** Starts keeping the display awake; returns how to end it. It also ends by itself when this process does. */
export function keepAwake(machine: Host, pid = process.pid): () => void {
  const keepers = [...listInhibitors(machine.platform, machine.env)];
  let ended = false;
  let end = () => {};

  const tryNext = () => {
    const keeper = keepers.shift();
    if (!keeper || ended) return;
    const child = startInhibitor(keeper, machine, pid);
    if (!child) {
      tryNext();
      return;
    }
    end = () => {
      child.stdin?.end();
      if (keeper.ignoresStdin) child.kill();
    };
    // One that ends before it is told to may not do what it is for. A failed start is told of once.
    child.once("error", tryNext);
    child.once("exit", tryNext);
  };

  tryNext();
  return () => {
    ended = true;
    end();
  };
}

function startInhibitor({ programs, args }: SleepInhibitor, machine: Host, pid: number): ChildProcess | null {
  const command = programs.map((name) => findProgram(name, machine)).find((found) => found !== null);
  if (!command) return null;
  const child = startProgram(command, args(pid), machine, {
    // The pipe is never written to: its end tells of ours, even of a sudden one.
    stdio: ["pipe", "ignore", "ignore"],
    // A session of its own: keys of the terminal reach only the program, and nobody can be asked for a password.
    detached: machine.platform !== "win32",
  });
  child.unref();
  (child.stdin as Socket | null)?.unref();
  return child;
}
