/**
 * Converts an exercise and the values of a file to the one form the program uses: every default filled in, every value
 * with its basis.
 */
import { createIdFromName } from "../text/id-from-name.ts";
import type { Amount, DoseValue, Exercise, Origin, Pattern, Sides, SourceReference, Stroke } from "./exercise-types.ts";
import type { ExerciseFile } from "./schema-exercise.ts";
import { buildTempoStrokes, parseTempo, type StartingStroke } from "./tempo.ts";

export type DoseValueInput = NonNullable<ExerciseFile["reps"]>;
type TempoInput = NonNullable<ExerciseFile["tempo"]>;
type PatternInput = NonNullable<ExerciseFile["pattern"]>;
type StrokeInput = NonNullable<ExerciseFile["strokes"]>[number];
type SourceInput = NonNullable<ExerciseFile["source"]>;

/** Converts a file, or an exercise inside a routine, that passed the checks. */
export function normaliseExercise(file: ExerciseFile, origin: Origin): Exercise {
  const valueOr = (value: DoseValueInput | undefined, otherwise: number) =>
    value === undefined ? createDefaultDoseValue(otherwise) : normaliseDoseValue(value);
  return {
    id: getExerciseId(file),
    name: file.name,
    aliases: file.aliases ?? [],
    kind: file.kind ?? "other",
    summary: file.summary ?? "",
    targets: file.targets ?? [],
    equipment: file.equipment ?? [],
    sides: normaliseSides(file.sides ?? "both"),
    position: file.position ?? "",
    steps: file.steps ?? [],
    cues: file.cues ?? [],
    cautions: file.cautions ?? [],
    pattern: normaliseFigure(file),
    dose: {
      sets: valueOr(file.dose?.sets ?? file.sets, 1),
      reps: valueOr(file.dose?.reps ?? file.reps, 1),
      rest: valueOr(file.dose?.rest ?? file.rest, 0),
    },
    ...pickDefined(file, ["prepare", "switch", "pace", "cap"]),
    easier: file.easier ?? [],
    harder: file.harder ?? [],
    figure: file.figure ?? null,
    source: file.source === undefined ? null : normaliseSource(file.source),
    origin,
  };
}

/** Those of the named fields that have a value. */
export function pickDefined<T extends object, K extends keyof T>(
  fields: T,
  names: readonly K[],
): { [P in K]?: Exclude<T[P], undefined> } {
  const picked: { [P in K]?: Exclude<T[P], undefined> } = {};
  for (const name of names) if (fields[name] !== undefined) picked[name] = fields[name] as Exclude<T[K], undefined>;
  return picked;
}

/** The id that the file gives, or the one that follows from the name. */
function getExerciseId({ id, name }: Pick<ExerciseFile, "id" | "name">): string {
  return id ?? createIdFromName(name, "exercise");
}

function normaliseSides(sides: NonNullable<ExerciseFile["sides"]>): Sides {
  const labels = { left: "Left side", right: "Right side" };
  if (typeof sides === "object") return sides;
  switch (sides) {
    case "both":
      return { mode: "both" };
    case "each":
      return { mode: "each", order: "one-side-first", ...labels };
    case "alternating":
      return { mode: "alternating", ...labels };
  }
}

/** The pattern that the one figure of an exercise stands for. */
function normaliseFigure({ pattern, work, hold, tempo, starts, strokes }: ExerciseFile): Pattern {
  if (pattern) return normalisePattern(pattern);
  if (work !== undefined) return createSingleStroke("work", work);
  if (hold !== undefined) return createSingleStroke("hold", hold);
  if (strokes) return { type: "strokes", strokes: strokes.map(normaliseStroke) };
  // A tempo is written with its eccentric stroke first.
  if (tempo !== undefined) return { type: "strokes", strokes: normaliseTempo(tempo, starts ?? "eccentric") };
  return { type: "paced" };
}

function createSingleStroke(phase: "work" | "hold", seconds: DoseValueInput): Pattern {
  return { type: "strokes", strokes: [normaliseStroke({ phase, seconds })] };
}

function normalisePattern(pattern: PatternInput): Pattern {
  if ("open" in pattern) return { type: "open" };
  if ("tempo" in pattern)
    return { type: "strokes", strokes: normaliseTempo(pattern.tempo, pattern.starts, pattern.cues) };
  return { type: "strokes", strokes: pattern.strokes.map(normaliseStroke) };
}

function normaliseStroke({ phase, seconds, cue, word }: StrokeInput): Stroke {
  return { phase, seconds: normaliseDoseValue(seconds), fast: false, cue: cue ?? null, ...(word && { word }) };
}

/** The strokes of a tempo as a file gives it. */
export function normaliseTempo(
  file: TempoInput,
  starts: StartingStroke,
  cues?: Partial<Record<Stroke["phase"], string | undefined>>,
): readonly Stroke[] {
  const sourced = typeof file === "string" ? { value: file, basis: "guide" as const } : file;
  const tempo = parseTempo(sourced.value);
  if (!tempo) throw new Error(`invalid tempo ${sourced.value}; the schema should have rejected it`);
  return buildTempoStrokes(tempo, starts, { basis: sourced.basis, reason: sourced.reason ?? null, cues });
}

/** The default for a value that the file omits. */
function createDefaultDoseValue(value: number): DoseValue {
  return { amount: { type: "single", value }, basis: "default", reason: null };
}

/** A dose value as a file gives it, with its basis. */
export function normaliseDoseValue(input: DoseValueInput): DoseValue {
  if (typeof input === "object" && "value" in input) {
    return { amount: normaliseAmount(input.value), basis: input.basis, reason: input.reason ?? null };
  }
  return { amount: normaliseAmount(input), basis: "guide", reason: null };
}

function normaliseAmount(amount: Exclude<DoseValueInput, { value: unknown }>): Amount {
  if (typeof amount === "number") return { type: "single", value: amount };
  if (Array.isArray(amount)) return { type: "range", low: amount[0], high: amount[1] };
  return { type: "levels", easy: amount.easy, standard: amount.standard, hard: amount.hard };
}

/** A source as a file gives it; free text is the title. */
export function normaliseSource(source: SourceInput): SourceReference {
  if (typeof source === "string") return { guide: source, section: null, author: null };
  return { guide: source.guide, section: source.section ?? null, author: source.author ?? null };
}
