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

/** "prepare left 1/2 10" for every step. */
function lines({ steps }: Plan): string[] {
  return steps.map(
    (step) =>
      `${step.kind}${step.side ? ` ${step.side}` : ""} ${step.set.index}/${step.set.of} ` +
      (step.durationMs === null ? "open" : step.durationMs / 1000),
  );
}

const beats = (step: Step | undefined) =>
  step?.beats.map(
    (beat) => `${beat.rep} ${beat.side ?? "both"} ${beat.phase} ${beat.atMs / 1000}+${beat.durationMs / 1000}`,
  );

describe("the order of steps", () => {
  it("prepares before the first set, rests between sets, and does not rest after the last", () => {
    expect(lines(plan({ sets: 3, rest: 45 }))).toEqual([
      "prepare 1/3 10",
      "set 1/3 30",
      "rest 2/3 45",
      "set 2/3 30",
      "rest 3/3 45",
      "set 3/3 30",
    ]);
  });

  it("does all sets of one side, switches, then all sets of the other", () => {
    expect(lines(plan({ sides: each("one-side-first"), sets: 2, rest: 15 }))).toEqual([
      "prepare left 1/2 10",
      "set left 1/2 30",
      "rest left 2/2 15",
      "set left 2/2 30",
      "switch right 1/2 10",
      "set right 1/2 30",
      "rest right 2/2 15",
      "set right 2/2 30",
    ]);
  });

  it("takes the sides in turn, set by set, and rests when both are done", () => {
    expect(lines(plan({ sides: each("set-by-set"), sets: 2, rest: 10 }))).toEqual([
      "prepare left 1/2 10",
      "set left 1/2 30",
      "switch right 1/2 10",
      "set right 1/2 30",
      "rest left 2/2 10",
      "set left 2/2 30",
      "switch right 2/2 10",
      "set right 2/2 30",
    ]);
  });

  it("puts the next exercise's preparation where a rest after the last set would stand", () => {
    const made = routine(exercise({ id: "one", sets: 2, rest: 60 }), exercise({ id: "two" }));
    expect(compilePlan(made.routine, made.exercises).steps.map((step) => `${step.exercise} ${step.kind}`)).toEqual([
      "one prepare",
      "one set",
      "one rest",
      "one set",
      "two prepare",
      "two set",
    ]);
  });

  it("leaves out what would last no time", () => {
    const none = { ...PLAN_DEFAULTS, prepareMs: 0, switchMs: 0 };
    expect(lines(plan({ sides: each("one-side-first"), sets: 2 }, {}, none))).toEqual([
      "set left 1/2 30",
      "set left 2/2 30",
      "set right 1/2 30",
      "set right 2/2 30",
    ]);
  });

  it("waits for the person in an open step, which counts as no time", () => {
    const open = plan({ pattern: OPEN, sides: each("set-by-set") });
    expect(lines(open)).toEqual([
      "prepare left 1/1 10",
      "set left 1/1 open",
      "switch right 1/1 10",
      "set right 1/1 open",
    ]);
    expect(open.totalMs).toBe(20_000);
    expect(open.openSteps).toBe(2);
  });
});

describe("sides", () => {
  it("changes sides repetition by repetition where they alternate", () => {
    const step = plan({ sides: ALTERNATING, pattern: tempo(1, 0, 1), reps: 3 }).steps[1];
    expect(step?.side).toBeNull();
    expect(beats(step)).toEqual([
      "1 left concentric 0+1",
      "1 left eccentric 1+1",
      "2 right concentric 2+1",
      "2 right eccentric 3+1",
      "3 left concentric 4+1",
      "3 left eccentric 5+1",
    ]);
  });

  it("begins with the right when asked", () => {
    const sides = (flags: Flags) =>
      plan({ sides: ALTERNATING, pattern: tempo(1, 0, 1), reps: 2 }, flags).steps[1]?.beats.map((b) => b.side);
    expect(sides({ firstSide: "right" })).toEqual(["right", "right", "left", "left"]);
    expect(plan({ sides: each("one-side-first") }, { firstSide: "right" }).steps.map((step) => step.side)).toEqual([
      "right",
      "right",
      "left",
      "left",
    ]);
  });

  it("does every alternating repetition on the one side that is asked for", () => {
    const step = plan({ sides: ALTERNATING, pattern: tempo(1, 0, 1), reps: 2 }, { side: "left" }).steps[1];
    expect(step?.beats.map((beat) => beat.side)).toEqual(["left", "left", "left", "left"]);
    expect(step?.reps).toBe(2);
  });

  it("does one side alone without a switch", () => {
    expect(lines(plan({ sides: each("one-side-first"), sets: 2, rest: 5 }, { side: "right" }))).toEqual([
      "prepare right 1/2 10",
      "set right 1/2 30",
      "rest right 2/2 5",
      "set right 2/2 30",
    ]);
  });

  it("does not touch exercises done on both sides at once", () => {
    const made = routine(exercise({ id: "climbers" }), exercise({ id: "pigeon", sides: each("one-side-first") }));
    const sides = compilePlan(made.routine, made.exercises, PLAN_DEFAULTS, { side: "left" }).steps.map(
      (step) => `${step.exercise} ${step.kind} ${step.side}`,
    );
    expect(sides).toEqual(["climbers prepare null", "climbers set null", "pigeon prepare left", "pigeon set left"]);
  });
});

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
    expect(plan({ pattern: hold(37) }, { level: "hard" }).steps[1]?.durationMs).toBe(37_000);
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
    compilePlan({ ...made.routine, sections, notice: "Stop when it hurts." }, exercises, PLAN_DEFAULTS, {
      level: "easy",
      skip: ["climbers"],
    });

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
