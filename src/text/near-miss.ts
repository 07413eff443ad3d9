/** Names the user may have meant or can choose from, for messages and hints. */
import leven from "leven";

/** Longer texts are like no name, and comparing them would be slow. */
const MAX_COMPARED_CHARACTERS = 100;

/**
 * The known name closest to what was typed, in any case, or null if none is close enough: two letters or a third of them
 * may differ, but not all.
 */
export function findNearMiss(typed: string, known: readonly string[]): string | null {
  const wanted = typed.trim().slice(0, MAX_COMPARED_CHARACTERS).toLowerCase();
  let best: { name: string; distance: number } | null = null;
  for (const name of known) {
    const distance = leven(wanted, name.toLowerCase());
    const isNear = distance <= Math.max(2, name.length / 3) && distance < Math.min(wanted.length, name.length);
    if (isNear && (!best || distance < best.distance)) best = { name, distance };
  }
  return best?.name ?? null;
}

/** "did you mean psoas-march?"; undefined if no known name is close enough. */
export function suggestNearMiss(typed: string, known: readonly string[]): string | undefined {
  const near = findNearMiss(typed, known);
  return near === null ? undefined : `did you mean ${near}?`;
}

/** "a, b or c". Of more than `max` names, the last ones are only counted: "a, b or 7 more". */
export function formatAlternatives(names: readonly string[], max = Number.POSITIVE_INFINITY): string {
  const shown = names.length > max ? [...names.slice(0, max - 1), `${names.length - max + 1} more`] : names;
  return shown.length > 1 ? `${shown.slice(0, -1).join(", ")} or ${shown.at(-1)}` : shown.join("");
}
