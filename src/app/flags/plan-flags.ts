/** Adds the flags that adjust a routine to a command, and reads what was given. The flags themselves are a table. */
import { type Command, Option } from "commander";
import { UserError } from "../../errors.ts";
import type { PlanFlags } from "../../plan/flags.ts";
import { FlagOption } from "./flag-option.ts";
import { parseFlagValue } from "./flag-values.ts";
import type { PlanFlagRow } from "./plan-flag-kinds.ts";
import { DOSE, type PlanOptions, ROWS } from "./plan-flag-table.ts";

/** The routine that `run` and `plan` open if none is named. */
export const DEFAULT_ROUTINE = "psoas-program";

/** Adds the flags to a command. */
export function addPlanFlags(command: Command): Command {
  for (const [name, row] of ROWS) command.addOption(createOption(flagOf(name), row));
  addLevelWords(command);
  return command;
}

/** Other words for `--level`: `--easy`. @throws UserError (exit 2), while flags are read, for two that differ. */
function addLevelWords(command: Command): void {
  const said = new Map<string, unknown>();
  const note = (flag: string, level: unknown) => {
    for (const [other, before] of said) {
      if (other === flag || before === level) continue;
      throw new UserError(`${other} and ${flag} exclude each other`, { hint: "leave one of them out" });
    }
    said.set(flag, level);
  };
  for (const level of ["easy", "standard", "hard"] as const) {
    command.addOption(new Option(`--${level}`).hideHelp().helpGroup(DOSE));
    command.on(`option:${level}`, () => {
      note(`--${level}`, level);
      command.setOptionValueWithSource("level", level, "cli");
    });
  }
  command.on("option:level", (level) => note("--level", level));
}

function createOption(flag: string, row: PlanFlagRow<keyof PlanFlags, unknown>): Option {
  const { about, group, short, choices, example, exampleExercise, valueName, parse } = row;
  const names = short ? `-${short}, ${flag}` : flag;
  const flags = valueName ? `${names} <${valueName}>` : names;
  const option =
    example === undefined ? new Option(flags, about) : new FlagOption(flags, about, example, exampleExercise);
  if (choices) option.choices(choices as readonly string[]);
  if (parse && option instanceof FlagOption) {
    option.readWith((text, before) => parseFlagValue(flag, text, (typed) => parse(typed, before, flag)));
  }
  return option.helpGroup(group);
}

/** The given flags, in the form that the planner takes. */
export function toPlanFlags(options: PlanOptions): PlanFlags {
  const given = options.level === "auto" ? { ...options, level: undefined } : options;
  return Object.fromEntries(ROWS.flatMap(([name, { key }]) => (given[name] === undefined ? [] : [[key, given[name]]])));
}

/** The given flags as text that gives them again, for the session record. */
export function formatPlanFlags(options: PlanOptions): readonly string[] {
  return ROWS.flatMap(([name, row]) => (options[name] === undefined ? [] : row.format(options[name], flagOf(name))));
}

/** `firstSide` → `--first-side` */
function flagOf(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
