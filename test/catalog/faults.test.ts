/** What people who write files are told: each case is one mistake and the line that it earns. */
import { expect, test } from "vitest";
import { exerciseFile, routineFile } from "../support/catalog-files.ts";
import { faultsIn } from "./faults-in.ts";

/** The faults without file, line and column. */
async function messages(file: unknown): Promise<string[]> {
  return (await faultsIn(file)).map((fault) => fault.replace(/^my\.json(:\d+:\d+)?: /, ""));
}

const dose = (changes: Record<string, unknown>) => exerciseFile({ dose: { sets: 2, ...changes } });

test("whole files have no faults", async () => {
  expect(await faultsIn(exerciseFile())).toEqual([]);
  expect(await faultsIn(routineFile())).toEqual([]);
});

test("a fault stands at its line and column", async () => {
  const text = '{\n  "id": "a",\n  "name": "A", "kind": "strenght"\n}';
  expect((await faultsIn(text)).find((fault) => fault.includes("kind"))).toBe(
    'my.json:3:24: kind: expected one of strength, stretch, neuromuscular, massage, cardio, breathing, assessment, other, found "strenght"; did you mean strength?',
  );
});

const FIGURE = "a number, a range [low, high] or one number a level {easy, standard, hard}";

test.each([
  ["zero repetitions", dose({ reps: 0 }), "dose.reps: expected 1 or more, found 0"],
  ["negative repetitions", dose({ reps: -3 }), "dose.reps: expected 1 or more, found -3"],
  ["a billion repetitions", dose({ reps: 1e9 }), "dose.reps: expected 1000 or less, found 1000000000"],
  ["half a repetition", dose({ reps: 2.5 }), "dose.reps: expected a whole number, found 2.5"],
  ["repetitions as text", dose({ reps: "12" }), `dose.reps: expected ${FIGURE}, found "12"`],
  ["repetitions of nothing", dose({ reps: null }), `dose.reps: expected ${FIGURE}, found null`],
  ["an empty object for a figure", dose({ reps: {} }), `dose.reps: expected ${FIGURE}, found an object { }`],
  ["a rest of more than an hour", dose({ rest: 4000 }), "dose.rest: expected 3600 or less, found 4000"],
  ["a range that runs backwards", dose({ rest: [30, 10] }), "dose.rest: expected the low end first, found [30,10]"],
  [
    "a range of three",
    dose({ rest: [1, 2, 3] }),
    "dose.rest: expected a range of two numbers, [low, high], found [1,2,3]",
  ],
  ["a level left out", dose({ reps: { easy: 1, standard: 2 } }), "dose.reps.hard: missing; expected a number"],
  [
    "a default without its reason",
    dose({ rest: { value: 10, basis: "default" } }),
    "dose.rest.reason: missing; expected a reason, as every default gives one",
  ],
  ["a basis left out", dose({ rest: { value: 10 } }), "dose.rest.basis: missing; expected one of guide, default"],
  ["a name mistyped", dose({ repz: 12 }), 'dose.repz: unknown name "repz"; did you mean "reps"?'],
  [
    "a name that nothing is like",
    dose({ colour: "red" }),
    'dose.colour: unknown name "colour"; expected one of sets, reps, rest',
  ],
  ["a time that is none", dose({ rest: "soon" }), 'dose.rest: expected a time such as 45s or 1m30s, found "soon"'],
  ["a time beyond an hour", dose({ rest: "2h" }), 'dose.rest: expected 3600 or less, found "2h"'],
  ["a count as a time", dose({ reps: "30s" }), `dose.reps: expected ${FIGURE}, found "30s"`],
  ["no figure", { name: "Squat" }, "a figure is missing; expected work, hold or reps, or strokes"],
  ["two figures", { name: "Squat", work: 20, hold: 30 }, "hold: expected one figure, found hold beside work"],
  [
    "a hold of nothing",
    { name: "Plank", hold: 0 },
    "hold: expected a repetition that lasts, found strokes of 0 seconds",
  ],
  [
    "a tempo of no repetitions",
    { name: "Squat", tempo: "3-0-1-0" },
    "reps: missing; expected how many repetitions are done in this tempo",
  ],
  [
    "a start of no tempo",
    { name: "Squat", reps: 5, starts: "eccentric" },
    "starts: expected none, as there is no tempo",
  ],
  ["a pace of what is timed", { name: "Squat", work: 5, pace: 2 }, "pace: expected none, as its repetitions are timed"],
  ["a switch of no sides", { name: "Squat", work: 5, switch: 2 }, "switch: expected none, as it does not change sides"],
  [
    "sets said twice",
    { name: "Squat", reps: 5, sets: 2, dose: { sets: 3 } },
    "sets: expected none, as dose says sets too",
  ],
  [
    "a figure missing beside other faults",
    { name: "Squat", kind: 3, starts: "eccentric" },
    "a figure is missing; expected work, hold or reps, or strokes",
  ],
  ["no steps", exerciseFile({ steps: [] }), "steps: expected at least one entry, found []"],
  ["an empty step", exerciseFile({ steps: ["Lean in.", ""] }), 'steps[1]: expected some text, found ""'],
  [
    "a cursor movement in a name",
    exerciseFile({ name: "A\u001b[2J" }),
    'name: expected no control characters, found "A\\u001b[2J"',
  ],
  [
    "a name that turns the line round",
    exerciseFile({ name: "A\u202eB" }),
    'name: expected no control characters, found "A\\u202eB"',
  ],
  [
    "an id with capitals",
    exerciseFile({ id: "Calf" }),
    'id: expected small letters, figures and single hyphens, such as psoas-march, found "Calf"',
  ],
  [
    "a side mode of its own",
    exerciseFile({ sides: { mode: "one" } }),
    'sides.mode: expected one of both, each, alternating, found "one"',
  ],
  [
    "a tempo of three",
    exerciseFile({ pattern: { tempo: "3-0-3", starts: "concentric" } }),
    'pattern.tempo: expected lower-pause-lift-pause in seconds, not all zero, such as 3-0-3-1 or 30X1, found "3-0-3"',
  ],
  [
    "a tempo without its start",
    exerciseFile({ pattern: { tempo: "3-0-3-1" } }),
    "pattern.starts: missing; expected one of concentric, eccentric",
  ],
  [
    "a stroke that there is not",
    exerciseFile({ pattern: { strokes: [{ phase: "holdd", seconds: 3 }] } }),
    'pattern.strokes[0].phase: expected one of concentric, eccentric, pause-top, pause-bottom, hold, work, roll, contract, relax, stretch, inhale, exhale, found "holdd"; did you mean hold?',
  ],
  [
    "a pattern of nothing",
    exerciseFile({ pattern: {} }),
    "pattern: expected a tempo with its start, a list of strokes, or open: true, found an object { }",
  ],
  [
    "strokes of zero",
    exerciseFile({ pattern: { strokes: [{ phase: "hold", seconds: 0 }] } }),
    "pattern.strokes: expected a repetition that lasts, found strokes of 0 seconds",
  ],
  [
    "strokes of zero for beginners",
    exerciseFile({ pattern: { strokes: [{ phase: "hold", seconds: [0, 10] }] } }),
    "pattern.strokes: expected a repetition that lasts, found strokes of 0 seconds at level easy",
  ],
  [
    "blocks beside sections",
    routineFile({ sections: [{ title: "A", advice: ["b"] }] }),
    "expected sections or blocks, one of the two",
  ],
  ["a list in place of an exercise", [1], "expected an object { }, found [1]"],
])("%s: what, where and what was expected", async (_, file, message) => {
  expect(await messages(file)).toContain(message);
});

test.each([
  ["NaN", '{"id": NaN}', /^my\.json:1:8: not JSON: expected a value.*found "NaN"$/],
  [
    "a comma too many",
    '{\n"id": "a",,\n}',
    /^my\.json:2:11: not JSON: expected a name in double quotes \(is there a comma too many/,
  ],
  ["a comment without end", '{"id": "a" /* mine\n}', /^my\.json:1:12: not JSON: expected the end of the comment/],
  ["plain words", "three sets of pigeon", /^my\.json:1:1: not JSON/],
  ["text cut short", '{"id": "a', /^my\.json:1:8: not JSON: expected a closing quote/],
])("%s is not JSON, and the place is named", async (_, text, expected) => {
  const [fault, ...more] = await faultsIn(text);
  expect(fault).toMatch(expected);
  expect(more).toEqual([]);
});

test("a name that stands twice is found, with the place of the second", async () => {
  const text = JSON.stringify(exerciseFile(), null, 2).replace('"name"', '"name": "A",\n  "name"');
  expect(await faultsIn(text)).toEqual(["my.json:4:3: name: appears twice here; expected each name once"]);
});

test("a file that is wrong from end to end earns a hundred lines, not a hundred thousand", async () => {
  const names = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`name${index}`, index]));
  const faults = await faultsIn(routineFile(names));
  expect(faults).toHaveLength(101);
  expect(faults.at(-1)).toMatch(/and \d+ more faults$/);
});

test("no message carries a control character, whatever the file holds", async () => {
  const nasty = "\u001b]0;x\u0007\u009b31m\u202e";
  const faults = await faultsIn(exerciseFile({ [nasty]: nasty, kind: nasty, sides: { mode: nasty }, steps: [nasty] }));
  expect(faults.length).toBeGreaterThan(3);
  for (const fault of faults) expect(fault).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
});
