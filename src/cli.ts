/** The way in: words → options → command. The one place that catches, and the one that exits. */
import { Command, CommanderError } from "commander";
import type { Shell } from "./app/shell-environment.ts";
import { systemClock } from "./clock.ts";
import { EXIT, type ExitCode, UserError } from "./errors.ts";
import { StandardStreams } from "./output/standard-streams.ts";
import { safeText } from "./text/safe-text.ts";
import { VERSION } from "./version.ts";

/** What the file of a command offers: its options and what it does. */
export interface CommandModule {
  define(command: Command, shell: Shell): void;
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
const GRACE_MS = 1000;

const EXAMPLES = `
Examples:
  unwind                                choose a routine and start it
  unwind run desk-break --level easy    five minutes beside the chair
  unwind list exercises --kind stretch
`;

/** Runs the program with its words; resolves with the exit code. */
export async function main(given: readonly string[], shell: Shell): Promise<ExitCode> {
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
    const { home } = await import("./commands/home.ts");
    await home(program, shell);
  });
  try {
    if (asked !== undefined && !isKnown) await unknownCommand(asked);
    await program.parseAsync(words, { from: "user" });
    return EXIT.ok;
  } catch (error) {
    return complain(error, shell);
  }
}

/** @throws UserError with the near miss, or where all commands stand. */
async function unknownCommand(word: string): Promise<never> {
  const { nearMiss } = await import("./text/near-miss.ts");
  const near = nearMiss(word, Object.keys(COMMANDS));
  throw new UserError(`there is no command "${word}"`, {
    hint: near ? `did you mean ${near}?` : "unwind --help names them all",
  });
}

/** One line for a person's fault; for a defect of ours, where to report it. */
function complain(error: unknown, shell: Shell): ExitCode {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return EXIT.ok;
    shell.error(`unwind: ${oneLine(error.message.replace(/^error: /, ""))}`);
    return EXIT.usage;
  }
  if (error instanceof UserError) {
    // A file's faults stand one on a line.
    const message = error.message.split("\n").map(safeText).join("\n");
    shell.error(`unwind: ${message}${error.hint ? `; ${safeText(error.hint)}` : ""}`);
    return error.exitCode;
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const detailed = shell.env["DEBUG"] === "unwind";
  shell.error(
    `unwind: this is a defect of unwind ${VERSION}: ${oneLine(message)}; please report it to its maintainers` +
      (detailed ? "" : ", with what it says when DEBUG=unwind is set"),
  );
  if (detailed && stack) shell.error(stack);
  return EXIT.defect;
}

function oneLine(text: string): string {
  return safeText(text.replace(/\s*\n\s*/g, " "));
}

/** Runs the program in this process and exits with its code; signals tell it to stop and wait a moment for it. */
export async function start(): Promise<void> {
  const ending = new AbortController();
  const stop = (code: ExitCode) => {
    if (ending.signal.aborted) exit(code);
    ending.abort(code);
    systemClock.at(systemClock.monotonicMs() + GRACE_MS, () => exit(code));
  };
  process.on("SIGINT", () => stop(EXIT.interrupted));
  process.on("SIGTERM", () => stop(EXIT.terminated));
  process.on("SIGHUP", () => stop(EXIT.hungUp));
  const streams = new StandardStreams((error) => {
    // A reader that left (`unwind list | head -1`) has what it wanted; a terminal that is gone hears nothing more.
    if (error.code !== "EPIPE" && error.code !== "EIO") exit(complain(cannotWrite(error), shell));
    if (!ending.signal.aborted) stop(EXIT.ok);
  });
  const shell: Shell = Object.assign(streams, { env: process.env, signal: ending.signal, stop });
  const defect = (error: unknown) => exit(complain(error, shell));
  process.on("uncaughtException", defect);
  process.on("unhandledRejection", defect);
  const code = await main(process.argv.slice(2), shell);
  const asked: unknown = ending.signal.aborted ? ending.signal.reason : code;
  // What was written into a pipe must arrive before the process ends; that a write has failed is told just after it.
  streams.drain(() => exit(asked as ExitCode));
}

/** A full disk, a file on a share that went: nothing that is ours. */
function cannotWrite(error: Error): UserError {
  return new UserError(`the output cannot be written: ${error.message}`, { exitCode: EXIT.cannotWrite });
}

function exit(code: ExitCode): never {
  process.exit(code);
}
