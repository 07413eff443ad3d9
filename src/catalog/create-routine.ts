/** Routines and blocks that come from no file, and the blocks and exercises of any routine. */
import type { Exercise } from "./exercise-types.ts";
import type { Block, Item, Routine } from "./types.ts";

/** Id and typed name of the routine composed from the last test. No file may use it. */
export const FOR_ME_ID = "for-me";

/** Every exercise block of a routine, in order. */
export function blocksOf({ sections }: Pick<Routine, "sections">): readonly Block[] {
  return sections.flatMap(({ blocks }) => blocks);
}

/** Whether a routine consists of advice only. */
export function isAdviceOnly(routine: Routine): boolean {
  return blocksOf(routine).length === 0;
}

/** What a routine needs, each thing once: what a block names, else what its exercise does. */
export function listRoutineEquipment(routine: Routine, exercises: ReadonlyMap<string, Exercise>): readonly string[] {
  const needed = blocksOf(routine).flatMap(
    (block) => block.equipment ?? exercises.get(block.exercise)?.equipment ?? [],
  );
  return [...new Set(needed)];
}

/** A block that does an exercise with its own dose, except for the given overrides. */
export function createRoutineBlock(exercise: string, overrides: Partial<Block> = {}): Block {
  return {
    exercise,
    sets: null,
    reps: null,
    hold: null,
    strokes: null,
    rest: null,
    equipment: null,
    priority: 1,
    note: null,
    ...overrides,
  };
}

/** A routine with a single block, for an exercise run on its own. */
export function createSingleExerciseRoutine(exercise: Exercise): Routine {
  return {
    id: exercise.id,
    name: exercise.name,
    aliases: exercise.aliases,
    summary: exercise.summary,
    sections: [{ title: "", summary: null, blocks: [createRoutineBlock(exercise.id)], advice: [], source: null }],
    about: [],
    notice: null,
    source: exercise.source,
    origin: exercise.origin,
  };
}

/** Every exercise block in items, of whatever depth, in order; the same objects, by which a plan knows them. */
export function listBlocks(items: readonly Item[]): readonly Block[] {
  return items.flatMap((item) => {
    if (item.type === "rest") return [];
    return item.type === "block" ? [item.block] : listBlocks(item.group.items);
  });
}

/** The exercises for a routine: the catalogue's, and its own in front of those with the same id. */
export function exercisesOf(
  { ownExercises }: Pick<Routine, "ownExercises">,
  catalogExercises: ReadonlyMap<string, Exercise>,
): ReadonlyMap<string, Exercise> {
  if (!ownExercises) return catalogExercises;
  return new Map([...catalogExercises, ...ownExercises.map((exercise) => [exercise.id, exercise] as const)]);
}
