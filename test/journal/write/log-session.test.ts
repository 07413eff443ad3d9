/** A session written down afterwards: it lasts as long as the plan says, and holds what fits into its clocks. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Item } from "../../../src/catalog/types.ts";
import { buildJournalPaths } from "../../../src/journal/journal-paths.ts";
import { logSession } from "../../../src/journal/write/log-session.ts";
import { compilePlan } from "../../../src/plan/compile.ts";
import type { Plan } from "../../../src/plan/types.ts";
import { exercise, OPEN } from "../../support/content.ts";
import { anyClockedNest, doing, group, paced, planOf, rest, work } from "../../support/groups.ts";

let home = "";
beforeAll(() => {
  home = mkdtempSync(path.join(tmpdir(), "unwind-log-"));
});
afterAll(() => rmSync(home, { recursive: true }));

const log = (plan: Plan, lastedMs: number | null = null) =>
  logSession(buildJournalPaths({ data: home, cache: home, state: home }), {
    ...{ plan, startMs: Date.UTC(2026, 0, 5, 18), lastedMs, effort: null, adjustments: [] },
    ...{ utcOffsetMinutes: 0, program: "test" },
  });

const exercises = [work("plank", 30), paced("push", 10), paced("squat", 15), exercise({ id: "open", pattern: OPEN })];

/** Seconds, sets that were completed, their repetitions where they count, and the scores. */
const logged = (items: Item[], lastedMs: number | null = null) => {
  const { activeSeconds, steps, scores = [] } = log(planOf(exercises, items), lastedMs);
  const sets = steps.filter(({ kind, how }) => kind === "set" && how === "completed");
  return [
    activeSeconds,
    sets.length,
    sets.reduce((sum, { reps }) => sum + reps, 0),
    scores.map(({ rounds, reps, seconds, end }) => `${rounds}+${reps} in ${seconds} ${end}`).join(", "),
  ];
};

describe("what is written down of a session done elsewhere", () => {
  it.each<[string, Item[], [number, number, number, string]]>([
    ["self-paced sets as long as estimated", [doing("push"), doing("squat")], [95, 2, 25, ""]],
    [
      "rounds on an interval, up to the end of the last work",
      [group({ rounds: 10, every: 60 }, doing("push"))],
      [580, 10, 100, ""],
    ],
    [
      "of an interval that is too short what fits into it",
      [group({ rounds: 12, every: 60 }, doing("push"), doing("squat"))],
      [730, 12, 120, ""],
    ],
    [
      "of as many rounds as possible those that fit into the cap",
      [group({ rounds: null, cap: 140 }, doing("push"), rest(10), doing("squat"))],
      [150, 3, 35, "1+10 in 140 done"],
    ],
    [
      "rounds for time",
      [group({ rounds: 2, countUp: true }, doing("push"), doing("squat"))],
      [160, 4, 50, "2+0 in 150 done"],
    ],
    [
      "rounds for time up to their cap",
      [group({ rounds: 2, cap: 80, countUp: true }, doing("push"), doing("squat")), doing("plank")],
      [130, 3, 26, "1+0 in 80 cap"],
    ],
    [
      "as many rounds as possible in every round of something else",
      [group({ rounds: 2, rest: 30 }, group({ rounds: null, cap: 60 }, doing("push")), doing("plank"))],
      [220, 6, 42, "2+0 in 60 done, 2+0 in 60 done"],
    ],
    [
      "a set without a count up to the end of its rounds",
      [group({ rounds: null, cap: 60 }, doing("open"))],
      [70, 0, 0, "0+0 in 60 done"],
    ],
    ["a set without a count up to its own cap", [doing("open", { cap: 40 })], [50, 1, 0, ""]],
  ])("is %s", (_, items, expected) => {
    expect(logged(items)).toEqual(expected);
  });

  it("lasts as long as the person says, the time for its rounds too", () => {
    const forTime = [group({ rounds: 2, countUp: true }, doing("push"), doing("squat"))];
    expect(logged(forTime, 320_000)).toEqual([320, 4, 50, "2+0 in 300 done"]);
  });

  it("lasts as long as the plan says", () => {
    fc.assert(
      fc.property(anyClockedNest, (made) => {
        let plan: Plan;
        try {
          plan = compilePlan(made.routine, made.exercises);
        } catch {
          return;
        }
        const { activeSeconds, steps } = log(plan);
        expect(activeSeconds * 1000).toBe(plan.estimatedMs ?? plan.totalMs);
        const seconds = steps.reduce((sum, step) => sum + step.actualSeconds, 0);
        expect(seconds).toBeLessThanOrEqual(activeSeconds + 0.001);
      }),
      { numRuns: 50 },
    );
  });
});
