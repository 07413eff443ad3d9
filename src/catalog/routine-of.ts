/** An exercise that is done alone. */
import type { Block, Exercise, Routine } from "./types.ts";

/** An exercise named alone, as a routine of one block. */
export function routineOf(exercise: Exercise): Routine {
  const block: Block = {
    exercise: exercise.id,
    sets: null,
    reps: null,
    hold: null,
    strokes: null,
    rest: null,
    equipment: null,
    priority: 1,
    note: null,
  };
  return {
    id: exercise.id,
    name: exercise.name,
    aliases: exercise.aliases,
    summary: exercise.summary,
    sections: [{ title: "", summary: null, blocks: [block], advice: [], source: null }],
    about: [],
    notice: null,
    source: exercise.source,
    origin: exercise.origin,
  };
}
