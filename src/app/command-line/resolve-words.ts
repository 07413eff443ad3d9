/** What is no command but can be run is run; for what cannot, a suggestion: from its meaning first, then its spelling. */
import { existsSync } from "node:fs";
import { isFileArgument, isLineArgument } from "../../catalog/argument-kinds.ts";
import { listIdentifiers, matchName, suggestEntries } from "../../catalog/find-entry.ts";
import type { Catalog } from "../../catalog/types.ts";
import { UserError } from "../../errors.ts";
import { resolvePersonalFolders } from "../../paths.ts";
import { parseDuration } from "../../text/duration.ts";
import { findNearMiss, formatAlternatives, suggestNearMiss } from "../../text/near-miss.ts";
import { escapeUnsafeText, quoteForShell, quoteText } from "../../text/safe-text.ts";
import { openCatalog } from "../open/catalog.ts";
import type { ShellEnvironment } from "../shell-environment.ts";
import { COMMAND_MEANINGS } from "./command-synonyms.ts";

/** The beginning of a name counts from so many letters: shorter words are rather mistyped commands. */
const MIN_BEGINNING = 3;

/**
 * The arguments as a command takes them: `desk-break --level easy` → `run desk-break --level easy`.
 *
 * @param argv arguments that begin with no command.
 * @throws UserError (exit 2), with a suggestion, if they mean nothing.
 */
export async function resolveWords(
  argv: readonly string[],
  commands: readonly string[],
  shell: ShellEnvironment,
): Promise<readonly string[]> {
  const [first = "", ...rest] = argv;
  if (first.startsWith("-") && first !== "-") throw rejectLeadingFlag(argv, commands);
  if (isFileArgument(first) || (first.includes(".") && existsSync(first))) return ["run", ...argv];
  // Faults of files are reported by the command that then runs.
  const catalog = await openCatalog(shell);
  if (canBeRun(first, catalog, commands)) return ["run", ...argv];
  // `unwind 8x 20s/10s`, without quotes: `run` explains what to write.
  if (rest.length > 0 && /\d/.test(first) && isLineArgument(argv.join(" "), catalog)) return ["run", ...argv];
  throw new UserError(`there is no command, routine or exercise ${quoteText(first)}`, {
    hint: (await suggestDeletion(argv, catalog, shell)) ?? suggestWords(first, rest, catalog, commands),
  });
}

/** "delete leg-day": one's own routine or exercise goes with its file, and what ships stays; null for anything else. */
async function suggestDeletion(
  [word = "", name]: readonly string[],
  catalog: Catalog,
  shell: ShellEnvironment,
): Promise<string | null> {
  if (!["delete", "remove", "rm"].includes(word.toLowerCase()) || name === undefined) return null;
  const { findPersonalFile } = await import("../open/personal-file.ts");
  const userDir = resolvePersonalFolders(shell.env).data;
  try {
    return `${quoteText(name)} is the file ${escapeUnsafeText(await findPersonalFile(name, { catalog }, userDir))}: delete that`;
  } catch (error) {
    const isKnown = matchName(name, [[...catalog.routines.values(), ...catalog.exercises.values()]]).length > 0;
    return isKnown && error instanceof UserError ? error.message : null;
  }
}

function canBeRun(word: string, catalog: Catalog, commands: readonly string[]): boolean {
  // A time alone is rather a timer.
  if (word === "for-me" || (isLineArgument(word, catalog) && parseDuration(word) === null)) return true;
  const entries = [...catalog.routines.values(), ...catalog.exercises.values()];
  const matches = matchName(word, [entries]);
  if (matches.length === 0) return false;
  const normalise = (text: string) =>
    text
      .trim()
      .toLowerCase()
      .replace(/[\s_]+/g, "-");
  const names = matches.flatMap((entry) => [...listIdentifiers(entry), entry.name]);
  const isWhole = names.some((name) => normalise(name) === normalise(word));
  // The beginning of a name may as well be a command with a slip in it.
  const near = findNearMiss(word, commands);
  const isLikeCommand = near !== null || commands.some((command) => command.startsWith(word.toLowerCase()));
  return isWhole || (word.length >= MIN_BEGINNING && !isLikeCommand);
}

/** What to type in place of a word that is nothing; the rest of the line goes with it. */
function suggestWords(word: string, rest: readonly string[], catalog: Catalog, commands: readonly string[]): string {
  const time = [word, ...rest].find((one) => parseDuration(one) !== null);
  if (time && (time === word || ["timer", "countdown"].includes(word))) {
    return `did you mean: unwind run ${quoteForShell(`${time} work`)}?`;
  }
  const wanted = word.toLowerCase();
  const meant = Object.hasOwn(COMMAND_MEANINGS, wanted) ? COMMAND_MEANINGS[wanted] : undefined;
  if (meant) return `did you mean: ${formatAlternatives(meant.map((words) => `unwind ${words}`))}?`;
  const begun = word.length >= 2 ? commands.find((name) => name.startsWith(wanted)) : undefined;
  const command = begun ?? findNearMiss(word, commands);
  if (command) return `did you mean ${["unwind", command, ...rest.map(quoteForShell)].join(" ")}?`;
  const entries = [...catalog.routines.values(), ...catalog.exercises.values()];
  const near = suggestNearMiss(word, entries.flatMap(listIdentifiers));
  const all = [word, ...rest].join(" ");
  if (near === undefined && !rest.some((one) => one.startsWith("-")) && isLineArgument(all, catalog)) {
    return adviseQuotes("unwind", all);
  }
  return (
    suggestEntries(word, entries, (id) => `unwind ${id}`) ??
    near ??
    "see what there is with: unwind list; all commands: unwind --help"
  );
}

/** What to type where a workout in a line came as several words. */
export function adviseQuotes(command: string, line: string): string {
  return `a workout in a line is put in quotes: ${command} ${quoteForShell(line)}`;
}

/** "-10 squats": a workout with a dash in front; null for a flag. @param command the one that it goes with. */
export function explainDash(word: string, command: string): UserError | null {
  const workout = /^-+\s*(\d.*)$/s.exec(word)?.[1];
  if (workout === undefined) return null;
  return new UserError(`${quoteText(word)} begins with a dash, as flags do`, {
    hint: `leave it out: unwind ${command} ${quoteForShell(workout)}`,
  });
}

/** A flag in front of every command: what follows it says where it belongs. */
function rejectLeadingFlag(argv: readonly string[], commands: readonly string[]): UserError {
  const [flag = ""] = argv;
  const name = argv.find((word) => commands.includes(word)) ?? "run";
  const dashed = explainDash(flag, name);
  if (dashed) return dashed;
  const rest = argv.filter((word) => word !== name).map(quoteForShell);
  return new UserError(`${quoteText(flag)} belongs after a command`, {
    hint: `did you mean: unwind ${[name, ...rest].join(" ")}?`,
  });
}
