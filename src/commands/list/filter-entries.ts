/** What `list` lists, and which of it matches the words and filters that are typed. Pure. */
import type { ListEntry } from "../../app/open/index-entries.ts";
import { EXERCISE_KINDS } from "../../catalog/exercise-types.ts";
import { UserError } from "../../errors.ts";
import { formatAlternatives, suggestNearMiss } from "../../text/near-miss.ts";
import { quoteText } from "../../text/safe-text.ts";

export interface ListFilter {
  /** What is listed, and words to search for: "exercises", "psoas", "stretches". */
  readonly words?: readonly string[];
  readonly kind?: string;
  readonly target?: string;
  /** "none" for what needs no equipment. */
  readonly equipment?: string;
}

type Test = (entry: ListEntry) => boolean;

/**
 * The entries that pass every word and filter.
 *
 * @throws UserError (exit 2) for a word, a kind, a muscle or equipment that no entry has.
 */
export function filterEntries(entries: readonly ListEntry[], filter: ListFilter): readonly ListEntry[] {
  const { words = [], kind, target, equipment } = filter;
  const tests: Test[] = words.flatMap((word) => word.trim().split(/\s+/)).map((word) => toWordTest(word, entries));
  if (kind !== undefined) tests.push(toKindTest(kind));
  if (target !== undefined) tests.push(toValueTest("target", target, entries, ({ targets }) => targets));
  if (equipment !== undefined && equipment.trim().toLowerCase() !== "none") {
    tests.push(toValueTest("equipment", equipment, entries, (entry) => entry.equipment));
  } else if (equipment !== undefined) tests.push((entry) => entry.equipment.length === 0);
  return entries.filter((entry) => tests.every((passes) => passes(entry)));
}

/** "exercises", "routines" and "workouts" are what is listed; another word is searched for, without the ending of its plural. */
function toWordTest(word: string, entries: readonly ListEntry[]): Test {
  const wanted = word.toLowerCase();
  if (wanted === "all" || wanted === "everything") return () => true;
  if (/^exercises?$/.test(wanted)) return ({ type }) => type === "exercise";
  if (/^routines?$/.test(wanted)) return ({ type }) => type === "routine";
  if (/^workouts?$/.test(wanted)) return ({ collection }) => collection === "workouts";
  const singular = EXERCISE_KINDS.find((kind) => wanted === `${kind}s` || wanted === `${kind}es`) ?? wanted;
  for (const form of [singular, singular.replace(/e?s$/, "")]) {
    const passes: Test = (entry) => textOf(entry).includes(form);
    if (form !== "" && entries.some(passes)) return passes;
  }
  const known = [
    "exercises",
    "routines",
    "workouts",
    ...EXERCISE_KINDS,
    ...entries.flatMap(({ id, targets }) => [id, ...targets]),
  ];
  throw new UserError(`nothing matches ${quoteText(word)}`, {
    hint: suggestNearMiss(wanted, known) ?? "see everything with: unwind list",
  });
}

/** What a word is searched in. */
function textOf({ id, name, aliases, kinds, targets, equipment }: ListEntry): string {
  return [id, name, ...aliases, ...kinds, ...targets, ...equipment].join("\n").toLowerCase();
}

function toKindTest(word: string): Test {
  const wanted = word.trim().toLowerCase();
  const kind = EXERCISE_KINDS.find((known) => [known, `${known}s`, `${known}es`].includes(wanted));
  if (kind) return ({ kinds }) => kinds.includes(kind);
  const near = suggestNearMiss(wanted, EXERCISE_KINDS);
  throw new UserError(`there is no kind ${quoteText(word)}`, {
    hint: `${near ? `${near} ` : ""}the kinds are ${EXERCISE_KINDS.join(", ")}`,
  });
}

/** Part of a value will do: "psoas" for "iliopsoas". */
function toValueTest(
  what: string,
  typed: string,
  entries: readonly ListEntry[],
  valuesOf: (entry: ListEntry) => readonly string[],
): Test {
  const wanted = typed.trim().toLowerCase();
  const passes: Test = (entry) => valuesOf(entry).some((value) => value.toLowerCase().includes(wanted));
  if (entries.some(passes)) return passes;
  const known = [...new Set(entries.flatMap(valuesOf))].sort();
  const near = suggestNearMiss(wanted, known);
  throw new UserError(`--${what}: nothing has ${quoteText(typed)}`, {
    hint: `${near ? `${near} ` : ""}there is ${formatAlternatives(known)}`,
  });
}
