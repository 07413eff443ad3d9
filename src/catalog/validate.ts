/** Files of unknown quality against the definition. Loaded only for files that do not ship with the program: zod is slow to start. */
import type { ZodMiniType } from "zod/mini";
import type { FileFault, JsonSource } from "../files/read-json.ts";
import { LEVELS } from "../terms.ts";
import { atLevels } from "./amounts.ts";
import { type Fault, faultsOf, placed } from "./faults.ts";
import { exerciseOf } from "./normalise.ts";
import { type ExerciseFile, exerciseFile, type RoutineFile, routineFile } from "./schema.ts";
import { keysAt } from "./schema-keys.ts";
import type { Exercise, Origin } from "./types.ts";

/** What a file holds; a routine still has to be held against the exercises that it names. */
export type Validated =
  | { readonly type: "exercise"; readonly source: JsonSource; readonly exercise: Exercise }
  | { readonly type: "routine"; readonly source: JsonSource; readonly routine: RoutineFile };

export type ValidateResult =
  | { readonly ok: true; readonly content: Validated }
  | { readonly ok: false; readonly faults: readonly FileFault[] };

/**
 * Checks one file. Whether it is an exercise or a routine is seen from what it holds. Names that stand twice are looked
 * for with `thorough`.
 */
export async function validate(source: JsonSource, origin: Origin, thorough: boolean): Promise<ValidateResult> {
  const twice = thorough ? await duplicatesIn(source) : [];
  const type = typeOf(source.value);
  if (type === "routine") {
    const parsed = routineFile.safeParse(source.value);
    if (parsed.success && twice.length === 0) {
      return { ok: true, content: { type, source, routine: parsed.data } };
    }
    return failed(source, routineFile, parsed.error?.issues ?? [], twice);
  }
  const parsed = exerciseFile.safeParse(source.value);
  if (!parsed.success || twice.length > 0) return failed(source, exerciseFile, parsed.error?.issues ?? [], twice);
  const exercise = exerciseOf(parsed.data as ExerciseFile, origin);
  const empty = emptyRepetition(exercise);
  if (empty) return { ok: false, faults: await placed([empty], source) };
  return { ok: true, content: { type: "exercise", source, exercise } };
}

async function failed(
  source: JsonSource,
  schema: ZodMiniType,
  issues: Parameters<typeof faultsOf>[0],
  twice: readonly FileFault[],
): Promise<ValidateResult> {
  const faults = faultsOf(issues, source.value, (path) => keysAt(schema, path));
  return { ok: false, faults: [...(await placed(faults, source)), ...twice] };
}

/** A routine has blocks or sections; everything else is meant to be an exercise. */
function typeOf(value: unknown): "exercise" | "routine" {
  if (typeof value !== "object" || value === null) return "exercise";
  if ("pattern" in value || "dose" in value) return "exercise";
  return "blocks" in value || "sections" in value ? "routine" : "exercise";
}

async function duplicatesIn(source: JsonSource): Promise<readonly FileFault[]> {
  const { Locator, pathText } = await import("../files/locate.ts");
  return new Locator(source.text).duplicates().map(({ path, position }) => ({
    file: source.file,
    ...position,
    path: pathText(path),
    message: "stands twice here; expected each name once",
  }));
}

/** A repetition that takes no time at some level could not be done, nor counted. */
function emptyRepetition({ pattern }: Exercise): Fault | null {
  if (pattern.type === "open") return null;
  const lengths = pattern.strokes.map((stroke) => atLevels(stroke.seconds.amount, "seconds"));
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
