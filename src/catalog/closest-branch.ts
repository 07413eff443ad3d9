/** Guesses which of several alternatives the author meant when a value matches none. */
import type { $ZodIssue } from "zod/v4/core";

/** An unknown or missing name counts as much as this many other faults. */
const NAME_MISMATCH_WEIGHT = 10;

/**
 * The issues of the alternative closest to `value`: of the same type, sharing at least one name if it is an object, with the
 * fewest unknown and missing names. Null if none is close; then all alternatives have to be listed.
 */
export function findClosestBranch(
  branches: readonly (readonly $ZodIssue[])[],
  value: unknown,
): readonly $ZodIssue[] | null {
  let best: { issues: readonly $ZodIssue[]; distance: number } | null = null;
  for (const issues of branches) {
    const distance = measureDistance(issues, value);
    if (distance !== null && (!best || distance < best.distance)) best = { issues, distance };
  }
  return best?.issues ?? null;
}

/** How far an alternative is from the value; null if it cannot have been meant. */
function measureDistance(issues: readonly $ZodIssue[], value: unknown): number | null {
  let distance = issues.length;
  let unknown = 0;
  for (const issue of issues) {
    if (issue.path.length === 0) {
      // A fractional number is still a number where an integer was expected.
      const wrongKind = issue.code === "invalid_type" && !(issue.expected === "int" && typeof value === "number");
      // An object is not meant as one of several words.
      if (wrongKind || (issue.code === "invalid_value" && isObject(value))) return null;
      if (issue.code === "unrecognized_keys") unknown += issue.keys.length;
      if (issue.code === "invalid_union") {
        const inner = issue.errors.map((branch) => measureDistance(branch, value)).filter((found) => found !== null);
        if (inner.length === 0) return null;
        distance += Math.min(...inner);
      }
    } else if (issue.path.length === 1 && isMissing(value, issue.path[0])) {
      distance += NAME_MISMATCH_WEIGHT;
    }
  }
  const hasNames = issues.some((issue) => issue.code === "unrecognized_keys" || issue.path.length === 1);
  if (isObject(value) && hasNames && unknown >= Object.keys(value).length) return null;
  return distance + unknown * NAME_MISMATCH_WEIGHT;
}

function isMissing(value: unknown, key: PropertyKey | undefined): boolean {
  return isObject(value) && key !== undefined && !Object.hasOwn(value, key);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
