/** Parts of a routine that no file wrote: an exercise as it is, and an exercise that is done alone. */
import type { Block, Exercise, Routine } from "./types.ts";

/** An exercise in a routine, in its own dose but for what is given. */
export function blockOf(exercise: string, given: Partial<Block> = {}): Block {
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
export function routineOf(exercise: Exercise): Routine {
  return {
    id: exercise.id,
    name: exercise.name,
    aliases: exercise.aliases,
    summary: exercise.summary,
    sections: [{ title: "", summary: null, blocks: [blockOf(exercise.id)], advice: [], source: null }],
    about: [],
    notice: null,
    source: exercise.source,
    origin: exercise.origin,
  };
}
