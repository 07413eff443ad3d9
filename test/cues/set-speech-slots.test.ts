/** By when a line of a set has to be said, and what is left out as it was said before. */
import { describe, expect, it } from "vitest";
import type { Pattern } from "../../src/catalog/exercise-types.ts";
import { buildSetSpeech } from "../../src/cues/set-speech.ts";
import type { SpeechContext } from "../../src/cues/speech-context.ts";
import type { StepSpan } from "../../src/cues/step-span.ts";
import type { Deadline, Step } from "../../src/plan/step-types.ts";
import { doOne, everyMinute } from "../support/clocked-plans.ts";
import { each, hold, stroke } from "../support/content.ts";
import { doing, paced, planOf as planOfItems, rest, work } from "../support/groups.ts";
import { contextOf, planOf, sheetOf, spoken, words } from "./support.ts";

/** "10-12.5 hold: Halfway." for every slot with something to say; of a slot's phrases the longest wording. */
function slotsOf(context: SpeechContext): string[] {
  return buildSetSpeech(context).flatMap(({ fromMs, endByMs, category, phrases }) => {
    const texts = phrases.flatMap(({ variants }) => variants.slice(0, 1)).join(" ");
    return texts ? [`${fromMs / 1000}-${endByMs / 1000} ${category}: ${texts}`] : [];
  });
}

const plank = planOf([spoken({ id: "plank", pattern: hold(60) }, { cues: ["Aim", "Brace", "Climb"] })]);

describe("a hold", () => {
  it("begins with a cue in its first half, and has a little time for each of the others", () => {
    expect(slotsOf(contextOf(plank, 1, { marks: [] }))).toEqual([
      "0-30 hold: Brace.",
      "15-20 hold: Long breath out.",
      "45-50 hold: Climb.",
    ]);
  });

  it("that is cut short keeps what fits what is left of it", () => {
    const worked: Pattern = { type: "strokes", strokes: [stroke("work", 60)] };
    const plan = planOf([spoken({ pattern: worked }, { cues: ["Aim", "Brace", "Climb", "Dive"] })]);
    const saidIn = (durationMs: number) => slotsOf(contextOf(plan, 1, { marks: [], durationMs }));
    expect(saidIn(60_000)).toEqual(["0-30 work: Brace.", "15-20 work: Climb.", "45-50 work: Dive."]);
    expect(saidIn(30_000)).toEqual(["0-15 work: Brace."]);
  });

  it("of repetitions without a count says them, and nothing that the exercise does not have", () => {
    const plan = planOfItems([paced("squat", 20)], [doing("squat")], { handsFree: true });
    const context = contextOf(plan, 1, { marks: [] });
    expect(slotsOf(context)).toEqual(["0-30 open: 20 squats."]);
  });
});

describe("the marks of a clock", () => {
  const marked = (marks: StepSpan["marks"], deadlines?: readonly Deadline[]) => {
    const context = contextOf(plank, 1, { marks });
    const step: Step = { ...context.step, ...(deadlines && { deadlines }) };
    return slotsOf({ ...context, step, isFullVoice: false }).filter((slot) => /Half|Ten/.test(slot));
  };
  const deadline = (kind: Deadline["kind"], afterMs: number) => ({ kind, afterMs, anchor: 0, next: 2, group: 0 });

  it("are said from the first moment of a set on, and not when they were before it", () => {
    expect(marked([{ name: "ten-seconds", clock: "cap", atMs: 0 }])).toEqual(["0-2.5 hold: Ten seconds."]);
    expect(marked([{ name: "ten-seconds", clock: "cap", atMs: -1 }])).toEqual([]);
  });

  it("leave halfway out for the last ten seconds of the same clock, not of another", () => {
    const half = { name: "half-way", clock: "cap", atMs: 5000 } as const;
    const tenOf = (clock: Deadline["kind"], atMs: number) => ({ name: "ten-seconds", clock, atMs }) as const;
    expect(marked([half, tenOf("cap", 14_999)])).toEqual(["14.999-17.499 hold: Ten seconds."]);
    expect(marked([half, tenOf("cap", 15_000)])).toHaveLength(2);
    expect(marked([half, tenOf("interval", 14_999)])).toHaveLength(2);
  });

  it("tell half of the cap, whatever other clock runs", () => {
    const half = { name: "half-way", clock: "cap", atMs: 5000 } as const;
    const clocks = [deadline("interval", 60_000), deadline("cap", 600_000)];
    expect(marked([half], clocks)).toEqual(["5-10 hold: Halfway. Five minutes left."]);
  });
});

describe("a set that waits", () => {
  it("says what to press though a rest before it had no length: nobody has ended that", () => {
    const plan = everyMinute(2, ["plank"], [doOne("push")]);
    expect(slotsOf(contextOf(plan, plan.steps.length - 1)).join()).toContain("Enter");
  });
});

describe("the next exercise", () => {
  const plan = planOfItems([work("plank", 30), work("squat", 30)], [doing("plank"), rest(3), doing("squat")]);
  const namedIn = (change: Partial<StepSpan>) =>
    slotsOf(contextOf(plan, 1, change)).filter((slot) => slot.includes("Next"));

  it("is named in the last seconds before the count-down, or before the end where nothing is counted", () => {
    const three = { name: "three", atMs: 27_000 } as const;
    const half = { name: "half-way", atMs: 15_000 } as const;
    expect(namedIn({ marks: [half, three] })).toEqual(["22-27 rest: Next: squat, 30 seconds."]);
    expect(namedIn({ marks: [half] })).toEqual(["25-30 rest: Next: squat, 30 seconds."]);
  });

  it("is named in time while a clock runs that is counted down in a later set", () => {
    expect(namedIn({ marks: [{ name: "three", clock: "cap", atMs: 45_000 }] })).toEqual([
      "25-30 rest: Next: squat, 30 seconds.",
    ]);
  });
});

describe("a set that follows another at once", () => {
  const saidFirst = (plan: Parameters<typeof sheetOf>[0]) =>
    plan.steps
      .filter(({ kind }) => kind === "set")
      .map(({ index }) => words(sheetOf(plan, { voice: "brief" }).filter(({ step }) => step === index)));

  it("is told its side only where that is another", () => {
    const made = spoken({ pattern: hold(9), sides: each("one-side-first"), sets: 2, rest: 0 });
    const said = saidFirst(planOf([made], { prepareMs: 0, switchMs: 0 }));
    expect(said.map((lines) => lines.filter((line) => line.endsWith("side.")))).toEqual([
      ["Left side."],
      [],
      ["Right side."],
      [],
    ]);
  });

  it("after a few seconds of rest says nothing again: it is the same exercise", () => {
    const plan = planOf([spoken({ pattern: hold(9), sets: 2, rest: 3 })]);
    expect(saidFirst(plan)).toEqual([[], []]);
  });

  it("after a few seconds of rest says its name where it is another one, and after enough of them no more", () => {
    const saidAfter = (seconds: number) =>
      saidFirst(planOfItems([work("plank", 9), work("squat", 9)], [doing("plank"), rest(seconds), doing("squat")]))[1];
    expect(saidAfter(4.9)).toEqual(["Squat, 9 seconds."]);
    expect(saidAfter(5)).toEqual([]);
  });
});
