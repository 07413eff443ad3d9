/** A workout in a pipe: what it writes, and a conversation with it. */
import { once } from "node:events";
import { type Environment, start } from "./program.ts";

/** A line that `run --json` writes. */
export interface Line {
  readonly event: string;
  readonly at: number;
  readonly time: string;
  readonly [field: string]: unknown;
}

/** What was written, line by line. */
export const parsed = (stdout: string) =>
  stdout
    .trimEnd()
    .split("\n")
    .map((line): Line => JSON.parse(line));

/** Starts the program with its input left open, and waits for what it writes. `sleep` needs `SLEEPING_MACHINE`. */
export function conversation(args: readonly string[], env: Environment = {}) {
  const { child, ended } = start(args, { input: null, env });
  let text = "";
  child.stdout.on("data", (chunk) => {
    text += chunk;
  });
  const says = async (wanted: string | RegExp) => {
    while (!(typeof wanted === "string" ? text.includes(wanted) : wanted.test(text))) await once(child.stdout, "data");
    return text;
  };
  /** Stops the process, and lets it go on after ten minutes on its clocks. */
  const sleep = async () => {
    const slept = once(child.stderr, "data");
    child.kill("SIGSTOP");
    child.kill("SIGCONT");
    await slept;
  };
  return { child, ended, says, sleep, answer: (line: string) => child.stdin.write(`${line}\n`) };
}
