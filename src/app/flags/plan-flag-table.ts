/** The flags that adjust a routine, as one table. A new flag is one row of it, and its key in {@link PlanFlags}. */
import { LIMITS } from "../../limits.ts";
import type { PlanFlags } from "../../plan/flags.ts";
import {
  parseCount,
  parseNonZeroTime,
  parsePace,
  parseReps,
  parseSessionTime,
  parseTempoFlag,
  parseTime,
} from "./flag-values.ts";
import { choice, count, formatAsTyped, names, type PlanFlagRow, perExercise, time, toggle } from "./plan-flag-kinds.ts";

/** What a flag is read as. "auto" is not a level: its values come from the history. */
type OptionValue<K extends keyof PlanFlags> = NonNullable<PlanFlags[K]> | (K extends "level" ? "auto" : never);

export const DOSE = "Dose:";
const SELECTION = "Exercises and order:";
const TIMES = "Time:";

/**
 * The flags by the names of commander's options (`firstSide` is `--first-side`), in the order in which help lists them
 * and a session record repeats them.
 */
const PLAN_FLAGS = {
  level: {
    key: "level",
    about: "which end of each range to use; auto: what your history suggests",
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
    ...count(LIMITS.rounds),
  },
  side: { key: "side", about: "do one side only", group: SELECTION, ...choice("side", ["left", "right", "both"]) },
  firstSide: { key: "firstSide", about: "side to start with", group: SELECTION, ...choice("side", ["left", "right"]) },
  only: { key: "only", about: "do only these: a,b", group: SELECTION, ...names },
  skip: { key: "skip", about: "skip these: a,b", group: SELECTION, ...names },
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
    about: "seed of what is random; the same number gives the same plan",
    group: SELECTION,
    example: "7",
    ...count(LIMITS.seed),
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
export const ROWS = Object.entries(PLAN_FLAGS) as [keyof PlanFlagTable, PlanFlagRow<keyof PlanFlags, unknown>][];
