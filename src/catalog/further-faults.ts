/** Finds contradictions in a routine that the schema refuses, so that its author mends everything in one go. */
import type { JsonPath } from "../files/json-location.ts";
import { shortTextSchema } from "../schema-parts.ts";
import { createIdFromName } from "../text/id-from-name.ts";
import { buildRoutine } from "./build-routine.ts";
import type { Exercise } from "./exercise-types.ts";
import type { ContentFault } from "./faults.ts";
import { isBlockInput, isGroupInput, listBlocksIn } from "./own-exercises.ts";
import { type BlockInput, type ItemInput, itemListSchema, ownExerciseSchema } from "./schema-blocks.ts";
import type { ExerciseFile } from "./schema-exercise.ts";

interface Sound<T> {
  readonly part: T;
  readonly path: JsonPath;
}

/** What the value of a routine, a section, a group or a block may hold, in whatever form. */
type Loose = Readonly<Partial<Record<"blocks" | "sections" | "exercises" | "exercise" | "name", unknown>>>;

/**
 * Faults of the parts that the schema accepts: exercises, blocks and groups. What depends on anything outside of such a
 * part is left for when the file has the right form, as mending may change it.
 *
 * @param duplicates paths of names that occur twice; which of the two values is meant is unknown.
 */
export function findFurtherFaults(
  file: unknown,
  catalogExercises: ReadonlyMap<string, Exercise>,
  duplicates: readonly JsonPath[],
): readonly ContentFault[] {
  const values = new Set<unknown>();
  const accept = <T>(part: T | undefined, path: JsonPath, value: unknown): readonly Sound<T>[] => {
    const isDuplicated = duplicates.some((duplicate) => path.every((key, index) => key === duplicate[index]));
    if (part === undefined || isDuplicated) return [];
    values.add(value);
    return [{ part, path }];
  };
  const routine = Object(file) as Loose;
  let hasNameless = routine.exercises !== undefined && asList(routine.exercises).length === 0;
  const findExercise = (value: unknown, path: JsonPath): readonly Sound<ExerciseFile>[] => {
    hasNameless ||= value !== undefined && !shortTextSchema.safeParse((Object(value) as Loose).name).success;
    return accept(ownExerciseSchema.safeParse(value).data, path, value);
  };
  const findItems = (holder: unknown, path: JsonPath): readonly Sound<ItemInput>[] =>
    asList((Object(holder) as Loose).blocks).flatMap((value, index) => {
      const at = [...path, "blocks", index];
      const whole = accept(itemListSchema.safeParse([value]).data?.[0], at, value);
      if (whole.length > 0) return whole;
      // Of a block with a fault, the exercise in it can be sound.
      const { exercise } = Object(value) as Loose;
      const own = typeof exercise === "string" ? [] : findExercise(exercise, [...at, "exercise"]);
      return [...own.map(({ part }) => ({ part: { exercise: part }, path: at })), ...findItems(value, at)];
    });
  const exercises = asList(routine.exercises).flatMap((value, index) => findExercise(value, ["exercises", index]));
  const sections = asList(routine.sections).flatMap((section, index) => findItems(section, ["sections", index]));
  const found = [...findItems(file, []), ...sections];
  const hiddenIds = listHiddenIds(routine, values);
  // A name may mean an exercise that stands in a part with faults, or one that has no name yet.
  const isSure = ({ exercise }: BlockInput) =>
    !(hasNameless && typeof exercise === "string") &&
    (typeof exercise === "string" ? [exercise] : [exercise.name, exercise.id ?? exercise.name]).every(
      (name) => !hiddenIds.includes(`\n${createIdFromName(name, "exercise")}`),
    );
  const keepSure = ({ part, path }: Sound<ItemInput>): readonly Sound<ItemInput>[] => {
    const isRest = !isBlockInput(part) && !isGroupInput(part);
    if (!isRest && listBlocksIn([part]).every(({ block }) => isSure(block))) return [{ part, path }];
    if (!isGroupInput(part)) return [];
    return part.blocks.flatMap((inner, index) => keepSure({ part: inner, path: [...path, "blocks", index] }));
  };
  const places = { exercises, blocks: found.flatMap(keepSure) };
  const parts = { exercises: exercises.map(({ part }) => part), blocks: places.blocks.map(({ part }) => part) };
  const { faults } = buildRoutine({ id: "sound", name: "Sound", ...parts }, catalogExercises, "yours");
  return faults.flatMap((fault) => {
    const [list, index, ...rest] = fault.path;
    const place = (list === "exercises" || list === "blocks") && places[list][Number(index)];
    // "after" and "warmUp" depend on the blocks around.
    const isLocal = rest.at(-1) !== "after" && rest.at(-1) !== "warmUp";
    return place && isLocal ? [{ ...fault, path: [...place.path, ...rest] }] : [];
  });
}

/** The ids of all words of the file outside the sound parts, each after a line break: exercises there may be called so. */
function listHiddenIds(file: object, sound: ReadonlySet<unknown>): string {
  if (sound.has(file)) return "";
  const ids = Object.entries(file).map(([key, value]) => {
    if (typeof value === "object" && value !== null) return listHiddenIds(value, sound);
    const isName = typeof value === "string" && key !== "exercise" && key !== "after";
    return isName ? `\n${createIdFromName(value, "exercise")}` : "";
  });
  return ids.join("");
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
