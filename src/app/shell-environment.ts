/** What a command is given of the world around it: streams, environment, the wish to stop. */
import type { Readable, Writable } from "node:stream";
import { EXIT_CODES, type ExitCode } from "../errors.ts";

/** The surroundings of one run of the program. Commands read and write nothing else, and never exit. */
export interface ShellEnvironment {
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

/** Whether a screen can be drawn: a terminal at both ends, that is no dumb one and is not read aloud. */
export function canDrawScreen({ stdin, stdout, env }: ShellEnvironment): boolean {
  return isTerminal(stdin) && isTerminal(stdout) && env["TERM"] !== "dumb" && !usesScreenReader(env);
}

/** Whether a screen reader speaks what is written: pictures made of characters would be noise. */
export function usesScreenReader(env: ShellEnvironment["env"]): boolean {
  const reader = env["INK_SCREEN_READER"] ?? "";
  return reader !== "" && reader !== "false" && reader !== "0";
}

/** What a screen is given of a shell that has a terminal. */
export function screenTerminalOf(shell: ShellEnvironment) {
  return {
    stdin: shell.stdin as NodeJS.ReadStream,
    stdout: shell.stdout as NodeJS.WriteStream,
    env: shell.env,
    signal: shell.signal,
    onInterrupt: () => shell.stop(EXIT_CODES.interrupted),
  };
}

export function isTerminal(stream: Readable | Writable): boolean {
  return "isTTY" in stream && stream.isTTY === true;
}
