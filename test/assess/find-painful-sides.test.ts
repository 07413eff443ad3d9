/** Which sides hurt in the last tests, and the set of a stored plan that works one. */
import { describe, expect, test } from "vitest";
import { findPainfulSet, findPainfulSides } from "../../src/assess/omit-painful-sides.ts";
import { targetsHip } from "../../src/assess/screening.ts";
import { UNTESTED_ANSWERS } from "../../src/assess/types.ts";
import type { Exercise } from "../../src/catalog/exercise-types.ts";
import type { Routine } from "../../src/catalog/types.ts";
import { compilePlan } from "../../src/plan/compile.ts";
import { PLAN_DEFAULTS } from "../../src/plan/flags.ts";
import { answers, assessment, hurt, SCREENING } from "./answers-of.ts";
import { COMBINATIONS, exercises, LEFT, loadedSides, NOW, RIGHT, routines, TABLES } from "./painful-sides.ts";

describe("the sides that hurt", () => {
  const at = (day: string, sides: Parameters<typeof assessment>[1]) =>
    assessment(`2026-11-${day}T08:00:00.000Z`, sides);
  const pain = hurt("hip");

  test("are those of the last test that looked at them", () => {
    expect(findPainfulSides([at("22", { left: pain })], NOW)).toEqual([LEFT]);
    expect(findPainfulSides([at("22", {}), at("20", { left: pain, right: pain })], NOW)).toEqual([]);
    expect(findPainfulSides([], NOW)).toEqual([]);
  });

  test("stay so while later tests leave them out, and are told left first", () => {
    const later = at("22", { left: pain, right: UNTESTED_ANSWERS });
    expect(findPainfulSides([later, at("20", { left: answers(), right: pain })], NOW)).toEqual([LEFT, RIGHT]);
    const other = at("22", { left: UNTESTED_ANSWERS, right: pain });
    expect(findPainfulSides([other, at("20", { left: pain })], NOW).map(({ side }) => side)).toEqual(["left", "right"]);
  });

  test("are read no further back than needed", () => {
    const read: string[] = [];
    function* all() {
      for (const day of ["22", "20", "18"]) {
        read.push(day);
        yield at(day, {});
      }
    }
    findPainfulSides(all(), NOW);
    expect(read).toEqual(["22"]);
  });
});

describe("a plan that was stored before the pain", () => {
  const planOf = (routine: string) => compilePlan(routines.get(routine) as Routine, exercises, PLAN_DEFAULTS);

  test("is looked through from the step at which it would go on, set by set, with every side that hurts", () => {
    for (const id of ["psoas-program", "psoas-release", "psoas-stretches", "hip-strength", "desk-break"]) {
      const plan = planOf(id);
      for (const painful of COMBINATIONS) {
        for (const { index } of plan.steps) {
          const expected = plan.steps.slice(index).find(({ kind, exercise: name, side }) => {
            const exercise = exercises.get(name) as Exercise;
            if (kind !== "set" || exercise.kind === "assessment" || !targetsHip(exercise, SCREENING)) return false;
            if (painful.length > 1) return true;
            return painful.some((one) => loadedSides(exercise, side).includes(one.side));
          });
          expect(findPainfulSet(plan, index, painful, TABLES)).toBe(expected);
        }
      }
    }
  });

  test("goes on where nothing hurts, and where what is left spares the hip", () => {
    const plan = planOf("psoas-release");
    expect(findPainfulSet(plan, 0, [], TABLES)).toBeUndefined();
    expect(findPainfulSet(plan, plan.steps.length, [LEFT, RIGHT], TABLES)).toBeUndefined();
  });
});
