/** Any nest of groups with clocks, caps and chance: deadlines that agree, intervals that are filled, times that add up. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { UserError } from "../../src/errors.ts";
import { compilePlan } from "../../src/plan/compile.ts";
import { PLAN_DEFAULTS } from "../../src/plan/flags.ts";
import type { Step } from "../../src/plan/step-types.ts";
import type { Plan } from "../../src/plan/types.ts";
import { anyClockedNest } from "../support/groups.ts";

/** UNWIND_NESTS=10000 for the long run. */
const RUNS = Number(process.env["UNWIND_NESTS"] ?? 500);

const isFiller = ({ kind, index, deadlines }: Step): boolean =>
  kind === "rest" && (deadlines?.some((clock) => clock.kind === "interval" && clock.next === index + 1) ?? false);

/** Deadlines are in order, belong to the groups of the step, and lie around it. */
function checkDeadlines({ steps, groups = [] }: Plan): void {
  for (const { index, rounds = [], deadlines, durationMs } of steps) {
    expect(deadlines).not.toEqual([]);
    let last = -1;
    for (const { kind, anchor, afterMs, next, group } of deadlines ?? []) {
      expect(anchor <= index && index < next && next <= steps.length && afterMs > 0).toBe(true);
      if (group === null) {
        expect([kind, anchor, next, durationMs]).toEqual(["cap", index, index + 1, null]);
        continue;
      }
      const place = rounds.findIndex((round) => round.group === group);
      // Innermost first.
      expect(place).toBeGreaterThan(last);
      last = place;
      expect(groups[group]).toMatchObject(kind === "cap" ? { capMs: afterMs } : { everyMs: afterMs });
      expect(groups[group]?.rounds === null).toBe(rounds[place]?.of === null);
      expect(steps[anchor]?.deadlines?.some((other) => other.group === group && other.anchor === anchor)).toBe(true);
      // Where a clock leads lies behind everything that carries it.
      expect(steps[next]?.deadlines?.some((other) => other.group === group && other.anchor === anchor)).not.toBe(true);
    }
  }
}

/** A round of known work and what is left of it last as long as the interval. */
function checkIntervals({ steps, groups = [] }: Plan): void {
  for (const [index, filler] of steps.entries()) {
    if (!isFiller(filler)) continue;
    const clock = filler.deadlines?.find(({ kind, next }) => kind === "interval" && next === index + 1);
    if (!clock || clock.group === null) throw new Error("what is left of an interval has its clock");
    const round = steps.slice(clock.anchor, index + 1);
    const isCapped = round.some(({ deadlines }) => deadlines?.some(({ kind }) => kind === "cap"));
    if (filler.durationMs === null) {
      expect(round.some(({ kind, durationMs }) => kind === "set" && durationMs === null)).toBe(true);
      expect(filler.marks.map(({ name }) => name)).toEqual(["three", "two", "one"]);
    } else {
      expect(filler.durationMs).toBeGreaterThan(0);
      const lasts = round.reduce((ms, { durationMs }) => ms + (durationMs ?? 0), 0);
      if (!isCapped) expect(lasts).toBe(clock.afterMs);
    }
    expect(groups[clock.group]?.to).toBeGreaterThan(index);
  }
}

it("has clocks that agree, and times that never go back", () => {
  const seen = { plans: 0, intervals: 0, caps: 0, refused: 0, chances: 0 };
  fc.assert(
    fc.property(anyClockedNest, fc.integer({ min: 1, max: 9999 }), (made, seed) => {
      let plan: Plan;
      try {
        plan = compilePlan(made.routine, made.exercises, { ...PLAN_DEFAULTS, seed });
      } catch (error) {
        expect(error).toBeInstanceOf(UserError);
        expect((error as UserError).message).toMatch(/cannot begin a round every|100000 steps|24 hours/);
        seen.refused += 1;
        return;
      }
      const { steps, groups = [], totalMs } = plan;
      seen.plans += 1;
      let atMs = 0;
      for (const [index, step] of steps.entries()) {
        expect(step.index).toBe(index);
        expect(step.atMs).toBeGreaterThanOrEqual(atMs);
        expect(step.atMs).toBeLessThanOrEqual(totalMs);
        atMs = step.atMs;
        const next = steps[index + 1];
        // A rest leads to a set, or stands behind what is left of an interval.
        if (step.kind === "rest") expect(next && (next.kind === "set" || isFiller(step))).toBe(true);
        for (const { group, index: round, of } of step.rounds ?? []) {
          const { from, to, rounds } = groups[group] ?? { from: 0, to: 0, rounds: 0 };
          expect(index >= from && index < to && round >= 1 && of === rounds && round <= (of ?? round)).toBe(true);
        }
      }
      expect(steps.at(-1)?.kind).toBe("set");
      checkDeadlines(plan);
      checkIntervals(plan);
      seen.intervals += steps.filter(isFiller).length > 0 ? 1 : 0;
      seen.caps += groups.some(({ capMs }) => capMs !== undefined) ? 1 : 0;
      seen.chances += plan.seed === undefined ? 0 : 1;
      if (plan.seed !== undefined) {
        expect(compilePlan(made.routine, made.exercises, PLAN_DEFAULTS, { seed: plan.seed })).toEqual(plan);
      }
    }),
    { numRuns: RUNS },
  );
  // All of it happened, however many cases there was time for.
  const cases = seen.plans + seen.refused;
  expect(Math.min(seen.intervals, seen.caps, seen.chances) / cases).toBeGreaterThan(0.1);
  expect(seen.plans / cases).toBeGreaterThan(0.6);
}, 600_000);
