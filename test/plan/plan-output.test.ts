/** The plan as text and as JSON: what people read and what programs rely on. */
import { expect, it } from "vitest";
import { compilePlan } from "../../src/plan/compile.ts";
import { PLAN_DEFAULTS } from "../../src/plan/flags.ts";
import { planToJson } from "../../src/plan/plan-json.ts";
import { formatPlan } from "../../src/plan/plan-text.ts";
import { ALTERNATING, block, each, exercise, hold, OPEN, routine, stroke, tempo } from "../support/content.ts";

const explosive = { type: "strokes", strokes: [stroke("concentric", 1, true), stroke("eccentric", 3)] } as const;

const made = routine(
  exercise({ id: "march", sides: ALTERNATING, pattern: tempo(3, 0, 3), reps: 2 }),
  exercise({ id: "pigeon", sides: each("one-side-first"), pattern: hold(30) }),
  exercise({ id: "test", pattern: OPEN }),
);
const json = planToJson(compilePlan(made.routine, made.exercises));

it("says what the plan is and how long it takes", () => {
  const { steps, ...rest } = json;
  expect(rest).toEqual({
    routine: "evening",
    title: "Evening",
    level: "standard",
    totalSeconds: 22 + 80 + 10,
    openSteps: 1,
    changes: [],
  });
  expect(steps.map(({ index, kind, at, seconds }) => [index, kind, at, seconds])).toEqual([
    [0, "prepare", 0, 10],
    [1, "set", 10, 12],
    [2, "prepare", 22, 10],
    [3, "set", 32, 30],
    [4, "switch", 62, 10],
    [5, "set", 72, 30],
    [6, "prepare", 102, 10],
    [7, "set", 112, null],
  ]);
});

it("gives every stroke its place in the set, its repetition and its side", () => {
  expect(json.steps[1]).toEqual({
    index: 1,
    kind: "set",
    exercise: "march",
    section: "",
    label: "March, set 1 of 1",
    side: null,
    set: { index: 1, of: 1 },
    reps: 2,
    at: 10,
    seconds: 12,
    beats: [
      { at: 0, seconds: 3, phase: "concentric", rep: 1, side: "left" },
      { at: 3, seconds: 3, phase: "eccentric", rep: 1, side: "left" },
      { at: 6, seconds: 3, phase: "concentric", rep: 2, side: "right" },
      { at: 9, seconds: 3, phase: "eccentric", rep: 2, side: "right" },
    ],
    marks: [],
  });
});

it("gives every mark its place in the step", () => {
  expect(json.steps[3]?.marks).toEqual([
    { at: 15, name: "half-way" },
    { at: 20, name: "ten-seconds" },
    { at: 27, name: "three" },
    { at: 28, name: "two" },
    { at: 29, name: "one" },
  ]);
});

it("is printed with every step's clock time, its dose and the totals", () => {
  const lunge = exercise({ id: "lunge", pattern: hold(90), sets: 2, rest: 20 });
  const march = exercise({ id: "march", sides: ALTERNATING, pattern: tempo(3, 0, 1), reps: 2 });
  const single = exercise({ id: "single", pattern: tempo(3, 0, 1) });
  const open = exercise({ id: "test", pattern: OPEN });
  const { routine: printed, exercises } = routine(lunge, march, single, open);
  const [section] = printed.sections;
  if (!section) throw new Error("a routine has a section");
  const sections = [
    { ...section, blocks: [block("lunge", { note: "Slowly", equipment: ["mat", "band"] }), block("march")] },
    {
      ...section,
      title: "Test",
      blocks: [block("single"), block("test", { equipment: ["band"] })],
      advice: ["Breathe."],
    },
  ];
  expect(formatPlan(compilePlan({ ...printed, sections }, exercises))).toEqual([
    "Evening (evening)",
    "Takes 4:12; one step waits for you. Equipment: mat, band.",
    "",
    "    0:00  Get ready: Lunge: 10 s (2 sets of 90 s; Slowly)",
    "    0:10  Lunge, set 1 of 2: 1:30 hold",
    "    1:40  Rest: 20 s",
    "    2:00  Lunge, set 2 of 2: 1:30 hold",
    "    3:30  Get ready: March: 10 s (2 reps, tempo 1-0-3-0)",
    "    3:40  March, set 1 of 1: 8 s, 2 reps of lift 3 s, lower 1 s, left then right in turn",
    "",
    "Test",
    "  - Breathe.",
    "    3:48  Get ready: Single: 10 s (1 rep, tempo 1-0-3-0)",
    "    3:58  Single, set 1 of 1: 4 s, 1 rep of lift 3 s, lower 1 s",
    "    4:02  Get ready: Test: 10 s (as long as you need)",
    "    4:12  Test, set 1 of 1: waits for you",
    "",
    "Work 3:12, rest 0:20, transitions 0:40.",
  ]);
});

it("is printed with what was changed, how often it waits, and the one side that is done", () => {
  const march = exercise({ id: "march", sides: ALTERNATING, pattern: tempo(3, 0, 1), reps: 4, sets: 2 });
  const open = exercise({ id: "test", pattern: OPEN, sides: each("set-by-set") });
  const { routine: printed, exercises } = routine(march, open);
  const lines = formatPlan(compilePlan(printed, exercises, PLAN_DEFAULTS, { fitMs: 46_000 }));
  expect(lines.slice(0, 3)).toEqual([
    "Evening (evening)",
    "Takes 0:46; 2 steps wait for you. Equipment: none.",
    "  march: 2 sets of 4, tempo 1-0-3-0, rest 0 s → 4 reps, tempo 1-0-3-0 (to fit 0:46)",
  ]);
  expect(lines.at(-1)).toBe("Work 0:16, rest 0:00, transitions 0:30.");
  const fast = exercise({ id: "fast", sides: ALTERNATING, pattern: explosive, reps: 2 });
  const one = formatPlan(compilePlan(routine(fast).routine, routine(fast).exercises, PLAN_DEFAULTS, { side: "right" }));
  expect(one[4]).toBe("    0:10  Fast, set 1 of 1: 8 s, 2 reps of fast lift 1 s, lower 3 s, right only");
  expect(one[1]).toBe("Takes 0:18. Equipment: none.");
});
