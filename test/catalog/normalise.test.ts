/** A file in the form the program uses: defaults filled in, values with their basis. */
import { expect, test } from "vitest";
import { extractAmount, normaliseExercise, normaliseRoutine } from "../../src/catalog/normalise.ts";
import type { ExerciseFile, RoutineFile } from "../../src/catalog/schema.ts";
import { exerciseFile, routineFile } from "../support/catalog-files.ts";
import { exercise, figure, OPEN, stroke } from "../support/content.ts";

const fileOf = (changes: Record<string, unknown> = {}) => exerciseFile(changes) as unknown as ExerciseFile;
const routineOf = (changes: Record<string, unknown>) => routineFile(changes) as unknown as RoutineFile;
const guide = (amount: unknown) => ({ amount, basis: "guide", reason: null });
const single = (value: number) => ({ type: "single", value });

test("an exercise that says only what it must", () => {
  const file = fileOf({ dose: { sets: 2 } });
  const { id, name, kind, summary, targets, sides, position, steps } = file;
  const none = { amount: single(0), basis: "default", reason: null };
  expect(normaliseExercise(file, "yours")).toEqual({
    ...{ id, name, kind, summary, targets, sides, position, steps },
    aliases: [],
    equipment: [],
    cues: [],
    cautions: [],
    pattern: {
      type: "strokes",
      strokes: [{ phase: "hold", seconds: guide({ type: "range", low: 20, high: 40 }), fast: false, cue: null }],
    },
    dose: { sets: guide(single(2)), reps: { ...none, amount: single(1) }, rest: none },
    easier: [],
    harder: [],
    figure: null,
    source: { guide: "My physiotherapist", section: null, author: null },
    origin: "yours",
  });
});

test("an exercise that says everything", () => {
  const said = {
    aliases: ["calf"],
    equipment: ["wall"],
    cues: ["Heel down"],
    cautions: ["Stop when it hurts."],
    easier: ["Bend the knee."],
    harder: ["Use a step."],
    figure: { poses: [] },
  };
  const sourced = { value: { easy: 1, standard: 2, hard: 3 }, basis: "default", reason: "Because." };
  const pattern = { strokes: [{ phase: "hold", seconds: 20, cue: "Press." }] };
  const source = { guide: "A guide", section: "3", author: "Somebody" };
  const made = normaliseExercise(
    fileOf({ ...said, pattern, source, dose: { sets: 2, reps: sourced, rest: 5 } }),
    "shipped",
  );
  expect(made).toMatchObject({ ...said, source, origin: "shipped" });
  expect(made.pattern).toMatchObject({ strokes: [{ cue: "Press." }] });
  expect(made.dose.reps).toEqual({
    amount: { type: "levels", easy: 1, standard: 2, hard: 3 },
    basis: "default",
    reason: "Because.",
  });
  expect(made.dose.rest).toEqual(guide(single(5)));
});

test("an open exercise has no strokes, one with a tempo has four, with their cues", () => {
  expect(normaliseExercise(fileOf({ pattern: { open: true } }), "yours").pattern).toEqual({ type: "open" });
  const bare = { tempo: "3-0-X-1", starts: "concentric", cues: { concentric: "Lift." } };
  const at = (value: number) => ({ seconds: guide(single(value)), fast: false, cue: null });
  expect(normaliseExercise(fileOf({ pattern: bare }), "yours").pattern).toEqual({
    type: "strokes",
    strokes: [
      { ...at(1), phase: "concentric", fast: true, cue: "Lift." },
      { ...at(1), phase: "pause-top" },
      { ...at(3), phase: "eccentric" },
      { ...at(0), phase: "pause-bottom" },
    ],
  });
  const sourced = { tempo: { value: "3-0-3-1", basis: "default", reason: "Slow." }, starts: "eccentric" };
  expect(normaliseExercise(fileOf({ pattern: sourced }), "yours").pattern).toMatchObject({
    strokes: [{ phase: "eccentric", seconds: { basis: "default", reason: "Slow." } }, {}, {}, {}],
  });
  const broken = { tempo: "3", starts: "eccentric" };
  expect(() => normaliseExercise(fileOf({ pattern: broken }), "yours")).toThrow("invalid tempo 3;");
});

test("a routine without sections is one section without a title", () => {
  const blocks = [{ exercise: "pigeon", sets: [1, 2], hold: 20, rest: 5, reps: 2, equipment: [], side: "left" }];
  const made = normaliseRoutine(routineOf({ blocks }), new Map(), "yours");
  expect(made).toMatchObject({ aliases: [], about: [], notice: null, source: null, origin: "yours" });
  expect(made.sections).toEqual([
    {
      title: "",
      summary: null,
      advice: [],
      source: null,
      blocks: [
        {
          exercise: "pigeon",
          sets: guide({ type: "range", low: 1, high: 2 }),
          reps: guide(single(2)),
          hold: guide(single(20)),
          strokes: null,
          rest: guide(single(5)),
          equipment: [],
          side: "left",
          priority: 5,
          note: null,
        },
      ],
    },
  ]);
});

test("a routine with sections, and all that it may say", () => {
  const source = { guide: "A guide" };
  const full = { guide: "A guide", section: null, author: null };
  const about = { topic: "facts", title: "Why", items: ["Because."] };
  const said = { aliases: ["m"], notice: "Stop when it hurts." };
  const sections = [
    { title: "Test", summary: "Why.", part: "test", source, blocks: [{ exercise: "a", priority: 1, note: "Slowly." }] },
    { title: "Know", advice: ["Breathe."] },
  ];
  const parts = { blocks: undefined, sections, source, about: [{ ...about, source }, about], ...said };
  const made = normaliseRoutine(routineOf(parts), new Map(), "shipped");
  expect(made).toMatchObject({
    ...said,
    source: full,
    about: [
      { ...about, source: full },
      { ...about, source: null },
    ],
  });
  const block = { exercise: "a", sets: null, reps: null, hold: null, rest: null, equipment: null, strokes: null };
  expect(made.sections).toEqual([
    {
      ...{ title: "Test", summary: "Why.", part: "test", source: full, advice: [] },
      blocks: [{ ...block, priority: 1, note: "Slowly." }],
    },
    { title: "Know", summary: null, source: null, advice: ["Breathe."], blocks: [] },
  ]);
});

test("a block's tempo is for an exercise that has one, and keeps its start and cues", () => {
  const lowering = { ...stroke("eccentric", 3), cue: "Slowly." };
  const marched = exercise({ id: "march", pattern: { type: "strokes", strokes: [lowering, stroke("concentric", 1)] } });
  const exercises = new Map([marched, exercise({ id: "test", pattern: OPEN })].map((one) => [one.id, one]));
  const strokesOf = (id: string) =>
    normaliseRoutine(routineOf({ blocks: [{ exercise: id, tempo: "4-0-2-0" }] }), exercises, "yours").sections[0]
      ?.blocks[0]?.strokes;
  expect(strokesOf("march")?.map(({ phase, cue }) => `${phase} ${cue}`)).toEqual([
    "eccentric Slowly.",
    "pause-bottom null",
    "concentric null",
    "pause-top null",
  ]);
  expect(strokesOf("test")).toBeNull();
  expect(strokesOf("unknown")).toBeNull();
});

test("an amount is taken without its basis", () => {
  expect(extractAmount([3, 5])).toEqual({ type: "range", low: 3, high: 5 });
  expect(extractAmount({ value: 3, basis: "guide" })).toEqual(figure(3).amount);
});
