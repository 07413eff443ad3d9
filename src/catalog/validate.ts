/** Files of unknown quality against the definition. Loaded only for files that do not ship with the program: zod is slow to start. */
import type { ZodMiniType } from "zod/mini";
import type { FileFault, JsonSource } from "../files/read-json.ts";
import { LEVELS } from "../terms.ts";
import { resolveAllLevels } from "./amounts.ts";
import { type ContentFault, locateFaults, translateIssues } from "./faults.ts";
import { normaliseExercise } from "./normalise.ts";
import { type ExerciseFile, exerciseFileSchema, type RoutineFile, routineFileSchema } from "./schema.ts";
import { listKeysAt } from "./schema-keys.ts";
import type { Exercise, Origin } from "./types.ts";

/** What a file holds; a routine still has to be held against the exercises that it names. */
export type ValidatedContent =
  | { readonly type: "exercise"; readonly source: JsonSource; readonly exercise: Exercise }
  | { readonly type: "routine"; readonly source: JsonSource; readonly routine: RoutineFile };

export type ValidationResult =
  | { readonly ok: true; readonly content: ValidatedContent }
  | { readonly ok: false; readonly faults: readonly FileFault[] };

/**
 * Checks one file. Whether it is an exercise or a routine is seen from what it holds. Names that stand twice are looked
 * for with `thorough`.
 */
export async function validateFile(source: JsonSource, origin: Origin, thorough: boolean): Promise<ValidationResult> {
  const twice = thorough ? await findDuplicateNameFaults(source) : [];
  const type = detectType(source.value);
  if (type === "routine") {
    const parsed = routineFileSchema.safeParse(source.value);
    if (parsed.success && twice.length === 0) {
      return { ok: true, content: { type, source, routine: parsed.data } };
    }
    return createFailure(source, routineFileSchema, parsed.error?.issues ?? [], twice);
  }
  const parsed = exerciseFileSchema.safeParse(source.value);
  if (!parsed.success || twice.length > 0)
    return createFailure(source, exerciseFileSchema, parsed.error?.issues ?? [], twice);
  const exercise = normaliseExercise(parsed.data as ExerciseFile, origin);
  const empty = findEmptyRepetition(exercise);
  if (empty) return { ok: false, faults: await locateFaults([empty], source) };
  return { ok: true, content: { type: "exercise", source, exercise } };
}

async function createFailure(
  source: JsonSource,
  schema: ZodMiniType,
  issues: Parameters<typeof translateIssues>[0],
  twice: readonly FileFault[],
): Promise<ValidationResult> {
  const faults = translateIssues(issues, source.value, (path) => listKeysAt(schema, path));
  return { ok: false, faults: [...(await locateFaults(faults, source)), ...twice] };
}

/** A routine has blocks or sections; everything else is meant to be an exercise. */
function detectType(value: unknown): "exercise" | "routine" {
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

/** A repetition that takes no time at some level could not be done, nor counted. */
function findEmptyRepetition({ pattern }: Exercise): ContentFault | null {
  if (pattern.type === "open") return null;
  const lengths = pattern.strokes.map((stroke) => resolveAllLevels(stroke.seconds.amount, "seconds"));
  const level = LEVELS.find((each) => lengths.every((seconds) => seconds[each] === 0));
  if (!level) return null;
  const first = pattern.strokes[0];
  const single = first?.seconds.amount.type === "single";
  const when = single ? "" : ` at level ${level}`;
  return {
    path: ["pattern", "strokes"],
    message: `expected a repetition that lasts, found strokes of 0 seconds${when}`,
  };
}
