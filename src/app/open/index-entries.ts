/** Makes the index of exercises and routines from the catalogue: at the build for what ships, else where `list` needs it. */

import { exercisesOf } from "../../catalog/create-routine.ts";
import { formatDoseRange } from "../../catalog/doses.ts";
import type { Exercise } from "../../catalog/exercise-types.ts";
import { loadCatalog } from "../../catalog/load-catalog.ts";
import type { Catalog, Routine } from "../../catalog/types.ts";
import { type CatalogContext, computeMinutes, computeMinutesOrWarn } from "./catalog.ts";
import type { EntryIndex, ListEntry, ShippedEntries } from "./entry-types.ts";

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
