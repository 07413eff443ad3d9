/** Errors that a user can cause, and the exit codes for them; every other exception is a bug. */
import { describeObstacle } from "./files/obstacle.ts";

/** Exit codes of the program, as the README documents them. */
export const EXIT_CODES = {
  ok: 0,
  defect: 1,
  usage: 2,
  noSession: 3,
  badData: 65,
  cannotWrite: 73,
  interrupted: 130,
  terminated: 143,
  hungUp: 129,
} as const;

export type ExitCode = (typeof EXIT_CODES)[keyof typeof EXIT_CODES];

/** An error that the user can fix: what is wrong, where, and what to do, in one message without a stack trace. */
export class UserError extends Error {
  readonly exitCode: ExitCode;
  /** What to do about it, if the message does not say so already: "did you mean psoas-march?" */
  readonly hint: string | undefined;

  constructor(message: string, options: { exitCode?: ExitCode; hint?: string | undefined } = {}) {
    super(message);
    this.name = "UserError";
    this.exitCode = options.exitCode ?? EXIT_CODES.usage;
    this.hint = options.hint;
  }
}

/** Ends a command with an exit code and nothing more to say. */
export class SilentExit extends Error {
  readonly exitCode: ExitCode;

  constructor(exitCode: ExitCode) {
    super(`ends with ${exitCode}`);
    this.name = "SilentExit";
    this.exitCode = exitCode;
  }
}

/** The system's refusal to write something, as an error that the user can fix (exit 73). */
export function createWriteError(what: string, cause: unknown): UserError {
  return new UserError(`${what} cannot be written: ${describeError(cause)}`, { exitCode: EXIT_CODES.cannotWrite });
}

/**
 * Runs work that writes something.
 *
 * @param what what it writes, as the message names it: "the note".
 * @throws UserError (exit 73) in place of whatever the work throws.
 */
export function reportWriteErrors<T>(what: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw createWriteError(what, error);
  }
}

/** The message of whatever was thrown; for a path that leads through a file, it names that file. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, syscall, path: target } = error as NodeJS.ErrnoException;
  const isInTheWay = code === "ENOTDIR" || (code === "EEXIST" && syscall === "mkdir");
  return (isInTheWay && target !== undefined && describeObstacle(target)) || error.message;
}

/** The message with its hint, as on standard error: for an error that ends nothing and is only reported. */
export function describeWithHint(error: unknown): string {
  const hint = error instanceof UserError ? error.hint : undefined;
  return hint === undefined ? describeError(error) : `${describeError(error)}; ${hint}`;
}
