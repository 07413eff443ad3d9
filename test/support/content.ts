/** Exercises and routines made for tests: by hand, and at random. */
import fc from "fast-check";
import { createRoutineBlock } from "../../src/catalog/create-routine.ts";
import type { DoseValue, Exercise, Pattern, Sides, Stroke } from "../../src/catalog/exercise-types.ts";
import type { Block, Routine } from "../../src/catalog/types.ts";
import type { Phase } from "../../src/terms.ts";

export const figure = (value: number): DoseValue => ({
  amount: { type: "single", value },
  basis: "guide",
  reason: null,
});
export const range = (low: number, high: number): DoseValue => ({
  amount: { type: "range", low, high },
  basis: "guide",
  reason: null,
});

export const stroke = (phase: Phase, seconds: number | DoseValue, fast = false): Stroke => ({
  phase,
  seconds: typeof seconds === "number" ? figure(seconds) : seconds,
  fast,
  cue: null,
});

export const hold = (seconds: number | DoseValue): Pattern => ({ type: "strokes", strokes: [stroke("hold", seconds)] });

/** Lift, hold, lower, as the psoas march does. */
export const tempo = (concentric: number, top: number, eccentric: number, bottom = 0): Pattern => ({
  type: "strokes",
  strokes: [
    stroke("concentric", concentric),
    stroke("pause-top", top),
    stroke("eccentric", eccentric),
    stroke("pause-bottom", bottom),
  ],
});

export const OPEN: Pattern = { type: "open" };
export const BOTH: Sides = { mode: "both" };
export const ALTERNATING: Sides = { mode: "alternating", left: "Left knee lifts", right: "Right knee lifts" };
export const each = (order: "one-side-first" | "set-by-set"): Sides => ({
  mode: "each",
  order,
  left: "Left knee on the floor",
  right: "Right knee on the floor",
});

export interface ExerciseParts {
  id?: string;
  pattern?: Pattern;
  sides?: Sides;
  sets?: number | DoseValue;
  reps?: number | DoseValue;
  rest?: number | DoseValue;
  prepare?: number;
  switch?: number;
}

const asFigure = (value: number | DoseValue) => (typeof value === "number" ? figure(value) : value);

export function exercise({
  id = "lunge",
  pattern = hold(30),
  sides = BOTH,
  sets = 1,
  reps = 1,
  rest = 0,
  prepare,
  switch: change,
}: ExerciseParts = {}): Exercise {
  return {
    id,
    name: id.charAt(0).toUpperCase() + id.slice(1).replaceAll("-", " "),
    aliases: [`the-${id}`],
    kind: "stretch",
    summary: "Good for hips.",
    targets: ["iliopsoas"],
    equipment: [],
    sides,
    position: "Kneel.",
    steps: ["Lean forward.", "Breathe."],
    cues: ["Stay tall", "Ribs down"],
    cautions: [],
    pattern,
    dose: { sets: asFigure(sets), reps: asFigure(reps), rest: asFigure(rest) },
    ...(prepare !== undefined && { prepare }),
    ...(change !== undefined && { switch: change }),
    easier: [],
    harder: [],
    figure: null,
    source: { guide: "A guide", section: null, author: null },
    origin: "shipped",
  };
}

/** Of a priority between the highest and the lowest. */
export const block = (id: string, changes: Partial<Block> = {}): Block =>
  createRoutineBlock(id, { priority: 5, ...changes });

/** A routine of one section that does these exercises in order, and the catalogue it needs. */
export function routine(...exercises: Exercise[]): { routine: Routine; exercises: Map<string, Exercise> } {
  return {
    routine: {
      id: "evening",
      name: "Evening",
      aliases: [],
      summary: "Before bed.",
      sections: [{ title: "", summary: null, blocks: exercises.map(({ id }) => block(id)), advice: [], source: null }],
      about: [],
      notice: null,
      source: null,
      origin: "shipped",
    },
    exercises: new Map(exercises.map((one) => [one.id, one])),
  };
}

const seconds = (max: number) => fc.integer({ min: 1, max });

const patterns: fc.Arbitrary<Pattern> = fc.oneof(
  seconds(90).map((length) => hold(length)),
  fc
    .tuple(seconds(5), fc.integer({ min: 0, max: 3 }), seconds(5), fc.integer({ min: 0, max: 3 }))
    .map(([up, top, down, bottom]) => tempo(up, top, down, bottom)),
  fc.tuple(seconds(10), fc.integer({ min: 0, max: 5 }), seconds(30)).map(
    ([contract, relax, stretch]): Pattern => ({
      type: "strokes",
      strokes: [stroke("contract", contract), stroke("relax", relax), stroke("stretch", stretch)],
    }),
  ),
  fc.constant(OPEN),
);

const sidesOfAny = fc.constantFrom<Sides>(BOTH, ALTERNATING, each("one-side-first"), each("set-by-set"));

/** Any routine of one to five exercises of every pattern, side and dose. */
export const anyRoutine = fc
  .array(
    fc.record({
      pattern: patterns,
      sides: sidesOfAny,
      sets: fc.integer({ min: 1, max: 4 }),
      reps: fc.integer({ min: 1, max: 6 }),
      rest: fc.integer({ min: 0, max: 60 }),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => routine(...parts.map((part, index) => exercise({ ...part, id: `exercise-${index + 1}` }))));
