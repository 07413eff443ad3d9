/** Finds in the sources what a mutant replaces, and replaces it. */
import { readFileSync } from "node:fs";

/** The code that a mutant replaces. */
export function findOriginal(mutant) {
  const { text, start, end } = locate(mutant);
  return text.slice(start, end);
}

/** The text of a mutant's file with the mutant in it. */
export function applyMutant(mutant) {
  const { text, start, end } = locate(mutant);
  return text.slice(0, start) + mutant.replacement + text.slice(end);
}

function locate({ fileName, location }) {
  const text = readFileSync(fileName, "utf8");
  const lines = text.split("\n");
  const offsetOf = ({ line, column }) =>
    lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
  return { text, start: offsetOf(location.start), end: offsetOf(location.end) };
}
