/** Reads the shipped exercise and routine files for the data tests, straight from their folders. */
import { readdirSync, readFileSync } from "node:fs";
import { collectBlocks } from "../../src/catalog/own-exercises.ts";
import { type RoutineFile, routineFileSchema } from "../../src/catalog/schema.ts";
import type { BlockInput } from "../../src/catalog/schema-blocks.ts";
import { type ExerciseFile, exerciseFileSchema } from "../../src/catalog/schema-exercise.ts";

/** What every shipped exercise says, though a person's own need not. */
export const KEPT_EXERCISE_FIELDS = [
  "id",
  "kind",
  "summary",
  "targets",
  "sides",
  "position",
  "steps",
  "pattern",
  "dose",
  "source",
] as const satisfies readonly (keyof ExerciseFile)[];

type Kept = Required<Pick<ExerciseFile, (typeof KEPT_EXERCISE_FIELDS)[number]>>;

/** A shipped exercise, with every field that a person's own may leave out. */
export type ShippedExercise = ExerciseFile & {
  readonly [Name in keyof Kept]: NonNullable<Kept[Name]>;
} & { readonly sides: object; readonly source: object };

export type ShippedRoutine = RoutineFile & { readonly id: string; readonly summary: string };

/** One shipped file, not yet checked. */
export interface ShippedFile {
  readonly file: string;
  /** The name without `.json`, which must be the id. */
  readonly stem: string;
  readonly content: unknown;
}

const folder = (kind: "exercises" | "routines") => new URL(`../../data/${kind}/`, import.meta.url);

/** Every file of a kind, in the order of their names. */
export function readShipped(kind: "exercises" | "routines"): ShippedFile[] {
  return readdirSync(folder(kind))
    .sort()
    .map((file) => ({
      file,
      stem: file.replace(/\.json$/, ""),
      content: JSON.parse(readFileSync(new URL(file, folder(kind)), "utf8")) as unknown,
    }));
}

/** Every shipped exercise, checked by the schema; throws at the first that fails it. */
export function shippedExercises(): ShippedExercise[] {
  // The test of the shipped exercises holds them to the fields.
  return readShipped("exercises").map(({ content }) => exerciseFileSchema.parse(content) as ShippedExercise);
}

/** Every shipped routine, checked by the schema; throws at the first that fails it. */
export function shippedRoutines(): ShippedRoutine[] {
  return readShipped("routines").map(({ content }) => routineFileSchema.parse(content) as ShippedRoutine);
}

/** One shipped exercise by its id. */
export function exerciseNamed(id: string): ShippedExercise {
  const found = shippedExercises().find((exercise) => exercise.id === id);
  if (found === undefined) throw new Error(`no shipped exercise ${id}`);
  return found;
}

/** One shipped routine by its id. */
export function routineNamed(id: string): ShippedRoutine {
  const found = shippedRoutines().find((routine) => routine.id === id);
  if (found === undefined) throw new Error(`no shipped routine ${id}`);
  return found;
}

/** The blocks of a routine, whatever its sections. */
export function blocksOf(
  routine: Pick<RoutineFile, "blocks" | "sections">,
): readonly (BlockInput & { readonly exercise: string })[] {
  return collectBlocks(routine).map(({ block }) => ({ ...block, exercise: String(block.exercise) }));
}

/** Every text of a file, wherever it stands. */
export function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (value === null || typeof value !== "object") return [];
  return Object.values(value).flatMap(textsOf);
}

/** A figure as one line to compare: "3 guide", "30–60 guide", "2 default". */
export function written(figure: unknown): string {
  if (figure === undefined) return "–";
  const { value, basis } = figure as { value: unknown; basis: string };
  const amount = Array.isArray(value)
    ? value.join("–")
    : typeof value === "object" && value !== null
      ? Object.entries(value)
          .map(([level, number]) => `${level} ${number}`)
          .join(", ")
      : String(value);
  return `${amount} ${basis}`;
}
