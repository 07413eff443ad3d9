/** Fitting a routine into a time: what gives way, in which order, and what is given back. */
import { describe, expect, it } from "vitest";
import { each, exercise, hold, OPEN, range, stroke, tempo } from "../support/content.ts";
import { faultOf } from "../support/fault-of.ts";
import { planWithin } from "./fitted-plans.ts";

const changesOf = (...args: Parameters<typeof planWithin>) =>
  planWithin(...args).changes.map(({ exercise: id, before, after }) => `${id}: ${before} → ${after}`);

describe("what gives way", () => {
  const lunge = [
    exercise({ id: "lunge", sides: each("one-side-first"), pattern: hold(range(30, 60)), sets: 2, rest: 20 }),
    { priority: 1 },
  ] as const;
  const march = [
    exercise({ id: "march", pattern: tempo(3, 1, 3), reps: range(10, 20), sets: 2, rest: 60 }),
    { priority: 2 },
  ] as const;
  const both = [lunge, march];

  it.each<[number, string[]]>([
    [490, []],
    // First the doses, inside their ranges, those with the greatest share of their range left first.
    [
      450,
      [
        "lunge: 2 sets of 45 s, rest 20 s → 2 sets of 42 s, rest 20 s",
        "march: 2 sets of 15, tempo 3-0-3-1, rest 60 s → 2 sets of 13, tempo 3-0-3-1, rest 60 s",
      ],
    ],
    // Then rests, to half at most.
    [
      330,
      [
        "lunge: 2 sets of 45 s, rest 20 s → 2 sets of 30 s, rest 14 s",
        "march: 2 sets of 15, tempo 3-0-3-1, rest 60 s → 2 sets of 10, tempo 3-0-3-1, rest 42 s",
      ],
    ],
    // Then sets, the least important first; what a lost set spares is given back.
    [
      300,
      [
        "lunge: 2 sets of 45 s, rest 20 s → 2 sets of 42 s, rest 20 s",
        "march: 2 sets of 15, tempo 3-0-3-1, rest 60 s → 13 reps, tempo 3-0-3-1",
      ],
    ],
    // At last the least important block.
    [70, ["lunge: 2 sets of 45 s, rest 20 s → 35 s", "march: 2 sets of 15, tempo 3-0-3-1, rest 60 s → left out"]],
  ])("within %i seconds", (seconds, changes) => {
    expect(changesOf(seconds, both)).toEqual(changes);
  });

  it("are rests of single sets, too: each by its share, to half or ten seconds at least, and back", () => {
    const ownSets = [{ rest: 60 }, { hold: 30 }, { rest: 30 }, {}];
    const sets = [exercise({ id: "plank", pattern: hold(30), sets: 4, rest: 20 }), { ownSets }] as const;
    const before = "4 sets of 30 s, rest 60 s, then 20 s, then 30 s";
    const within = (seconds: number) =>
      changesOf(seconds, [sets]).map((text) => text.replace(`plank: ${before} → `, ""));
    expect(within(230)).toEqual([]);
    expect(within(200)).toEqual(["4 sets of 30 s, rest 44 s, then 14 s, then 22 s"]);
    expect(within(175)).toEqual(["4 sets of 30 s, rest 30 s, then 10 s, then 15 s"]);
    expect(within(174)[0]).toMatch(/^3 sets of 30 s, rest /);
  });

  it("says why, and what the session then takes", () => {
    const plan = planWithin(70, both);
    expect(plan.changes.map(({ why }) => why)).toEqual(["to fit 1:10", "to fit 1:10"]);
    expect(plan.totalMs).toBe(70_000);
  });

  it("says the least that can be done when the time is too short for anything", () => {
    expect(faultOf(() => planWithin(59.5, both))).toMatchObject({
      message: "evening cannot be done in 0:59",
      hint: "1:00 is the least: lunge alone",
      exitCode: 2,
    });
    expect(planWithin(60, both).totalMs).toBe(60_000);
  });

  it("names the least in whole seconds, rounded up", () => {
    const short = exercise({ id: "short", pattern: hold(20.5) });
    expect(faultOf(() => planWithin(20, [[short]])).hint).toBe("0:21 is the least: short alone");
  });

  const one = (id: string, parts: Parameters<typeof exercise>[0] = {}) => exercise({ id, ...parts });

  it.each<[string, number, number, number[]]>([
    ["of equally many sets, the less important block", 1, 9, [3, 2]],
    ["of equally many sets, the less important block, wherever it stands", 9, 1, [2, 3]],
    ["of equally many sets and priority, the first", 5, 5, [2, 3]],
  ])("loses a set: %s", (_, first, second, sets) => {
    const three = { sets: 3, pattern: hold(30) };
    const plan = planWithin(150, [
      [one("a", three), { priority: first }],
      [one("b", three), { priority: second }],
    ]);
    expect(plan.blocks.map((block) => block.sets)).toEqual(sets);
  });

  it("takes a set from the block that has most, however important it is", () => {
    const plan = planWithin(150, [
      [one("a", { sets: 4, pattern: hold(30) }), { priority: 1 }],
      [one("b", { sets: 2, pattern: hold(30) }), { priority: 9 }],
    ]);
    expect(plan.blocks.map((block) => block.sets)).toEqual([3, 2]);
  });

  it.each<[string, number, number[], string]>([
    ["the least important", 70, [1, 9, 5], "a c"],
    ["of equals the later", 70, [5, 5, 5], "a b"],
    ["one that makes room, and no other", 70, [1, 5, 9], "a b"],
    ["all but the most important", 30, [9, 1, 5], "b"],
  ])("leaves out %s", (_, seconds, priorities, kept) => {
    const blocks = priorities.map((priority, index) => [one("abc".charAt(index)), { priority }] as const);
    expect(planWithin(seconds, blocks).blocks.map((block) => block.exercise)).toEqual(kept.split(" "));
  });

  it("brings a block back that there is room for after all", () => {
    const blocks = [
      [one("a", { pattern: hold(60) }), { priority: 1 }],
      [one("b", { pattern: hold(50) }), { priority: 5 }],
      [one("c", { pattern: hold(range(10, 30)) }), { priority: 9 }],
    ] as const;
    // c was shortened before it was left out: it comes back short, and is then given what is left.
    expect(changesOf(85, blocks)).toEqual(["b: 50 s → left out"]);
    expect(changesOf(75, blocks)).toEqual(["b: 50 s → left out", "c: 20 s → 15 s"]);
  });

  it("keeps a self-paced block, which takes no time, and cuts nothing of it", () => {
    const open = one("open", { pattern: OPEN, reps: range(5, 10), sets: 3, rest: 0 });
    const plan = planWithin(30, [
      [open, { priority: 9 }],
      [one("a"), { priority: 1 }],
      [one("b"), { priority: 5 }],
    ]);
    expect(plan.blocks.map(({ exercise: id, dose }) => `${id} ${dose}`)).toEqual([
      "open 3 sets, as long as you need",
      "a 30 s",
    ]);
    expect(faultOf(() => planWithin(20, [[open], [one("a")]])).hint).toBe("0:30 is the least: a alone");
  });

  it("cuts the longest part of a repetition relative to its range, one second at a time", () => {
    const strokes = [stroke("contract", range(4, 8)), stroke("relax", 2), stroke("stretch", range(10, 30))];
    const pir = one("pir", { pattern: { type: "strokes", strokes }, reps: 1 });
    expect(planWithin(20, [[pir]]).blocks[0]?.dose).toBe("1 rep: contract 4 s, relax 2 s, stretch 14 s");
    expect(planWithin(16, [[pir]]).blocks[0]?.dose).toBe("1 rep: contract 4 s, relax 2 s, stretch 10 s");
    expect(() => planWithin(15, [[pir]])).toThrow("cannot be done");
  });

  it("never takes a stroke below its range, nor back above what it was, when a second is too much", () => {
    const odd = one("odd", { pattern: hold(range(10.5, 14)), sets: 2, rest: 3 });
    // Level standard: 12 s. A second less, then half a second.
    expect(planWithin(26, [[odd]]).blocks[0]).toMatchObject({ dose: "2 sets of 11 s", restMs: 3000 });
    expect(planWithin(24, [[odd]]).blocks[0]).toMatchObject({ dose: "2 sets of 10.5 s", restMs: 3000 });
    expect(planWithin(22, [[odd]]).blocks[0]).toMatchObject({ dose: "12 s", restMs: 3000 });
  });

  it("halves a rest of an odd number of seconds at most to the next whole second", () => {
    const rested = one("rested", { pattern: hold(10), sets: 2, rest: 25 });
    expect(planWithin(33, [[rested]]).blocks[0]).toMatchObject({ sets: 2, restMs: 13_000 });
    expect(planWithin(32, [[rested]]).blocks[0]).toMatchObject({ sets: 1, restMs: 25_000 });
  });

  it("leaves ten seconds of a rest, or all of a shorter one, to change position", () => {
    for (const rest of [10, 15, 20]) {
      const rested = one("rested", { pattern: hold(10), sets: 2, rest });
      expect(planWithin(30, [[rested]]).blocks[0]).toMatchObject({ sets: 2, restMs: 10_000 });
      expect(planWithin(29, [[rested]]).blocks[0]).toMatchObject({ sets: 1 });
    }
    const brief = one("brief", { pattern: hold(10), sets: 2, rest: 6 });
    expect(planWithin(26, [[brief]]).blocks[0]).toMatchObject({ sets: 2, restMs: 6000 });
    expect(planWithin(25, [[brief]]).blocks[0]).toMatchObject({ sets: 1 });
  });

  it("shortens the rest that has been cut least", () => {
    const plan = planWithin(75, [
      [one("a", { pattern: hold(10), sets: 2, rest: 20 })],
      [one("b", { pattern: hold(10), sets: 2, rest: 40 })],
      [one("c", { pattern: hold(5), rest: 60 })],
    ]);
    expect(plan.blocks.map(({ restMs }) => restMs / 1000)).toEqual([10, 20, 60]);
  });

  it("gives back first what was taken last: sets, then rests, then doses", () => {
    const plan = planWithin(126, [
      [one("held", { pattern: hold(range(10, 30)) })],
      [one("rested", { pattern: hold(10), sets: 3, rest: 10 })],
      [one("repeated", { pattern: hold(20), sets: 4 })],
    ]);
    // Two sets of 20 s make room for 16 s: 5 s in each of two rests, and the last 6 s in the hold.
    expect(plan.blocks.map(({ dose, restMs }) => `${dose}, ${restMs / 1000}`)).toEqual([
      "16 s, 0",
      "3 sets of 10 s, 10",
      "3 sets of 20 s, 0",
    ]);
  });
});
