/** The known name that a person may have meant by one that is unknown. */
import leven from "leven";

/**
 * The one of `known` that is nearest to what was typed, if it is near at all: two letters may differ or a
 * third of them, but never all. */
export function findNearMiss(word: string, known: readonly string[]): string | null {
  let best: { name: string; distance: number } | null = null;
  for (const name of known) {
    const distance = leven(word, name);
    const near = distance <= Math.max(2, name.length / 3) && distance < Math.min(word.length, name.length);
    if (near && (!best || distance < best.distance)) best = { name, distance };
  }
  return best?.name ?? null;
}

/** "did you mean psoas-march?"; undefined if no known name is close enough. */
export function suggestNearMiss(typed: string, known: readonly string[]): string | undefined {
  const near = findNearMiss(typed, known);
  return near === null ? undefined : `did you mean ${near}?`;
}
