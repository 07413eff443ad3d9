/** Fitting a routine into a time: never longer than asked, never shorter than it must be. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadCatalog } from "../../src/catalog/load-catalog.ts";
import { UserError } from "../../src/errors.ts";
import { findDataFolder } from "../../src/paths.ts";
import { compilePlan } from "../../src/plan/compile.ts";
import type { Dose } from "../../src/plan/dose.ts";
import { fitDosesToTime } from "../../src/plan/fit-to-time.ts";
import { PLAN_DEFAULTS } from "../../src/plan/flags.ts";
import { computeBlockMs, orderSteps } from "../../src/plan/order-steps.ts";
import { resolveDoses } from "../../src/plan/resolve-doses.ts";
import { anyRoutine, block, each, exercise, hold, range, routine, tempo } from "../support/content.ts";

type Made = Parameters<typeof resolveDoses>;

const blockMs = (dose: Dose) => computeBlockMs(dose, orderSteps(dose, { first: "left", only: null }, PLAN_DEFAULTS));
const sum = (doses: readonly (Dose | null)[]) => doses.reduce((ms, dose) => ms + (dose ? blockMs(dose) : 0), 0);

/** Every dose that has one step more than `now` has, as far as it had it before. */
function stepsBack(was: Dose, now: Dose | null): Dose[] {
  if (!now) {
    const strokes = was.strokes?.map((stroke) => ({ ...stroke, durationMs: stroke.floorMs })) ?? null;
    return [{ ...was, reps: was.floor.reps, sets: was.floor.sets, restMs: was.floor.restMs, strokes }];
  }
  const back: Dose[] = [];
  if (now.reps < was.reps) back.push({ ...now, reps: now.reps + 1 });
  if (now.sets < was.sets) back.push({ ...now, sets: now.sets + 1 });
  if (now.restMs < was.restMs && now.sets > 1) back.push({ ...now, restMs: now.restMs + 1000 });
  for (const [index, stroke] of (now.strokes ?? []).entries()) {
    const most = was.strokes?.[index]?.durationMs ?? 0;
    if (stroke.durationMs >= most) continue;
    const longer = { ...stroke, durationMs: Math.min(most, stroke.durationMs + 1000) };
    back.push({ ...now, strokes: (now.strokes ?? []).map((other, place) => (place === index ? longer : other)) });
  }
  return back;
}

function holdsFor(
  made: Pick<{ routine: Made[0]; exercises: Made[1] }, "routine" | "exercises">,
  budgetMs: number,
): void {
  const wanted = resolveDoses(made.routine, made.exercises, PLAN_DEFAULTS, {});
  let result: ReturnType<typeof fitDosesToTime>;
  try {
    result = fitDosesToTime("evening", wanted, budgetMs, blockMs);
  } catch (error) {
    // Too short for anything: then even the most important block alone, at its least, is longer.
    expect(error).toBeInstanceOf(UserError);
    const timed = wanted.filter((dose) => blockMs(dose) > 0);
    const first = timed.reduce((a, b) => (b.block.priority < a.block.priority ? b : a));
    const [least] = stepsBack(first, null);
    expect(blockMs(least as Dose)).toBeGreaterThan(budgetMs);
    return;
  }
  expect(sum(result.doses)).toBeLessThanOrEqual(budgetMs);
  for (const [index, was] of wanted.entries()) {
    for (const back of stepsBack(was, result.doses[index] ?? null)) {
      const more = result.doses.map((dose, place) => (place === index ? back : dose));
      expect(sum(more), `one step back of ${was.exercise.id}`).toBeGreaterThan(budgetMs);
    }
  }
}

const catalog = await loadCatalog({ dataDir: findDataFolder(), userDir: "nowhere" });
const shipped = [...catalog.routines.values()];

describe.each(shipped.map((one) => [one.id, one] as const))("%s", (_, one) => {
  it("fits into every whole minute from 1 to 60, and wastes no step", () => {
    for (let minutes = 1; minutes <= 60; minutes++)
      holdsFor({ routine: one, exercises: catalog.exercises }, minutes * 60_000);
  });
});

it("fits any routine into any time, and wastes no step", () => {
  fc.assert(
    fc.property(anyRoutine, fc.integer({ min: 10, max: 1500 }), (made, seconds) => holdsFor(made, seconds * 1000)),
  );
});

describe("what gives way", () => {
  const lunge = exercise({
    id: "lunge",
    sides: each("one-side-first"),
    pattern: hold(range(30, 60)),
    sets: 2,
    rest: 20,
  });
  const march = exercise({ id: "march", pattern: tempo(3, 1, 3), reps: range(10, 20), sets: 2, rest: 60 });
  const made = routine(lunge, march);
  made.routine = {
    ...made.routine,
    sections: [
      {
        ...(made.routine.sections[0] as (typeof made.routine.sections)[number]),
        blocks: [block("lunge", { priority: 1 }), block("march", { priority: 2 })],
      },
    ],
  };
  const changes = (minutes: number) =>
    compilePlan(made.routine, made.exercises, PLAN_DEFAULTS, { fitMs: minutes * 60_000 }).changes.map(
      ({ exercise: id, before, after }) => `${id}: ${before} → ${after}`,
    );

  it("nothing, when it fits as it is", () => {
    expect(changes(10)).toEqual([]);
  });

  it("first the doses, inside their ranges", () => {
    expect(changes(8)).toEqual([
      "lunge: 2 × 45 s, rest 20 s → 2 × 42 s, rest 20 s",
      "march: 2 × 15, tempo 3-0-3-1, rest 60 s → 2 × 13, tempo 3-0-3-1, rest 60 s",
    ]);
  });

  it("then rests, to half at most, then sets", () => {
    expect(changes(6)).toEqual([
      "lunge: 2 × 45 s, rest 20 s → 2 × 30 s, rest 14 s",
      "march: 2 × 15, tempo 3-0-3-1, rest 60 s → 2 × 10, tempo 3-0-3-1, rest 42 s",
    ]);
    expect(changes(5)[0]).toMatch(/^lunge: 2 × 45 s, rest 20 s → /);
  });

  it("at last the least important block", () => {
    expect(changes(2.5).at(-1)).toBe("march: 2 × 15, tempo 3-0-3-1, rest 60 s → left out");
  });

  it("never what a flag gave", () => {
    const plan = compilePlan(made.routine, made.exercises, PLAN_DEFAULTS, {
      fitMs: 360_000,
      holdMs: [{ exercise: "lunge", value: 50_000, flag: "--hold lunge=50" }],
    });
    expect(plan.blocks[0]?.dose).toMatch(/50 s$/);
    expect(plan.totalMs).toBeLessThanOrEqual(360_000);
  });

  it("what history proposes as if the routine had said it: inside its range, before rests and sets", () => {
    const made = routine(exercise({ pattern: hold(range(30, 60)), sets: 3, rest: 20 }));
    const proposed = { exercise: null, value: 50_000, flag: "--hold 50s", proposed: true } as const;
    const within = (fitMs: number) =>
      compilePlan(made.routine, made.exercises, PLAN_DEFAULTS, { holdMs: [proposed], fitMs }).blocks[0];
    expect(within(600_000)?.dose).toBe("3 × 50 s");
    expect(within(150_000)).toMatchObject({ dose: "3 × 33 s", restMs: 20_000 });
    const own = compilePlan(made.routine, made.exercises, PLAN_DEFAULTS, {
      holdMs: [{ exercise: null, value: 50_000, flag: "--hold 50s" }],
      fitMs: 150_000,
    });
    expect(own.blocks[0]).toMatchObject({ dose: "2 × 50 s" });
  });

  it("says the least that can be done when the time is too short for anything", () => {
    expect(() => compilePlan(made.routine, made.exercises, PLAN_DEFAULTS, { fitMs: 30_000 })).toThrow(
      expect.objectContaining({ message: "evening cannot be done in 0:30", hint: "1:20 is the least: lunge alone" }),
    );
  });
});
