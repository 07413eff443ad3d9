/** Short sessions: what is warmed up for is not done cold, and notes about changing over go with what they change from. */
import { describe, expect, it } from "vitest";
import { loadCatalog } from "../../src/catalog/load-catalog.ts";
import { findDataFolder } from "../../src/paths.ts";
import { compilePlan } from "../../src/plan/compile.ts";
import { PLAN_DEFAULTS, type PlanFlags } from "../../src/plan/flags.ts";
import type { Plan } from "../../src/plan/types.ts";
import { LEVELS, type Level } from "../../src/terms.ts";
import { exercise, hold, tempo } from "../support/content.ts";
import { faultOf } from "../support/fault-of.ts";
import { planWithin } from "./fitted-plans.ts";

const catalog = await loadCatalog({ dataDir: findDataFolder(), userDir: "/nonexistent/unwind" });

describe("a warm-up in a short time", () => {
  const walk = [exercise({ id: "walk", pattern: hold(180) }), { priority: 9, warmUp: true }] as const;
  const light = [exercise({ id: "light", pattern: tempo(3, 1, 3), reps: 5 }), { priority: 2, warmUp: true }] as const;
  const march = [
    exercise({ id: "march", pattern: tempo(3, 0, 3), reps: 10, sets: 2, rest: 60 }),
    { priority: 1 },
  ] as const;
  const hang = [exercise({ id: "hang", pattern: hold(60) }), { priority: 3 }] as const;
  const changesWithin = (...args: Parameters<typeof planWithin>) =>
    planWithin(...args).changes.map(({ exercise: id, after }) => `${id} ${after}`);

  it.each<[seconds: number, changes: string[]]>([
    [420, []],
    // Sets go first.
    [389, ["march 10 reps, tempo 3-0-3-0"]],
    // Then it becomes shorter, to a minute at least.
    [270, ["walk 2:30 min", "march 10 reps, tempo 3-0-3-0"]],
    [180, ["walk 60 s", "march 10 reps, tempo 3-0-3-0"]],
    // Then work goes, however unimportant the warm-up is; what that spares it gets back.
    [179, ["walk 119 s", "march 10 reps, tempo 3-0-3-0", "hang left out"]],
    [120, ["walk 60 s", "march 10 reps, tempo 3-0-3-0", "hang left out"]],
  ])("within %i seconds", (seconds, changes) => {
    expect(changesWithin(seconds, [walk, march, hang])).toEqual(changes);
  });

  it("is the last thing to go: without time for it and something to warm up for there is no session", () => {
    expect(faultOf(() => planWithin(119, [walk, march, hang]))).toMatchObject({
      exitCode: 2,
      hint: "2:00 is the least: walk and march",
    });
  });

  it("is one of several, the more important", () => {
    expect(changesWithin(100, [walk, light, march, hang])).toEqual([
      "walk left out",
      "march 10 reps, tempo 3-0-3-0",
      "hang left out",
    ]);
    expect(changesWithin(60, [walk, light])).toEqual(["walk left out"]);
  });
});

const BUDGETS = [3, 5, 8, 10, 15];

/** What each warms up for must not be done without one. */
const WARMED_UP = ["psoas-program", "hip-strength"];

const planOf = (id: string, flags: PlanFlags): Plan => {
  const routine = catalog.routines.get(id);
  if (!routine) throw new Error(`there is no ${id}`);
  return compilePlan(routine, catalog.exercises, PLAN_DEFAULTS, flags);
};

/** Made once: to fit a routine takes long. */
const plans = new Map<string, Plan>();
function fittedPlanOf(id: string, minutes: number, level: Level): Plan {
  const key = `${id} ${minutes} ${level}`;
  const plan = plans.get(key) ?? planOf(id, { fitMs: minutes * 60_000, level });
  plans.set(key, plan);
  return plan;
}

describe.each(WARMED_UP)("%s in a short time", (id) => {
  const routine = catalog.routines.get(id);
  const blocks = routine?.sections.flatMap((section) => section.blocks) ?? [];

  it.each(BUDGETS.flatMap((minutes) => LEVELS.map((level) => [minutes, level] as const)))(
    "of %i minutes, %s: begins with a warm-up, and says what was left out",
    (minutes, level) => {
      const plan = fittedPlanOf(id, minutes, level);
      const done = plan.blocks.map(({ exercise: name }) => name);
      expect(blocks.find((block) => block.exercise === done[0])?.warmUp).toBe(true);
      const leftOut = blocks.map((block) => block.exercise).filter((name) => !done.includes(name));
      expect(plan.changes.filter(({ after }) => after === "left out").map(({ exercise: name }) => name)).toEqual(
        leftOut,
      );
      // The hang asks most of a hip flexor: only where everything more important has been done.
      if (done.includes("hanging-leg-raise")) expect(done).toContain("pigeon-pose");
    },
  );

  it("takes the band off after each exercise that has one, and never without one", () => {
    for (const level of LEVELS) {
      for (const minutes of [...BUDGETS, 60]) {
        const { blocks: done } = fittedPlanOf(id, minutes, level);
        for (const [index, { note, equipment }] of done.entries()) {
          const before = done[index - 1]?.equipment.includes("resistance band") ?? false;
          const isOff = before && !equipment.includes("resistance band");
          expect(note === "Take the band off.", `${minutes} min, ${level}, ${index}`).toBe(isOff);
        }
      }
    }
  });
});

it("a set without what its note leads over from has neither the note nor the time for it", () => {
  const skip = { skip: ["psoas-march"] } as unknown as PlanFlags;
  const prepareOf = (flags: PlanFlags) => {
    const { steps, blocks } = planOf("psoas-program", flags);
    const step = steps.find((one) => one.kind === "prepare" && one.exercise === "kneeling-lunge");
    return [step?.durationMs, blocks[step?.block ?? 0]?.note];
  };
  expect(prepareOf({})).toEqual([30_000, "Take the band off."]);
  expect(prepareOf(skip)).toEqual([20_000, null]);
});
