/** Says what to write when a command gets more words than it takes: `plan desk break`, `run march 12`. */
import type { Command } from "commander";
import { looksLikeLine } from "../../catalog/argument-kinds.ts";
import type { Exercise } from "../../catalog/exercise-types.ts";
import { findLikelyIds, matchName, suggestEntries } from "../../catalog/find-entry.ts";
import type { Catalog, Routine } from "../../catalog/types.ts";
import { systemClock, utcOffsetMinutes } from "../../clock.ts";
import { UserError } from "../../errors.ts";
import { parseDuration } from "../../text/duration.ts";
import { quoteForShell } from "../../text/safe-text.ts";
import { isMoment } from "../flags/moment.ts";
import { openCatalog } from "../open/catalog.ts";
import type { ShellEnvironment } from "../shell-environment.ts";
import { VALUE_MEANINGS } from "./flag-synonyms.ts";
import { adviseQuotes } from "./resolve-words.ts";

/** The commands whose one argument names a routine or an exercise. */
const TAKES_ROUTINE = ["run", "plan", "render", "show", "suggest", "log"];

/** @param command as commander parsed it: its words are in `command.args`. */
export async function explainExcessWords(command: Command, shell: ShellEnvironment): Promise<UserError> {
  const name = command.name();
  const most = command.registeredArguments.length;
  if (!TAKES_ROUTINE.includes(name)) {
    const words = command.args.slice(0, most).map(quoteForShell);
    const excess = quoteForShell(command.args[most] ?? "");
    const joined = [...command.args.slice(0, most - 1), command.args.slice(most - 1).join(" ")].map(quoteForShell);
    const namesSession = command.options.some(({ long }) => long === "--session");
    return new UserError(
      `${name} takes ${most === 0 ? "no words" : `at most ${most === 1 ? "one word" : `${most} words`}`}`,
      {
        hint: namesSession
          ? `name a session with: unwind ${[name, ...words].join(" ")} --session ${excess}`
          : most === 0
            ? `leave out ${excess}: unwind ${name}`
            : `leave out ${excess}, or put words that belong together in quotes: unwind ${[name, ...joined].join(" ")}`,
      },
    );
  }
  const catalog = await openCatalog(shell);
  const entries = [...catalog.routines.values(), ...catalog.exercises.values()];
  const message = `${name} takes one name`;
  const hint = suggestMoment(command, entries) ?? suggestOneName(command, entries);
  if (hint !== null) return new UserError(message, { hint });
  const all = command.args.join(" ");
  if (!looksLikeLine(all)) {
    const quoted = `put it in quotes: unwind ${name} ${quoteForShell(all)}`;
    return new UserError(message, { hint: suggestEntries(all, entries) ?? quoted });
  }
  const fault = await findLineFault(all, catalog);
  return fault ?? new UserError(message, { hint: adviseQuotes(`unwind ${name}`, all) });
}

/** The fault in words that look like a line, and the quotes that they lack as well; null if quotes alone are missing. */
async function findLineFault(line: string, catalog: Catalog): Promise<UserError | null> {
  const { readLine } = await import("../../catalog/line-routine.ts");
  try {
    await readLine(line, catalog);
    return null;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return new UserError(`${error.message}\n  put the whole line in quotes`);
  }
}

/** Values of flags that are typed as bare words behind a name: "desk-break easy". */
const BARE_VALUES: Readonly<Record<string, string>> = {
  easy: "--level easy",
  standard: "--level standard",
  hard: "--level hard",
  left: "--side left",
  right: "--side right",
};

function suggestOneName(command: Command, entries: readonly (Exercise | Routine)[]): string | null {
  const words = command.args;
  const say = (rest: string) => `did you mean: unwind ${command.name()} ${rest}?`;
  const [whole] = matchName(words.join(" "), [entries]);
  if (whole) return say(whole.id);
  // "march 12", "pigeon 40s", "march 3x12", "desk-break easy"
  const name = words.slice(0, -1).join(" ");
  const flags = toFlags(words.at(-1) ?? "");
  const id = flags && findOneId(name, entries, looksLikeLine(words.join(" ")));
  const [first] = flags?.split(" ") ?? [];
  return flags && id && command.options.some(({ long }) => long === first) ? say(`${id} ${flags}`) : null;
}

/** "log desk-break yesterday 18:00": the longest end of it that is a moment. */
function suggestMoment(command: Command, entries: readonly (Exercise | Routine)[]): string | null {
  if (!command.options.some(({ long }) => long === "--at")) return null;
  const words = command.args;
  const present = { nowEpochMs: systemClock.epochMs(), utcOffsetMinutes };
  for (let from = 1; from < words.length; from++) {
    const moment = words.slice(from).join(" ");
    const name = words.slice(0, from).join(" ");
    const id = findOneId(name, entries);
    if (!id || !isMoment(moment, present)) continue;
    return `did you mean: unwind ${command.name()} ${quoteForShell(id)} --at ${quoteForShell(moment)}?`;
  }
  return null;
}

/** @param isLine the words are a line of the notation too, where "squat" is no part of another name. */
function findOneId(name: string, entries: readonly (Exercise | Routine)[], isLine = false): string | undefined {
  const [first, second] = matchName(name, [entries]);
  if (first) return second ? undefined : first.id;
  return isLine ? undefined : findLikelyIds(name, entries)[0];
}

/** The flags that a word after a name stands for; null if it is none. */
function toFlags(word: string): string | null {
  const value = word.toLowerCase();
  const meant = Object.hasOwn(VALUE_MEANINGS, value) ? (VALUE_MEANINGS[value] ?? value) : value;
  if (Object.hasOwn(BARE_VALUES, meant)) return BARE_VALUES[meant] ?? null;
  const [, sets, reps] = /^(\d+)x(\d+)$/i.exec(word) ?? [];
  if (sets) return `--sets ${sets} --reps ${reps}`;
  if (/^\d+(x|reps?)?$/i.test(word)) return `--reps ${Number.parseInt(word, 10)}`;
  return parseDuration(word) === null ? null : `--hold ${word}`;
}
