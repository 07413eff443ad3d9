/** Builds the command line: commander's program, with the commands of the table. */
import { Command } from "commander";
import type { ShellEnvironment } from "../app/shell-environment.ts";
import { reflowText } from "../text/reflow.ts";
import { VERSION } from "../version.ts";
import { COMMANDS } from "./command-table.ts";

const EXAMPLES = `
Examples:
  unwind                                choose a routine on a screen and start it
  unwind desk-break --level easy        five minutes next to your chair
  unwind "8x(20s work, 10s rest)"       a Tabata, typed in a line
  unwind list stretches                 search exercises and routines
  unwind run --help                     everything that can be changed in a session

A bare number is seconds (--hold 40), except where a whole session is meant: --fit 15 is 15 minutes.

Exit codes:
  0  done                   2   a word, flag or setting that cannot be used
  1  a bug in unwind        65  a file with faults        73  a file that cannot be written
  129, 130, 143             hung up, interrupted, terminated

Environment:
  UNWIND_HOME               one folder for everything unwind keeps
  UNWIND_LEVEL and so on    a setting, for one run; see: unwind config --help
  NO_COLOR                  no colours
  DEBUG=unwind              show where a bug happened
`;

/**
 * The program with one command alone, ready to be parsed; without a name all commands are listed, for the overview, and
 * none is loaded.
 */
export async function buildProgram(shell: ShellEnvironment, name: string | null): Promise<Command> {
  const program = createProgram(shell);
  for (const listed of name === null ? Object.keys(COMMANDS) : [name]) {
    const command = addCommand(program, listed);
    if (name !== null) (await COMMANDS[name]?.load())?.define(command, shell);
  }
  program.action(async () => {
    const { showHome } = await import("./home.ts");
    await showHome(program, shell);
  });
  return program;
}

/** The program with every command and all of its flags, as the manual and the completions of a shell need it. */
export async function buildWholeProgram(shell: ShellEnvironment): Promise<Command> {
  const program = createProgram(shell);
  for (const [name, { load }] of Object.entries(COMMANDS)) (await load()).define(addCommand(program, name), shell);
  return program;
}

function createProgram(shell: ShellEnvironment): Command {
  return new Command("unwind")
    .description("A workout timer for the terminal: it guides you through holds, tempo repetitions and sets.")
    .usage("[command | routine] [options]")
    .version(VERSION, "-V, --version", "print the version")
    .helpOption("-h, --help", "show help")
    .helpCommand(false)
    .addHelpText("after", EXAMPLES)
    .showSuggestionAfterError(false)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => shell.write(reflowText(text, shell.columns)),
      // The error is printed once, where it is caught.
      outputError: () => {},
      getOutHelpWidth: () => shell.columns,
    });
}

function addCommand(program: Command, name: string): Command {
  const row = COMMANDS[name];
  if (!row) throw new Error(`there is no command ${name}`);
  const command = program
    .command(name)
    .description(row.about)
    .helpGroup(row.group)
    .copyInheritedSettings(program)
    .helpOption("-h, --help", "show help");
  if (row.aliases) command.aliases([...row.aliases]);
  return command;
}
