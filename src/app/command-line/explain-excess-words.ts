/** Says what to write when a command gets more words than it takes: `plan desk break`, `run march 12`. */
import type { Command } from "commander";
import type { Exercise } from "../../catalog/exercise-types.ts";
import { matchName, suggestEntries } from "../../catalog/find-entry.ts";
import { looksLikeLine } from "../../catalog/line/parse-line.ts";
import { loadCatalog } from "../../catalog/load-catalog.ts";
import type { Routine } from "../../catalog/types.ts";
import { UserError } from "../../errors.ts";
import { findDataFolder, resolvePersonalFolders } from "../../paths.ts";
import { parseDuration } from "../../text/duration.ts";
import { quoteForShell } from "../../text/safe-text.ts";
import { isMoment } from "../flags/moment.ts";
import type { ShellEnvironment } from "../shell-environment.ts";

/** The commands whose one argument names a routine or an exercise. */
const TAKES_ROUTINE = ["run", "plan", "render", "show", "suggest", "log"];

/** @param command as commander parsed it: its words are in `command.args`. */
export async function explainExcessWords(command: Command, shell: ShellEnvironment): Promise<UserError> {
  const name = command.name();
  const most = command.registeredArguments.length;
  if (!TAKES_ROUTINE.includes(name)) {
    const words = command.args.slice(0, most).map(quoteForShell);
    return new UserError(
      `${name} takes ${most === 0 ? "no words" : `at most ${most === 1 ? "one word" : `${most} words`}`}`,
      {
        hint: `put words that belong together in quotes, or leave out ${quoteForShell(command.args[most] ?? "")}: unwind ${[name, ...words].join(" ")}`,
      },
    );
  }
  const { routines, exercises } = await loadCatalog({
    dataDir: findDataFolder(),
    userDir: resolvePersonalFolders(shell.env).data,
  });
  const entries = [...routines.values(), ...exercises.values()];
  const hint = suggestMoment(command, entries) ?? suggestOneName(command, entries);
  return new UserError(`${name} takes one name`, { hint });
}

function suggestOneName(command: Command, entries: readonly (Exercise | Routine)[]): string {
  const words = command.args;
  const all = words.join(" ");
  const say = (rest: string) => `did you mean: unwind ${command.name()} ${rest}?`;
  const [whole] = matchName(all, [entries]);
  if (whole) return say(whole.id);
  // "march 12", "pigeon 40s", "march 3x12"
  const name = words.slice(0, -1).join(" ");
  const flag = toDoseFlag(words.at(-1) ?? "");
  const id = flag && findOneId(name, entries);
  if (flag && id && command.options.some(({ long }) => long === "--reps")) return say(`${id} ${flag}`);
  if (looksLikeLine(all)) return `a workout in a line is put in quotes: unwind ${command.name()} ${quoteForShell(all)}`;
  return suggestEntries(all, entries) ?? `put it in quotes: unwind ${command.name()} ${quoteForShell(all)}`;
}

/** "log desk-break yesterday 18:00": the longest end of it that is a moment. */
function suggestMoment(command: Command, entries: readonly (Exercise | Routine)[]): string | null {
  if (!command.options.some(({ long }) => long === "--at")) return null;
  const words = command.args;
  for (let from = 1; from < words.length; from++) {
    const moment = words.slice(from).join(" ");
    const name = words.slice(0, from).join(" ");
    const id = findOneId(name, entries);
    if (!id || !isMoment(moment)) continue;
    return `did you mean: unwind ${command.name()} ${quoteForShell(id)} --at ${quoteForShell(moment)}?`;
  }
  return null;
}

function findOneId(name: string, entries: readonly (Exercise | Routine)[]): string | undefined {
  const [first, second] = matchName(name, [entries]);
  if (first) return second ? undefined : first.id;
  return /did you mean ([a-z0-9-]+)/.exec(suggestEntries(name, entries) ?? "")?.[1];
}

/** The flag that a figure after a name stands for; null if it is none. */
function toDoseFlag(figure: string): string | null {
  const [, sets, reps] = /^(\d+)x(\d+)$/i.exec(figure) ?? [];
  if (sets) return `--sets ${sets} --reps ${reps}`;
  if (/^\d+(x|reps?)?$/i.test(figure)) return `--reps ${Number.parseInt(figure, 10)}`;
  return parseDuration(figure) === null ? null : `--hold ${figure}`;
}
