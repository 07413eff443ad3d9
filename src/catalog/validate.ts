/**
 * Validates files against the schema. Loaded only for files that do not ship with the program, because zod is slow to
 * start.
 */
import path from "node:path";
import type { $ZodType, $ZodTypes } from "zod/v4/core";
import type { JsonPath } from "../files/json-location.ts";
import type { FileFault, JsonSource } from "../files/read-json.ts";
import { createIdFromName } from "../text/id-from-name.ts";
import { findNearMiss } from "../text/near-miss.ts";
import type { IdentifiedRoutineFile } from "./build-routine.ts";
import { findExerciseFaults, findFigureFaults } from "./check-exercise.ts";
import type { Exercise } from "./exercise-types.ts";
import { type ContentFault, locateFaults, translateIssues } from "./faults.ts";
import { normaliseExercise } from "./normalise.ts";
import { routineFileSchema } from "./schema.ts";
import { exerciseFileSchema } from "./schema-exercise.ts";
import type { EntryType } from "./types.ts";

/** The content of a valid file; a routine must still be checked against the exercises it refers to. */
export type ValidatedContent =
  | { readonly type: "exercise"; readonly source: JsonSource; readonly exercise: Exercise }
  | { readonly type: "routine"; readonly source: JsonSource; readonly routine: IdentifiedRoutineFile };

type ValidationResult =
  | { readonly ok: true; readonly content: ValidatedContent }
  | { readonly ok: false; readonly type: EntryType; readonly faults: readonly FileFault[] };

/**
 * Validates one file of the user's. Its content decides whether it is an exercise or a routine.
 *
 * @param options.findDuplicates whether names that occur twice in an object are faults.
 */
export async function validateFile(
  source: JsonSource,
  { findDuplicates }: { findDuplicates: boolean },
): Promise<ValidationResult> {
  const { value } = source;
  const duplicateFaults = findDuplicates ? await findDuplicateNameFaults(source) : [];
  const type = detectType(value);
  const fail = async (faults: readonly ContentFault[]): Promise<ValidationResult> => ({
    ok: false,
    type,
    faults: [...(await locateFaults(faults, source)), ...duplicateFaults],
  });
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  if (type === "routine") {
    const parsed = routineFileSchema.safeParse(value);
    if (parsed.success && duplicateFaults.length === 0) {
      const routine = { ...parsed.data, id: parsed.data.id ?? createIdFromName(parseFileName(source.file), "routine") };
      return { ok: true, content: { type, source, routine } };
    }
    const issues = parsed.error?.issues ?? [];
    return fail(translateIssues(issues, value, (path) => listKeysAt(routineFileSchema, path)));
  }
  const foreign = describeForeignContent(value);
  if (foreign) return fail([{ path: [], message: foreign }]);
  const parsed = exerciseFileSchema.safeParse(value);
  const issues = parsed.error?.issues ?? [];
  const faults = [
    ...translateIssues(issues, value, (path) => listKeysAt(exerciseFileSchema, path)),
    ...(parsed.success ? findExerciseFaults(parsed.data, []) : isObject ? findFigureFaults(value, []) : []),
  ];
  if (!parsed.success || faults.length + duplicateFaults.length > 0) return fail(faults);
  return { ok: true, content: { type, source, exercise: normaliseExercise(parsed.data, "yours") } };
}

/** Names that many formats have: they do not make an exercise. */
const COMMON_NAMES = new Set(["id", "name", "title", "source", "summary", "$schema"]);

/** What an object is that has nothing of an exercise: what it lacks would only mislead. Null for an exercise. */
function describeForeignContent(value: unknown): string | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const names = Object.keys(value);
  const own = names.filter((name) => Object.hasOwn(exerciseFileSchema.shape, name) && !COMMON_NAMES.has(name));
  const others = names.filter((name) => !Object.hasOwn(exerciseFileSchema.shape, name) && !COMMON_NAMES.has(name));
  const isMistyped = others.some((name) => findNearMiss(name, Object.keys(exerciseFileSchema.shape)) !== null);
  if (own.length > 0 || others.length === 0 || isMistyped) return null;
  const format = "format" in value && typeof value.format === "string" ? value.format : "";
  if (/^unwind-(session|history)$/.test(format))
    return "a record of training, not a routine; import it with: unwind import";
  return "neither an exercise nor a routine; expected a figure such as work, hold or reps, or a list of blocks";
}

/** "my morning" of "routines/my morning.json". */
function parseFileName(file: string): string {
  return path.basename(file).replace(/\.jsonc?$/i, "");
}

/** A routine has blocks or sections; anything else is treated as an exercise. */
function detectType(value: unknown): EntryType {
  if (typeof value !== "object" || value === null) return "exercise";
  if ("pattern" in value || "dose" in value) return "exercise";
  return "blocks" in value || "sections" in value ? "routine" : "exercise";
}

async function findDuplicateNameFaults(source: JsonSource): Promise<readonly FileFault[]> {
  const { JsonLocator, formatJsonPath } = await import("../files/json-location.ts");
  return new JsonLocator(source.text).findDuplicateNames().map(({ path, position }) => ({
    file: source.file,
    ...position,
    path: formatJsonPath(path),
    message: "appears twice here; expected each name once",
  }));
}

/** The names that the schema allows at a path; where there are alternatives, those of all of them. */
function listKeysAt(schema: $ZodType, location: JsonPath): readonly string[] {
  let schemas: readonly $ZodTypes[] = expandSchema(schema);
  for (const part of location) schemas = schemas.flatMap((found) => getChildSchemas(found, part));
  return [
    ...new Set(schemas.flatMap((found) => (found._zod.def.type === "object" ? Object.keys(found._zod.def.shape) : []))),
  ];
}

function getChildSchemas(schema: $ZodTypes, part: string | number): readonly $ZodTypes[] {
  const { def } = schema._zod;
  if (def.type === "object") {
    const value = def.shape[part];
    return value ? expandSchema(value) : [];
  }
  if (def.type === "record") return expandSchema(def.valueType);
  return def.type === "array" ? expandSchema(def.element) : [];
}

/** Unwraps optionals and unions into the schemas they allow. */
function expandSchema(schema: $ZodType): readonly $ZodTypes[] {
  const known = schema as $ZodTypes;
  const { def } = known._zod;
  if (def.type === "optional") return expandSchema(def.innerType);
  if (def.type === "lazy") return expandSchema(def.getter());
  if (def.type === "union") return def.options.flatMap(expandSchema);
  return [known];
}
