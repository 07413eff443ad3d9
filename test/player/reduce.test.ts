/** The player: what happens when, whatever the clock and the person do. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compilePlan } from "../../src/plan/compile.ts";
import { initialState } from "../../src/player/state.ts";
import type { PlayerEvent } from "../../src/player/types.ts";
import { anyRoutine, each, exercise, hold, OPEN, routine, tempo } from "../support/content.ts";
import { anyEvents, at, log, play } from "../support/playing.ts";

const planOf = (...exercises: ReturnType<typeof exercise>[]) => {
  const made = routine(...exercises);
  return compilePlan(made.routine, made.exercises);
};

/** Get ready 10 s, hold 30 s, rest 15 s, hold 30 s. */
const lunge = planOf(exercise({ pattern: hold(30), sets: 2, rest: 15 }));
/** Get ready 10 s, three repetitions of lift 3, hold 1, lower 3. */
const march = planOf(exercise({ id: "march", pattern: tempo(3, 1, 3), reps: 3 }));
const test = planOf(exercise({ id: "test", pattern: OPEN, sides: each("set-by-set") }));

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

describe("pausing", () => {
  it("stands still and goes on where it stood", () => {
    const { happenings } = play(lunge, [
      at(0, "start"),
      at(8.5, "pause"),
      at(100, "tick"),
      at(200, "resume"),
      at(202, "tick"),
    ]);
    expect(log(happenings).slice(3)).toEqual([
      "8 mark two",
      "8.5 paused asked",
      "8.5 resumed",
      "9 mark one",
      "10 step-ended 0 completed 10 s, 0 reps",
      "10 step-started 1",
      "10 beat 0",
    ]);
  });

  it("obeys skip and restart while it stands, and keeps standing", () => {
    const { state, happenings } = play(lunge, [
      at(0, "start"),
      at(5, "pause"),
      at(60, "skip"),
      at(70, "restart"),
      at(90, "tick"),
    ]);
    expect(state.status).toBe("paused");
    expect(log(happenings).slice(-5)).toEqual([
      "5 step-started 1",
      "5 beat 0",
      "5 step-ended 1 skipped 0 s, 0 reps",
      "5 step-started 1",
      "5 beat 0",
    ]);
  });
});

describe("skipping and going back", () => {
  it("skips a whole set, with the repetitions that were done", () => {
    const { happenings } = play(march, [at(0, "start"), at(10 + 7 * 2 + 5, "skip")]);
    expect(log(happenings).slice(-2)).toEqual(["29 step-ended 1 skipped 19 s, 2 reps", "29 session-ended finished"]);
  });

  it("goes to the start of the step, and within its first two seconds to the step before", () => {
    const late = play(lunge, [at(0, "start"), at(12, "back")]);
    expect([late.state.step, late.state.stepAtMs]).toEqual([1, 12_000]);
    const early = play(lunge, [at(0, "start"), at(11.999, "back")]);
    expect([early.state.step, early.state.stepAtMs]).toEqual([0, 11_999]);
  });

  it("stays at the first step when there is none before it", () => {
    expect(play(lunge, [at(0, "start"), at(1, "back")]).state.step).toBe(0);
  });

  it("keeps a set that was done when it is begun again and skipped", () => {
    const { happenings, state } = play(march, [
      at(0, "start"),
      at(30, "done"), // two repetitions
    ]);
    expect(log(happenings).at(-2)).toBe("30 step-ended 1 completed 20 s, 2 reps");
    expect(state.status).toBe("finished");
    const again = play(lunge, [at(0, "start"), at(41, "back"), at(45, "skip")]);
    expect(log(again.happenings).filter((line) => line.includes("step-ended 1"))).toEqual([
      "40 step-ended 1 completed 30 s, 1 reps",
      "45 step-ended 1 completed 30 s, 1 reps",
    ]);
  });

  it("keeps the repetitions of a set that was begun again", () => {
    const { state } = play(march, [at(0, "start"), at(25, "restart"), at(26, "skip")]);
    expect(state.records[1]).toEqual({ how: "skipped", durationMs: 15_000, reps: 2 });
  });

  it("counts a set that was ended early as done, with the repetitions it had", () => {
    const { state } = play(march, [at(0, "start"), at(25, "done")]);
    expect(state.records[1]).toEqual({ how: "completed", durationMs: 15_000, reps: 2 });
  });
});

describe("making a step longer or shorter", () => {
  it("counts three-two-one of a rest that is extended at its new end", () => {
    const { happenings } = play(lunge, [at(0, "start"), at(53, "extend"), at(65, "tick")]);
    expect(log(happenings).slice(-9)).toEqual([
      "52 mark three",
      "53 mark two",
      "53 extended 10",
      "62 mark three",
      "63 mark two",
      "64 mark one",
      "65 step-ended 2 completed 25 s, 0 reps",
      "65 step-started 3",
      "65 beat 0",
    ]);
  });

  it("leaves four seconds, with their count-in, when more is taken away than is left", () => {
    const { happenings } = play(lunge, [at(0, "start"), at(45, "extend", -10), at(48.9, "tick")]);
    expect(log(happenings).slice(-4)).toEqual(["45 extended -6", "46 mark three", "47 mark two", "48 mark one"]);
  });

  it("changes nothing in the last four seconds, in a set of strokes, or in a step that waits", () => {
    expect(play(lunge, [at(0, "start"), at(38, "extend", -10)]).state.extraMs).toBe(0);
    expect(play(march, [at(0, "start"), at(15, "extend")]).state.extraMs).toBe(0);
    expect(play(test, [at(0, "start"), at(15, "extend")]).state.extraMs).toBe(0);
  });
});

describe("quitting", () => {
  it("keeps what was done in the step that is left", () => {
    const { state, happenings } = play(march, [at(0, "start"), at(18, "quit"), at(30, "tick"), at(31, "resume")]);
    expect(log(happenings).slice(-2)).toEqual(["18 step-ended 1 quit 8 s, 1 reps", "18 session-ended quit"]);
    expect(state.status).toBe("quit");
    expect(state.atMs).toBe(18_000);
  });
});

describe("going on with an earlier session", () => {
  it("begins at the start of a step with what was done counted", () => {
    const records = [undefined, { how: "completed", durationMs: 30_000, reps: 1 } as const];
    const { state, happenings } = play(lunge, [at(0, "start"), at(1, "tick")], initialState({ step: 2, records }));
    expect(log(happenings)).toEqual(["0 session-started", "0 step-started 2"]);
    expect(state.records[1]?.how).toBe("completed");
  });
});

describe("any order of events", () => {
  it("leaves a valid state: inside the plan, time never back, every start with its end, no record worse", () => {
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
  });
});
