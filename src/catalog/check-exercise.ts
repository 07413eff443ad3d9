/** Checks of an exercise that the schema cannot do: one figure, fields that change something, repetitions that last. */
import type { JsonPath } from "../files/json-location.ts";
import { LEVELS } from "../terms.ts";
import { resolveAllLevels } from "./doses.ts";
import type { Exercise } from "./exercise-types.ts";
import type { ContentFault } from "./faults.ts";
import { normaliseExercise } from "./normalise.ts";
import type { ExerciseFile } from "./schema-exercise.ts";

/** What an exercise can be given in one place at a time. */
const FIGURES = ["work", "hold", "tempo", "strokes", "pattern"] as const;

/** All faults of an exercise that passed the schema. */
export function findExerciseFaults(file: ExerciseFile, path: JsonPath): readonly ContentFault[] {
  const faults = findFigureFaults(file, path);
  if (faults.length > 0) return faults;
  const empty = findEmptyRepetition(normaliseExercise(file, "yours"), file, path);
  return empty ? [empty] : [];
}

/**
 * Faults in which fields an exercise has. It looks only at which ones there are, so that they are found along with what
 * the schema finds in their values.
 */
export function findFigureFaults(file: object, path: JsonPath): readonly ContentFault[] {
  const faults: ContentFault[] = [];
  const has = (name: string) => Object.hasOwn(file, name);
  const fault = (name: string, message: string) => faults.push({ path: [...path, name], message });
  const { dose, sides } = file as { readonly dose?: unknown; readonly sides?: unknown };
  const inDose = (name: string) => typeof dose === "object" && dose !== null && Object.hasOwn(dose, name);
  const hasReps = has("reps") || inDose("reps");
  const [first, second] = FIGURES.filter(has);
  if (first && second) fault(second, `expected one figure, found ${second} beside ${first}`);
  if (!first && !hasReps) {
    faults.push({ path, message: "a figure is missing; expected work, hold or reps, or strokes" });
  }
  if (has("tempo") && !hasReps) fault("reps", "missing; expected how many repetitions are done in this tempo");
  if (has("starts") && !has("tempo")) fault("starts", "expected none, as there is no tempo");
  if (has("pace") && first) fault("pace", "expected none, as its repetitions are timed");
  if (has("cap") && first && !isOpen(file)) fault("cap", "expected none, as its sets are timed");
  for (const name of ["sets", "reps", "rest"]) {
    if (has(name) && inDose(name)) fault(name, `expected none, as dose says ${name} too`);
  }
  const mode = typeof sides === "object" && sides !== null ? (sides as { readonly mode?: unknown }).mode : sides;
  if (has("switch") && mode !== "each") fault("switch", "expected none, as it does not change sides");
  return faults;
}

function isOpen(file: object): boolean {
  const { pattern } = file as { readonly pattern?: unknown };
  return typeof pattern === "object" && pattern !== null && "open" in pattern;
}

/** Finds a repetition that takes no time at some level: it could be neither done nor counted. */
function findEmptyRepetition({ pattern }: Exercise, file: ExerciseFile, path: JsonPath): ContentFault | null {
  if (pattern.type !== "strokes") return null;
  const lengths = pattern.strokes.map((stroke) => resolveAllLevels(stroke.seconds.amount, "seconds"));
  const level = LEVELS.find((each) => lengths.every((seconds) => seconds[each] === 0));
  if (!level) return null;
  const isSingle = pattern.strokes[0]?.seconds.amount.type === "single";
  const when = isSingle ? "" : ` at level ${level}`;
  const figure = FIGURES.find((name) => file[name] !== undefined) ?? "pattern";
  return {
    path: [...path, ...(figure === "pattern" ? ["pattern", "strokes"] : [figure])],
    message: `expected a repetition that lasts, found strokes of 0 seconds${when}`,
  };
}
