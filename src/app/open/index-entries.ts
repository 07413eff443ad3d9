/** Makes the index of exercises and routines from the catalogue: at the build for what ships, else where `list` needs it. */
import { blocksOf, exercisesOf, listRoutineEquipment } from "../../catalog/create-routine.ts";
import { formatDoseRange } from "../../catalog/doses.ts";
import type { Exercise, ExerciseKind, Origin } from "../../catalog/exercise-types.ts";
import { loadCatalog } from "../../catalog/load-catalog.ts";
import type { Catalog, Routine } from "../../catalog/types.ts";
import { type CatalogContext, computeMinutes, computeMinutesOrWarn } from "./catalog.ts";

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
  /** Routines only: the section of the list that it stands in, if not among the routines. */
  readonly collection?: "workouts";
}

/** The exercises and routines of one catalogue, routines first, by id. */
export interface EntryIndex {
  readonly entries: readonly ListEntry[];
  /** The doses of exercises where room is short, by id: "3 × 30–60 s". */
  readonly shortDoses: Readonly<Record<string, string>>;
  /** Minutes of a routine; null if there is nothing to do, or, with a warning, if no plan can be made for it. */
  minutesOf(id: string): number | null;
}

/** The index of what ships, as it is written down: its routines with their minutes under the default settings. */
export type ShippedEntries = Pick<EntryIndex, "entries" | "shortDoses">;

/** The entries of a catalogue. Minutes are computed when they are asked for. */
export function indexEntries(context: CatalogContext): EntryIndex {
  const { routines, exercises } = context.catalog;
  return {
    entries: [
      ...[...routines.values()].map((routine) => toRoutineEntry(routine, context.catalog)),
      ...[...exercises.values()].map(toExerciseEntry),
    ],
    shortDoses: Object.fromEntries(
      [...exercises.values()].map((one) => [one.id, formatDoseRange(one, null, { isShort: true })]),
    ),
    minutesOf: (id) => {
      const routine = routines.get(id);
      return routine ? computeMinutesOrWarn(routine, context) : null;
    },
  };
}

/**
 * The entries of all that ships, with minutes under the default settings: plain data.
 *
 * @param emptyDir a folder without files of a person
 */
export async function indexShippedEntries(dataDir: string, emptyDir: string): Promise<ShippedEntries> {
  const catalog = await loadCatalog({ dataDir, userDir: emptyDir });
  const out = { write: () => {}, error: () => {}, columns: 80, colour: false };
  const { entries, shortDoses, minutesOf } = indexEntries({ catalog, out, computeMinutes });
  const timed = entries.map((entry) => (entry.type === "routine" ? { ...entry, minutes: minutesOf(entry.id) } : entry));
  return { entries: timed, shortDoses };
}

function toExerciseEntry(exercise: Exercise): ListEntry {
  const { id, name, aliases, summary, kind, targets, equipment, origin } = exercise;
  const dose = formatDoseRange(exercise);
  return { type: "exercise", id, name, aliases, summary, kinds: [kind], dose, targets, equipment, origin };
}

/** Without its minutes, which only what is printed needs. */
function toRoutineEntry(routine: Routine, catalog: Catalog): ListEntry {
  const known = exercisesOf(routine, catalog.exercises);
  const ids = blocksOf(routine).map(({ exercise }) => exercise);
  const done = ids.flatMap((id) => known.get(id) ?? []);
  const unique = <T>(values: readonly T[]) => [...new Set(values)];
  const { id, name, aliases, summary, origin, collection } = routine;
  return {
    type: "routine",
    id,
    name,
    aliases,
    summary,
    kinds: unique(done.map(({ kind }) => kind)),
    exercises: unique(ids),
    targets: unique(done.flatMap(({ targets }) => targets)),
    equipment: listRoutineEquipment(routine, known),
    origin,
    ...(collection && { collection }),
  };
}
