/** The flags that adjust a routine, as one table. A new flag is one row of it, and its key in {@link PlanFlags}. */
import { type Command, Option } from "commander";
import { LIMITS } from "../../limits.ts";
import type { Override, PlanFlags } from "../../plan/flags.ts";
import {
  parseCount,
  parseFlagValue,
  parseNames,
  parseNonZeroTime,
  parseOverride,
  parsePace,
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
  /** What help calls the value: "time" for `--hold <time>`; absent for a flag without a value. */
  readonly valueName?: string;
  /** The only values allowed. */
  readonly choices?: readonly Value[];
  /** Reads one use of the flag; `before` is what earlier uses gave. Without it, the text is the value. */
  parse?(text: string, before: Value | undefined, flag: string): Value;
  /** The flags that give the value again, for the session record. */
  format(value: Value, flag: string): readonly string[];
}

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
    about: "which end of a range is done; auto: what history proposes",
    ...choice("level", ["easy", "standard", "hard", "auto"]),
  },
  reps: {
    key: "reps",
    about: "repetitions of a set; also psoas-march=12",
    ...perExercise("n", (text) => parseCount(text, LIMITS.reps)),
  },
  sets: {
    key: "sets",
    about: "sets; also exercise=n",
    ...perExercise("n", (text) => parseCount(text, LIMITS.sets)),
  },
  hold: {
    key: "holdMs",
    about: "a hold, work or a roll: 40s, 1m30s, 1:30; also exercise=time",
    ...perExercise("time", parseNonZeroTime),
  },
  tempo: {
    key: "tempo",
    about: "eccentric-pause-concentric-pause: 4-0-2-1, 30X1; also exercise=tempo",
    ...perExercise("tempo", parseTempoFlag),
  },
  rest: { key: "restMs", about: "rest between sets; also exercise=time", ...perExercise("time", parseTime) },
  prepare: { key: "prepareMs", about: "time to get ready before an exercise", ...time(parseTime) },
  switch: { key: "switchMs", about: "time to change sides", ...time(parseTime) },
  side: { key: "side", about: "do one side only", ...choice("side", ["left", "right", "both"]) },
  firstSide: { key: "firstSide", about: "the side that begins", ...choice("side", ["left", "right"]) },
  only: { key: "only", about: "do these alone: a,b", ...names },
  skip: { key: "skip", about: "leave these out: a,b", ...names },
  from: { key: "from", about: "begin with this one", valueName: "exercise", format: formatAsTyped },
  rounds: {
    key: "rounds",
    about: "rounds of every group that is in no other; without groups, how often all is done",
    valueName: "n",
    parse: (text: string, _before: number | undefined, flag: string) =>
      parseFlagValue(`${flag} ${text}`, text, (count) => parseCount(count, LIMITS.rounds)),
    format: (rounds: number, flag: string) => [`${flag} ${rounds}`],
  },
  pace: {
    key: "paceMs",
    about: "time that a self-paced repetition is estimated at: 2s; also exercise=time",
    ...perExercise("time", parsePace),
  },
  seed: {
    key: "seed",
    about: "decides what chance decides; the same number gives the same plan",
    valueName: "n",
    parse: (text: string, _before: number | undefined, flag: string) =>
      parseFlagValue(`${flag} ${text}`, text, (count) => parseCount(count, LIMITS.seed)),
    format: (seed: number, flag: string) => [`${flag} ${seed}`],
  },
  handsFree: { key: "handsFree", about: "self-paced sets end by themselves when their estimate is over", ...toggle },
  fit: { key: "fitMs", about: "the best session within a time: 15m", ...time(parseSessionTime) },
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
  for (const [name, { about, valueName, choices, parse }] of ROWS) {
    const flag = flagOf(name);
    const option = new Option(valueName ? `${flag} <${valueName}>` : flag, about);
    if (choices) option.choices(choices as readonly string[]);
    if (parse) option.argParser((text: string, before: unknown) => parse(text, before, flag));
    command.addOption(option);
  }
  return command;
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
