/** Exercises that the notation's tests know. */
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
