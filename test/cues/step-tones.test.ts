/** Two tones at one time: which is heard, and where the other goes. */
import { describe, expect, it } from "vitest";
import { carriedMsOf, type StepSpan, spanInPlan } from "../../src/cues/step-span.ts";
import { buildStepTones } from "../../src/cues/step-tones.ts";
import type { Plan } from "../../src/plan/types.ts";
import { each, hold, OPEN, stroke, tempo } from "../support/content.ts";
import { contextOf, planOf, spoken } from "./support.ts";

/** "10.44 concentric" for every tone of a step, in seconds from its start. */
const tonesOf = (plan: Plan, index: number, durationMs = plan.steps[index]?.durationMs ?? null) => {
  const step = plan.steps[index];
  if (!step) throw new Error("there is no such step");
  return buildStepTones(spanInPlan(plan, step, durationMs)).map(
    ({ atMs, name }) => `${(atMs / 1000).toFixed(3)} ${name}`,
  );
};

describe("tones that fall on one moment", () => {
  const lunge = planOf([spoken({ pattern: hold(30), sides: each("one-side-first"), sets: 2, rest: 20 })]);

  it("of the end of a set and its rest are heard one after the other: the rest waits for the end", () => {
    expect(tonesOf(lunge, 1).at(-1)).toBe("30.000 set-end");
    // Three pulses of 150 ms with 24 ms between them, then 60 ms of silence.
    expect(tonesOf(lunge, 2)).toEqual(["0.558 rest", "17.000 get-ready", "18.000 get-ready", "19.000 get-ready"]);
  });

  it("of the end of a set and a switch too", () => {
    expect(tonesOf(lunge, 4)[0]).toBe("0.558 switch");
  });

  it("of a set and its first stroke are heard in the order of the table: go, then the stroke", () => {
    const march = planOf([spoken({ pattern: tempo(3, 1, 3), reps: 2 })]);
    expect(tonesOf(march, 1)).toEqual([
      "0.000 go",
      "0.440 concentric",
      "3.000 hold",
      "4.000 eccentric",
      "7.000 concentric",
      "7.280 last-rep",
      "10.000 hold",
      "11.000 eccentric",
      "14.000 set-end",
    ]);
  });

  it("of a count and the start of its step leave the count out: it is never late", () => {
    expect(tonesOf(lunge, 2, 3000)).toEqual(["0.558 rest", "1.000 get-ready", "2.000 get-ready"]);
    expect(tonesOf(lunge, 1, 3000)).toEqual([
      "0.000 go",
      "1.000 last-seconds",
      "1.500 half-way",
      "2.000 last-seconds",
      "3.000 set-end",
    ]);
  });

  it("are none where a long stroke is counted down: the next stroke has its own moment", () => {
    const strokes = [stroke("contract", 10), stroke("stretch", 12)];
    const plan = planOf([spoken({ pattern: { type: "strokes", strokes }, reps: 1 })]);
    expect(tonesOf(plan, 1)).toEqual([
      "0.000 go",
      "0.440 contract",
      "7.000 last-seconds",
      "8.000 last-seconds",
      "9.000 last-seconds",
      "10.000 stretch",
      "19.000 last-seconds",
      "20.000 last-seconds",
      "21.000 last-seconds",
      "22.000 set-end",
    ]);
  });

  it("of the count and half-way leave the count on time, and half-way follows it", () => {
    const [, set] = lunge.steps;
    if (!set) throw new Error("there is no set");
    const marks = [
      { name: "half-way", anchor: "middle", offsetMs: 0 },
      { name: "one", anchor: "end", offsetMs: 15_000 },
    ] as const;
    const plan = { ...lunge, steps: lunge.steps.map((step) => (step === set ? { ...set, marks } : step)) };
    expect(tonesOf(plan, 1)).toEqual(["0.000 go", "15.000 last-seconds", "15.140 half-way", "30.000 set-end"]);
  });
});

describe("the marks of a clock", () => {
  const plan = planOf([spoken({ pattern: hold(30), sets: 2, rest: 20 })]);
  const markedIn = (index: number, ...marks: StepSpan["marks"]) =>
    buildStepTones(contextOf(plan, index, { marks, before: undefined }).span).map(
      ({ atMs, name }) => `${atMs} ${name}`,
    );

  it("count a rest down that the time of a group ends, and in where a round follows", () => {
    const counted = (clock: "cap" | "interval") => markedIn(2, { name: "three", clock, atMs: 17_000 });
    expect(counted("cap")).toEqual(["0 rest", "17000 last-seconds"]);
    expect(counted("interval")).toEqual(["0 rest", "17000 get-ready"]);
  });

  it("are heard from the first moment of a step on, after its own tone, and not when they were before it", () => {
    const markedAt = (atMs: number) => markedIn(1, { name: "ten-seconds", clock: "cap", atMs });
    expect(markedAt(0)).toEqual(["0 go", "440 ten-seconds", "30000 set-end"]);
    expect(markedAt(-1)).toEqual(["0 go", "30000 set-end"]);
  });

  it("are not heard at the end of a step or behind it", () => {
    const end = ["0 go", "30000 set-end"];
    const ends = [30_000, 30_600, 40_000].map((atMs) => markedIn(1, { name: "half-way", clock: "cap", atMs }));
    expect(ends).toEqual([end, end, end]);
  });

  it("are one moment within a millisecond, as clocks are summed up; a millisecond apart they are two", () => {
    const counted = (atMs: number) =>
      markedIn(1, { name: "half-way", atMs: 15_000 }, { name: "one", clock: "cap", atMs });
    // In one moment halfway is the first, and a count is never late.
    expect(counted(15_000.9)).toEqual(["0 go", "15000 half-way", "30000 set-end"]);
    expect(counted(15_001)).toEqual(["0 go", "15001 last-seconds", "30000 set-end"]);
  });
});

describe("tones that would run into each other", () => {
  it("leave the one that matters more: the count before half-way", () => {
    const plan = planOf([spoken({ pattern: hold(4), reps: 1 })]);
    const set = plan.steps[1];
    if (!set) throw new Error("there is no set");
    const marksAt = (offsetMs: number) => ({
      ...plan,
      steps: plan.steps.map((step) =>
        step === set
          ? {
              ...set,
              marks: [
                { name: "half-way", anchor: "middle", offsetMs: 0 },
                { name: "one", anchor: "end", offsetMs },
              ] as const,
            }
          : step,
      ),
    });
    // Halfway sounds for 234 ms from 2.000 on and wants 60 ms of silence after it.
    expect(tonesOf(marksAt(1706), 1)).toEqual(["0.000 go", "2.000 half-way", "2.294 last-seconds", "4.000 set-end"]);
    expect(tonesOf(marksAt(1707), 1)).toEqual(["0.000 go", "2.293 last-seconds", "4.000 set-end"]);
  });

  it("leave the earlier of two that matter as much", () => {
    const quick = planOf([spoken({ pattern: tempo(0.2, 0, 0.2), reps: 4 })]);
    expect(tonesOf(quick, 1)).toEqual(["0.000 go", "0.600 eccentric", "1.000 eccentric", "1.600 set-end"]);
  });

  it("leave out what would be cut off by the end of the step", () => {
    const rest = planOf([spoken({ pattern: hold(30), sets: 2, rest: 20 })]);
    // The rest's own tone would last from 0.558 to 0.928 seconds.
    expect(tonesOf(rest, 2, 988)).toEqual(["0.558 rest"]);
    expect(tonesOf(rest, 2, 987)).toEqual([]);
  });
});

describe("the end of a set", () => {
  it("sounds as the end of its last stroke, and as that of a group where the clock ends it", () => {
    const march = planOf([spoken({ pattern: tempo(3, 1, 3), reps: 2 })]);
    const last = (endTone: StepSpan["endTone"]) => buildStepTones(contextOf(march, 1, { endTone }).span).at(-1);
    expect(last("set-end")).toMatchObject({ name: "set-end", phase: "eccentric", atMs: 14_000 });
    expect(last("time-up")).toMatchObject({ name: "time-up", phase: "eccentric", atMs: 14_000 });
  });

  const restOf = (seconds: number) => {
    const plan = planOf([spoken({ pattern: hold(30), sets: 2, rest: seconds })]);
    return [tonesOf(plan, 1).at(-1), plan.steps[2] && carriedMsOf(spanInPlan(plan, plan.steps[2], null))];
  };

  it("has a tone, which lasts into the rest, if the rest is at least a second long", () => {
    expect(restOf(1)).toEqual(["30.000 set-end", 498]);
    expect(restOf(0.9)).toEqual(["29.000 last-seconds", 0]);
  });

  it("has none if the next set starts at once, and has one at the end of the session", () => {
    const plan = planOf([spoken({ pattern: hold(30), sets: 2, rest: 0 })]);
    expect([tonesOf(plan, 1).at(-1), tonesOf(plan, 2).at(-1)]).toEqual(["29.000 last-seconds", "30.000 set-end"]);
  });

  it("has none in a set that waits for the person, which has no end of its own", () => {
    const plan = planOf([spoken({ pattern: OPEN })]);
    expect(tonesOf(plan, 1)).toEqual(["0.000 go"]);
    expect(tonesOf(plan, 1, 20_000)).toEqual(["0.000 go", "20.000 set-end"]);
  });
});

describe("a long stroke in a set of several", () => {
  const countedIn = (seconds: number) => {
    const pattern = { type: "strokes", strokes: [stroke("contract", seconds), stroke("relax", 3)] } as const;
    return tonesOf(planOf([spoken({ pattern, reps: 2 })]), 1).filter((tone) => tone.endsWith("last-seconds")).length;
  };

  it("is counted down from ten seconds on", () => {
    expect([countedIn(9), countedIn(10)]).toEqual([0, 6]);
  });
});

describe("a rest that is made shorter than its count", () => {
  it("counts what is left of it", () => {
    const plan = planOf([spoken({ pattern: hold(30), sets: 2, rest: 20 })]);
    expect(tonesOf(plan, 2, 2500)).toEqual(["0.558 rest", "1.500 get-ready"]);
    expect(tonesOf(planOf([spoken({ pattern: hold(30) })]), 0, 2500)).toEqual(["0.500 get-ready", "1.500 get-ready"]);
  });
});
