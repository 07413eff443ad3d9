/**
 * Validates files against the schema. Loaded only for files that do not ship with the program, because zod is slow to
 * start.
 */
import type { ZodMiniType } from "zod/mini";
import type { $ZodType, $ZodTypes } from "zod/v4/core";
import type { JsonPath } from "../files/json-location.ts";
import type { FileFault, JsonSource } from "../files/read-json.ts";
import { LEVELS } from "../terms.ts";
import { resolveAllLevels } from "./doses.ts";
import { type ContentFault, locateFaults, translateIssues } from "./faults.ts";
import { normaliseExercise } from "./normalise.ts";
import { type ExerciseFile, exerciseFileSchema, type RoutineFile, routineFileSchema } from "./schema.ts";
import type { EntryType, Exercise } from "./types.ts";

/** The content of a valid file; a routine must still be checked against the exercises it refers to. */
export type ValidatedContent =
  | { readonly type: "exercise"; readonly source: JsonSource; readonly exercise: Exercise }
  | { readonly type: "routine"; readonly source: JsonSource; readonly routine: RoutineFile };

type ValidationResult =
  | { readonly ok: true; readonly content: ValidatedContent }
  | { readonly ok: false; readonly faults: readonly FileFault[] };

/**
 * Validates one file of the user's. Its content decides whether it is an exercise or a routine.
 *
 * @param options.findDuplicates whether names that occur twice in an object are faults.
 */
export async function validateFile(
  source: JsonSource,
  { findDuplicates }: { findDuplicates: boolean },
): Promise<ValidationResult> {
  const duplicateFaults = findDuplicates ? await findDuplicateNameFaults(source) : [];
  if (detectType(source.value) === "routine") {
    const parsed = routineFileSchema.safeParse(source.value);
    if (!parsed.success || duplicateFaults.length > 0)
      return createFailure(source, routineFileSchema, parsed.error?.issues ?? [], duplicateFaults);
    return { ok: true, content: { type: "routine", source, routine: parsed.data } };
  }
  const parsed = exerciseFileSchema.safeParse(source.value);
  if (!parsed.success || duplicateFaults.length > 0)
    return createFailure(source, exerciseFileSchema, parsed.error?.issues ?? [], duplicateFaults);
  const exercise = normaliseExercise(parsed.data as ExerciseFile, "yours");
  const empty = findEmptyRepetition(exercise);
  if (empty) return { ok: false, faults: await locateFaults([empty], source) };
  return { ok: true, content: { type: "exercise", source, exercise } };
}

async function createFailure(
  source: JsonSource,
  schema: ZodMiniType,
  issues: Parameters<typeof translateIssues>[0],
  duplicateFaults: readonly FileFault[],
): Promise<ValidationResult> {
  const faults = translateIssues(issues, source.value, (path) => listKeysAt(schema, path));
  return { ok: false, faults: [...(await locateFaults(faults, source)), ...duplicateFaults] };
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
    message: "stands twice here; expected each name once",
  }));
}

/** Finds a repetition that takes no time at some level: it could be neither done nor counted. */
function findEmptyRepetition({ pattern }: Exercise): ContentFault | null {
  if (pattern.type !== "strokes") return null;
  const lengths = pattern.strokes.map((stroke) => resolveAllLevels(stroke.seconds.amount, "seconds"));
  const level = LEVELS.find((each) => lengths.every((seconds) => seconds[each] === 0));
  if (!level) return null;
  const isSingle = pattern.strokes[0]?.seconds.amount.type === "single";
  const when = isSingle ? "" : ` at level ${level}`;
  return {
    path: ["pattern", "strokes"],
    message: `expected a repetition that lasts, found strokes of 0 seconds${when}`,
  };
}

/** The names that the schema allows at a path; where there are alternatives, those of all of them. */
function listKeysAt(schema: $ZodType, path: JsonPath): readonly string[] {
  let schemas: readonly $ZodTypes[] = expandSchema(schema);
  for (const part of path) schemas = schemas.flatMap((found) => getChildSchemas(found, part));
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
  if (def.type === "union") return def.options.flatMap(expandSchema);
  return [known];
}
