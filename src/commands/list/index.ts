/** `unwind list`: lists and searches exercises and routines, as a table or JSON. */
import type { Command } from "commander";
import { FlagOption } from "../../app/flags/flag-option.ts";
import { type CatalogContext, computeMinutesOrWarn, openCatalogContext } from "../../app/open/catalog.ts";
import { writeJson } from "../../app/print.ts";
import type { ShellEnvironment } from "../../app/shell-environment.ts";
import { formatDoseRange } from "../../catalog/doses.ts";
import { exercisesOf } from "../../catalog/own-exercises.ts";
import { type Catalog, EXERCISE_KINDS, type Exercise, type Routine } from "../../catalog/types.ts";
import { loadStyle } from "../../output/style.ts";
import { type Column, renderTable } from "../../output/table.ts";
import { filterEntries, type ListEntry, type ListFilter } from "./filter-entries.ts";

interface ListOptions extends ListFilter {
  readonly json: boolean;
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
    .action(
      async (words: readonly string[], options: Omit<ListOptions, "words" | "json"> & { readonly json?: true }) => {
        await list({ ...options, json: options.json === true, words }, await openCatalogContext(shell));
      },
    );
}

/**
 * Prints the exercises and routines that match every word and filter. With `json`, an array of {@link ListEntry}, routines
 * first, by id; `[]` if nothing matches all of them together.
 *
 * @throws UserError (exit 2) for a word, a kind, a muscle or equipment that nothing has.
 */
export async function list(options: ListOptions, context: CatalogContext): Promise<void> {
  const { catalog, out } = context;
  const all = [
    ...[...catalog.routines.values()].map((routine) => toRoutineEntry(routine, catalog)),
    ...[...catalog.exercises.values()].map(toExerciseEntry),
  ];
  const found = filterEntries(all, options);
  const routines = found.flatMap((entry): ListEntry[] => {
    const routine = entry.type === "routine" ? catalog.routines.get(entry.id) : undefined;
    return routine ? [{ ...entry, minutes: computeMinutesOrWarn(routine, context) }] : [];
  });
  const exercises = found.filter(({ type }) => type === "exercise");

  if (options.json) return writeJson(out, [...routines, ...exercises]);
  if (routines.length + exercises.length === 0) {
    out.error("nothing matches all of this; see everything with: unwind list");
    return;
  }
  const style = await loadStyle(out.colour);
  const tables: string[] = [];
  for (const [title, columns, entries] of [
    ["Routines", ROUTINE_COLUMNS, routines],
    ["Exercises", out.columns < WIDE_TERMINAL_COLUMNS ? NARROW_EXERCISE_COLUMNS : EXERCISE_COLUMNS, exercises],
  ] as const) {
    if (entries.length === 0) continue;
    // If everything is shipped, the column for it is pointless.
    const shown = columns.filter(
      (column) => column !== ORIGIN_COLUMN || entries.some((entry) => entry.origin === "yours"),
    );
    const rows = entries.map((entry) => shown.map((column) => column.cell(entry)));
    tables.push([style.heading(title), ...(await renderTable(shown, rows, out.columns, style))].join("\n"));
  }
  out.write(`${tables.join("\n\n")}\n`);
}

interface EntryColumn extends Column {
  readonly cell: (entry: ListEntry) => string;
}

const NAME_COLUMN: EntryColumn = { title: "name", noWrap: true, cell: (entry) => entry.id };
const EQUIPMENT_COLUMN: EntryColumn = { title: "equipment", cell: (entry) => entry.equipment.join(", ") || "–" };
const TARGETS_COLUMN: EntryColumn = { title: "targets", cell: (entry) => entry.targets.join(", ") };
const ORIGIN_COLUMN: EntryColumn = { title: "whose", cell: (entry) => (entry.origin === "yours" ? "yours" : "") };
const KIND_COLUMN: EntryColumn = { title: "kind", cell: (entry) => entry.kinds.join(", ") };
const DOSE_COLUMN: EntryColumn = { title: "dose", minWidth: 16, cell: (entry) => entry.dose ?? "" };
const MINUTES_COLUMN: EntryColumn = {
  title: "min",
  align: "right",
  cell: (entry) => (entry.minutes == null ? "–" : String(entry.minutes)),
};
const SUMMARY_COLUMN: EntryColumn = { title: "what for", minWidth: 16, cell: (entry) => entry.summary };

const ROUTINE_COLUMNS = [NAME_COLUMN, MINUTES_COLUMN, SUMMARY_COLUMN, EQUIPMENT_COLUMN, ORIGIN_COLUMN];
const EXERCISE_COLUMNS = [NAME_COLUMN, KIND_COLUMN, DOSE_COLUMN, TARGETS_COLUMN, EQUIPMENT_COLUMN, ORIGIN_COLUMN];
/** The kind is available through `--kind` and `show`; a dose wrapped into many lines is unreadable. */
const NARROW_EXERCISE_COLUMNS = EXERCISE_COLUMNS.filter((column) => column !== KIND_COLUMN);
/** Terminal width from which all columns fit. */
const WIDE_TERMINAL_COLUMNS = 100;

function toExerciseEntry(exercise: Exercise): ListEntry {
  const { id, name, aliases, summary, kind, targets, equipment, origin } = exercise;
  const dose = formatDoseRange(exercise);
  return { type: "exercise", id, name, aliases, summary, kinds: [kind], dose, targets, equipment, origin };
}

/** Without its minutes, which only what is printed needs. */
function toRoutineEntry(routine: Routine, catalog: Catalog): ListEntry {
  const blocks = routine.sections.flatMap((section) => section.blocks);
  const known = exercisesOf(routine, catalog.exercises);
  const done = blocks.flatMap((block) => {
    const exercise = known.get(block.exercise);
    return exercise ? [{ exercise, equipment: block.equipment ?? exercise.equipment }] : [];
  });
  const unique = <T>(values: readonly T[]) => [...new Set(values)];
  const { id, name, aliases, summary, origin } = routine;
  return {
    type: "routine",
    id,
    name,
    aliases,
    summary,
    kinds: unique(done.map(({ exercise }) => exercise.kind)),
    exercises: unique(blocks.map((block) => block.exercise)),
    targets: unique(done.flatMap(({ exercise }) => exercise.targets)),
    equipment: unique(done.flatMap(({ equipment }) => equipment)),
    origin,
  };
}
