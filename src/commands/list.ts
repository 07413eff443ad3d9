/** `unwind list`: what there is to do, as a table or as JSON. */
import type { Command } from "commander";
import { type Context, minutesOrWord, openContext } from "../app/open/catalog.ts";
import type { Shell } from "../app/shell-environment.ts";
import { doseSpan } from "../catalog/dose-text.ts";
import { EXERCISE_KINDS, type Exercise, type ExerciseKind, type Origin, type Routine } from "../catalog/types.ts";
import { UserError } from "../errors.ts";
import { styleFor } from "../output/style.ts";
import { type Column, table } from "../output/table.ts";
import { nearMiss } from "../text/near-miss.ts";
import { quoted } from "../text/safe-text.ts";

export interface ListOptions {
  readonly what: "all" | "exercises" | "routines";
  readonly kind?: string;
  readonly target?: string;
  /** "none" for what needs no equipment. */
  readonly equipment?: string;
  readonly json: boolean;
}

const WHATS = ["all", "exercises", "routines"] as const;

const EXAMPLES = `
Examples:
  unwind list
  unwind list exercises --kind stretch --equipment none
  unwind list routines --target psoas --json
`;

export function define(command: Command, shell: Shell): void {
  command
    .argument("[what]", "exercises or routines; both when left out")
    .option("--kind <kind>", `only this kind: ${EXERCISE_KINDS.join(", ")}`)
    .option("--target <muscle>", "only what is for this muscle, or a part of its name")
    .option("--equipment <thing>", "only what uses this; none for what needs nothing")
    .option("--json", "as JSON", false)
    .addHelpText("after", EXAMPLES)
    .action(async (what: string | undefined, options: Omit<ListOptions, "what">) => {
      await list({ ...options, what: readWhat(what ?? "all") }, await openContext(shell));
    });
}

/** One line of the list. `list --json` prints a list of these. */
export interface Entry {
  readonly type: "exercise" | "routine";
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** What it is good for. */
  readonly summary: string;
  /** One for an exercise, all that it contains for a routine. */
  readonly kinds: readonly ExerciseKind[];
  /** Exercises only: "3 × 30–60 s a side". */
  readonly dose?: string;
  /** Routines only: whole minutes at the person's settings, null when there is nothing to do or no plan can be made; and its exercises. */
  readonly minutes?: number | null;
  readonly exercises?: readonly string[];
  readonly targets: readonly string[];
  readonly equipment: readonly string[];
  readonly origin: Origin;
}

/**
 * Prints the exercises and routines that pass every filter. With `json`, a list of {@link Entry}, routines first, by id;
 * `[]` when nothing passes.
 *
 * @throws UserError (exit 2) for a kind that there is not.
 */
export async function list(options: ListOptions, context: Context): Promise<void> {
  const { catalog, out } = context;
  const kind = options.kind === undefined ? null : readKind(options.kind);
  const passes = (entry: Entry) =>
    (kind === null || entry.kinds.includes(kind)) &&
    holds(entry.targets, options.target) &&
    (options.equipment?.toLowerCase() === "none"
      ? entry.equipment.length === 0
      : holds(entry.equipment, options.equipment));
  const routines =
    options.what === "exercises"
      ? []
      : [...catalog.routines.values()].map((routine) => ofRoutine(routine, context)).filter(passes);
  const exercises = options.what === "routines" ? [] : [...catalog.exercises.values()].map(ofExercise).filter(passes);

  if (options.json) {
    out.write(`${JSON.stringify([...routines, ...exercises], null, 2)}\n`);
    return;
  }
  if (routines.length + exercises.length === 0) {
    out.error("nothing like this; see all with: unwind list");
    return;
  }
  const style = await styleFor(out.colour);
  const tables: string[] = [];
  for (const [title, columns, entries] of [
    ["Routines", ROUTINE_COLUMNS, routines],
    ["Exercises", out.columns < WIDE ? NARROW_EXERCISE_COLUMNS : EXERCISE_COLUMNS, exercises],
  ] as const) {
    if (entries.length === 0) continue;
    // Where all is shipped, a column that says so is of no use.
    const shown = columns.filter((column) => column !== MINE || entries.some((entry) => entry.origin === "yours"));
    const rows = entries.map((entry) => shown.map((column) => column.cell(entry)));
    tables.push([style.heading(title), ...(await table(shown, rows, out.columns, style))].join("\n"));
  }
  out.write(`${tables.join("\n\n")}\n`);
}

interface EntryColumn extends Column {
  readonly cell: (entry: Entry) => string;
}

const NAME: EntryColumn = { title: "name", whole: true, cell: (entry) => entry.id };
const NEEDS: EntryColumn = { title: "equipment", cell: (entry) => entry.equipment.join(", ") || "–" };
const TARGETS: EntryColumn = { title: "targets", cell: (entry) => entry.targets.join(", ") };
const MINE: EntryColumn = { title: "whose", cell: (entry) => (entry.origin === "yours" ? "yours" : "") };
const KIND: EntryColumn = { title: "kind", cell: (entry) => entry.kinds.join(", ") };
const DOSE: EntryColumn = { title: "dose", least: 16, cell: (entry) => entry.dose ?? "" };
const MINUTES: EntryColumn = {
  title: "min",
  align: "right",
  cell: (entry) => (entry.minutes == null ? "–" : String(entry.minutes)),
};
const ABOUT: EntryColumn = { title: "what for", least: 16, cell: (entry) => entry.summary };

const ROUTINE_COLUMNS = [NAME, MINUTES, ABOUT, NEEDS, MINE];
const EXERCISE_COLUMNS = [NAME, KIND, DOSE, TARGETS, NEEDS, MINE];
/** The kind can be asked for (`--kind`, `show`); a dose in many short lines cannot be read. */
const NARROW_EXERCISE_COLUMNS = EXERCISE_COLUMNS.filter((column) => column !== KIND);
/** Columns from which on a row has room for everything. */
const WIDE = 100;

function ofExercise(exercise: Exercise): Entry {
  const { id, name, aliases, summary, kind, targets, equipment, origin } = exercise;
  return {
    type: "exercise",
    id,
    name,
    aliases,
    summary,
    kinds: [kind],
    dose: doseSpan(exercise),
    targets,
    equipment,
    origin,
  };
}

function ofRoutine(routine: Routine, context: Context): Entry {
  const { catalog } = context;
  const blocks = routine.sections.flatMap((section) => section.blocks);
  const done = blocks.flatMap((block) => {
    const exercise = catalog.exercises.get(block.exercise);
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
    minutes: minutesOrWord(routine, context),
    exercises: unique(blocks.map((block) => block.exercise)),
    targets: unique(done.flatMap(({ exercise }) => exercise.targets)),
    equipment: unique(done.flatMap(({ equipment }) => equipment)),
    origin,
  };
}

function holds(words: readonly string[], wanted: string | undefined): boolean {
  return wanted === undefined || words.some((word) => word.toLowerCase().includes(wanted.trim().toLowerCase()));
}

function readWhat(word: string): ListOptions["what"] {
  const what = WHATS.find((each) => each === word.toLowerCase() || each === `${word.toLowerCase()}s`);
  if (what) return what;
  throw new UserError(`cannot list ${quoted(word)}`, { hint: "it is exercises or routines" });
}

function readKind(word: string): ExerciseKind {
  const kind = EXERCISE_KINDS.find((each) => each === word.trim().toLowerCase());
  if (kind) return kind;
  const near = nearMiss(word.toLowerCase(), EXERCISE_KINDS);
  throw new UserError(`there is no kind ${quoted(word)}`, {
    hint: `${near ? `did you mean ${near}? ` : ""}the kinds are ${EXERCISE_KINDS.join(", ")}`,
  });
}
