/** What a command is given of the world around it: streams, environment, the wish to stop. */
import type { Readable, Writable } from "node:stream";
import type { ExitCode } from "../errors.ts";

/** The surroundings of one run of the program. Commands read and write nothing else, and never exit. */
export interface Shell {
  readonly stdin: NodeJS.ReadStream | Readable;
  readonly stdout: NodeJS.WriteStream | Writable;
  readonly stderr: NodeJS.WriteStream | Writable;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted, with the exit code as its reason, when the person or the system asks the program to stop. */
  readonly signal: AbortSignal;
  /** Asks the program to stop with an exit code, as a signal would. */
  stop(code: ExitCode): void;
  /** Text for standard output, and a line for standard error. */
  write(text: string): void;
  error(line: string): void;
  /** Columns of the terminal, or 80. */
  readonly columns: number;
  /** Whether standard output may be coloured. */
  readonly colour: boolean;
}

/** Whether a stream is a terminal. */
export function isTerminal(stream: Readable | Writable): boolean {
  return "isTTY" in stream && stream.isTTY === true;
}
