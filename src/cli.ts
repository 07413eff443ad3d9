/** The entry point: arguments → options → command. The only place that catches errors, and the only place that exits. */
import { CommanderError } from "commander";
import { warn } from "./app/print.ts";
import type { ShellEnvironment } from "./app/shell-environment.ts";
import { StandardStreams } from "./app/standard-streams.ts";
import { systemClock } from "./clock.ts";
import { COMMANDS, findCommandName } from "./commands/command-table.ts";
import { buildProgram } from "./commands/program.ts";
import { createWriteError, EXIT_CODES, type ExitCode, SilentExit, UserError } from "./errors.ts";
import { hasTerminal, isInForeground, isTerminalGone, letGoOfTerminal } from "./system/foreground.ts";
import { escapeUnsafeText } from "./text/safe-text.ts";
import { VERSION } from "./version.ts";

/** For the build, which makes the manual page from them. */
export { buildWholeProgram } from "./commands/program.ts";
export { reflowText } from "./text/reflow.ts";

/** How long a command has to finish after it was asked to stop. */
const SHUTDOWN_GRACE_MS = 1000;

/** Words for the program's own flags. */
const PROGRAM_WORDS: Readonly<Record<string, string>> = { version: "--version", "-v": "--version" };

/** Runs the program with its arguments and resolves to the exit code. */
export async function main(argv: readonly string[], shell: ShellEnvironment): Promise<ExitCode> {
  try {
    const [first = "", ...rest] = argv;
    if (first === "complete") {
      const { printCompletions } = await import("./commands/complete.ts");
      await printCompletions(rest, shell);
      return EXIT_CODES.ok;
    }
    await runCommand(await toCommandWords(argv.map(withoutBullet), shell), shell);
    return EXIT_CODES.ok;
  } catch (error) {
    return reportError(error, shell);
  }
}

/** A workout that begins as an item of a list does, "- 10 squats", is no flag. */
const withoutBullet = (word: string) => word.replace(/^-\s+(?=\d)/, "");

/** The arguments with a command in front, if they mean one: `help plan` → `plan --help`, `desk-break` → `run desk-break`. */
async function toCommandWords(argv: readonly string[], shell: ShellEnvironment): Promise<readonly string[]> {
  const [first, ...rest] = argv;
  if (first === undefined) return [];
  if (first === "help") return rest.length === 0 ? ["--help"] : [...(await toCommandWords(rest, shell)), "--help"];
  const known = findCommandName(first);
  if (known !== null) return [known, ...rest];
  if (rest.length === 0 && Object.hasOwn(PROGRAM_WORDS, first)) return [PROGRAM_WORDS[first] ?? first];
  if (["-h", "--help", "-V", "--version"].includes(first)) return argv;
  const { resolveWords } = await import("./app/command-line/resolve-words.ts");
  return resolveWords(argv, Object.keys(COMMANDS), shell);
}

/** @throws UserError in place of commander's own errors. */
async function runCommand(words: readonly string[], shell: ShellEnvironment): Promise<void> {
  const name = words[0] === undefined ? null : findCommandName(words[0]);
  const program = await buildProgram(shell, name);
  try {
    await program.parseAsync(words, { from: "user" });
  } catch (error) {
    // Help and version end with an error, too.
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return;
    const { explainUsageError } = await import("./app/command-line/explain-usage-error.ts");
    throw await explainUsageError(error, program.commands[0] ?? program, shell);
  }
}

/** Prints one line for a user error; for a bug, also says where to report it. */
function reportError(error: unknown, shell: ShellEnvironment): ExitCode {
  if (error instanceof SilentExit) return error.exitCode;
  if (error instanceof UserError) {
    // A message may list several faults of a file, one per line.
    const message = error.message.split("\n").map(escapeUnsafeText).join("\n");
    shell.error(`unwind: ${message}${error.hint ? `; ${escapeUnsafeText(error.hint)}` : ""}`);
    return error.exitCode;
  }
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === "ENOENT" && syscall === "uv_cwd") {
    warn(shell, "the folder that you are in is gone; change to another one");
    return EXIT_CODES.usage;
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const detailed = shell.env["DEBUG"] === "unwind";
  warn(
    shell,
    `this is a bug in unwind ${VERSION}: ${toOneLine(message)}; please report it to its maintainers` +
      (detailed ? "" : ", with what it says when DEBUG=unwind is set"),
  );
  if (detailed && stack) shell.error(stack);
  return EXIT_CODES.defect;
}

function toOneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, " ");
}

/** Runs the program in this process and exits with its code. A signal asks it to stop and gives it a moment to do so. */
export async function runProcess(): Promise<void> {
  // Node takes 1 ms to load what aborts, and most commands end before they could be asked to.
  let stopController: AbortController | undefined;
  const getSignal = () => {
    stopController ??= new AbortController();
    return stopController.signal;
  };
  const stop = (code: ExitCode) => {
    if (getSignal().aborted) exitProcess(code);
    stopController?.abort(code);
    systemClock.callAt(systemClock.monotonicMs() + SHUTDOWN_GRACE_MS, () => exitProcess(code));
  };
  process.on("SIGINT", () => stop(EXIT_CODES.interrupted));
  process.on("SIGTERM", () => stop(EXIT_CODES.terminated));
  process.on("SIGHUP", () => stop(EXIT_CODES.hungUp));
  const streams = new StandardStreams((error) => {
    // A closed pipe (`unwind list | head -1`) is not an error; when the terminal is gone, nobody reads the output.
    const isClosed = error.code === "EPIPE" || error.code === "EIO";
    if (!isClosed) exitProcess(reportError(createWriteError("the output", error), shell));
    if (!getSignal().aborted) stop(EXIT_CODES.ok);
  });
  const shell = Object.defineProperty(Object.assign(streams, { env: process.env, stop }), "signal", {
    get: getSignal,
  }) as StandardStreams & ShellEnvironment;
  const defect = (error: unknown) => exitProcess(reportError(error, shell));
  process.on("uncaughtException", defect);
  process.on("unhandledRejection", defect);
  const code = await main(process.argv.slice(2), shell);
  const exitCode: unknown = stopController?.signal.aborted ? stopController.signal.reason : code;
  // Pending pipe output must be flushed before the process exits; a failed write is reported right after that.
  streams.drain(() => exitProcess(exitCode as ExitCode));
}

/** Ends the process as the signal does by default: Node itself then touches no terminal. */
function endBySignal(signal: NodeJS.Signals, code: ExitCode): void {
  process.emit("exit", code);
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
}

/**
 * Ends the process. One whose terminal was closed, or that is hung up at one, dies by the signal itself: setting a
 * terminal that is gone back to what it was aborts Node. In the background the terminal is another's.
 */
function exitProcess(code: ExitCode): never {
  if (process.platform !== "win32" && hasTerminal()) {
    if (isTerminalGone() || code === EXIT_CODES.hungUp) endBySignal("SIGHUP", code);
    if (!isInForeground()) {
      if (code === EXIT_CODES.terminated) endBySignal("SIGTERM", code);
      if (code === EXIT_CODES.interrupted) endBySignal("SIGINT", code);
      letGoOfTerminal();
    }
  }
  process.exit(code);
}
