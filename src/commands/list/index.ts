/** `unwind list`: lists and searches exercises and routines, as a table or JSON. */
import type { Command } from "commander";
import { FlagOption } from "../../app/flags/flag-option.ts";
import {
  type CatalogContext,
  computeMinutesOrWarn,
  openCatalogContext,
  warnOfFaultyFiles,
} from "../../app/open/catalog.ts";
import { writeJson } from "../../app/print.ts";
import type { ShellEnvironment } from "../../app/shell-environment.ts";
import { loadStyle } from "../../app/style.ts";
import { formatDoseRange } from "../../catalog/doses.ts";
import { EXERCISE_KINDS, type Exercise } from "../../catalog/exercise-types.ts";
import { exercisesOf } from "../../catalog/own-exercises.ts";
import type { Catalog, Routine } from "../../catalog/types.ts";
import { renderTable } from "../../output/table.ts";
import { chooseColumns } from "./columns.ts";
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
        const context = await openCatalogContext(shell);
        warnOfFaultyFiles(context.catalog, shell);
        await list({ ...options, json: options.json === true, words }, context);
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
  const style = await loadStyle(out);
  const tables: string[] = [];
  for (const [title, entries] of [
    ["Routines", routines.filter(({ collection }) => collection === undefined)],
    ["Workouts", routines.filter(({ collection }) => collection === "workouts")],
    ["Exercises", exercises],
  ] as const) {
    if (entries.length === 0) continue;
    const shown = chooseColumns(entries, out.columns);
    const rows = entries.map((entry) => shown.map((column) => column.cell(entry, catalog.exercises.get(entry.id))));
    tables.push([style.heading(title), ...(await renderTable(shown, rows, out.columns, style))].join("\n"));
  }
  out.write(`${tables.join("\n\n")}\n`);
}

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
  const { id, name, aliases, summary, origin, collection } = routine;
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
    ...(collection && { collection }),
  };
}
