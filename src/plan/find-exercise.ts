/** Finding an exercise of a routine by what a person typed. */
import type { Exercise } from "../catalog/types.ts";
import { UserError } from "../errors.ts";
import { findNearMiss } from "../text/near-miss.ts";

/**
 * The exercise whose id, name or alias this is, or whose id alone begins with it.
 *
 * @throws UserError (exit 2), with the near miss, when there is none or more than one.
 */
export function findExerciseByName(word: string, among: readonly Exercise[], routine: string): Exercise {
  const wanted = word.trim().toLowerCase();
  const exact = among.find((exercise) => collectNames(exercise).includes(wanted));
  if (exact) return exact;
  const begun = wanted === "" ? [] : among.filter((exercise) => exercise.id.startsWith(wanted));
  if (begun.length === 1 && begun[0]) return begun[0];
  const ids = among.map((exercise) => exercise.id);
  if (begun.length > 1) {
    throw new UserError(`"${word}" could be ${begun.map((exercise) => exercise.id).join(" or ")}`);
  }
  throw new UserError(`${routine} has no exercise "${word}"`, {
    hint: findNearMiss(wanted, ids) ? `did you mean ${findNearMiss(wanted, ids)}?` : `it has ${ids.join(", ")}`,
  });
}

function collectNames(exercise: Exercise): string[] {
  return [exercise.id, exercise.name, ...exercise.aliases].map((name) => name.toLowerCase());
}
