/** Finding an exercise or a routine by what a person typed: its id, its name, an alias, or how its id begins. */
import { UserError } from "../errors.ts";
import { findNearMiss } from "../text/near-miss.ts";
import { quoteText } from "../text/safe-text.ts";
import type { Catalog, Exercise, Routine } from "./types.ts";

export type CatalogMatch =
  | { readonly type: "exercise"; readonly exercise: Exercise }
  | { readonly type: "routine"; readonly routine: Routine };

/**
 * A routine or an exercise. What the word names comes before what it begins; where it begins both, the routines come first
 * with `prefer: "routine"`, and otherwise it could be more than one.
 *
 * @throws UserError (exit 2), with the near miss, when it is none or could be more than one.
 */
export function findExerciseOrRoutine(
  catalog: Catalog,
  word: string,
  { prefer }: { prefer?: "routine" } = {},
): CatalogMatch {
  const exercises = [...catalog.exercises.values()];
  const routines = [...catalog.routines.values()];
  const all = [...routines, ...exercises];
  const found = findByName<Exercise | Routine>(word, prefer ? [routines, exercises] : [all]);
  if (!found) return throwNotFound(word, "routine or exercise", all);
  return "sections" in found ? { type: "routine", routine: found } : { type: "exercise", exercise: found };
}

type NamedEntry = Pick<Exercise, "id" | "name" | "aliases">;

/** By name among all groups; failing that, by the beginning of an id, in the first group that has any. */
function findByName<T extends NamedEntry>(word: string, groups: readonly (readonly T[])[]): T | null {
  const wanted = word.trim().toLowerCase();
  if (wanted === "") return null;
  const all = groups.flat();
  const byId = all.find((entry) => entry.id === wanted);
  if (byId) return byId;
  const named = all.filter((entry) => [entry.name, ...entry.aliases].some((name) => name.toLowerCase() === wanted));
  if (named.length > 0) return requireSingleMatch(word, named);
  for (const group of groups) {
    const begun = group.filter((entry) => entry.id.startsWith(wanted));
    if (begun.length > 0) return requireSingleMatch(word, begun);
  }
  return null;
}

function requireSingleMatch<T extends NamedEntry>(word: string, found: readonly T[]): T {
  const [first, second] = found;
  if (first && !second) return first;
  throw new UserError(`${quoteText(word)} could be ${formatAlternatives(found.map((entry) => entry.id))}`, {
    hint: "type more of it",
  });
}

function formatAlternatives(ids: readonly string[]): string {
  const shown = ids.length > 8 ? [...ids.slice(0, 7), `${ids.length - 7} more`] : ids;
  return `${shown.slice(0, -1).join(", ")} or ${shown.at(-1)}`;
}

function throwNotFound(word: string, what: string, known: readonly NamedEntry[]): never {
  const wanted = word.trim().slice(0, 100).toLowerCase();
  const names = known.flatMap((entry) => [entry.id, ...entry.aliases.map((alias) => alias.toLowerCase())]);
  const near = findNearMiss(wanted, names);
  throw new UserError(`there is no ${what} ${quoteText(word)}`, {
    hint: near ? `did you mean ${near}?` : "see all with: unwind list",
  });
}
