/** The flags: what they touch, which of them wins, and what they say when they touch nothing. */
import { describe, expect, it } from "vitest";
import { buildTempoStrokes, parseTempo } from "../../src/catalog/tempo.ts";
import type { Block } from "../../src/catalog/types.ts";
import { compilePlan } from "../../src/plan/compile.ts";
import {
  type Override,
  PLAN_DEFAULTS,
  type PlanDefaults,
  type PlanFlags,
  type TempoOverride,
} from "../../src/plan/flags.ts";
import { resolveDoses } from "../../src/plan/resolve-doses.ts";
import { ALTERNATING, block, exercise, figure, hold, OPEN, range, routine, tempo } from "../support/content.ts";

const made = routine(
  exercise({ id: "psoas-march", sides: ALTERNATING, pattern: tempo(3, 1, 3), sets: 3, reps: 20, rest: 60 }),
  exercise({ id: "pigeon-pose", pattern: hold(range(45, 60)), sets: 2, rest: 15 }),
  exercise({ id: "thomas-test", pattern: OPEN }),
);

const compile = (flags: PlanFlags, defaults: PlanDefaults = PLAN_DEFAULTS) =>
  compilePlan(made.routine, made.exercises, defaults, flags);
const doses = (flags: PlanFlags, defaults?: PlanDefaults) => compile(flags, defaults).blocks.map(({ dose }) => dose);
const rests = (flags: PlanFlags, defaults?: PlanDefaults) =>
  compile(flags, defaults).blocks.map(({ restMs }) => restMs / 1000);

const change = <T>(value: T, exercise: string | null = null): Override<T> => ({ exercise, value, flag: "--flag" });
const tempoChange = (text: string): TempoOverride => {
  const parsed = parseTempo(text);
  if (!parsed) throw new Error(`${text} is no tempo`);
  return { text, buildStrokes: (starts) => buildTempoStrokes(parsed, starts) };
};

describe("a general flag", () => {
  it("--reps touches only exercises with repetitions", () => {
    expect(doses({ reps: [change(12)] })).toEqual([
      "3 sets of 12, tempo 3-0-3-1",
      "2 sets of 55 s",
      "as long as you need",
    ]);
  });

  it("--hold touches only timed ones", () => {
    expect(doses({ holdMs: [change(40_000)] })).toEqual([
      "3 sets of 20, tempo 3-0-3-1",
      "2 sets of 40 s",
      "as long as you need",
    ]);
  });

  it("--tempo keeps whether a repetition starts with the concentric stroke", () => {
    const plan = compile({ tempo: [change(tempoChange("4-2-X-1"))] });
    expect(plan.blocks[0]?.dose).toBe("3 sets of 20, tempo 4-2-X-1");
    expect(
      plan.steps[1]?.beats.slice(0, 4).map((beat) => `${beat.fast ? "fast " : ""}${beat.phase} ${beat.durationMs}`),
    ).toEqual(["fast concentric 1000", "pause-top 1000", "eccentric 4000", "pause-bottom 2000"]);
  });

  it("--sets touches everything that is counted, --rest everything that is rested in", () => {
    expect(doses({ sets: [change(1)] })).toEqual(["20 reps, tempo 3-0-3-1", "55 s", "as long as you need"]);
    expect(rests({ restMs: [change(5000)] })).toEqual([5, 5, 0]);
  });
});

describe("a block of a routine", () => {
  const blockOf = (changes: Partial<Block>, one = exercise({ id: "lunge", pattern: hold(range(30, 60)), sets: 2 })) => {
    const single = routine(one);
    const sections = single.routine.sections.map((section) => ({ ...section, blocks: [block(one.id, changes)] }));
    return { routine: { ...single.routine, sections }, exercises: single.exercises };
  };
  const dosesOf = (...args: Parameters<typeof blockOf>) => {
    const { routine: changed, exercises } = blockOf(...args);
    return resolveDoses(changed, exercises, PLAN_DEFAULTS, { level: "hard" }).doses;
  };

  it("overrides its exercise's dose", () => {
    const [dose] = dosesOf({ sets: figure(4), reps: figure(2), hold: range(10, 20), rest: range(5, 15) });
    expect(dose).toMatchObject({ sets: 4, reps: 2, restMs: 15_000, section: 0 });
    expect(dose?.strokes).toMatchObject([{ durationMs: 20_000, floorMs: 10_000 }]);
    expect(dose?.floor).toEqual({ reps: 2, sets: 1, restMs: 10_000 });
  });

  it("does another tempo with its exercise's cues, and drops strokes of no time", () => {
    const spoken = tempo(3, 1, 3);
    if (spoken.type !== "strokes") throw new Error("a tempo has strokes");
    const cued = { ...spoken, strokes: spoken.strokes.map((each) => ({ ...each, cue: `cue ${each.phase}` })) };
    const march = exercise({ id: "march", pattern: cued, reps: range(8, 12) });
    const other = tempo(2, 0, 4);
    const [dose] = dosesOf({ strokes: other.type === "strokes" ? other.strokes : null, hold: figure(9) }, march);
    expect(dose?.strokes?.map(({ stroke, durationMs }) => [stroke.phase, durationMs])).toEqual([
      ["concentric", 2000],
      ["eccentric", 4000],
    ]);
    expect(dose?.floor.reps).toBe(8);
    const { routine: single, exercises } = routine(march);
    const flags = { tempo: [change(tempoChange("5-0-2-0"))] };
    const plan = compilePlan(single, exercises, PLAN_DEFAULTS, flags);
    expect(plan.blocks[0]?.strokes.map(({ cue }) => cue)).toEqual(["cue concentric", "cue eccentric"]);
  });

  it("becomes no shorter than a second, to save time", () => {
    expect(dosesOf({ hold: range(0.2, 10) })[0]?.strokes).toMatchObject([{ durationMs: 10_000, floorMs: 1000 }]);
    expect(dosesOf({ hold: range(0.2, 0.4) })[0]?.strokes).toMatchObject([{ durationMs: 400, floorMs: 400 }]);
  });

  it("counts the repetitions of a hold where there may be several", () => {
    const changed = blockOf({ reps: range(1, 3) });
    const flags = { reps: [change(7)] };
    expect(compilePlan(changed.routine, changed.exercises, PLAN_DEFAULTS, flags).blocks[0]?.reps).toBe(7);
  });
});

describe("how far a dose may give way", () => {
  const strokesOf = (flags: PlanFlags, id: string) =>
    resolveDoses(made.routine, made.exercises, PLAN_DEFAULTS, flags).doses.find(
      ({ exercise: { id: other } }) => other === id,
    );
  const proposed = <T>(value: T): Override<T> => ({ ...change(value), proposed: true });

  it.each<[string, PlanFlags, number, number]>([
    ["the low end of its range", {}, 55_000, 45_000],
    ["not at all when a flag gives it", { holdMs: [change(50_000)] }, 50_000, 50_000],
    ["the low end, when history proposes it", { holdMs: [proposed(50_000)] }, 50_000, 45_000],
    ["not at all when history proposes less than the low end", { holdMs: [proposed(40_000)] }, 40_000, 40_000],
  ])("a hold: %s", (_, flags, durationMs, floorMs) => {
    expect(strokesOf(flags, "pigeon-pose")?.strokes).toMatchObject([{ durationMs, floorMs }]);
  });

  it("a tempo: not at all when a flag gives it, to the routine's own when history proposes it", () => {
    const floors = (flags: PlanFlags) => strokesOf(flags, "psoas-march")?.strokes?.map(({ floorMs }) => floorMs);
    expect(floors({ tempo: [change(tempoChange("6-0-2-0"))] })).toEqual([2000, 6000]);
    expect(floors({ tempo: [proposed(tempoChange("6-0-2-0"))] })).toEqual([2000, 3000]);
  });

  it.each<[string, PlanFlags, { reps: number; sets: number; restMs: number }]>([
    ["as the routine says", {}, { reps: 20, sets: 1, restMs: 30_000 }],
    [
      "not where flags give it",
      { reps: [change(9)], sets: [change(2)], restMs: [change(7000)] },
      { reps: 9, sets: 2, restMs: 7000 },
    ],
    [
      "to what it is, when that is little",
      { reps: [proposed(9)], sets: [proposed(2)] },
      { reps: 9, sets: 1, restMs: 30_000 },
    ],
    ["not a rest that a flag gives", { restMs: [proposed(7000)] }, { reps: 20, sets: 1, restMs: 7000 }],
  ])("repetitions, sets and rests: %s", (_, flags, floor) => {
    expect(strokesOf(flags, "psoas-march")?.floor).toEqual(floor);
  });
});

it("a rest of a file keeps its parts of a second", () => {
  const short = routine(exercise({ sets: 2, rest: 2.5 }));
  expect(compilePlan(short.routine, short.exercises).blocks[0]?.restMs).toBe(2500);
});
