/** The flags that adjust a routine, as one table. A new flag is one row of it, and its key in {@link PlanFlags}. */
import { type Command, Option } from "commander";
import { LIMITS } from "../../limits.ts";
import type { Override, PlanFlags } from "../../plan/flags.ts";
import { FlagOption } from "./flag-option.ts";
import {
  parseCount,
  parseFlagValue,
  parseNames,
  parseNonZeroTime,
  parseOverride,
  parsePace,
  parseReps,
  parseSessionTime,
  parseTempoFlag,
  parseTime,
} from "./flag-values.ts";

/** What a flag is read as. "auto" is not a level: its values come from the history. */
type OptionValue<K extends keyof PlanFlags> = NonNullable<PlanFlags[K]> | (K extends "level" ? "auto" : never);

interface PlanFlagRow<K, Value> {
  /** Where the planner finds the value. */
  readonly key: K;
  readonly about: string;
  /** Its heading in the help. */
  readonly group: string;
  /** One letter, for what is typed daily. */
  readonly short?: string;
  /** A value that works, for messages. Not needed beside `choices`. */
  readonly example?: string;
  /** An exercise that the value can be limited to. */
  readonly exampleExercise?: string;
  /** What help calls the value: "time" for `--hold <time>`; absent for a flag without a value. */
  readonly valueName?: string;
  /** The only values allowed. */
  readonly choices?: readonly Value[];
  /** Reads one use of the flag; `before` is what earlier uses gave. Without it, the text is the value. */
  parse?(text: string, before: Value | undefined, flag: string): Value;
  /** The flags that give the value again, for the session record. */
  format(value: Value, flag: string): readonly string[];
}

const DOSE = "Dose:";
const SELECTION = "Exercises and order:";
const TIMES = "Time:";

const formatAsTyped = (value: string, flag: string) => [`${flag} ${value}`];

const choice = <const Value extends string>(valueName: string, choices: readonly Value[]) => ({
  valueName,
  choices,
  format: formatAsTyped,
});

/** One time in milliseconds. */
const time = (read: (text: string) => number) => ({
  valueName: "time",
  parse: (text: string, _before: number | undefined, flag: string) => parseFlagValue(`${flag} ${text}`, text, read),
  format: (ms: number, flag: string) => [`${flag} ${ms / 1000}s`],
});

/** A flag without a value. */
const toggle = { format: (_value: boolean, flag: string) => [flag] };

/** Names of exercises, separated by commas; further uses of the flag add to them. */
const names = {
  group: SELECTION,
  example: "psoas-march,pigeon-pose",
  valueName: "exercises",
  parse: (text: string, before: readonly string[] | undefined, flag: string) => [
    ...(before ?? []),
    ...parseFlagValue(`${flag} ${text}`, text, parseNames),
  ],
  format: (values: readonly string[], flag: string) => [`${flag} ${values.join(",")}`],
};

/** A value for all exercises ("12") or for one ("psoas-march=12"); the flag can be used several times. */
const perExercise = <Value>(valueName: string, read: (text: string) => Value) => ({
  valueName,
  parse: (text: string, before: readonly Override<Value>[] | undefined, flag: string) => [
    ...(before ?? []),
    parseOverride(flag, text, read),
  ],
  format: (overrides: readonly Override<Value>[]) => overrides.map(({ flag }) => flag),
});

/**
 * The flags by the names of commander's options (`firstSide` is `--first-side`), in the order in which help lists them
 * and a session record repeats them.
 */
const PLAN_FLAGS = {
  level: {
    key: "level",
    about: "which end of each range to do; auto: what your history suggests",
    group: DOSE,
    short: "l",
    ...choice("level", ["easy", "standard", "hard", "auto"]),
  },
  reps: {
    key: "reps",
    about: "repetitions per set, or exercise=n",
    group: DOSE,
    short: "r",
    example: "12",
    exampleExercise: "psoas-march",
    ...perExercise("n", (text) => parseReps(text, LIMITS.reps)),
  },
  sets: {
    key: "sets",
    about: "number of sets, or exercise=n",
    group: DOSE,
    short: "s",
    example: "3",
    exampleExercise: "psoas-march",
    ...perExercise("n", (text) => parseCount(text, LIMITS.sets)),
  },
  hold: {
    key: "holdMs",
    about: "length of a hold, work or roll: 40 (seconds), 40s, 1m30s, 1:30; or exercise=time",
    group: DOSE,
    example: "40s",
    exampleExercise: "pigeon-pose",
    ...perExercise("time", parseNonZeroTime),
  },
  tempo: {
    key: "tempo",
    about: "lower-pause-lift-pause in seconds, X for fast: 4-0-2-1, 30X1; or exercise=tempo",
    group: DOSE,
    short: "t",
    example: "4-0-2-1",
    exampleExercise: "psoas-march",
    ...perExercise("tempo", parseTempoFlag),
  },
  rest: {
    key: "restMs",
    about: "rest between sets and rounds, in seconds; or exercise=time",
    group: DOSE,
    example: "45s",
    exampleExercise: "psoas-march",
    ...perExercise("time", parseTime),
  },
  rounds: {
    key: "rounds",
    about: "rounds of each outer group; without groups, how often to repeat everything",
    group: DOSE,
    example: "4",
    valueName: "n",
    parse: (text: string, _before: number | undefined, flag: string) =>
      parseFlagValue(`${flag} ${text}`, text, (count) => parseCount(count, LIMITS.rounds)),
    format: (rounds: number, flag: string) => [`${flag} ${rounds}`],
  },
  side: { key: "side", about: "do one side only", group: SELECTION, ...choice("side", ["left", "right", "both"]) },
  firstSide: { key: "firstSide", about: "side to start with", group: SELECTION, ...choice("side", ["left", "right"]) },
  only: { key: "only", about: "do only these: a,b", ...names },
  skip: { key: "skip", about: "skip these: a,b", ...names },
  from: {
    key: "from",
    about: "start with this one",
    group: SELECTION,
    example: "psoas-march",
    valueName: "exercise",
    format: formatAsTyped,
  },
  fit: {
    key: "fitMs",
    about: "the best session within a time: 15 (minutes), 15m, 1h",
    group: TIMES,
    short: "f",
    example: "15m",
    ...time(parseSessionTime),
  },
  prepare: {
    key: "prepareMs",
    about: "time to get ready before an exercise, in seconds",
    group: TIMES,
    example: "10s",
    ...time(parseTime),
  },
  switch: {
    key: "switchMs",
    about: "time to change sides, in seconds",
    group: TIMES,
    example: "5s",
    ...time(parseTime),
  },
  pace: {
    key: "paceMs",
    about: "estimated time of one self-paced repetition: 2s; or exercise=time",
    group: TIMES,
    example: "2s",
    exampleExercise: "psoas-march",
    ...perExercise("time", parsePace),
  },
  seed: {
    key: "seed",
    about: "decides what chance decides; the same number gives the same plan",
    group: SELECTION,
    example: "7",
    valueName: "n",
    parse: (text: string, _before: number | undefined, flag: string) =>
      parseFlagValue(`${flag} ${text}`, text, (count) => parseCount(count, LIMITS.seed)),
    format: (seed: number, flag: string) => [`${flag} ${seed}`],
  },
  handsFree: {
    key: "handsFree",
    about: "end self-paced sets automatically after their estimated time",
    group: TIMES,
    ...toggle,
  },
} as const satisfies Record<string, { [K in keyof PlanFlags]-?: PlanFlagRow<K, OptionValue<K>> }[keyof PlanFlags]>;

type PlanFlagTable = typeof PLAN_FLAGS;

/** The given flags as commander hands them over; lists are in the order given. */
export type PlanOptions = {
  readonly [Name in keyof PlanFlagTable]?: OptionValue<PlanFlagTable[Name]["key"]>;
};

/** The rows without the types of their values, to go through all of them. */
const ROWS = Object.entries(PLAN_FLAGS) as [keyof PlanFlagTable, PlanFlagRow<keyof PlanFlags, unknown>][];

/** Adds the flags to a command. */
export function addPlanFlags(command: Command): Command {
  for (const [name, row] of ROWS) command.addOption(createOption(flagOf(name), row));
  // Other words for --level; as with any flag, the last one counts.
  for (const level of ["easy", "standard", "hard"] as const) {
    command.addOption(new Option(`--${level}`).hideHelp().helpGroup(DOSE));
    command.on(`option:${level}`, () => command.setOptionValueWithSource("level", level, "cli"));
  }
  return command;
}

function createOption(flag: string, row: PlanFlagRow<keyof PlanFlags, unknown>): Option {
  const { about, group, short, choices, example, exampleExercise, valueName, parse } = row;
  const names = short ? `-${short}, ${flag}` : flag;
  const flags = valueName ? `${names} <${valueName}>` : names;
  const option =
    example === undefined ? new Option(flags, about) : new FlagOption(flags, about, example, exampleExercise);
  if (choices) option.choices(choices as readonly string[]);
  if (parse && option instanceof FlagOption) option.readWith((text, before) => parse(text, before, flag));
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
