/** What a checked file says, in the one form that the program trusts: every default filled in, every figure with its basis. */
import type { ExerciseFile, RoutineFile } from "./schema.ts";
import { parseTempo, type Start, startOf, tempoStrokes } from "./tempo.ts";
import type {
  About,
  Amount,
  Block,
  Exercise,
  Figure,
  Origin,
  Pattern,
  Routine,
  Section,
  Source,
  Stroke,
} from "./types.ts";

type FigureFile = ExerciseFile["dose"]["sets"];
type BlockFile = NonNullable<RoutineFile["blocks"]>[number];
type SectionFile = NonNullable<RoutineFile["sections"]>[number];
type PatternFile = ExerciseFile["pattern"];
type TempoFile = Extract<PatternFile, { tempo: unknown }>["tempo"];
type SourceFile = ExerciseFile["source"];

/** A file that has passed the schema, as an exercise. */
export function exerciseOf(file: ExerciseFile, origin: Origin): Exercise {
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
    pattern: patternOf(file.pattern),
    dose: {
      sets: figureOf(dose.sets),
      reps: dose.reps === undefined ? unsaid(1) : figureOf(dose.reps),
      rest: dose.rest === undefined ? unsaid(0) : figureOf(dose.rest),
    },
    easier: file.easier ?? [],
    harder: file.harder ?? [],
    figure: file.figure ?? null,
    source: sourceOf(file.source),
    origin,
  };
}

/** A file that has passed the schema and whose blocks name exercises that are known, as a routine. */
export function routineFrom(file: RoutineFile, exercises: ReadonlyMap<string, Exercise>, origin: Origin): Routine {
  const section = (part: SectionFile): Section => ({
    title: part.title,
    summary: part.summary ?? null,
    blocks: (part.blocks ?? []).map((block) => blockOf(block, exercises.get(block.exercise))),
    advice: part.advice ?? [],
    ...(part.part && { part: part.part }),
    source: part.source ? sourceOf(part.source) : null,
  });
  return {
    id: file.id,
    name: file.name,
    aliases: file.aliases ?? [],
    summary: file.summary,
    // A routine without sections is one section without a title.
    sections: file.sections?.map(section) ?? [section({ title: "", ...(file.blocks && { blocks: file.blocks }) })],
    about: (file.about ?? []).map(
      (about): About => ({ ...about, source: about.source ? sourceOf(about.source) : null }),
    ),
    notice: file.notice ?? null,
    source: file.source ? sourceOf(file.source) : null,
    origin,
  };
}

/** A block that says nothing of it is neither the heart of the routine nor the first to go. */
const USUAL_PRIORITY = 5;

function patternOf(pattern: PatternFile): Pattern {
  if ("open" in pattern) return { type: "open" };
  if ("tempo" in pattern) return { type: "strokes", strokes: strokesOf(pattern.tempo, pattern.starts, pattern.cues) };
  return {
    type: "strokes",
    strokes: pattern.strokes.map((stroke) => ({
      phase: stroke.phase,
      seconds: figureOf(stroke.seconds),
      fast: false,
      cue: stroke.cue ?? null,
    })),
  };
}

function strokesOf(
  file: TempoFile,
  starts: Start,
  cues?: Partial<Record<Stroke["phase"], string | undefined>>,
): readonly Stroke[] {
  const sourced = typeof file === "string" ? { value: file, basis: "guide" as const } : file;
  const tempo = parseTempo(sourced.value);
  if (!tempo) throw new Error(`the schema let the tempo ${sourced.value} pass`);
  return tempoStrokes(tempo, starts, { basis: sourced.basis, reason: sourced.reason ?? null, cues });
}

function blockOf(block: BlockFile, exercise: Exercise | undefined): Block {
  const optional = (figure: FigureFile | undefined) => (figure === undefined ? null : figureOf(figure));
  const own = exercise?.pattern.type === "strokes" ? exercise.pattern.strokes : [];
  const cues = Object.fromEntries(own.map((stroke) => [stroke.phase, stroke.cue ?? undefined]));
  const starts = exercise && exercise.pattern.type === "strokes" ? startOf(exercise.pattern.strokes) : null;
  return {
    exercise: block.exercise,
    sets: optional(block.sets),
    reps: optional(block.reps),
    hold: optional(block.hold),
    strokes: block.tempo === undefined || !starts ? null : strokesOf(block.tempo, starts, cues),
    rest: optional(block.rest),
    equipment: block.equipment ?? null,
    ...(block.side && { side: block.side }),
    priority: block.priority ?? USUAL_PRIORITY,
    note: block.note ?? null,
  };
}

/** A figure that the file leaves out. */
function unsaid(value: number): Figure {
  return { amount: { type: "single", value }, basis: "default", reason: null };
}

function figureOf(figure: FigureFile): Figure {
  if (typeof figure === "object" && "value" in figure) {
    return { amount: amountOf(figure.value), basis: figure.basis, reason: figure.reason ?? null };
  }
  return { amount: amountOf(figure), basis: "guide", reason: null };
}

/** The amount of a figure as a file gives it. */
export function amountIn(figure: FigureFile): Amount {
  return figureOf(figure).amount;
}

function amountOf(amount: Exclude<FigureFile, { value: unknown }>): Amount {
  if (typeof amount === "number") return { type: "single", value: amount };
  if (Array.isArray(amount)) return { type: "range", low: amount[0], high: amount[1] };
  return { type: "levels", easy: amount.easy, standard: amount.standard, hard: amount.hard };
}

function sourceOf(source: SourceFile): Source {
  return { guide: source.guide, section: source.section ?? null, author: source.author ?? null };
}
