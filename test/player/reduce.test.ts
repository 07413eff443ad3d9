/** The player: what happens when, whatever the clock and the person do. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compilePlan } from "../../src/plan/compile.ts";
import type { PlayerEvent } from "../../src/player/types.ts";
import { anyRoutine } from "../support/content.ts";
import { anyEvents, at, log, play } from "../support/playing.ts";
import { lunge, march, test } from "./plans.ts";

describe("time that passes", () => {
  it("tells the same in one jump of a minute as in 600 ticks of 100 ms", () => {
    const ticks = Array.from({ length: 600 }, (_, index) => at(100 + (index + 1) / 10, "tick"));
    const ticked = play(lunge, [at(100, "start"), ...ticks]);
    const jumped = play(lunge, [at(100, "start"), at(160, "tick")]);
    expect(jumped.happenings).toEqual(ticked.happenings);
    expect(jumped.state).toEqual(ticked.state);
    expect(jumped.happenings.length).toBeGreaterThan(15);
  });

  it("tells the same however any routine and any events are cut into ticks", () => {
    fc.assert(
      fc.property(
        anyRoutine,
        anyEvents,
        fc.array(fc.integer({ min: 0, max: 900_000 }), { maxLength: 60 }),
        (made, events, cuts) => {
          const plan = compilePlan(made.routine, made.exercises);
          const ticks = cuts.map((ms): PlayerEvent => ({ type: "tick", clockMs: 5000 + ms }));
          const untilMs = events.at(-1)?.clockMs ?? 0;
          const early = ticks.filter((tick) => tick.clockMs <= untilMs && tick.clockMs > 5000);
          // A stable sort leaves ticks behind the event of the same moment, where they find nothing left to tell.
          const cut = [...events, ...early].sort((a, b) => a.clockMs - b.clockMs);
          const whole = play(plan, events);
          const parts = play(plan, cut);
          expect(parts.happenings).toEqual(whole.happenings);
          expect(parts.state).toEqual(whole.state);
        },
      ),
    );
  });

  it("counts in before the end and ends each step when it is due", () => {
    expect(log(play(lunge, [at(0, "start"), at(45, "tick")]).happenings)).toEqual([
      "0 session-started",
      "0 step-started 0",
      "7 mark three",
      "8 mark two",
      "9 mark one",
      "10 step-ended 0 completed 10 s, 0 reps",
      "10 step-started 1",
      "10 beat 0",
      "25 mark half-way",
      "30 mark ten-seconds",
      "37 mark three",
      "38 mark two",
      "39 mark one",
      "40 step-ended 1 completed 30 s, 1 reps",
      "40 step-started 2",
    ]);
  });

  it("leads through the strokes of every repetition", () => {
    expect(log(play(march, [at(0, "start"), at(18, "tick")]).happenings).slice(6)).toEqual([
      "10 step-started 1",
      "10 beat 0",
      "13 beat 1",
      "14 beat 2",
      "17 beat 3",
    ]);
  });

  it("ends the session at the end of the last set", () => {
    const { state, happenings } = play(lunge, [at(0, "start"), at(1000, "tick")]);
    expect(log(happenings).slice(-2)).toEqual(["85 step-ended 3 completed 30 s, 1 reps", "85 session-ended finished"]);
    expect(state.status).toBe("finished");
    expect(state.atMs).toBe(85_000);
  });

  it("does not go back when the clock does", () => {
    const { state } = play(lunge, [at(10, "start"), at(20, "tick"), at(15, "tick")]);
    expect(state.atMs).toBe(10_000);
  });

  it("waits at a step that is the person's to end", () => {
    const { state, happenings } = play(test, [at(0, "start"), at(5000, "tick")]);
    expect(state.step).toBe(1);
    expect(log(happenings).at(-1)).toBe("10 step-started 1");
    expect(log(play(test, [at(5001, "done")], state).happenings).slice(0, 2)).toEqual([
      "5001 step-ended 1 completed 4991 s, 0 reps",
      "5001 step-started 2",
    ]);
  });
});

describe("any order of events", () => {
  it("leaves a valid state: inside the plan, time never back, every start with its end, no record worse", () => {
    let doneAgain = 0;
    fc.assert(
      fc.property(anyRoutine, anyEvents, (made, events) => {
        const plan = compilePlan(made.routine, made.exercises);
        const { state, happenings } = play(plan, events);
        expect(state.step).toBeGreaterThanOrEqual(0);
        expect(state.step).toBeLessThanOrEqual(plan.steps.length);
        expect(state.status === "finished").toBe(state.step === plan.steps.length);
        let open: number | null = null;
        let lastMs = 0;
        const best = new Map<number, { how: string; reps: number }>();
        for (const happening of happenings) {
          expect(happening.atMs).toBeGreaterThanOrEqual(lastMs);
          lastMs = happening.atMs;
          if (happening.type === "step-started") {
            expect(open).toBeNull();
            open = happening.step;
          }
          if (happening.type === "beat" || happening.type === "mark") expect(happening.step).toBe(open);
          if (happening.type === "step-ended") {
            expect(happening.step).toBe(open);
            open = null;
            const before = best.get(happening.step);
            doneAgain += before ? 1 : 0;
            if (before?.how === "completed") expect(happening.how).toBe("completed");
            if (before?.how === happening.how) expect(happening.reps).toBeGreaterThanOrEqual(before.reps);
            best.set(happening.step, happening);
            expect(happening.reps).toBeLessThanOrEqual(plan.steps[happening.step]?.reps ?? 0);
          }
        }
        for (const [step, record] of best)
          expect(state.records[step]).toMatchObject({ how: record.how, reps: record.reps });
      }),
    );
    // Steps are done again often enough: after back and restart.
    expect(doneAgain).toBeGreaterThan(0);
  });
});
