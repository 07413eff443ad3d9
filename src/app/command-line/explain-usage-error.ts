/** Explains what commander refuses: what was expected, and what to type instead. */
import type { Argument, Command, CommanderError, Option } from "commander";
import { UserError } from "../../errors.ts";
import { SETTING_KEYS } from "../../settings/definitions.ts";
import { findNearMiss, formatAlternatives } from "../../text/near-miss.ts";
import { quoteForShell, quoteText } from "../../text/safe-text.ts";
import { FlagOption } from "../flags/flag-option.ts";
import type { ShellEnvironment } from "../shell-environment.ts";
import { explainExcessWords } from "./explain-excess-words.ts";
import { FLAG_COMMANDS, FLAG_MEANINGS, VALUE_MEANINGS } from "./flag-synonyms.ts";
import { explainDash } from "./resolve-words.ts";

/**
 * The error of a command in the program's own voice.
 *
 * @param error thrown while `command` was parsed.
 */
export async function explainUsageError(
  error: CommanderError,
  command: Command,
  shell: ShellEnvironment,
): Promise<UserError> {
  switch (error.code) {
    case "commander.unknownOption":
      return explainUnknownFlag(quotedIn(error), command);
    case "commander.optionMissingArgument":
      return explainMissingValue(quotedIn(error), command);
    case "commander.missingArgument":
    case "commander.missingMandatoryOptionValue":
      return explainMissingPart(error, command);
    case "commander.excessArguments":
      return explainExcessWords(command, shell);
    case "commander.invalidArgument":
      return explainInvalidChoice(error, command);
    case "commander.conflictingOption":
      return new UserError(`${quotedIn(error)} and --level say the same thing twice`, {
        hint: "leave one of them out",
      });
    default:
      return new UserError(error.message.replace(/^error: /, ""), { hint: helpOf(command) });
  }
}

/** The first text that commander's message quotes: a flag, an argument. */
function quotedIn({ message }: CommanderError): string {
  return /'([^']*)'/s.exec(message)?.[1] ?? "";
}

/** By its meaning first, then by its spelling, then as a flag of other commands. */
function explainUnknownFlag(typed: string, command: Command): UserError {
  const dashed = explainDash(typed, command.name());
  if (dashed) return dashed;
  const name = typed.replace(/=.*$/s, "");
  const instead = FLAG_COMMANDS[name.toLowerCase()]?.[command.name()];
  const meant =
    FLAG_MEANINGS[name.toLowerCase()]?.find((words) => findOption(command, words)) ??
    findNearFlag(name.replace(/^-+/, "--"), command);
  const hint = instead ? `did you mean: unwind ${instead}?` : meant ? suggestFlag(meant, command) : helpOf(command);
  return new UserError(`${command.name()} has no flag ${quoteText(name)}`, { hint });
}

/** "did you mean --hold? for example --hold 40s, or --hold pigeon-pose=40s for one exercise" */
function suggestFlag(words: string, command: Command): string {
  const option = findOption(command, words);
  const example = option && exampleOf(option);
  return `did you mean ${words}?${example ? ` ${example}` : ""}`;
}

function explainMissingValue(flags: string, command: Command): UserError {
  const option = command.options.find((one) => one.flags === flags);
  return new UserError(`${option?.long ?? flags} needs a value`, {
    hint: (option && exampleOf(option)) ?? helpOf(command),
  });
}

/** What an argument or a flag that must be there is called, and the first example of the help. */
function explainMissingPart(error: CommanderError, command: Command): UserError {
  const what = quotedIn(error);
  const example = exampleLineOf(command);
  return new UserError(`${command.name()} needs ${what.startsWith("-") ? what : `<${what}>`}`, {
    hint: example ? `for example: ${example}` : helpOf(command),
  });
}

/** A word that is none of those that a flag or an argument takes. */
function explainInvalidChoice({ message }: CommanderError, command: Command): UserError {
  const [, flags, wrong = ""] = /option '([^']*)' argument '(.*)' is invalid/s.exec(message) ?? [];
  if (flags !== undefined) {
    const option = command.options.find((one) => one.flags === flags);
    const choices = option?.argChoices ?? [];
    const hint = suggestChoice(wrong, choices, `${option?.long} `);
    return new UserError(`${option?.long} ${wrong}: expected ${formatAlternatives(choices)}`, { hint });
  }
  const [, value = "", name] = /value '(.*)' is invalid for argument '([^']*)'/s.exec(message) ?? [];
  const argument: Argument | undefined = command.registeredArguments.find((one) => one.name() === name);
  const choices = argument?.argChoices ?? [];
  const meant = ACTION_HINTS[command.name()]?.(value, command.args.slice(1));
  return new UserError(`${command.name()} ${value}: expected ${formatAlternatives(choices)}`, {
    hint: meant ? `did you mean: unwind ${meant}?` : suggestChoice(value, choices, `unwind ${command.name()} `),
  });
}

/** What may be meant by a word in the place of an action; undefined if nothing. */
const ACTION_HINTS: Readonly<Record<string, (word: string, rest: readonly string[]) => string | undefined>> = {
  history: (word) => {
    if (/^\d{1,3}$/.test(word)) return `history -n ${word}`;
    return /^(last|latest)$/i.test(word) ? "history show last" : undefined;
  },
  config: (word, [value]) => {
    const key = SETTING_KEYS.find((known) => known.toLowerCase() === word.toLowerCase());
    if (!key) return undefined;
    return value === undefined ? `config get ${key}` : `config set ${key} ${quoteForShell(value)}`;
  },
};

function suggestChoice(wrong: string, choices: readonly string[], before: string): string {
  const word = wrong.trim().toLowerCase();
  const meant = Object.hasOwn(VALUE_MEANINGS, word) ? VALUE_MEANINGS[word] : undefined;
  const near = meant !== undefined && choices.includes(meant) ? meant : findNearMiss(word, choices);
  return near ? `did you mean ${before}${near}?` : `for example ${before}${choices[0]}`;
}

/** A value of a flag that works; undefined for a flag without a value. */
function exampleOf(option: Option): string | undefined {
  if (option instanceof FlagOption) return option.hint;
  return option.argChoices ? `for example ${option.long} ${option.argChoices[0]}` : undefined;
}

function findOption(command: Command, words: string): Option | undefined {
  const [name] = words.split(" ");
  return command.options.find(({ long, short, hidden }) => !hidden && (long === name || short === name));
}

/** A flag with a slip in it: few people mistype its first letter, and two of three other letters are another word. */
function findNearFlag(name: string, command: Command): string | null {
  const flags = command.options.flatMap(({ long, hidden }) => (long && !hidden ? [long] : []));
  return findNearMiss(
    name,
    flags.filter((flag) => flag[2] === name[2] || name.length > 7),
  );
}

/** The first example of a command's help. */
function exampleLineOf(command: Command): string | undefined {
  let help = "";
  command.configureOutput({ writeOut: (text) => (help += text) }).outputHelp();
  const line = help.split("\n").find((one) => one.startsWith(`  unwind ${command.name()} `));
  return line?.trim().split(/ {2,}/)[0];
}

function helpOf(command: Command): string {
  return `see: unwind ${command.parent ? `${quoteForShell(command.name())} ` : ""}--help`;
}
