/** The entry point: arguments → options → command. The only place that catches errors, and the only place that exits. */
import { Command, CommanderError } from "commander";
import { warn } from "./app/print.ts";
import type { ShellEnvironment } from "./app/shell-environment.ts";
import { StandardStreams } from "./app/standard-streams.ts";
import { systemClock } from "./clock.ts";
import { createWriteError, EXIT_CODES, type ExitCode, SilentExit, UserError } from "./errors.ts";
import { hasTerminal, isInForeground, isTerminalGone, letGoOfTerminal } from "./system/foreground.ts";
import { escapeUnsafeText } from "./text/safe-text.ts";
import { VERSION } from "./version.ts";

/** What a command module exports: it defines its options and its action. */
interface CommandModule {
  define(command: Command, shell: ShellEnvironment): void;
}

/** The commands in the order in which help lists them, each with one line and a module that is loaded on demand. */
const COMMANDS: Readonly<Record<string, { about: string; load: () => Promise<CommandModule> }>> = {
  run: { about: "lead through a routine", load: () => import("./commands/run.ts") },
  list: { about: "exercises and routines", load: () => import("./commands/list.ts") },
  show: { about: "one exercise or routine, whole", load: () => import("./commands/show.ts") },
  new: { about: "keep a workout that is typed as a line", load: () => import("./commands/new.ts") },
  plan: { about: "every step of a routine with its time", load: () => import("./commands/plan.ts") },
  assess: { about: "find out what is short: the Thomas test, led", load: () => import("./commands/assess/index.ts") },
  screen: { about: "rule out what stretching would harm", load: () => import("./commands/screen.ts") },
  resume: { about: "go on with a session that was interrupted", load: () => import("./commands/resume.ts") },
  ctl: { about: "drive a session that runs: pause, next, status", load: () => import("./commands/ctl.ts") },
  log: { about: "write down what was done elsewhere", load: () => import("./commands/log.ts") },
  history: { about: "what was done: list, show, correct, delete", load: () => import("./commands/history/index.ts") },
  stats: { about: "totals, streaks and pictures of what was done", load: () => import("./commands/stats.ts") },
  note: { about: "add words to the last session", load: () => import("./commands/note.ts") },
  suggest: { about: "what to do next time, and why", load: () => import("./commands/suggest.ts") },
  export: {
    about: "sessions for a spreadsheet, a calendar, a sports site",
    load: () => import("./commands/export.ts"),
  },
  import: { about: "take a former export back", load: () => import("./commands/import.ts") },
  check: { about: "find faults in exercise and routine files", load: () => import("./commands/check.ts") },
  sound: { about: "test what is heard: every tone, and the voice", load: () => import("./commands/sound.ts") },
  render: { about: "a session as a sound file, to take along", load: () => import("./commands/render.ts") },
  config: { about: "read and change the settings", load: () => import("./commands/config.ts") },
};

/** How long a command has to finish after it was asked to stop. */
const SHUTDOWN_GRACE_MS = 1000;

const EXAMPLES = `
Examples:
  unwind                                choose a routine and start it
  unwind run desk-break --level easy    five minutes beside the chair
  unwind list exercises --kind stretch
`;

/** Runs the program with its arguments and resolves to the exit code. */
export async function main(argv: readonly string[], shell: ShellEnvironment): Promise<ExitCode> {
  const args = argv[0] === "help" ? [...argv.slice(1), "--help"] : argv;
  const program = new Command("unwind")
    .description("A workout timer for the terminal: holds, tempo repetitions and sets, led from the floor.")
    .version(VERSION, "-V, --version")
    .addHelpText("after", EXAMPLES)
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({
      writeOut: shell.write,
      // The error is printed once, where it is caught.
      outputError: () => {},
      getOutHelpWidth: () => shell.columns,
    });
  const commandName = args.find((argument) => !argument.startsWith("-"));
  const isKnown = commandName !== undefined && Object.hasOwn(COMMANDS, commandName);
  for (const [name, { about, load }] of Object.entries(COMMANDS)) {
    // Only the overview of the help needs the other commands.
    if (isKnown && name !== commandName) continue;
    const command = program.command(name).description(about).copyInheritedSettings(program);
    if (name === commandName) (await load()).define(command, shell);
  }
  program.action(async () => {
    const { showHome } = await import("./commands/home.ts");
    await showHome(program, shell);
  });
  try {
    if (commandName !== undefined && !isKnown) await rejectUnknownCommand(commandName);
    await program.parseAsync(args, { from: "user" });
    return EXIT_CODES.ok;
  } catch (error) {
    return reportError(error, shell);
  }
}

/** @throws UserError with a suggestion, or a pointer to the list of commands. */
async function rejectUnknownCommand(name: string): Promise<never> {
  const { suggestNearMiss } = await import("./text/near-miss.ts");
  throw new UserError(`there is no command "${name}"`, {
    hint: suggestNearMiss(name, Object.keys(COMMANDS)) ?? "unwind --help names them all",
  });
}

/** Prints one line for a user error; for a bug, also says where to report it. */
function reportError(error: unknown, shell: ShellEnvironment): ExitCode {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return EXIT_CODES.ok;
    warn(shell, toOneLine(error.message.replace(/^error: /, "")));
    return EXIT_CODES.usage;
  }
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
    `this is a defect of unwind ${VERSION}: ${toOneLine(message)}; please report it to its maintainers` +
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
  const stopController = new AbortController();
  const stop = (code: ExitCode) => {
    if (stopController.signal.aborted) exitProcess(code);
    stopController.abort(code);
    systemClock.callAt(systemClock.monotonicMs() + SHUTDOWN_GRACE_MS, () => exitProcess(code));
  };
  process.on("SIGINT", () => stop(EXIT_CODES.interrupted));
  process.on("SIGTERM", () => stop(EXIT_CODES.terminated));
  process.on("SIGHUP", () => stop(EXIT_CODES.hungUp));
  const streams = new StandardStreams((error) => {
    // A closed pipe (`unwind list | head -1`) is not an error; when the terminal is gone, nobody reads the output.
    const isClosed = error.code === "EPIPE" || error.code === "EIO";
    if (!isClosed) exitProcess(reportError(createWriteError("the output", error), shell));
    if (!stopController.signal.aborted) stop(EXIT_CODES.ok);
  });
  const shell: ShellEnvironment = Object.assign(streams, { env: process.env, signal: stopController.signal, stop });
  const defect = (error: unknown) => exitProcess(reportError(error, shell));
  process.on("uncaughtException", defect);
  process.on("unhandledRejection", defect);
  const code = await main(process.argv.slice(2), shell);
  const exitCode: unknown = stopController.signal.aborted ? stopController.signal.reason : code;
  // Pending pipe output must be flushed before the process exits; a failed write is reported right after that.
  streams.drain(() => exitProcess(exitCode as ExitCode));
}

/**
 * Ends the process. One whose terminal was closed, or that is hung up at one, dies by the signal itself: setting a
 * terminal that is gone back to what it was aborts Node. In the background the terminal is another's.
 */
function exitProcess(code: ExitCode): never {
  if (process.platform !== "win32" && hasTerminal()) {
    if (isTerminalGone() || code === EXIT_CODES.hungUp) {
      process.emit("exit", code);
      process.removeAllListeners("SIGHUP");
      process.kill(process.pid, "SIGHUP");
    }
    if (!isInForeground()) {
      process.emit("exit", code);
      letGoOfTerminal();
    }
  }
  process.exit(code);
}
