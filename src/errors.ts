/** What may go wrong by a person's hand, and the exit codes that say so; every other exception is a defect of ours. */

/** Exit codes of the program, as the README documents them. */
export const EXIT_CODES = {
  ok: 0,
  defect: 1,
  usage: 2,
  badData: 65,
  cannotWrite: 73,
  interrupted: 130,
  terminated: 143,
  hungUp: 129,
} as const;

export type ExitCode = (typeof EXIT_CODES)[keyof typeof EXIT_CODES];

/** A fault that a person can mend: what is wrong, where, and what to do, in one message without a stack. */
export class UserError extends Error {
  readonly exitCode: ExitCode;
  /** What to do about it, when there is more to say than the message does: "did you mean psoas-march?" */
  readonly hint: string | undefined;

  constructor(message: string, options: { exitCode?: ExitCode; hint?: string | undefined } = {}) {
    super(message);
    this.name = "UserError";
    this.exitCode = options.exitCode ?? EXIT_CODES.usage;
    this.hint = options.hint;
  }
}

/** The message of whatever was thrown. */
export function describeError(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
