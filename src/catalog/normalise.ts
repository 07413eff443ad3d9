/** Converts a checked file to the one form the program uses: every default filled in, every value with its basis. */

import { getEffectiveStrokes } from "./doses.ts";
import type { BlockInput, ExerciseFile, RoutineFile } from "./schema.ts";
import { buildTempoStrokes, findStartingStroke, parseTempo, type StartingStroke } from "./tempo.ts";
import type {
  AboutEntry,
  Amount,
  Block,
  DoseValue,
  Exercise,
  Origin,
  Pattern,
  Routine,
  Section,
  SourceReference,
  Stroke,
} from "./types.ts";

type DoseValueInput = ExerciseFile["dose"]["sets"];
type SectionInput = NonNullable<RoutineFile["sections"]>[number];
type PatternInput = ExerciseFile["pattern"];
type TempoInput = Extract<PatternInput, { tempo: unknown }>["tempo"];
type SourceInput = ExerciseFile["source"];

/** Converts a file that passed the schema to an exercise. */
export function normaliseExercise(file: ExerciseFile, origin: Origin): Exercise {
  const { dose } = file;
  return {
    id: file.id,
    name: file.name,
    aliases: file.aliases ?? [],
    kind: file.kind,
    summary: file.summary,
    targets: file.targets,
    equipment: file.equipment ?? [],
    sides: file.sides,
    position: file.position,
    steps: file.steps,
    cues: file.cues ?? [],
    cautions: file.cautions ?? [],
    pattern: normalisePattern(file.pattern),
    dose: {
      sets: normaliseDoseValue(dose.sets),
      reps: dose.reps === undefined ? createDefaultDoseValue(1) : normaliseDoseValue(dose.reps),
      rest: dose.rest === undefined ? createDefaultDoseValue(0) : normaliseDoseValue(dose.rest),
    },
    prepareSeconds: file.prepare ?? null,
    switchSeconds: file.switch ?? null,
    easier: file.easier ?? [],
    harder: file.harder ?? [],
    figure: file.figure ?? null,
    source: normaliseSource(file.source),
    origin,
  };
}

/** Converts a file that passed the schema, and whose blocks refer to known exercises, to a routine. */
export function normaliseRoutine(file: RoutineFile, exercises: ReadonlyMap<string, Exercise>, origin: Origin): Routine {
  const section = (part: SectionInput): Section => ({
    title: part.title,
    summary: part.summary ?? null,
    blocks: (part.blocks ?? []).map((block) => normaliseBlock(block, exercises.get(block.exercise))),
    advice: part.advice ?? [],
    ...(part.part && { part: part.part }),
    source: part.source ? normaliseSource(part.source) : null,
  });
  return {
    id: file.id,
    name: file.name,
    aliases: file.aliases ?? [],
    summary: file.summary,
    // A routine without sections is one section without a title.
    sections: file.sections?.map(section) ?? [section({ title: "", ...(file.blocks && { blocks: file.blocks }) })],
    about: (file.about ?? []).map(
      (about): AboutEntry => ({ ...about, source: about.source ? normaliseSource(about.source) : null }),
    ),
    notice: file.notice ?? null,
    source: file.source ? normaliseSource(file.source) : null,
    origin,
  };
}

/** A block without a priority is neither central to the routine nor the first to be left out. */
const DEFAULT_PRIORITY = 5;

function normalisePattern(pattern: PatternInput): Pattern {
  if ("open" in pattern) return { type: "open" };
  if ("tempo" in pattern)
    return { type: "strokes", strokes: normaliseTempo(pattern.tempo, pattern.starts, pattern.cues) };
  return {
    type: "strokes",
    strokes: pattern.strokes.map((stroke) => ({
      phase: stroke.phase,
      seconds: normaliseDoseValue(stroke.seconds),
      fast: false,
      cue: stroke.cue ?? null,
    })),
  };
}

function normaliseTempo(
  file: TempoInput,
  starts: StartingStroke,
  cues?: Partial<Record<Stroke["phase"], string | undefined>>,
): readonly Stroke[] {
  const sourced = typeof file === "string" ? { value: file, basis: "guide" as const } : file;
  const tempo = parseTempo(sourced.value);
  if (!tempo) throw new Error(`invalid tempo ${sourced.value}; the schema should have rejected it`);
  return buildTempoStrokes(tempo, starts, { basis: sourced.basis, reason: sourced.reason ?? null, cues });
}

function normaliseBlock(block: BlockInput, exercise: Exercise | undefined): Block {
  const optional = (value: DoseValueInput | undefined) => (value === undefined ? null : normaliseDoseValue(value));
  const strokes = exercise ? getEffectiveStrokes(exercise, null) : [];
  const cues = Object.fromEntries(strokes.map((stroke) => [stroke.phase, stroke.cue ?? undefined]));
  const starts = findStartingStroke(strokes);
  return {
    exercise: block.exercise,
    sets: optional(block.sets),
    reps: optional(block.reps),
    hold: optional(block.hold),
    strokes: block.tempo === undefined || !starts ? null : normaliseTempo(block.tempo, starts, cues),
    rest: optional(block.rest),
    prepareSeconds: block.prepare ?? null,
    switchSeconds: block.switch ?? null,
    equipment: block.equipment ?? null,
    ...(block.side && { side: block.side }),
    priority: block.priority ?? DEFAULT_PRIORITY,
    note: block.note ?? null,
  };
}

/** The default for a value that the file omits. */
function createDefaultDoseValue(value: number): DoseValue {
  return { amount: { type: "single", value }, basis: "default", reason: null };
}

function normaliseDoseValue(input: DoseValueInput): DoseValue {
  if (typeof input === "object" && "value" in input) {
    return { amount: normaliseAmount(input.value), basis: input.basis, reason: input.reason ?? null };
  }
  return { amount: normaliseAmount(input), basis: "guide", reason: null };
}

/** The amount of a dose value in a file, without its basis. */
export function extractAmount(input: DoseValueInput): Amount {
  return normaliseDoseValue(input).amount;
}

function normaliseAmount(amount: Exclude<DoseValueInput, { value: unknown }>): Amount {
  if (typeof amount === "number") return { type: "single", value: amount };
  if (Array.isArray(amount)) return { type: "range", low: amount[0], high: amount[1] };
  return { type: "levels", easy: amount.easy, standard: amount.standard, hard: amount.hard };
}

function normaliseSource(source: SourceInput): SourceReference {
  return { guide: source.guide, section: source.section ?? null, author: source.author ?? null };
}
