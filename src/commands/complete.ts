/**
 * `unwind complete -- words…`: what a shell's completion script asks at each Tab. Help does not list it.
 *
 * The scripts are @bomb.sh/tab's. What they are answered comes from commander's own definitions: the library would have to
 * be told every flag of every command at each Tab, and completes neither files nor `exercise=`.
 */
import type { Argument, Command, Option } from "commander";
import {
  type Completions,
  completeValue,
  DIRECTIVES,
  formatCompletions,
  type ValueContext,
} from "../app/command-line/complete-value.ts";
import type { ShellEnvironment } from "../app/shell-environment.ts";
import { COMMANDS, findCommandName } from "./command-table.ts";
import { buildProgram } from "./program.ts";

/** Prints the completions of the last word, one a line with its description, and how the shell should treat them. */
export async function printCompletions(argv: readonly string[], shell: ShellEnvironment): Promise<void> {
  const words = argv[0] === "--" ? argv.slice(1) : argv;
  shell.write(formatCompletions(await findCompletions(words, shell)));
}

async function findCompletions(words: readonly string[], shell: ShellEnvironment): Promise<Completions> {
  const typed = words.at(-1) ?? "";
  const [first, ...rest] = words.slice(0, -1);
  if (first === undefined) return completeFirstWord(typed, shell);
  const name = first === "help" ? null : (findCommandName(first) ?? "run");
  if (name === null) return { values: listCommands(typed), directive: DIRECTIVES.noFiles };
  const before = findCommandName(first) ? rest : [first, ...rest];
  const command = (await buildProgram(shell, name)).commands[0];
  return command ? completeWord(command, before, typed, shell) : NOTHING;
}

const NOTHING: Completions = { values: [], directive: DIRECTIVES.noFiles };

/** A command; or, once a letter is there, what `run` takes. */
async function completeFirstWord(typed: string, shell: ShellEnvironment): Promise<Completions> {
  const commands = listCommands(typed);
  if (typed === "") return { values: commands, directive: DIRECTIVES.noFiles };
  const runnable = await completeValue("routine", { typed, words: [], shell });
  return { values: [...commands, ...runnable.values], directive: runnable.directive };
}

function listCommands(typed: string): Completions["values"] {
  return Object.entries(COMMANDS).flatMap(([name, { about }]) => (name.startsWith(typed) ? [[name, about]] : []));
}

async function completeWord(
  command: Command,
  before: readonly string[],
  typed: string,
  shell: ShellEnvironment,
): Promise<Completions> {
  const words = positionalsOf(command, before);
  const context: ValueContext = { typed, words, shell };
  const [, flag, value] = /^(--[\w-]+)=(.*)$/s.exec(typed) ?? [];
  if (flag !== undefined && value !== undefined) return completeFlag(command, flag, { ...context, typed: value });
  const last = before.at(-1) ?? "";
  if (last.startsWith("-") && takesValue(findFlag(command, last))) return completeFlag(command, last, context);
  if (typed.startsWith("-")) return { values: listFlags(command, before, typed), directive: DIRECTIVES.noFiles };
  const argument = command.registeredArguments[words.length] ?? findVariadic(command);
  return argument ? completeOneOf(argument.argChoices, argument.name(), context) : NOTHING;
}

function completeFlag(command: Command, flag: string, context: ValueContext): Promise<Completions> {
  const option = findFlag(command, flag);
  const isPerExercise = option !== undefined && "exampleExercise" in option && option.exampleExercise !== undefined;
  return completeOneOf(option?.argChoices, isPerExercise ? "exercise=" : (valueNameOf(option) ?? ""), context);
}

/** One of the choices where there are any, else what the name of the value says. */
async function completeOneOf(
  choices: readonly string[] | undefined,
  name: string,
  context: ValueContext,
): Promise<Completions> {
  if (!choices) return completeValue(name, context);
  const values = choices.filter((choice) => choice.startsWith(context.typed)).map((choice) => [choice, ""] as const);
  return { values, directive: DIRECTIVES.noFiles };
}

/** The flags that are not there yet, or that can be there more than once. */
function listFlags(command: Command, before: readonly string[], typed: string): Completions["values"] {
  const flags = command.createHelp().visibleOptions(command);
  return flags.flatMap(({ long, short, description, parseArg }): Completions["values"] => {
    if (!long?.startsWith(typed)) return [];
    const isUsed = before.some((word) => word === long || word === short || word.startsWith(`${long}=`));
    return isUsed && !parseArg ? [] : [[long, description]];
  });
}

/** The words before that are neither flags nor their values. */
function positionalsOf(command: Command, before: readonly string[]): readonly string[] {
  return before.filter((word, index) => {
    const previous = before[index - 1] ?? "";
    const isValue = previous.startsWith("-") && !previous.includes("=") && takesValue(findFlag(command, previous));
    return !isValue && (!word.startsWith("-") || word === "-");
  });
}

function findFlag(command: Command, flag: string): Option | undefined {
  return command.options.find(({ long, short }) => long === flag || short === flag);
}

function takesValue(option: Option | undefined): boolean {
  return option !== undefined && (option.required || option.optional);
}

/** "exercises" of `--only <exercises>` */
function valueNameOf(option: Option | undefined): string | undefined {
  return /[<[]([^>\]]+)[>\]]/.exec(option?.flags ?? "")?.[1];
}

function findVariadic(command: Command): Argument | undefined {
  const last = command.registeredArguments.at(-1);
  return last?.variadic ? last : undefined;
}
