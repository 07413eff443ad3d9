/** Builds a routine from parts of its file, over a few known exercises. */
import { buildRoutine, type IdentifiedRoutineFile } from "../../src/catalog/build-routine.ts";
import type { Exercise } from "../../src/catalog/exercise-types.ts";
import type { Routine } from "../../src/catalog/types.ts";
import { routineFile } from "../support/catalog-files.ts";
import { each, exercise, hold, OPEN, stroke } from "../support/content.ts";

const lowering = { ...stroke("eccentric", 3), cue: "Slowly." };
export const known = new Map<string, Exercise>(
  [
    exercise({ id: "march", pattern: { type: "strokes", strokes: [lowering, stroke("concentric", 1)] } }),
    exercise({ id: "pigeon", pattern: hold(30), sides: each("set-by-set") }),
    exercise({ id: "leg-test", pattern: OPEN }),
    exercise({ id: "squat", pattern: { type: "paced" }, reps: 10 }),
    exercise({ id: "a" }),
  ].map((one) => [one.id, one]),
);

const buildFrom = (parts: Record<string, unknown>) =>
  buildRoutine({ ...routineFile(), ...parts } as unknown as IdentifiedRoutineFile, known, "yours");

/** The routine; throws if anything is wrong with it. */
export function build(parts: Record<string, unknown>): Routine {
  const { routine, faults } = buildFrom(parts);
  if (!routine) throw new Error(JSON.stringify(faults));
  return routine;
}

/** What is wrong with a routine of these blocks, each with its place. */
export const faultsOf = (...blocks: readonly unknown[]) =>
  buildFrom({ blocks }).faults.map(({ path, message }) => `${path.join(".")}: ${message}`);
