/** The plans of everything that ships, as text that a physiotherapist can review, and the figures that were promised. */
import { describe, expect, it } from "vitest";
import { createSingleExerciseRoutine, exercisesOf } from "../../src/catalog/create-routine.ts";
import { loadCatalog } from "../../src/catalog/load-catalog.ts";
import type { Routine } from "../../src/catalog/types.ts";
import { findDataFolder } from "../../src/paths.ts";
import { compilePlan } from "../../src/plan/compile.ts";
import { PLAN_DEFAULTS } from "../../src/plan/flags.ts";
import { formatPlan } from "../../src/plan/plan-text.ts";
import { estimateRoutineMs, scheduleRoutine } from "../../src/plan/schedule.ts";

const catalog = await loadCatalog({ dataDir: findDataFolder(), userDir: "nowhere" });
const LEVELS = ["easy", "standard", "hard"] as const;

const planOf = (id: string, level: (typeof LEVELS)[number] = "standard") => {
  const routine = catalog.routines.get(id);
  const exercise = catalog.exercises.get(id);
  const chosen = routine ?? (exercise && createSingleExerciseRoutine(exercise));
  if (!chosen) throw new Error(`nothing ships as ${id}`);
  return compilePlan(chosen, exercisesOf(chosen, catalog.exercises), { ...PLAN_DEFAULTS, level });
};

const blockSeconds = (id: string, exercise: string) =>
  planOf(id)
    .steps.filter((step) => step.exercise === exercise)
    .reduce((sum, step) => sum + (step.durationMs ?? 0) / 1000, 0);

describe.each([...catalog.routines.keys()])("%s", (id) => {
  it.each(LEVELS)("is the plan that was reviewed, at level %s", async (level) => {
    await expect(`${formatPlan(planOf(id, level)).join("\n")}\n`).toMatchFileSnapshot(`plans/${id}.${level}.txt`);
  });
});

it.each([...catalog.routines.keys()])("%s is listed with the length that its plan has, whatever the rests", (id) => {
  const routine = catalog.routines.get(id) as Routine;
  const known = exercisesOf(routine, catalog.exercises);
  for (const changed of [{}, { restScale: 2, prepareMs: 60_000 }, { restScale: 0, prepareMs: 0, switchMs: 30_000 }]) {
    const defaults = { ...PLAN_DEFAULTS, seed: 7, ...changed };
    expect(estimateRoutineMs(routine, known, defaults)).toBe(scheduleRoutine(routine, known, defaults, {}).estimatedMs);
  }
});

it.each([...catalog.exercises.keys()])("%s can be done alone at every level", (id) => {
  for (const level of LEVELS) expect(planOf(id, level).steps.some((step) => step.kind === "set")).toBe(true);
});

describe("psoas-program at level standard", () => {
  it("lasts 2307 seconds", () => {
    expect(planOf("psoas-program").totalMs).toBe(2_307_000);
  });

  it.each([
    ["warm-up-walk", 190],
    ["standing-march", 71],
    ["psoas-march", 565],
    ["kneeling-lunge", 370],
    ["pigeon-pose", 310],
    ["mountain-climbers", 285],
    ["hanging-leg-raise", 390],
    ["split-squat", 126],
  ])("gives %s %i seconds", (exercise, seconds) => {
    expect(blockSeconds("psoas-program", exercise)).toBe(seconds);
  });

  it("marches with 20 repetitions of 3 s concentric, 1 s hold, 3 s eccentric", () => {
    const march = planOf("psoas-program").steps.find(
      ({ kind, exercise }) => kind === "set" && exercise === "psoas-march",
    );
    expect(march?.durationMs).toBe(140_000);
    expect(march?.reps).toBe(20);
    expect(march?.beats).toHaveLength(60);
    expect(march?.beats.slice(0, 3).map((beat) => [beat.phase, beat.durationMs / 1000])).toEqual([
      ["concentric", 3],
      ["pause-top", 1],
      ["eccentric", 3],
    ]);
  });
});

it("psoas-release waits once a side in its test, and keeps the guide's seven sections", () => {
  const plan = planOf("psoas-release");
  expect(plan.openSteps).toBe(2);
  expect(plan.sections).toHaveLength(7);
});

it("desk-break takes about five minutes and nothing but a chair", () => {
  const plan = planOf("desk-break");
  expect(plan.totalMs / 60_000).toBeGreaterThan(4.5);
  expect(plan.totalMs / 60_000).toBeLessThan(5.5);
  expect(formatPlan(plan)[1]).toContain("Equipment: chair");
});
