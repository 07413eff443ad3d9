/** A plan that is fitted to a time keeps what a flag gave. */
import { describe, expect, it } from "vitest";
import type { Exercise } from "../../src/catalog/exercise-types.ts";
import type { PlanFlags } from "../../src/plan/flags.ts";
import { exercise, hold, range, tempo } from "../support/content.ts";
import { planWithin } from "./fitted-plans.ts";

describe("what a flag gave", () => {
  const flag = { exercise: null, flag: "--flag" } as const;
  const ranged = exercise({ pattern: hold(range(30, 60)), sets: 3, rest: 20 });
  const repeated = exercise({ pattern: tempo(1, 0, 1), reps: range(10, 20), sets: 2 });

  it.each<[string, Exercise, PlanFlags, number, string]>([
    ["a hold stays", ranged, { holdMs: [{ ...flag, value: 50_000 }] }, 150, "2 sets of 50 s"],
    [
      "a proposed hold gives way",
      ranged,
      { holdMs: [{ ...flag, value: 50_000, proposed: true }] },
      150,
      "3 sets of 36 s",
    ],
    ["sets stay", ranged, { sets: [{ ...flag, value: 3 }] }, 120, "3 sets of 30 s"],
    ["repetitions stay", repeated, { reps: [{ ...flag, value: 16 }] }, 40, "16 reps, tempo 1-0-1-0"],
    [
      "proposed ones give way",
      repeated,
      { reps: [{ ...flag, value: 16, proposed: true }] },
      44,
      "2 sets of 11, tempo 1-0-1-0",
    ],
  ])("when time is short: %s", (_, made, flags, seconds, dose) => {
    expect(planWithin(seconds, [[made]], flags).blocks[0]?.dose).toBe(dose);
  });

  it("a rest stays, and a set goes instead", () => {
    const flags = { restMs: [{ ...flag, value: 20_000 }] };
    expect(planWithin(125, [[ranged]], flags).blocks[0]).toMatchObject({ sets: 2, restMs: 20_000 });
  });
});
