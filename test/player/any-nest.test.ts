/** Any nest of rounds, intervals, caps and scores, whatever the clock and the person do. NEST_RUNS=10000 tries more. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Exercise } from "../../src/catalog/exercise-types.ts";
import type { Item } from "../../src/catalog/types.ts";
import { compilePlan } from "../../src/plan/compile.ts";
import type { Plan } from "../../src/plan/types.ts";
import { buildFrame } from "../../src/player/frame.ts";
import { reduce } from "../../src/player/reduce.ts";
import { computeScores } from "../../src/player/score.ts";
import { createInitialState } from "../../src/player/state.ts";
import type { PlayerEvent } from "../../src/player/types.ts";
import { each, exercise, hold, OPEN, tempo } from "../support/content.ts";
import { doing, group, paced, rest, routineOf, work } from "../support/groups.ts";
import { anyEvents, at, play } from "../support/playing.ts";

/** Ten thousand runs take minutes. */
const TIMEOUT_MS = 1_800_000;
const RUNS = { numRuns: Number(process.env["NEST_RUNS"] ?? 500), endOnFailure: true };

const EXERCISES: readonly Exercise[] = [
  paced("push-up", 10),
  paced("pull-up", 3),
  work("plank", 7),
  exercise({ id: "lunge", pattern: hold(5), sides: each("set-by-set"), sets: 2, rest: 4 }),
  exercise({ id: "march", pattern: tempo(1, 0, 1), reps: 4 }),
  exercise({ id: "test", pattern: OPEN }),
];

const block = fc.constantFrom(...EXERCISES.map(({ id }) => id)).map((id) => doing(id));
const pause = fc.integer({ min: 1, max: 20 }).map((seconds) => rest(seconds));
const leaves = fc.array(fc.oneof({ weight: 4, arbitrary: block }, { weight: 1, arbitrary: pause }), {
  minLength: 1,
  maxLength: 3,
});
const gaps = { between: fc.integer({ min: 0, max: 5 }), rest: fc.integer({ min: 0, max: 20 }) };
const rounds = fc.integer({ min: 1, max: 4 });
const seconds = fc.integer({ min: 5, max: 120 });

/** A group of every kind, with others inside it. */
const anyGroup: fc.Arbitrary<Item> = fc.letrec<{ item: Item }>((tie) => {
  const items = fc.tuple(leaves, fc.array(tie("item"), { maxLength: 1 })).map(([some, inner]) => [...inner, ...some]);
  const make = <T extends object>(parts: fc.Arbitrary<T>) =>
    fc.tuple(parts, items).map(([made, inside]) => group(made as never, ...inside));
  return {
    item: fc.oneof(
      { maxDepth: 2, depthSize: "small" },
      block,
      make(fc.record({ rounds, ...gaps })),
      make(fc.record({ rounds, every: seconds })),
      make(fc.record({ rounds: fc.constant(null), cap: seconds, ...gaps })),
      make(fc.record({ rounds, cap: seconds, ...gaps })),
      make(fc.record({ rounds, countUp: fc.constant(true as const), cap: seconds, ...gaps })),
    ),
  };
}).item;

/** What can be done of any nest: work that does not fit its interval is a fault, and no plan. */
const anyPlan: fc.Arbitrary<Plan> = fc
  .array(anyGroup, { minLength: 1, maxLength: 2 })
  .map((items) => {
    const made = routineOf(EXERCISES, ...items, doing("plank"));
    try {
      return compilePlan(made.routine, made.exercises);
    } catch {
      return null;
    }
  })
  .filter((plan): plan is Plan => plan !== null && plan.steps.length < 500);

describe("any nest", () => {
  it(
    "tells in one jump what its ticks tell, happening for happening",
    () => {
      fc.assert(
        fc.property(anyPlan, anyEvents, fc.integer({ min: 300, max: 2000 }), (plan, events, tickMs) => {
          const cut = events.flatMap((event, index): PlayerEvent[] => {
            const untilMs = events[index + 1]?.clockMs ?? event.clockMs;
            const count = Math.min(40, Math.floor((untilMs - event.clockMs) / tickMs));
            const ticks = Array.from({ length: count }, (_, tick) =>
              at((event.clockMs + (tick + 1) * tickMs) / 1000, "tick"),
            );
            return [event, ...ticks];
          });
          expect(play(plan, cut)).toEqual(play(plan, events));
        }),
        RUNS,
      );
    },
    TIMEOUT_MS,
  );

  it(
    "keeps every deadline to the millisecond: nothing outlives it, and what it leads to begins at it",
    () => {
      let undisturbed = 0;
      fc.assert(
        fc.property(anyPlan, anyEvents, (plan, events) => {
          let state = createInitialState();
          for (const event of events) {
            const before = state;
            const { state: now, happenings } = reduce(plan, before, event);
            state = now;
            const step = plan.steps[now.step];
            const dueMs = (step?.deadlines ?? []).map(
              ({ anchor, afterMs }) => (now.anchors[anchor] ?? Number.NaN) + afterMs,
            );
            expect(dueMs.every((ms) => now.atMs < ms)).toBe(true);
            // An undisturbed clock: the step that it ends does so at its very moment.
            const ended = happenings.find(({ type }) => type === "step-ended");
            const was = plan.steps[before.step];
            if (event.type !== "tick" || before.status !== "running" || !ended) continue;
            undisturbed += 1;
            const ends = (was?.deadlines ?? []).map(
              ({ anchor, afterMs }) => (before.anchors[anchor] ?? Number.NaN) + afterMs,
            );
            const ownMs =
              was?.durationMs == null ? Number.POSITIVE_INFINITY : before.stepAtMs + was.durationMs + before.extraMs;
            const isFiller =
              was?.kind === "rest" &&
              was.deadlines?.some(({ kind, next }) => kind === "interval" && next === was.index + 1);
            expect(ended.atMs).toBe(Math.min(...ends, isFiller ? Number.POSITIVE_INFINITY : ownMs));
          }
        }),
        RUNS,
      );
      // About one in five runs has such a moment.
      expect(undisturbed).toBeGreaterThan(0);
    },
    TIMEOUT_MS,
  );

  it(
    "leaves a valid state after any order of events, and loses no record",
    () => {
      fc.assert(
        fc.property(anyPlan, anyEvents, (plan, events) => {
          let state = createInitialState();
          for (const event of events) {
            const before = state;
            const outcome = reduce(plan, before, event);
            state = outcome.state;
            // What the person sets right may be less than was counted.
            const corrected = outcome.happenings.flatMap((one) => (one.type === "corrected" ? [one.step] : []));
            expect(state.step).toBeLessThanOrEqual(plan.steps.length);
            expect(state.atMs).toBeGreaterThanOrEqual(state.stepAtMs);
            expect(state.atMs).toBeGreaterThanOrEqual(before.atMs);
            expect(state.status === "finished").toBe(state.step === plan.steps.length);
            for (const [index, record] of before.records.entries()) {
              if (corrected.includes(index)) continue;
              if (record?.how === "completed") expect(state.records[index]?.how).toBe("completed");
              if (record) expect(state.records[index]?.reps).toBeGreaterThanOrEqual(record.reps);
            }
            const frame = buildFrame(plan, state);
            expect(frame.remainingSeconds).toBeGreaterThanOrEqual(0);
            expect(frame.stepFill).toBeLessThanOrEqual(1);
            for (const { rounds: done, ms } of computeScores(plan, state))
              expect(Math.min(done, ms)).toBeGreaterThanOrEqual(0);
          }
        }),
        RUNS,
      );
    },
    TIMEOUT_MS,
  );
});
