/** `unwind list`: exercises and routines as a table or JSON. */
import type { Command } from "commander";
import { type CatalogContext, computeMinutesOrWarn, openCatalogContext } from "../app/open/catalog.ts";
import { writeJson } from "../app/print.ts";
import type { ShellEnvironment } from "../app/shell-environment.ts";
import { formatDoseRange } from "../catalog/doses.ts";
import { exercisesOf } from "../catalog/own-exercises.ts";
import { EXERCISE_KINDS, type Exercise, type ExerciseKind, type Origin, type Routine } from "../catalog/types.ts";
import { UserError } from "../errors.ts";
import { loadStyle } from "../output/style.ts";
import { type Column, renderTable } from "../output/table.ts";
import { suggestNearMiss } from "../text/near-miss.ts";
import { quoteText } from "../text/safe-text.ts";

export interface ListOptions {
  readonly what: "all" | "exercises" | "routines";
  readonly kind?: string;
  readonly target?: string;
  /** "none" for what needs no equipment. */
  readonly equipment?: string;
  readonly json: boolean;
}

const LIST_TYPES = ["all", "exercises", "routines"] as const;

const EXAMPLES = `
Examples:
  unwind list
  unwind list exercises --kind stretch --equipment none
  unwind list routines --target psoas --json
`;

export function define(command: Command, shell: ShellEnvironment): void {
  command
    .argument("[what]", "exercises or routines; both when left out")
    .option("--kind <kind>", `only this kind: ${EXERCISE_KINDS.join(", ")}`)
    .option("--target <muscle>", "only what is for this muscle, or a part of its name")
    .option("--equipment <thing>", "only what uses this; none for what needs nothing")
    .option("--json", "as JSON", false)
    .addHelpText("after", EXAMPLES)
    .action(async (what: string | undefined, options: Omit<ListOptions, "what">) => {
      await list({ ...options, what: parseListType(what ?? "all") }, await openCatalogContext(shell));
    });
}

/** One entry of the list; `list --json` prints an array of these. */
export interface ListEntry {
  readonly type: "exercise" | "routine";
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** What it is good for. */
  readonly summary: string;
  /** One kind for an exercise; for a routine, all kinds that it contains. */
  readonly kinds: readonly ExerciseKind[];
  /** Exercises only: "3 sets of 30–60 s per side". */
  readonly dose?: string;
  /** Routines only: whole minutes with the user's settings, null if there is nothing to do or no plan; and its exercises. */
  readonly minutes?: number | null;
  readonly exercises?: readonly string[];
  readonly targets: readonly string[];
  readonly equipment: readonly string[];
  readonly origin: Origin;
}

/**
 * Prints the exercises and routines that match every filter. With `json`, an array of {@link ListEntry}, routines first,
 * by id; `[]` if nothing matches.
 *
 * @throws UserError (exit 2) for an unknown kind.
 */
export async function list(options: ListOptions, context: CatalogContext): Promise<void> {
  const { catalog, out } = context;
  const kind = options.kind === undefined ? null : parseKind(options.kind);
  const passes = (entry: ListEntry) =>
    (kind === null || entry.kinds.includes(kind)) &&
    matchesAny(entry.targets, options.target) &&
    (options.equipment?.toLowerCase() === "none"
      ? entry.equipment.length === 0
      : matchesAny(entry.equipment, options.equipment));
  const routines =
    options.what === "exercises"
      ? []
      : [...catalog.routines.values()].map((routine) => toRoutineEntry(routine, context)).filter(passes);
  const exercises =
    options.what === "routines" ? [] : [...catalog.exercises.values()].map(toExerciseEntry).filter(passes);

  if (options.json) return writeJson(out, [...routines, ...exercises]);
  if (routines.length + exercises.length === 0) {
    out.error("nothing like this; see all with: unwind list");
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

function toRoutineEntry(routine: Routine, context: CatalogContext): ListEntry {
  const { catalog } = context;
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
    minutes: computeMinutesOrWarn(routine, context),
    exercises: unique(blocks.map((block) => block.exercise)),
    targets: unique(done.flatMap(({ exercise }) => exercise.targets)),
    equipment: unique(done.flatMap(({ equipment }) => equipment)),
    origin,
  };
}

function matchesAny(words: readonly string[], wanted: string | undefined): boolean {
  return wanted === undefined || words.some((word) => word.toLowerCase().includes(wanted.trim().toLowerCase()));
}

function parseListType(word: string): ListOptions["what"] {
  const type = LIST_TYPES.find((known) => known === word.toLowerCase() || known === `${word.toLowerCase()}s`);
  if (type) return type;
  throw new UserError(`cannot list ${quoteText(word)}`, { hint: "it is exercises or routines" });
}

function parseKind(word: string): ExerciseKind {
  const kind = EXERCISE_KINDS.find((known) => known === word.trim().toLowerCase());
  if (kind) return kind;
  const near = suggestNearMiss(word.toLowerCase(), EXERCISE_KINDS);
  throw new UserError(`there is no kind ${quoteText(word)}`, {
    hint: `${near ? `${near} ` : ""}the kinds are ${EXERCISE_KINDS.join(", ")}`,
  });
}
