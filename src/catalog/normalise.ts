/** What a checked file says, in the one form that the program trusts: every default filled in, every figure with its basis. */
import type { ExerciseFile, RoutineFile } from "./schema.ts";
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
type BlockInput = NonNullable<RoutineFile["blocks"]>[number];
type SectionInput = NonNullable<RoutineFile["sections"]>[number];
type PatternInput = ExerciseFile["pattern"];
type TempoInput = Extract<PatternInput, { tempo: unknown }>["tempo"];
type SourceInput = ExerciseFile["source"];

/** A file that has passed the schema, as an exercise. */
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
    easier: file.easier ?? [],
    harder: file.harder ?? [],
    figure: file.figure ?? null,
    source: normaliseSource(file.source),
    origin,
  };
}

/** A file that has passed the schema and whose blocks name exercises that are known, as a routine. */
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

/** A block that says nothing of it is neither the heart of the routine nor the first to go. */
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
  if (!tempo) throw new Error(`the schema let the tempo ${sourced.value} pass`);
  return buildTempoStrokes(tempo, starts, { basis: sourced.basis, reason: sourced.reason ?? null, cues });
}

function normaliseBlock(block: BlockInput, exercise: Exercise | undefined): Block {
  const optional = (figure: DoseValueInput | undefined) => (figure === undefined ? null : normaliseDoseValue(figure));
  const own = exercise?.pattern.type === "strokes" ? exercise.pattern.strokes : [];
  const cues = Object.fromEntries(own.map((stroke) => [stroke.phase, stroke.cue ?? undefined]));
  const starts = exercise && exercise.pattern.type === "strokes" ? findStartingStroke(exercise.pattern.strokes) : null;
  return {
    exercise: block.exercise,
    sets: optional(block.sets),
    reps: optional(block.reps),
    hold: optional(block.hold),
    strokes: block.tempo === undefined || !starts ? null : normaliseTempo(block.tempo, starts, cues),
    rest: optional(block.rest),
    equipment: block.equipment ?? null,
    ...(block.side && { side: block.side }),
    priority: block.priority ?? DEFAULT_PRIORITY,
    note: block.note ?? null,
  };
}

/** A figure that the file leaves out. */
function createDefaultDoseValue(value: number): DoseValue {
  return { amount: { type: "single", value }, basis: "default", reason: null };
}

function normaliseDoseValue(figure: DoseValueInput): DoseValue {
  if (typeof figure === "object" && "value" in figure) {
    return { amount: normaliseAmount(figure.value), basis: figure.basis, reason: figure.reason ?? null };
  }
  return { amount: normaliseAmount(figure), basis: "guide", reason: null };
}

/** The amount of a figure as a file gives it. */
export function extractAmount(figure: DoseValueInput): Amount {
  return normaliseDoseValue(figure).amount;
}

function normaliseAmount(amount: Exclude<DoseValueInput, { value: unknown }>): Amount {
  if (typeof amount === "number") return { type: "single", value: amount };
  if (Array.isArray(amount)) return { type: "range", low: amount[0], high: amount[1] };
  return { type: "levels", easy: amount.easy, standard: amount.standard, hard: amount.hard };
}

function normaliseSource(source: SourceInput): SourceReference {
  return { guide: source.guide, section: source.section ?? null, author: source.author ?? null };
}
