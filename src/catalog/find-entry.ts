/** Finds an exercise or a routine by what the user typed: its id, name, alias or the start of its id. */
import { UserError } from "../errors.ts";
import { formatAlternatives, suggestNearMiss } from "../text/near-miss.ts";
import { quoteText } from "../text/safe-text.ts";
import type { Exercise } from "./exercise-types.ts";
import type { Catalog, Routine } from "./types.ts";

export type CatalogMatch =
  | { readonly type: "exercise"; readonly exercise: Exercise }
  | { readonly type: "routine"; readonly routine: Routine };

/**
 * Finds a routine or an exercise. An exact match beats a prefix match. If a prefix matches both, routines win with
 * `prefer: "routine"`; otherwise the name is ambiguous.
 *
 * @throws UserError (exit 2), with a near miss if there is one, when nothing or more than one entry matches.
 */
export function findExerciseOrRoutine(
  catalog: Catalog,
  typed: string,
  { prefer }: { prefer?: "routine" } = {},
): CatalogMatch {
  // An id needs no look at all the others.
  for (const id of toIds(typed)) {
    const routine = catalog.routines.get(id);
    if (routine) return { type: "routine", routine };
    const exercise = catalog.exercises.get(id);
    if (exercise) return { type: "exercise", exercise };
  }
  const exercises = [...catalog.exercises.values()];
  const routines = [...catalog.routines.values()];
  const all = [...routines, ...exercises];
  const found = findByName<Exercise | Routine>(typed, prefer ? [routines, exercises] : [all]);
  if (!found) {
    throw new UserError(`there is no routine or exercise ${quoteText(typed)}`, {
      hint:
        suggestEntries(typed, all) ??
        suggestNearMiss(typed, all.flatMap(listIdentifiers)) ??
        "see all with: unwind list",
    });
  }
  return "sections" in found ? { type: "routine", routine: found } : { type: "exercise", exercise: found };
}

/**
 * Finds an exercise of a routine, like {@link findExerciseOrRoutine}.
 *
 * @param owner the routine's id, for the message.
 * @throws UserError (exit 2), with a near miss if there is one, when no exercise or several match.
 */
export function findExerciseByName(typed: string, exercises: readonly Exercise[], owner: string): Exercise {
  const found = findByName(typed, [exercises]);
  if (found) return found;
  throw new UserError(`${owner} has no exercise ${quoteText(typed)}`, {
    hint:
      suggestEntries(typed, exercises) ??
      suggestNearMiss(typed, exercises.flatMap(listIdentifiers)) ??
      `it has ${exercises.map(({ id }) => id).join(", ")}`,
  });
}

/** An ambiguous name lists at most this many entries. */
const MAX_LISTED = 8;

type NamedEntry = Pick<Exercise, "id" | "name" | "aliases">;

/** The words to look for a near miss among. */
export function listIdentifiers({ id, aliases }: NamedEntry): readonly string[] {
  return [id, ...aliases];
}

/** A hint names at most so many entries. */
const MAX_SUGGESTED = 4;

/**
 * "did you mean psoas-march or standing-march?": see {@link findLikelyIds}. Undefined if there are none.
 *
 * @param format what is shown of an id.
 */
export function suggestEntries(
  typed: string,
  entries: readonly NamedEntry[],
  format: (id: string) => string = (id) => id,
): string | undefined {
  const found = findLikelyIds(typed, entries);
  return found.length === 0 ? undefined : `did you mean ${formatAlternatives(found.map(format))}?`;
}

/** The ids of the entries whose names have every typed word in them; none if they are too many to be of help. */
export function findLikelyIds(typed: string, entries: readonly NamedEntry[]): readonly string[] {
  const words = splitWords(typed);
  const found = words.length === 0 ? [] : entries.filter((entry) => hasWords(entry, words));
  return found.length > MAX_SUGGESTED ? [] : found.map(({ id }) => id);
}

/** Whether each word begins a word of the entry's names; a short one has to be all of it. */
function hasWords({ id, name, aliases }: NamedEntry, words: readonly string[]): boolean {
  const known = [id, name, ...aliases].flatMap(splitWords);
  return words.every((word) => known.some((one) => one === word || (word.length > 2 && one.startsWith(word))));
}

function splitWords(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The one entry that a name means; null if there is none. @throws UserError if there are several. */
function findByName<T extends NamedEntry>(typed: string, groups: readonly (readonly T[])[]): T | null {
  const found = matchName(typed, groups);
  const [first, second] = found;
  if (first && second) {
    throw new UserError(
      `${quoteText(typed)} could be ${formatAlternatives(
        found.map((entry) => entry.id),
        MAX_LISTED,
      )}`,
      {
        hint: "type more of it",
      },
    );
  }
  return first ?? null;
}

/**
 * All entries that a name can mean: by its id, else by exact name or alias in all groups, else by the start of an id, in
 * the first group that has a match.
 */
export function matchName<T extends NamedEntry>(typed: string, groups: readonly (readonly T[])[]): readonly T[] {
  const [wanted] = toIds(typed);
  if (wanted === "") return [];
  const exact = matchWholeName(typed, groups.flat());
  if (exact.length > 0) return exact;
  for (const group of groups) {
    const byPrefix = group.filter((entry) => entry.id.startsWith(wanted));
    if (byPrefix.length > 0) return byPrefix;
  }
  return [];
}

/** All entries that a name can mean where part of a word is not enough: like {@link matchName}, but by whole first words. */
export function matchWholeWords<T extends NamedEntry>(typed: string, entries: readonly T[]): readonly T[] {
  const exact = matchWholeName(typed, entries);
  if (exact.length > 0) return exact;
  const [, spelled] = toIds(typed);
  return spelled === "" ? [] : entries.filter((entry) => entry.id.startsWith(`${spelled}-`));
}

/** The entry with this id, else those with this name or alias. */
function matchWholeName<T extends NamedEntry>(typed: string, entries: readonly T[]): readonly T[] {
  const [wanted, spelled] = toIds(typed);
  const byId = entries.find((entry) => entry.id === wanted) ?? entries.find((entry) => entry.id === spelled);
  if (byId) return [byId];
  return entries.filter((entry) => [entry.name, ...entry.aliases].some((name) => name.toLowerCase() === wanted));
}

/** What was typed in small letters, and the id that it may mean: "desk break", "desk_break". */
function toIds(typed: string): readonly [wanted: string, spelled: string] {
  const wanted = typed.trim().toLowerCase();
  return [wanted, wanted.replace(/[\s_]+/g, "-")];
}
