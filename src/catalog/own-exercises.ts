/** The exercises that a routine brings with it, and what the names in its blocks mean. */
import { isDeepStrictEqual } from "node:util";
import type { JsonPath } from "../files/json-location.ts";
import { createIdFromName } from "../text/id-from-name.ts";
import { formatAlternatives, suggestNearMiss } from "../text/near-miss.ts";
import { quoteText } from "../text/safe-text.ts";
import { findExerciseFaults } from "./check-exercise.ts";
import type { Exercise } from "./exercise-types.ts";
import type { ContentFault } from "./faults.ts";
import { listIdentifiers, matchName } from "./find-entry.ts";
import { normaliseExercise } from "./normalise.ts";
import type { RoutineFile } from "./schema.ts";
import type { BlockInput, GroupInput, ItemInput } from "./schema-blocks.ts";
import type { ExerciseFile } from "./schema-exercise.ts";

export function isBlockInput(item: ItemInput): item is BlockInput {
  return "exercise" in item;
}

export function isGroupInput(item: ItemInput): item is GroupInput {
  return "blocks" in item;
}

/** Every exercise block of a routine's file, of whatever depth, in order. */
export function collectBlocks(routine: Pick<RoutineFile, "blocks" | "sections">): readonly LocatedBlock[] {
  const ofSections = (routine.sections ?? []).flatMap(({ blocks = [] }, index) =>
    listBlocksIn(blocks, ["sections", index, "blocks"]),
  );
  return [...listBlocksIn(routine.blocks ?? [], ["blocks"]), ...ofSections];
}

/** Every exercise block of a list, of whatever depth, in order. @param path of the list. */
export function listBlocksIn(items: readonly ItemInput[], path: JsonPath = []): readonly LocatedBlock[] {
  return items.flatMap((item, index): readonly LocatedBlock[] => {
    if (isBlockInput(item)) return [{ block: item, path: [...path, index] }];
    return isGroupInput(item) ? listBlocksIn(item.blocks, [...path, index, "blocks"]) : [];
  });
}

export interface LocatedBlock {
  readonly block: BlockInput;
  readonly path: JsonPath;
}

/** The exercises of a routine alone. */
export interface OwnExercises {
  readonly exercises: readonly Exercise[];
  readonly faults: readonly ContentFault[];
  /** The own exercise that an object in a block stands for. */
  readonly byObject: ReadonlyMap<ExerciseFile, Exercise>;
}

/**
 * Collects the exercises of a routine's list and those that stand in its blocks. An exercise may stand in several blocks
 * with another figure in each, as in "5m walk, 1m run, 2m walk": the first one decides, the others are doses of it.
 */
export function collectOwnExercises(routine: RoutineFile): OwnExercises {
  const files = [
    ...(routine.exercises ?? []).map((file, index) => ({ file, path: ["exercises", index], isListed: true })),
    ...collectBlocks(routine).flatMap(({ block: { exercise }, path }) =>
      typeof exercise === "object" ? [{ file: exercise, path: [...path, "exercise"], isListed: false }] : [],
    ),
  ];
  const kept: { readonly file: ExerciseFile; readonly exercise: Exercise }[] = [];
  const faults: ContentFault[] = [];
  const byObject = new Map<ExerciseFile, Exercise>();
  for (const { file, path, isListed } of files) {
    const own = findExerciseFaults(file, path);
    faults.push(...own);
    if (own.length > 0) continue;
    const exercise = normaliseExercise(file, "yours");
    const same = kept.find((other) => sharesName(other.exercise, exercise));
    if (!same) kept.push({ file, exercise });
    else if (isListed || !differsInFigureOnly(same.file, file)) {
      const message = `expected a name of its own, found ${quoteText(file.name)}, which another exercise here has too`;
      faults.push({ path: [...path, "name"], message });
    }
    byObject.set(file, same?.exercise ?? exercise);
  }
  return { exercises: kept.map(({ exercise }) => exercise), faults, byObject };
}

function sharesName(one: Exercise, other: Exercise): boolean {
  return one.id === other.id || one.name.toLowerCase() === other.name.toLowerCase();
}

function differsInFigureOnly(one: ExerciseFile, other: ExerciseFile): boolean {
  return isDeepStrictEqual(replaceFigure(one), replaceFigure(other));
}

function replaceFigure(file: ExerciseFile): object {
  const { work, hold, reps } = file;
  return {
    ...file,
    id: null,
    name: null,
    work: work !== undefined,
    hold: hold !== undefined,
    reps: reps !== undefined,
  };
}

/** The exercise that a name in a block means, or what to say when it means none or several. */
export function findNamedExercise(
  name: string,
  own: readonly Exercise[],
  catalogExercises: ReadonlyMap<string, Exercise>,
): Exercise | string {
  const known = own.find(({ id }) => id === name) ?? catalogExercises.get(name);
  if (known) return known;
  const ownIds = new Set(own.map(({ id }) => id));
  const others = [...catalogExercises.values()].filter(({ id }) => !ownIds.has(id));
  const found = matchName(name, [own, others]);
  const [only] = found;
  if (only && found.length === 1) return only;
  if (found.length > 1) {
    return `expected one exercise, found ${quoteText(name, 64)}, which could be ${formatAlternatives(found.map(({ id }) => id))}`;
  }
  const near = suggestNearMiss(name, [...own, ...others].flatMap(listIdentifiers));
  return `there is no exercise ${quoteText(name, 64)}; ${near ?? "see all with: unwind list exercises"}`;
}

/** Names of exercises that there are not, in a routine whose form may be wrong anywhere else. */
export function findUnknownExercises(
  routine: unknown,
  catalogExercises: ReadonlyMap<string, Exercise>,
): readonly ContentFault[] {
  const named: { readonly name: string; readonly path: JsonPath }[] = [];
  /** What the exercises inside the routine are called, in small letters, and their ids. */
  const own = new Set<string>();
  const walk = (value: unknown, path: JsonPath): void => {
    if (typeof value !== "object" || value === null) return;
    const { id, name, aliases } = value as Readonly<Record<string, unknown>>;
    for (const word of [id, name, ...(Array.isArray(aliases) ? aliases : [])]) {
      if (typeof word === "string") own.add(word.toLowerCase()).add(createIdFromName(word, "exercise"));
    }
    for (const [key, inner] of Object.entries(value)) {
      const at = [...path, Array.isArray(value) ? Number(key) : key];
      if (key === "exercise" && typeof inner === "string") named.push({ name: inner, path: at });
      walk(inner, at);
    }
  };
  walk(routine, []);
  return named.flatMap(({ name, path }) => {
    if (own.has(name.toLowerCase()) || own.has(createIdFromName(name, "exercise"))) return [];
    const found = findNamedExercise(name, [], catalogExercises);
    return typeof found === "string" ? [{ path, message: found }] : [];
  });
}
