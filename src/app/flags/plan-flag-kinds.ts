/** What the rows of the table of plan flags are made of: the kinds of values, each with how it is read and said again. */
import type { Override } from "../../plan/flags.ts";
import { parseCount, parseNames, parseOverride } from "./flag-values.ts";

/** One flag: what help says of it, how it is read, and how it is said again. */
export interface PlanFlagRow<K, Value> {
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

/** A flag whose value is said as it was typed. */
export const formatAsTyped = (value: string, flag: string) => [`${flag} ${value}`];

/** One of a few words. */
export const choice = <const Value extends string>(valueName: string, choices: readonly Value[]) => ({
  valueName,
  choices,
  format: formatAsTyped,
});

/** One whole number from 1. */
export const count = (max: number) => ({
  valueName: "n",
  parse: (text: string) => parseCount(text, max),
  format: (value: number, flag: string) => [`${flag} ${value}`],
});

/** One time in milliseconds. */
export const time = (read: (text: string) => number) => ({
  valueName: "time",
  parse: read,
  format: (ms: number, flag: string) => [`${flag} ${ms / 1000}s`],
});

/** A flag without a value. */
export const toggle = { format: (_value: boolean, flag: string) => [flag] };

/** Names of exercises, separated by commas; further uses of the flag add to them. */
export const names = {
  example: "psoas-march,pigeon-pose",
  valueName: "exercises",
  parse: (text: string, before: readonly string[] | undefined) => [...(before ?? []), ...parseNames(text)],
  format: (values: readonly string[], flag: string) => [`${flag} ${values.join(",")}`],
};

/** A value for all exercises ("12") or for one ("psoas-march=12"); the flag can be used several times. */
export const perExercise = <Value>(valueName: string, read: (text: string) => Value) => ({
  valueName,
  parse: (text: string, before: readonly Override<Value>[] | undefined, flag: string) => [
    ...(before ?? []),
    parseOverride(flag, text, read),
  ],
  format: (overrides: readonly Override<Value>[]) => overrides.map(({ flag }) => flag),
});
