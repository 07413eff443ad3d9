/** Exercises that the notation's tests know, and the fault of a line of them. */
import { parseLine } from "../../../src/catalog/line/parse-line.ts";
import { LineError } from "../../../src/catalog/line/scanner.ts";
import type { FindExercise, KnownExercise } from "../../../src/catalog/line/types.ts";

const KNOWN: readonly (KnownExercise & { readonly names: readonly string[] })[] = [
  { id: "psoas-march", names: ["march"], takes: "reps", sided: true },
  { id: "pigeon-pose", names: ["pigeon"], takes: "time", sided: true },
  { id: "glute-bridge", names: ["bridge"], takes: "reps", sided: false },
  { id: "thomas-test", names: [], takes: "open", sided: true },
];

export const findKnown: FindExercise = (name) => {
  const wanted = name.toLowerCase();
  return KNOWN.find(({ id, names }) => id === wanted || names.includes(wanted)) ?? null;
};

/** What is wrong with a line, which has to be something. */
export function errorOf(line: string): LineError {
  try {
    parseLine(line, findKnown);
  } catch (error) {
    if (error instanceof LineError) return error;
    throw error;
  }
  throw new Error(`nothing is wrong with ${line}`);
}
