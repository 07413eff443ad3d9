/** The flags that adjust a routine, as `run` and `plan` share them: words on the command line → {@link PlanFlags}. */
import { type Command, Option } from "commander";
import { buildTempoStrokes, parseTempo } from "../../catalog/tempo.ts";
import { UserError } from "../../errors.ts";
import { LIMITS } from "../../limits.ts";
import type { Override, PlanFlags, TempoOverride } from "../../plan/flags.ts";
import type { Level, Side } from "../../terms.ts";
import { parseDuration } from "../../text/duration.ts";

/** What commander hands over; every list in the order in which it was given. */
export interface PlanOptions {
  readonly level?: Level | "auto";
  readonly side?: Side | "both";
  readonly firstSide?: Side;
  readonly prepare?: number;
  readonly switch?: number;
  readonly sets?: readonly Override<number>[];
  readonly reps?: readonly Override<number>[];
  readonly hold?: readonly Override<number>[];
  readonly tempo?: readonly Override<TempoOverride>[];
  readonly rest?: readonly Override<number>[];
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  readonly from?: string;
  readonly fit?: number;
}

/** Adds the flags to a command. Times are kept in milliseconds. */
export function addPlanFlags(command: Command): Command {
  const each = <T>(flags: string, about: string, read: (text: string) => T) => {
    const option = new Option(flags, about);
    const name = option.long ?? flags;
    return option.argParser((text: string, before: readonly Override<T>[] = []) => [
      ...before,
      parseOverride(name, text, read),
    ]);
  };
  const one = <T>(flags: string, about: string, read: (text: string, before?: T) => T) => {
    const option = new Option(flags, about);
    return option.argParser((text: string, before?: T) =>
      parseFlagValue(`${option.long} ${text}`, text, (trimmed) => read(trimmed, before)),
    );
  };
  return command
    .addOption(
      new Option("--level <level>", "which end of a range is done; auto: what history proposes").choices([
        "easy",
        "standard",
        "hard",
        "auto",
      ]),
    )
    .addOption(each("--reps <n>", "repetitions of a set; also psoas-march=12", (text) => parseCount(text, LIMITS.reps)))
    .addOption(each("--sets <n>", "sets; also exercise=n", (text) => parseCount(text, LIMITS.sets)))
    .addOption(each("--hold <time>", "a hold, work or a roll: 40s, 1m30s, 1:30; also exercise=time", parseNonZeroTime))
    .addOption(
      each(
        "--tempo <tempo>",
        "eccentric-pause-concentric-pause: 4-0-2-1, 30X1; also exercise=tempo",
        parseTempoOverride,
      ),
    )
    .addOption(each("--rest <time>", "rest between sets; also exercise=time", parseTime))
    .addOption(one("--prepare <time>", "time to get ready before an exercise", parseTime))
    .addOption(one("--switch <time>", "time to change sides", parseTime))
    .addOption(new Option("--side <side>", "do one side only").choices(["left", "right", "both"]))
    .addOption(new Option("--first-side <side>", "the side that begins").choices(["left", "right"]))
    .addOption(one("--only <exercises>", "do these alone: a,b", parseNames))
    .addOption(one("--skip <exercises>", "leave these out: a,b", parseNames))
    .option("--from <exercise>", "begin with this one")
    .addOption(one("--fit <time>", "the best session within a time: 15m", parseSessionTime));
}

/** The flags that were given, as the plan takes them. */
export function toPlanFlags(options: PlanOptions): PlanFlags {
  const { level, side, firstSide, sets, reps, tempo, only, skip, from } = options;
  const { hold: holdMs, rest: restMs, prepare: prepareMs, switch: switchMs, fit: fitMs } = options;
  const all = {
    // "auto" is no level: what it stands for comes from history.
    level: level === "auto" ? undefined : level,
    side,
    firstSide,
    sets,
    reps,
    tempo,
    only,
    skip,
    from,
    holdMs,
    restMs,
    prepareMs,
    switchMs,
    fitMs,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** "12" for all, "psoas-march=12" for one. */
function parseOverride<T>(name: string, text: string, read: (text: string) => T): Override<T> {
  const flag = `${name} ${text.trim()}`;
  const equals = text.indexOf("=");
  const exercise = equals < 0 ? null : text.slice(0, equals).trim();
  if (exercise === "") throw new UserError(`${flag}: no exercise before the "="`);
  return { exercise, value: parseFlagValue(flag, text.slice(equals + 1), read), flag };
}

function parseFlagValue<T>(flag: string, text: string, read: (text: string) => T): T {
  try {
    return read(text.trim());
  } catch (error) {
    throw error instanceof UserError ? new UserError(`${flag}: ${error.message}`, { hint: error.hint }) : error;
  }
}

function parseCount(text: string, most: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1 || value > most)
    throw new UserError(`expected a whole number from 1 to ${most}`);
  return value;
}

function parseTime(text: string): number {
  const ms = parseSessionTime(text);
  if (ms > LIMITS.seconds * 1000) throw new UserError(`${LIMITS.seconds} seconds is the most`);
  return ms;
}

/** Of a whole session. */
function parseSessionTime(text: string): number {
  const ms = parseDuration(text);
  if (ms === null) throw new UserError("expected a time such as 45, 45s, 1m30s or 1:30");
  if (ms > LIMITS.planSeconds * 1000) throw new UserError(`${LIMITS.planSeconds / 3600} hours is the most`);
  return ms;
}

function parseNonZeroTime(text: string): number {
  const ms = parseTime(text);
  if (ms < 1000) throw new UserError("one second is the least");
  return ms;
}

function parseTempoOverride(text: string): TempoOverride {
  const tempo = parseTempo(text);
  if (!tempo) throw new UserError("expected eccentric-pause-concentric-pause in seconds, such as 4-0-2-1 or 30X1");
  return { text, buildStrokes: (starts) => buildTempoStrokes(tempo, starts) };
}

function parseNames(text: string, before: readonly string[] = []): readonly string[] {
  const names = text.split(",").map((name) => name.trim());
  if (names.some((name) => name === "")) throw new UserError("expected names with commas between them");
  return [...before, ...names];
}

/** The flags that were given, as words that give them again; for the record of what was done. */
export function formatPlanFlags(options: PlanOptions): readonly string[] {
  const { level, side, firstSide, prepare, switch: change, only, skip, from } = options;
  const word = (flag: string, value: string | undefined) => (value === undefined ? [] : [`${flag} ${value}`]);
  const time = (ms: number | undefined) => (ms === undefined ? undefined : `${ms / 1000}s`);
  return [
    ...word("--level", level),
    ...word("--side", side),
    ...word("--first-side", firstSide),
    ...word("--prepare", time(prepare)),
    ...word("--switch", time(change)),
    ...[options.sets, options.reps, options.hold, options.tempo, options.rest].flatMap(
      (changes) => changes?.map(({ flag }) => flag) ?? [],
    ),
    ...word("--only", only?.join(",")),
    ...word("--skip", skip?.join(",")),
    ...word("--from", from),
    ...word("--fit", time(options.fit)),
  ];
}
