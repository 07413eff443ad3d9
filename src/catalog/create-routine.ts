/** Routines that no file wrote, and what can be told of any: an exercise as it is, one that is done alone, a name. */
import type { Block, Exercise, Routine } from "./types.ts";

/** The routine that follows from the last test: its id, and the name to type. No file may have it. */
export const FOR_ME_ID = "for-me";

/** Whether a routine is advice alone. */
export function isAdviceOnly(routine: Routine): boolean {
  return routine.sections.every((section) => section.blocks.length === 0);
}

/** An exercise in a routine, in its own dose but for what is given. */
export function createRoutineBlock(exercise: string, given: Partial<Block> = {}): Block {
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
    ...given,
  };
}

/** An exercise named alone, as a routine of one block. */
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
