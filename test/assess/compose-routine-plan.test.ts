/** The routine that follows from a test becomes a plan: with what a person asks, and whatever they answered. */
import { describe, expect, test } from "vitest";
import { composeRoutine } from "../../src/assess/compose-routine.ts";
import type { SideAnswers } from "../../src/assess/types.ts";
import { loadCatalog } from "../../src/catalog/load-catalog.ts";
import { findDataFolder } from "../../src/paths.ts";
import { compilePlan } from "../../src/plan/compile.ts";
import { PLAN_DEFAULTS } from "../../src/plan/flags.ts";
import { ALL_SIDES, answers, TABLE, tested } from "./answers-of.ts";

const { exercises } = await loadCatalog({ dataDir: findDataFolder(), userDir: "/nonexistent" });

const routineFor = (left: SideAnswers, right: SideAnswers) => composeRoutine(tested({ left, right }), TABLE, exercises);
const planFor = (left: SideAnswers, right: SideAnswers, flags = {}) =>
  compilePlan(routineFor(left, right), exercises, PLAN_DEFAULTS, flags);

const ABOVE = answers({ thigh: "above" });

describe("the plan for a person takes what a person asks", () => {
  const sides = [ABOVE, answers({ thigh: "above", drop: "yes" })] as const;

  test("a time", () => {
    const plan = planFor(...sides, { fitMs: 8 * 60_000 });
    expect(plan.totalMs).toBeLessThanOrEqual(8 * 60_000);
    expect(plan.changes.length).toBeGreaterThan(0);
    const short = planFor(...sides, { fitMs: 3 * 60_000 });
    expect(short.sections.map(({ title }) => title)).toEqual(["Psoas", "Front of the thigh"]);
  });

  test("one side: the blocks of the other go", () => {
    const plan = planFor(...sides, { side: "left" });
    expect(new Set(plan.steps.map((step) => step.side))).toEqual(new Set(["left", null]));
  });

  test("a level", () => {
    expect(planFor(...sides, { level: "hard" }).level).toBe("hard");
  });
});

test("all combinations of answers for both sides lead to a verdict, and to a plan where a side is free", () => {
  let plans = 0;
  for (const left of ALL_SIDES) {
    for (const right of ALL_SIDES) {
      const { results } = tested({ left, right });
      const routine = routineFor(left, right);
      plans += 1;
      const verdicts = [results.left.verdict, results.right.verdict];
      if (verdicts.every((verdict) => verdict === "pain" || verdict === "untested")) {
        expect(routine.sections.flatMap(({ blocks }) => blocks)).toEqual([]);
        continue;
      }
      const plan = compilePlan(routine, exercises);
      for (const side of ["left", "right"] as const) {
        const worked = plan.steps.some((step) => step.kind === "set" && step.side === side);
        const { verdict } = results[side];
        // A side that hurts or was not tested is never worked by itself; every other one is.
        expect(worked).toBe(verdict !== "pain" && verdict !== "untested");
      }
      expect(plan.blocks.at(-1)?.exercise === "glute-bridge").toBe(!verdicts.includes("pain"));
      expect(routine.sections.every(({ blocks, advice }) => advice.length > blocks.length)).toBe(true);
      expect(plan.totalMs).toBeGreaterThan(60_000);
    }
  }
  expect(plans).toBe(ALL_SIDES.length ** 2);
});
