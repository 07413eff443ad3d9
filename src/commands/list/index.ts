/** `unwind list`: lists and searches exercises and routines, as a table or JSON. */
import type { Command } from "commander";
import { FlagOption } from "../../app/flags/flag-option.ts";
import { openEntries } from "../../app/open/entries.ts";
import type { EntryIndex } from "../../app/open/index-entries.ts";
import { writeJson } from "../../app/print.ts";
import type { CommandOutput, ShellEnvironment } from "../../app/shell-environment.ts";
import { loadStyle } from "../../app/style.ts";
import { EXERCISE_KINDS } from "../../catalog/exercise-types.ts";
import { renderTable } from "../../output/table.ts";
import { chooseColumns } from "./columns.ts";
import { filterEntries, type ListFilter } from "./filter-entries.ts";

interface ListOptions extends ListFilter {
  readonly json?: boolean;
}

const EXAMPLES = `
Words are searched for in names, muscles, equipment and kinds; an entry has to match all of them.

Examples:
  unwind list
  unwind list psoas
  unwind list stretches --equipment none
  unwind list exercises --target hamstrings
  unwind list routines --json
`;

export function define(command: Command, shell: ShellEnvironment): void {
  command
    .argument("[words...]", "exercises, routines, or words to search for; default: everything")
    .addOption(new FlagOption("--kind <kind>", `only this kind: ${EXERCISE_KINDS.join(", ")}`, "stretch"))
    .addOption(
      new FlagOption("--target <muscle>", "only what works on this muscle, or on part of its name", "iliopsoas"),
    )
    .addOption(new FlagOption("--equipment <thing>", "only what uses this; none: no equipment", "none"))
    .option("--json", "print JSON")
    .addHelpText("after", EXAMPLES)
    .action(async (words: readonly string[], options: Omit<ListOptions, "words">) =>
      list({ ...options, words }, await openEntries(shell), shell),
    );
}

/**
 * Prints the exercises and routines that match every word and filter. With `json`, an array of {@link ListEntry}, routines
 * first, by id; `[]` if nothing matches all of them together.
 *
 * @throws UserError (exit 2) for a word, a kind, a muscle or equipment that nothing has.
 */
export async function list(options: ListOptions, index: EntryIndex, out: CommandOutput): Promise<void> {
  const found = filterEntries(index.entries, options);
  const routines = found
    .filter(({ type }) => type === "routine")
    .map((entry) => ({ ...entry, minutes: index.minutesOf(entry.id) }));
  const exercises = found.filter(({ type }) => type === "exercise");

  if (options.json) return writeJson(out, [...routines, ...exercises]);
  if (routines.length + exercises.length === 0) {
    out.error("nothing matches all of this; see everything with: unwind list");
    return;
  }
  const style = await loadStyle(out);
  const tables: string[] = [];
  for (const [title, entries] of [
    ["Routines", routines.filter(({ collection }) => collection === undefined)],
    ["Workouts", routines.filter(({ collection }) => collection === "workouts")],
    ["Exercises", exercises],
  ] as const) {
    if (entries.length === 0) continue;
    const shown = chooseColumns(entries, out.columns);
    const rows = entries.map((entry) => shown.map((column) => column.cell(entry, index.shortDoses[entry.id])));
    tables.push([style.heading(title), ...(await renderTable(shown, rows, out.columns, style))].join("\n"));
  }
  out.write(`${tables.join("\n\n")}\n`);
}
