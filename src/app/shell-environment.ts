/** A command's environment: streams, environment variables and the stop signal; and what a machine or a screen needs of it. */
import type { Readable, Writable } from "node:stream";
import { systemClock, waitUntil } from "../clock.ts";
import { EXIT_CODES, type ExitCode } from "../errors.ts";
import type { Settings } from "../settings/definitions.ts";
import { isInForeground } from "../system/foreground.ts";
import type { Host } from "../system/programs.ts";

/** Where a command writes. */
export interface CommandOutput {
  /** Text for standard output. */
  write(text: string): void;
  /** A line for standard error. */
  error(line: string): void;
  /** Columns of the terminal, or 80. */
  readonly columns: number;
  /** Whether standard output may be coloured. */
  readonly colour: boolean;
  /** The environment variables, which may say what the terminal looks like. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Follows the person's choice of characters instead of the locale. */
  setCharacters?(choice: Settings["characters"]): void;
}

/** The environment of one run of the program. Commands use no other input or output, and never exit. */
export interface ShellEnvironment extends CommandOutput {
  readonly stdin: NodeJS.ReadStream | Readable;
  readonly stdout: NodeJS.WriteStream | Writable;
  readonly stderr: NodeJS.WriteStream | Writable;
  /** Whether standard output is a terminal, where that can be told without opening the stream. */
  readonly writesToTerminal?: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted when the user or the system asks the program to stop; the reason is the exit code. */
  readonly signal: AbortSignal;
  /** Asks the program to stop with an exit code, as a signal would. */
  stop(code: ExitCode): void;
}

/** The width that lines are wrapped to: programs and files get them whole. */
export function wrapColumnsOf(shell: ShellEnvironment): number {
  return (shell.writesToTerminal ?? isTerminal(shell.stdout)) ? shell.columns : Number.POSITIVE_INFINITY;
}

/**
 * Whether a screen can be drawn: both ends are terminals and ours, TERM is not dumb, and no screen reader is in use. In
 * the background the screen is the shell's.
 */
export function canDrawScreen({ stdin, stdout, env }: ShellEnvironment): boolean {
  const areTerminals = isTerminal(stdin) && isTerminal(stdout);
  return areTerminals && env["TERM"] !== "dumb" && !usesScreenReader(env) && isInForeground();
}

/** Whether a screen reader is in use: pictures made of characters would only be noise. */
export function usesScreenReader(env: ShellEnvironment["env"]): boolean {
  const reader = env["INK_SCREEN_READER"] ?? "";
  return reader !== "" && reader !== "false" && reader !== "0";
}

/** The terminal options that a screen needs. Only for a shell that {@link canDrawScreen}. */
export function screenTerminalOf(
  shell: ShellEnvironment,
  { theme, characters }: Pick<Settings, "theme" | "characters">,
) {
  return {
    theme,
    characters,
    stdin: shell.stdin as NodeJS.ReadStream,
    stdout: shell.stdout as NodeJS.WriteStream,
    env: shell.env,
    signal: shell.signal,
    onInterrupt: () => shell.stop(EXIT_CODES.interrupted),
    isForeground: isInForeground,
    wait: (ms: number) => waitUntil(systemClock, systemClock.monotonicMs() + ms),
  };
}

/** The machine, as players, voices and what keeps a display awake know it. */
export function hostOf({ env }: ShellEnvironment): Host {
  return { platform: process.platform, env: env as NodeJS.ProcessEnv, clock: systemClock };
}

/** Rings the terminal's bell, which moves no cursor; undefined without a terminal, or if standard output is JSON. */
export function createBell(shell: ShellEnvironment, { json }: { readonly json?: true }): (() => void) | undefined {
  return json || !isTerminal(shell.stdout) ? undefined : () => shell.write("\x07");
}

export function isTerminal(stream: Readable | Writable): boolean {
  return "isTTY" in stream && stream.isTTY === true;
}
