/** The way in: words → options → command. The one place that catches, and the one that exits. */
import { Command, CommanderError } from "commander";
import type { ShellEnvironment } from "./app/shell-environment.ts";
import { systemClock } from "./clock.ts";
import { EXIT_CODES, type ExitCode, UserError } from "./errors.ts";
import { StandardStreams } from "./output/standard-streams.ts";
import { escapeUnsafeText } from "./text/safe-text.ts";
import { VERSION } from "./version.ts";

/** What the file of a command offers: its options and what it does. */
export interface CommandModule {
  define(command: Command, shell: ShellEnvironment): void;
}

/** The commands, in the order of the help: one line each, and a file that is loaded when it is asked for. */
const COMMANDS: Readonly<Record<string, { about: string; load: () => Promise<CommandModule> }>> = {
  run: { about: "lead through a routine", load: () => import("./commands/run.ts") },
  list: { about: "exercises and routines", load: () => import("./commands/list.ts") },
  show: { about: "one exercise or routine, whole", load: () => import("./commands/show.ts") },
  plan: { about: "every step of a routine with its time", load: () => import("./commands/plan.ts") },
  assess: { about: "find out what is short: the Thomas test, led", load: () => import("./commands/assess/index.ts") },
  screen: { about: "rule out what stretching would harm", load: () => import("./commands/screen.ts") },
  resume: { about: "go on with a session that was interrupted", load: () => import("./commands/resume.ts") },
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

/** How long a command may take to end its work after it was told to stop. */
const SHUTDOWN_GRACE_MS = 1000;

const EXAMPLES = `
Examples:
  unwind                                choose a routine and start it
  unwind run desk-break --level easy    five minutes beside the chair
  unwind list exercises --kind stretch
`;

/** Runs the program with its words; resolves with the exit code. */
export async function main(given: readonly string[], shell: ShellEnvironment): Promise<ExitCode> {
  const words = given[0] === "help" ? [...given.slice(1), "--help"] : given;
  const program = new Command("unwind")
    .description("A workout timer for the terminal: holds, tempo repetitions and sets, led from the floor.")
    .version(VERSION, "-V, --version")
    .addHelpText("after", EXAMPLES)
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({
      writeOut: shell.write,
      // The one line is written where the error is caught.
      outputError: () => {},
      getOutHelpWidth: () => shell.columns,
    });
  const asked = words.find((word) => !word.startsWith("-"));
  const isKnown = asked !== undefined && Object.hasOwn(COMMANDS, asked);
  for (const [name, { about, load }] of Object.entries(COMMANDS)) {
    // The others are of use only where all are named.
    if (isKnown && name !== asked) continue;
    const command = program.command(name).description(about).copyInheritedSettings(program);
    if (name === asked) (await load()).define(command, shell);
  }
  program.action(async () => {
    const { showHome } = await import("./commands/home.ts");
    await showHome(program, shell);
  });
  try {
    if (asked !== undefined && !isKnown) await rejectUnknownCommand(asked);
    await program.parseAsync(words, { from: "user" });
    return EXIT_CODES.ok;
  } catch (error) {
    return reportError(error, shell);
  }
}

/** @throws UserError with the near miss, or where all commands stand. */
async function rejectUnknownCommand(word: string): Promise<never> {
  const { suggestNearMiss } = await import("./text/near-miss.ts");
  throw new UserError(`there is no command "${word}"`, {
    hint: suggestNearMiss(word, Object.keys(COMMANDS)) ?? "unwind --help names them all",
  });
}

/** One line for a person's fault; for a defect of ours, where to report it. */
function reportError(error: unknown, shell: ShellEnvironment): ExitCode {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return EXIT_CODES.ok;
    shell.error(`unwind: ${toOneLine(error.message.replace(/^error: /, ""))}`);
    return EXIT_CODES.usage;
  }
  if (error instanceof UserError) {
    // A file's faults stand one on a line.
    const message = error.message.split("\n").map(escapeUnsafeText).join("\n");
    shell.error(`unwind: ${message}${error.hint ? `; ${escapeUnsafeText(error.hint)}` : ""}`);
    return error.exitCode;
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const detailed = shell.env["DEBUG"] === "unwind";
  shell.error(
    `unwind: this is a defect of unwind ${VERSION}: ${toOneLine(message)}; please report it to its maintainers` +
      (detailed ? "" : ", with what it says when DEBUG=unwind is set"),
  );
  if (detailed && stack) shell.error(stack);
  return EXIT_CODES.defect;
}

function toOneLine(text: string): string {
  return escapeUnsafeText(text.replace(/\s*\n\s*/g, " "));
}

/** Runs the program in this process and exits with its code; signals tell it to stop and wait a moment for it. */
export async function runProcess(): Promise<void> {
  const ending = new AbortController();
  const stop = (code: ExitCode) => {
    if (ending.signal.aborted) exitProcess(code);
    ending.abort(code);
    systemClock.callAt(systemClock.monotonicMs() + SHUTDOWN_GRACE_MS, () => exitProcess(code));
  };
  process.on("SIGINT", () => stop(EXIT_CODES.interrupted));
  process.on("SIGTERM", () => stop(EXIT_CODES.terminated));
  process.on("SIGHUP", () => stop(EXIT_CODES.hungUp));
  const streams = new StandardStreams((error) => {
    // A reader that left (`unwind list | head -1`) has what it wanted; a terminal that is gone hears nothing more.
    if (error.code !== "EPIPE" && error.code !== "EIO") exitProcess(reportError(createOutputError(error), shell));
    if (!ending.signal.aborted) stop(EXIT_CODES.ok);
  });
  const shell: ShellEnvironment = Object.assign(streams, { env: process.env, signal: ending.signal, stop });
  const defect = (error: unknown) => exitProcess(reportError(error, shell));
  process.on("uncaughtException", defect);
  process.on("unhandledRejection", defect);
  const code = await main(process.argv.slice(2), shell);
  const asked: unknown = ending.signal.aborted ? ending.signal.reason : code;
  // What was written into a pipe must arrive before the process ends; that a write has failed is told just after it.
  streams.drain(() => exitProcess(asked as ExitCode));
}

/** A full disk, a file on a share that went: nothing that is ours. */
function createOutputError(error: Error): UserError {
  return new UserError(`the output cannot be written: ${error.message}`, { exitCode: EXIT_CODES.cannotWrite });
}

function exitProcess(code: ExitCode): never {
  process.exit(code);
}
