/** The bounds of groups, and what holds for any nest of them. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Exercise } from "../../src/catalog/exercise-types.ts";
import type { Item } from "../../src/catalog/types.ts";
import { compilePlan } from "../../src/plan/compile.ts";
import { PLAN_DEFAULTS, type PlanFlags } from "../../src/plan/flags.ts";
import type { Plan } from "../../src/plan/types.ts";
import { faultOf } from "../support/fault-of.ts";
import { anyNest, doing, group, paced, routineOf, work } from "../support/groups.ts";

const planOf = (exercises: readonly Exercise[], items: readonly Item[], flags: PlanFlags = {}): Plan => {
  const made = routineOf(exercises, ...items);
  return compilePlan(made.routine, made.exercises, PLAN_DEFAULTS, flags);
};

describe("bounds", () => {
  const nest = (rounds: number, ...items: Item[]) => group({ rounds }, ...items);
  const short = work("a", 0.1);

  it("refuses rounds of rounds beyond 100000 steps, at once", () => {
    const bomb = nest(1000, nest(1000, nest(1000, nest(1000, doing("a")))));
    const message = "evening would have more than 100000 steps";
    expect(faultOf(() => planOf([short], [bomb]))).toMatchObject({ message });
  });

  it("refuses more than a day", () => {
    const message = "evening would last 27:46:50; 24 hours is the most";
    expect(faultOf(() => planOf([work("a", 100)], [nest(1000, doing("a"))]))).toMatchObject({ message });
    const paces = faultOf(() => planOf([paced("a", 1000)], [nest(100, doing("a"))]));
    expect(paces.message).toBe("evening would last 83:20:10; 24 hours is the most");
  });

  it("compiles as many steps out of nested rounds as a day has room for", () => {
    const nested = routineOf([work("a", 0.5), work("b", 0.5)], nest(100, nest(500, doing("a"), doing("b"))));
    const { steps } = compilePlan(nested.routine, nested.exercises, { ...PLAN_DEFAULTS, prepareMs: 0 });
    expect(steps).toHaveLength(100_000);
    expect(steps.at(-1)?.atMs).toBe(99_999 * 500);
  });
});

describe("any nest", () => {
  it("has steps whose times add up, no rest after a last round, and rounds in order", () => {
    fc.assert(
      fc.property(anyNest, (made) => {
        const plan = compilePlan(made.routine, made.exercises);
        let [atMs, estimateMs] = [0, 0];
        for (const [index, step] of plan.steps.entries()) {
          expect([step.index, step.atMs]).toEqual([index, atMs]);
          atMs += step.durationMs ?? 0;
          estimateMs += step.durationMs ?? step.paced?.estimateMs ?? 0;
          const next = plan.steps[index + 1];
          if (step.kind === "rest") expect([next?.kind, next?.exercise]).toEqual(["set", step.exercise]);
          for (const { group: number, index: round, of } of step.rounds ?? []) {
            const { from, to, rounds } = plan.groups?.[number] ?? { from: 0, to: 0, rounds: 0 };
            expect(index >= from && index < to && round >= 1 && round <= (of ?? round) && of === rounds).toBe(true);
          }
        }
        expect(plan.totalMs).toBe(atMs);
        expect(plan.estimatedMs).toBe(estimateMs);
        expect(plan.steps.at(-1)?.kind).toBe("set");
        for (const [index, block] of plan.blocks.entries()) {
          const sets = plan.steps.filter((step) => step.kind === "set" && step.block === index);
          expect(sets).toHaveLength(block.sets * new Set(sets.map(({ side }) => side)).size);
        }
      }),
    );
  });

  it("fits into a time where it can, and says what it changed", () => {
    const seen = { changed: 0, asItWas: 0 };
    fc.assert(
      fc.property(anyNest, fc.integer({ min: 60, max: 3000 }), (made, seconds) => {
        let plans: readonly [Plan, Plan];
        try {
          plans = [
            compilePlan(made.routine, made.exercises),
            compilePlan(made.routine, made.exercises, PLAN_DEFAULTS, { fitMs: seconds * 1000 }),
          ];
        } catch (error) {
          expect(error).toMatchObject({ message: expect.stringMatching(/cannot be done in|24 hours/) });
          return;
        }
        const [before, plan] = plans;
        expect(plan.estimatedMs ?? plan.totalMs).toBeLessThanOrEqual(seconds * 1000);
        if (plan.changes.length === 0) {
          seen.asItWas += 1;
          expect(plan.steps).toEqual(before.steps);
        } else {
          seen.changed += 1;
          expect(before.estimatedMs).toBeGreaterThan(seconds * 1000);
        }
      }),
      { numRuns: 50, endOnFailure: true },
    );
    expect(seen.changed).toBeGreaterThan(0);
    expect(seen.asItWas).toBeGreaterThan(0);
  });
});
