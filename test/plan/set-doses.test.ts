/** The dose of one set: the values of its rounds and its own apply where the exercise has them and no flag has fixed them. */
import { describe, expect, it } from "vitest";
import type { Exercise } from "../../src/catalog/exercise-types.ts";
import type { SetValues } from "../../src/catalog/types.ts";
import { type Dose, getOwnRestMs } from "../../src/plan/dose.ts";
import { PLAN_DEFAULTS, type PlanFlags } from "../../src/plan/flags.ts";
import { resolveDoses } from "../../src/plan/resolve-doses.ts";
import { deriveSetDose } from "../../src/plan/set-doses.ts";
import { exercise, hold, OPEN, range, stroke, tempo } from "../support/content.ts";
import { doing, override, paced, routineOf } from "../support/groups.ts";

const doseOf = (one: Exercise, ownSets?: readonly SetValues[], flags: PlanFlags = {}): Dose => {
  const made = routineOf([one], doing(one.id, ownSets && { ownSets }));
  const [dose] = resolveDoses(made.routine, made.exercises, PLAN_DEFAULTS, flags).doses;
  if (!dose) throw new Error("there is one block");
  return dose;
};

/** "5 × 30" for five repetitions of a hold, "5 × 3+1" for a tempo, "5 ×" for a self-paced set. */
const say = ({ reps, strokes }: Dose) => `${reps} × ${(strokes ?? []).map((one) => one.durationMs / 1000).join("+")}`;

const plank = exercise({ id: "plank", pattern: hold(30) });
const pulses = exercise({ id: "pulses", pattern: hold(10), reps: 4 });
const squat = exercise({ id: "squat", pattern: tempo(2, 0, 2), reps: 1 });
const push = paced("push", 1);
const open = exercise({ id: "open", pattern: OPEN });

describe("the values of a round", () => {
  it.each<[string, Exercise, SetValues, string]>([
    ["a hold cannot be counted", plank, { reps: 5 }, "1 × 30"],
    ["a hold that is repeated can", pulses, { reps: 5 }, "5 × 10"],
    ["so can a tempo of one repetition", squat, { reps: 5 }, "5 × 2+2"],
    ["and a self-paced set of one", push, { reps: 5 }, "5 × "],
    ["but not one that is open", open, { reps: 5 }, "1 × "],
    ["a hold takes another length", plank, { hold: 45.5 }, "1 × 45.5"],
    ["a tempo has no single length", squat, { hold: 45 }, "1 × 2+2"],
    ["a self-paced set neither", push, { hold: 45 }, "1 × "],
    ["a tempo takes another", squat, { strokes: [stroke("concentric", 1), stroke("eccentric", 5)] }, "1 × 1+5"],
    [
      "without strokes of no length",
      squat,
      { strokes: [stroke("concentric", 1.5), stroke("pause-top", 0), stroke("eccentric", range(1, 2))] },
      "1 × 1.5",
    ],
    ["the strokes go before the hold", plank, { hold: 9, strokes: [stroke("hold", 8)] }, "1 × 8"],
  ])("%s", (_, one, values, expected) => {
    expect(say(deriveSetDose(doseOf(one), 1, [values]))).toBe(expected);
  });

  it("give way to those of inner rounds, and these to the set's own", () => {
    const own = [{ reps: 3 }, {}];
    const rounds = [
      { reps: 9, load: "40 kg" },
      { reps: 6, note: "Slow" },
    ];
    expect(deriveSetDose(doseOf(push, own), 1, rounds)).toMatchObject({ reps: 3, load: "40 kg", setNote: "Slow" });
    expect(deriveSetDose(doseOf(push, own), 2, rounds)).toMatchObject({ reps: 6 });
    expect(deriveSetDose(doseOf(push, own), 1, [])).toMatchObject({ reps: 3 });
  });

  it("give way to a flag, but not to what was only proposed", () => {
    const byHand = override(7);
    const proposed = [{ ...byHand[0], exercise: null, value: 7, flag: "--reps 7", proposed: true as const }];
    const held = [{ ...proposed[0], exercise: null, value: 7000, flag: "--hold 7s", proposed: true as const }];
    const told = (one: Exercise, flags: PlanFlags, values: SetValues) =>
      say(deriveSetDose(doseOf(one, undefined, flags), 1, [values]));
    expect(told(push, { reps: byHand }, { reps: 5 })).toBe("7 × ");
    expect(told(push, { reps: proposed }, { reps: 5 })).toBe("5 × ");
    expect(told(plank, { holdMs: override(7000) }, { hold: 5 })).toBe("1 × 7");
    expect(told(plank, { holdMs: held }, { hold: 5 })).toBe("1 × 5");
    // What one flag has fixed says nothing of the rest.
    expect(told(pulses, { reps: byHand }, { reps: 5, hold: 20 })).toBe("7 × 20");
    expect(told(pulses, { holdMs: override(7000) }, { reps: 5, hold: 20 })).toBe("5 × 7");
  });
});

describe("the object of a dose", () => {
  it("is the same where nothing changes", () => {
    const dose = doseOf(push);
    for (const values of [[], [{}], [{ reps: 1 }], [{ hold: 30 }]]) expect(deriveSetDose(dose, 1, values)).toBe(dose);
  });

  it("is the same for equal values, and another for others", () => {
    const dose = doseOf(plank);
    const longer = deriveSetDose(dose, 1, [{ hold: 40 }]);
    expect(deriveSetDose(dose, 2, [{ hold: 40 }])).toBe(longer);
    expect(deriveSetDose(dose, 1, [{ hold: 41 }])).not.toBe(longer);
    expect(deriveSetDose(dose, 1, [{ hold: 40, load: "vest" }])).not.toBe(longer);
    expect(deriveSetDose(dose, 1, [{ hold: 40, note: "Breathe" }])).not.toBe(longer);
  });
});

describe("the rest of a set of its own", () => {
  it("is in milliseconds, the last one's for every further set", () => {
    const dose = doseOf(push, [{ rest: 5 }, { reps: 2 }, { rest: 7.5 }]);
    expect([1, 2, 3, 4].map((set) => getOwnRestMs(dose, set))).toEqual([5000, undefined, 7500, 7500]);
    expect(getOwnRestMs(doseOf(push), 1)).toBeUndefined();
  });

  it("is longer or shorter by the person's factor, as all rests are", () => {
    const made = routineOf([push], doing("push", { ownSets: [{ rest: 30 }, { reps: 2 }] }));
    const [dose] = resolveDoses(made.routine, made.exercises, { ...PLAN_DEFAULTS, restScale: 1.5 }, {}).doses;
    expect(dose?.ownRestsMs).toEqual([45_000, undefined]);
  });

  it("gives way to --rest alone", () => {
    const own = [{ reps: 4, rest: 5 }, { reps: 2 }];
    expect(getOwnRestMs(doseOf(push, own, { restMs: override(20_000) }), 1)).toBeUndefined();
    expect(getOwnRestMs(doseOf(push, own, { reps: override(9) }), 1)).toBe(5000);
    expect(doseOf(push, own, { reps: override(9) }).given).toEqual({ reps: true, strokes: false, rest: false });
    expect(doseOf(push, own, { restMs: override(9) }).given).toEqual({ reps: false, strokes: false, rest: true });
    expect(doseOf(push, own)).not.toHaveProperty("given");
  });
});
