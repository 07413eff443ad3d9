/** A workout in a pipe: what it writes, and a conversation with it. */
import { once } from "node:events";
import { start } from "./program.ts";

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

/** Starts the program with its input left open, and waits for what it writes. */
export function conversation(args: readonly string[], env: Record<string, string> = {}) {
  const { child, ended } = start(args, { input: null, env });
  let text = "";
  child.stdout.on("data", (chunk) => {
    text += chunk;
  });
  const says = async (wanted: string | RegExp) => {
    while (!(typeof wanted === "string" ? text.includes(wanted) : wanted.test(text))) await once(child.stdout, "data");
    return text;
  };
  return { child, ended, says, answer: (line: string) => child.stdin.write(`${line}\n`) };
}
