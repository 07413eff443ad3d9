/** Describes what is wrong with the content of a file, in words its author understands. */
import type { $ZodIssue } from "zod/v4/core";
import type { JsonPath } from "../files/json-location.ts";
import type { FileFault, JsonSource } from "../files/read-json.ts";
import { findNearMiss, suggestNearMiss } from "../text/near-miss.ts";
import { escapeUnsafeText, quoteText } from "../text/safe-text.ts";
import { formatCount } from "../text/sentence.ts";
import { findClosestBranch } from "./closest-branch.ts";

/** A fault that has no position in the text of the file yet. */
export interface ContentFault {
  readonly path: JsonPath;
  readonly message: string;
  /** Whether the name at the path is wrong, or its value. */
  readonly target?: "key" | "value";
}

/** Reporting more faults than this per file does not help anyone. */
const MAX_FAULTS = 100;

/** Zod's message when the schema does not define one. */
const ZOD_DEFAULT_MESSAGE = "Invalid input";

/**
 * Translates the issues that the schema found in `value`. `keysAt` lists the names allowed at a path, to suggest a near
 * miss for an unknown key.
 */
export function translateIssues(
  issues: readonly $ZodIssue[],
  value: unknown,
  keysAt: (path: JsonPath) => readonly string[],
): readonly ContentFault[] {
  return issues.flatMap((issue) => translateIssue(issue, [], value, keysAt));
}

function translateIssue(
  issue: $ZodIssue,
  base: JsonPath,
  root: unknown,
  keysAt: (path: JsonPath) => readonly string[],
): readonly ContentFault[] {
  const path = [...base, ...(issue.path as JsonPath)];
  const found = getValueAt(root, path);
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => createUnknownKeyFault(key, path, keysAt(path)));
  if (issue.code === "invalid_union" && issue.errors.length > 0 && found !== undefined) {
    if (isBareExercise(path, found)) {
      return [{ path, message: `an exercise of its own goes into "exercise": ${showWrapped(found)}` }];
    }
    const branch = findClosestBranch(issue.errors, found);
    if (branch) return branch.flatMap((inner) => translateIssue(inner, path, root, keysAt));
  }
  const expected = describeExpectation(issue);
  if (found === undefined) return [{ path, message: `missing; expected ${expected}` }];
  // A rule about several entries is clear without printing them all.
  const isRuleAboutObject = issue.code === "custom" && typeof found === "object" && !Array.isArray(found);
  const shown = isRuleAboutObject ? "" : `, found ${describeFoundValue(found)}`;
  return [{ path, message: `expected ${expected}${shown}${formatOptionHint(issue, path, found)}` }];
}

/** A block that is an exercise itself: { "name": "Squat", "reps": 10 }. */
function isBareExercise(path: JsonPath, found: unknown): found is { readonly name: string } {
  if (path.at(-2) !== "blocks" || typeof found !== "object" || found === null) return false;
  return typeof Object(found).name === "string" && !["exercise", "blocks"].some((key) => Object.hasOwn(found, key));
}

/** `{ "exercise": { "name": "Squat", … } }` */
function showWrapped({ name }: { readonly name: string }): string {
  return `{ "exercise": { "name": ${quoteText(name)}, … } }`;
}

function createUnknownKeyFault(key: string, path: JsonPath, names: readonly string[]): ContentFault {
  // Another alternative may have it: that was not the closest one.
  const known = names.filter((name) => name !== key);
  const near = findNearMiss(key, known);
  const help = near ? `did you mean ${quoteText(near)}?` : `expected one of ${known.join(", ")}`;
  return { path: [...path, key], message: `unknown name ${quoteText(key)}; ${help}`, target: "key" };
}

/** The end of the sentence "expected …". */
function describeExpectation(issue: $ZodIssue): string {
  if (issue.message !== ZOD_DEFAULT_MESSAGE) return issue.message;
  switch (issue.code) {
    case "invalid_type":
      return TYPE_DESCRIPTIONS[issue.expected] ?? issue.expected;
    case "too_small":
      return describeMinimum(issue.origin, Number(issue.minimum), issue.inclusive);
    case "too_big":
      return describeMaximum(issue.origin, Number(issue.maximum));
    case "invalid_value":
      return describeOptions(issue.values);
    case "invalid_union":
      return "options" in issue && issue.options ? describeOptions(issue.options) : "another form";
    default:
      return "another value";
  }
}

const TYPE_DESCRIPTIONS: Readonly<Record<string, string>> = {
  string: "text in double quotes",
  number: "a number",
  int: "a whole number",
  array: "a list [ ]",
  tuple: "a list [ ]",
  object: "an object { }",
  boolean: "true or false",
};

function describeMinimum(origin: string, minimum: number, isIncluded = true): string {
  if (origin === "string") return minimum === 1 ? "some text" : `at least ${minimum} characters`;
  if (origin === "array") return minimum === 1 ? "at least one entry" : `at least ${minimum} entries`;
  return isIncluded ? `${minimum} or more` : `more than ${minimum}`;
}

function describeMaximum(origin: string, maximum: number): string {
  if (origin === "string") return `at most ${maximum} characters`;
  if (origin === "array") return `at most ${maximum} entries`;
  // Above the largest safe integer: the limit that matters is reported by another issue, if at all.
  return maximum === Number.MAX_SAFE_INTEGER ? "a smaller number" : `${maximum} or less`;
}

function describeOptions(values: readonly unknown[]): string {
  const texts = values.map((value) => (typeof value === "string" ? value : JSON.stringify(value)));
  return texts.length === 1 ? `${texts[0]}` : `one of ${texts.join(", ")}`;
}

function formatOptionHint(issue: $ZodIssue, path: JsonPath, found: unknown): string {
  // A load is text, as it may be a band: a number alone lacks its unit.
  if (path.at(-1) === "load" && typeof found === "number") return `; did you mean "${found} kg"?`;
  if (typeof found === "number" && ["rounds", "sets"].includes(String(path.at(-2)))) {
    return `; did you mean { "reps": ${found} }?`;
  }
  if (typeof found !== "string") return "";
  const options = issue.code === "invalid_value" ? issue.values : "options" in issue ? (issue.options ?? []) : [];
  const names = options.filter((option) => typeof option === "string");
  const hint = suggestNearMiss(found, names);
  return hint ? `; ${hint}` : "";
}

/** The value found in the file, shortened and made safe. */
function describeFoundValue(value: unknown): string {
  if (typeof value === "string")
    return value.length > 80 ? `${value.length} characters: ${quoteText(value)}` : quoteText(value);
  if (Array.isArray(value)) {
    const text = JSON.stringify(value);
    return text.length <= 40 ? escapeUnsafeText(text) : `a list of ${value.length}`;
  }
  if (typeof value === "object" && value !== null) return "an object { }";
  return String(value);
}

function getValueAt(root: unknown, path: JsonPath): unknown {
  let value = root;
  for (const part of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<string | number, unknown>)[part];
  }
  return value;
}

/** Adds file, line and column to the faults; at most a hundred, in file order. */
export async function locateFaults(faults: readonly ContentFault[], source: JsonSource): Promise<readonly FileFault[]> {
  if (faults.length === 0) return [];
  const { JsonLocator, formatJsonPath } = await import("../files/json-location.ts");
  const locator = new JsonLocator(source.text);
  const reported = faults.slice(0, MAX_FAULTS).map(
    ({ path, message, target }): FileFault => ({
      file: source.file,
      ...locator.positionOf(path, target),
      path: formatJsonPath(path),
      message,
    }),
  );
  const sorted = sortFaults(reported);
  const rest = faults.length - reported.length;
  const more = {
    file: source.file,
    line: null,
    column: null,
    path: "",
    message: `and ${formatCount(rest, "more fault")}`,
  };
  return rest > 0 ? [...sorted, more] : sorted;
}

/** Faults of one file in the order of the file; those without a line come last. */
export function sortFaults(faults: readonly FileFault[]): readonly FileFault[] {
  const lineOf = ({ line }: FileFault) => line ?? Number.MAX_SAFE_INTEGER;
  return faults.toSorted((a, b) => lineOf(a) - lineOf(b) || (a.column ?? 0) - (b.column ?? 0));
}

/** `file:line:column: path: message`, as compilers and editors write it. */
export function formatFault(fault: FileFault): string {
  const place = fault.line === null ? "" : `:${fault.line}:${fault.column ?? 1}`;
  const at = fault.path === "" ? "" : ` ${fault.path}:`;
  return `${escapeUnsafeText(fault.file)}${place}:${at} ${escapeUnsafeText(fault.message)}`;
}
