/** An exercise in the form the program uses: defaults filled in, values with their basis. */
import { expect, test } from "vitest";
import { normaliseExercise } from "../../src/catalog/normalise.ts";
import type { ExerciseFile } from "../../src/catalog/schema-exercise.ts";
import { exerciseFile } from "../support/catalog-files.ts";

const fileOf = (changes: Record<string, unknown> = {}) => exerciseFile(changes) as unknown as ExerciseFile;
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

test.each<[string, Record<string, unknown>, object]>([
  ["work", { work: 40 }, { pattern: { strokes: [{ phase: "work", seconds: guide(single(40)) }] } }],
  ["a hold", { hold: 40, sets: 3 }, { pattern: { strokes: [{ phase: "hold" }] }, dose: { sets: guide(single(3)) } }],
  ["repetitions", { reps: 12, rest: 9 }, { pattern: { type: "paced" }, dose: { reps: guide(single(12)) } }],
  ["repetitions in a dose", { dose: { reps: 12 } }, { pattern: { type: "paced" }, dose: { reps: guide(single(12)) } }],
  [
    "a tempo",
    { reps: 5, tempo: "5-0-1-0" },
    { pattern: { strokes: [{ phase: "eccentric", seconds: guide(single(5)) }, {}, { phase: "concentric" }, {}] } },
  ],
  [
    "a tempo that starts with lifting",
    { reps: 5, tempo: "5-0-1-0", starts: "concentric" },
    { pattern: { strokes: [{ phase: "concentric" }, {}, {}, {}] } },
  ],
  ["strokes", { strokes: [{ phase: "roll", seconds: 4 }] }, { pattern: { strokes: [{ phase: "roll", cue: null }] } }],
  [
    "its sides",
    { work: 5, sides: "each" },
    { sides: { mode: "each", order: "one-side-first", left: "Left side", right: "Right side" } },
  ],
  [
    "a source in words",
    { work: 5, source: "My coach" },
    { source: { guide: "My coach", section: null, author: null } },
  ],
  ["its times", { reps: 5, pace: 2, prepare: 0, switch: 4 }, { pace: 2, prepare: 0, switch: 4 }],
])("a name and %s are an exercise", (_what, figures, expected) => {
  expect(normaliseExercise({ name: "Heel drop", ...figures }, "yours")).toMatchObject(expected);
});

test("everything but the name and the figure has a default", () => {
  expect(normaliseExercise({ name: "Heel drop", work: 5 }, "yours")).toMatchObject({
    ...{ id: "heel-drop", kind: "other", summary: "", targets: [], position: "", steps: [], source: null },
    sides: { mode: "both" },
    dose: { sets: { amount: single(1), basis: "default" }, reps: { amount: single(1) }, rest: { amount: single(0) } },
  });
});
