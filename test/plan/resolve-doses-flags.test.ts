/** Which flag wins, what it changes, and which cannot be. */
import { describe, expect, it } from "vitest";
import { buildTempoStrokes, parseTempo } from "../../src/catalog/tempo.ts";
import { EXIT_CODES } from "../../src/errors.ts";
import { compilePlan } from "../../src/plan/compile.ts";
import {
  type Override,
  PLAN_DEFAULTS,
  type PlanDefaults,
  type PlanFlags,
  type TempoOverride,
} from "../../src/plan/flags.ts";
import { ALTERNATING, each, exercise, hold, OPEN, range, routine, tempo } from "../support/content.ts";
import { faultOf } from "../support/fault-of.ts";

const made = routine(
  exercise({ id: "psoas-march", sides: ALTERNATING, pattern: tempo(3, 1, 3), sets: 3, reps: 20, rest: 60 }),
  exercise({ id: "pigeon-pose", pattern: hold(range(45, 60)), sets: 2, rest: 15 }),
  exercise({ id: "thomas-test", pattern: OPEN }),
);

const compile = (flags: PlanFlags, defaults: PlanDefaults = PLAN_DEFAULTS) =>
  compilePlan(made.routine, made.exercises, defaults, flags);
const doses = (flags: PlanFlags, defaults?: PlanDefaults) => compile(flags, defaults).blocks.map(({ dose }) => dose);
const rests = (flags: PlanFlags, defaults?: PlanDefaults) =>
  compile(flags, defaults).blocks.map(({ restMs }) => restMs / 1000);

const change = <T>(value: T, exercise: string | null = null): Override<T> => ({ exercise, value, flag: "--flag" });
const tempoChange = (text: string): TempoOverride => {
  const parsed = parseTempo(text);
  if (!parsed) throw new Error(`${text} is no tempo`);
  return { text, buildStrokes: (starts) => buildTempoStrokes(parsed, starts) };
};

describe("which flag wins", () => {
  it("the one for an exercise beats the general one, wherever it stands", () => {
    expect(doses({ sets: [change(5, "pigeon"), change(1)] })).toEqual([
      "20 reps, tempo 3-0-3-1",
      "5 sets of 55 s",
      "as long as you need",
    ]);
  });

  it("the later of two alike beats the earlier", () => {
    expect(doses({ reps: [change(5), change(6)] })[0]).toBe("3 sets of 6, tempo 3-0-3-1");
  });

  it("a flag beats the settings", () => {
    const defaults: PlanDefaults = { ...PLAN_DEFAULTS, level: "easy", prepareMs: 3000 };
    expect(compile({}, defaults).blocks[1]?.dose).toBe("2 sets of 45 s");
    const plan = compile({ level: "hard", prepareMs: 0 }, defaults);
    expect(plan.blocks[1]?.dose).toBe("2 sets of 60 s");
    expect(plan.steps.some((step) => step.kind === "prepare")).toBe(false);
  });

  it("every rest is scaled by the settings, to whole seconds, but for a rest that a flag gives", () => {
    const defaults: PlanDefaults = { ...PLAN_DEFAULTS, restScale: 0.5 };
    expect(rests({}, defaults)).toEqual([30, 8, 0]);
    expect(rests({ restMs: [change(20_000, "pigeon-pose")] }, defaults)).toEqual([30, 20, 0]);
  });
});

describe("what is done", () => {
  const exercises = (flags: PlanFlags) => compile(flags).blocks.map((block) => block.exercise);

  it("--only and --skip choose, --from begins in the middle", () => {
    expect(exercises({ only: ["thomas-test", "psoas"] })).toEqual(["psoas-march", "thomas-test"]);
    expect(exercises({ skip: ["pigeon pose"] })).toEqual(["psoas-march", "thomas-test"]);
    expect(exercises({ from: "pigeon" })).toEqual(["pigeon-pose", "thomas-test"]);
  });

  it("says so when nothing is left", () => {
    expect(faultOf(() => compile({ only: ["pigeon"], skip: ["pigeon"] })).message).toBe(
      "nothing of evening is left to do; loosen --only, --skip, --from or --side",
    );
    const advice = routine();
    expect(faultOf(() => compilePlan(advice.routine, advice.exercises)).message).toBe(
      "evening has no exercises to do, only advice",
    );
  });
});

describe("a flag that cannot be", () => {
  it("names the near miss of an exercise that the routine does not have", () => {
    const fault = faultOf(() => compile({ reps: [change(3, "psoas-marsh")] }));
    expect(fault.message).toBe('evening has no exercise "psoas-marsh"');
    expect(fault.hint).toBe("did you mean psoas-march?");
    expect(fault.exitCode).toBe(EXIT_CODES.usage);
  });

  it("says what the routine has when nothing is like the name", () => {
    const fault = faultOf(() => compile({ from: "xyz" }));
    expect(fault.message).toBe('evening has no exercise "xyz"');
    expect(fault.hint).toBe("it has psoas-march, pigeon-pose, thomas-test");
  });

  it.each<[string, PlanFlags, string, string | undefined]>([
    [
      "--reps for a hold",
      { reps: [change(3, "pigeon-pose")] },
      "--flag changes nothing in pigeon-pose",
      "see what it has with: unwind show pigeon-pose",
    ],
    [
      "--hold for a tempo",
      { holdMs: [change(3000, "psoas-march")] },
      "--flag changes nothing in psoas-march",
      "see what it has with: unwind show psoas-march",
    ],
    [
      "--tempo for a hold",
      { tempo: [change(tempoChange("3031"), "pigeon-pose")] },
      "--flag changes nothing in pigeon-pose",
      "see what it has with: unwind show pigeon-pose",
    ],
    [
      "--tempo for an open exercise",
      { tempo: [change(tempoChange("3031"))], only: ["thomas-test"] },
      "--flag changes nothing in evening",
      "see what it has with: unwind show evening",
    ],
    [
      "--reps for an open exercise",
      { reps: [change(3)], only: ["thomas-test"] },
      "--flag changes nothing in evening",
      "see what it has with: unwind show evening",
    ],
    [
      "--sets for a test",
      { sets: [change(3, "thomas-test")] },
      "--flag changes nothing in thomas-test",
      "see what it has with: unwind show thomas-test",
    ],
    [
      "--rest after a single set",
      { restMs: [change(3000, "thomas-test")] },
      "--flag changes nothing in thomas-test",
      "see what it has with: unwind show thomas-test",
    ],
    [
      "an exercise that another flag leaves out",
      { skip: ["psoas-march"], reps: [change(12, "psoas-march")] },
      "--flag changes nothing: psoas-march is left out",
      "by --only, --skip, --from or --side",
    ],
    [
      "--side where both work at once",
      { side: "left", only: ["pigeon-pose"] },
      "--side changes nothing in evening: it works both sides at once",
      undefined,
    ],
    [
      "--first-side where both work at once",
      { firstSide: "right", only: ["pigeon-pose"] },
      "--first-side changes nothing in evening: no exercise in it works one side and the other",
      undefined,
    ],
    [
      "--switch where no exercise changes sides",
      { switchMs: 20_000 },
      "--switch changes nothing in evening: no exercise in it changes sides",
      undefined,
    ],
  ])("says so when it touches nothing: %s", (_, flags, message, hint) => {
    expect(faultOf(() => compile(flags))).toMatchObject({ message, hint, exitCode: EXIT_CODES.usage });
  });

  const long = routine(exercise({ pattern: hold(3600), sets: 20, sides: each("one-side-first") }));

  it("is none when it makes the routine short enough: one side, or a time to fit", () => {
    const planned = (flags: PlanFlags) => compilePlan(long.routine, long.exercises, PLAN_DEFAULTS, flags);
    expect(planned({ side: "left" }).totalMs).toBe(10_000 + 20 * 3_600_000);
    expect(planned({ fitMs: 3 * 3_600_000 }).totalMs).toBeLessThanOrEqual(3 * 3_600_000);
  });
});
