/** The compiler: which steps a routine becomes, in which order, and when each stands. */
import { describe, expect, it } from "vitest";
import { compilePlan } from "../../src/plan/compile.ts";
import { PLAN_DEFAULTS, type PlanDefaults } from "../../src/plan/flags.ts";
import type { Step } from "../../src/plan/step-types.ts";
import { listEquipment, type Plan } from "../../src/plan/types.ts";
import { ALTERNATING, block, each, exercise, hold, OPEN, range, routine, stroke, tempo } from "../support/content.ts";

type Flags = Parameters<typeof compilePlan>[3];

function plan(parts: Parameters<typeof exercise>[0], flags: Flags = {}, defaults: PlanDefaults = PLAN_DEFAULTS): Plan {
  const made = routine(exercise(parts));
  return compilePlan(made.routine, made.exercises, defaults, flags);
}

const beats = (step: Step | undefined) =>
  step?.beats.map(
    (beat) => `${beat.rep} ${beat.side ?? "both"} ${beat.phase} ${beat.atMs / 1000}+${beat.durationMs / 1000}`,
  );

describe("strokes", () => {
  it("lays the strokes of a repetition out without gaps and leaves those of zero out", () => {
    expect(beats(plan({ pattern: tempo(3, 1, 3, 0), reps: 2 }).steps[1])).toEqual([
      "1 both concentric 0+3",
      "1 both pause-top 3+1",
      "1 both eccentric 4+3",
      "2 both concentric 7+3",
      "2 both pause-top 10+1",
      "2 both eccentric 11+3",
    ]);
  });
});

describe("levels", () => {
  it.each([
    ["easy", 45],
    ["standard", 55],
    ["hard", 60],
  ] as const)("holds a range of 45 to 60 s at level %s for %i s", (level, seconds) => {
    expect(plan({ pattern: hold(range(45, 60)) }, { level }).steps[1]?.durationMs).toBe(seconds * 1000);
  });

  it("does not move a single figure", () => {
    const { routine: made, exercises } = routine(exercise({ pattern: hold(37) }));
    const hard = compilePlan(made, exercises, { ...PLAN_DEFAULTS, level: "hard" });
    expect(hard.steps[1]?.durationMs).toBe(37_000);
  });
});

describe("what the plan carries", () => {
  const march = exercise({ id: "march", sides: ALTERNATING, pattern: tempo(3, 0, 1), reps: 2, sets: 2, rest: 5 });
  const open = exercise({ id: "test", pattern: OPEN, sides: each("set-by-set") });
  const made = routine(march, open);
  const [section] = made.routine.sections;
  if (!section) throw new Error("a routine has a section");
  const sections = [
    { ...section, title: "Why", blocks: [], advice: ["Breathe."] },
    { ...section, title: "Work", blocks: [block("march", { note: "Slowly", equipment: ["band"] })] },
    { ...section, title: "Skipped", blocks: [block("climbers")] },
    { ...section, title: "Test", blocks: [block("test")] },
  ];
  const exercises = new Map([...made.exercises, ["climbers", exercise({ id: "climbers" })]]);
  const compiled = () =>
    compilePlan(
      { ...made.routine, sections, notice: "Stop when it hurts." },
      exercises,
      { ...PLAN_DEFAULTS, level: "easy" },
      {
        skip: ["climbers"],
      },
    );

  it("is the routine, its level and its notice", () => {
    const { routine: id, title, level, totalMs, openSteps, changes, notice } = compiled();
    expect({ id, title, level, totalMs, openSteps, changes, notice }).toEqual({
      id: "evening",
      title: "Evening",
      level: "easy",
      totalMs: 10_000 + 8000 + 5000 + 8000 + 20_000,
      openSteps: 2,
      changes: [],
      notice: "Stop when it hurts.",
    });
  });

  it("is every section that has something to do or to know, with its steps", () => {
    expect(compiled().sections).toEqual([
      { index: 0, title: "Why", advice: ["Breathe."], from: 0, to: 0 },
      { index: 1, title: "Work", advice: [], from: 0, to: 4 },
      { index: 3, title: "Test", advice: [], from: 4, to: 8 },
    ]);
  });

  it("is every step's name, repetitions, and whether it can be made longer", () => {
    expect(
      compiled().steps.map(({ index, block: of, section: inSection, label, reps, stretchable, marks }) =>
        [index, of, inSection, label, reps, stretchable, marks.length].join(" | "),
      ),
    ).toEqual([
      "0 | 0 | 1 | Get ready: March | 0 | true | 3",
      "1 | 0 | 1 | March, set 1 of 2 | 2 | false | 0",
      "2 | 0 | 1 | Rest | 0 | true | 3",
      "3 | 0 | 1 | March, set 2 of 2 | 2 | false | 0",
      "4 | 1 | 3 | Get ready: Test, left | 0 | true | 3",
      "5 | 1 | 3 | Test, left, set 1 of 1 | 0 | false | 0",
      "6 | 1 | 3 | Switch sides: right | 0 | true | 3",
      "7 | 1 | 3 | Test, right, set 1 of 1 | 0 | false | 0",
    ]);
  });

  it("lets a single timed stroke be made longer, but not repetitions of it", () => {
    expect(plan({ pattern: hold(30) }).steps[1]).toMatchObject({ stretchable: true, reps: 1 });
    expect(plan({ pattern: hold(30), reps: 2 }).steps[1]).toMatchObject({ stretchable: false, reps: 2, marks: [] });
  });

  it("is every block with its dose and strokes", () => {
    const stroke = { durationMs: 3000, fast: false, cue: null };
    expect(compiled().blocks).toEqual([
      {
        exercise: "march",
        section: 1,
        sets: 2,
        reps: 2,
        restMs: 5000,
        repMs: 4000,
        dose: "2 sets of 2, tempo 1-0-3-0",
        strokes: [
          { ...stroke, phase: "concentric", word: "LIFT" },
          { ...stroke, phase: "eccentric", word: "LOWER", durationMs: 1000 },
        ],
        equipment: ["band"],
        note: "Slowly",
      },
      {
        exercise: "test",
        section: 3,
        sets: 1,
        reps: 1,
        restMs: 0,
        repMs: null,
        dose: "as long as you need",
        strokes: [],
        equipment: [],
        note: null,
      },
    ]);
    expect(listEquipment(compiled())).toEqual(["band"]);
  });

  it("is every exercise that is left, with what its sides mean", () => {
    const { exercises: carried } = compiled();
    expect(Object.keys(carried)).toEqual(["march", "test"]);
    const { id, name, kind, targets, position, steps, cues, cautions, figure } = march;
    expect(carried["march"]).toEqual({
      ...{ id, name, kind, targets, position, steps, cues, cautions, figure },
      sides: "alternating",
      sideMeaning: { left: "Left knee lifts", right: "Right knee lifts" },
    });
    expect(plan({}).exercises["lunge"]?.sideMeaning).toBeNull();
  });

  it.each<[Parameters<typeof exercise>[0], string]>([
    [{ pattern: OPEN, sets: 2 }, "2 sets, as long as you need"],
    [{ pattern: hold(90), sets: 3 }, "3 sets of 90 s"],
    [{ pattern: hold(5), reps: 10 }, "10 reps, 5 s each"],
    [{ pattern: tempo(2, 1, 3, 1), reps: 8 }, "8 reps, tempo 3-1-2-1"],
    [
      { pattern: { type: "strokes", strokes: [stroke("contract", 6), stroke("stretch", 90)] }, reps: 3 },
      "3 reps: contract 6 s, stretch 90 s",
    ],
  ])("writes a dose as a coach would (%#)", (parts, dose) => {
    expect(plan(parts).blocks[0]?.dose).toBe(dose);
  });

  it("refuses a routine whose exercise the catalogue does not have", () => {
    expect(() => compilePlan(made.routine, new Map())).toThrow("refers to unknown exercise march");
  });
});
