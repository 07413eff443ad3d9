/** What is said in rounds: the name of what comes before it starts, the round, the load, and repetitions to do. */
import { describe, expect, it } from "vitest";
import { buildCueSheet } from "../../src/cues/cue-sheet.ts";
import { estimateSpeechMs } from "../../src/cues/estimate-speech.ts";
import { compilePlan } from "../../src/plan/compile.ts";
import { PLAN_DEFAULTS, type PlanFlags } from "../../src/plan/flags.ts";
import { doing, group, paced, rest, routineOf, work } from "../support/groups.ts";
import { ALL } from "./support.ts";

/** What is said, step by step: "1: Push up." */
function said(made: ReturnType<typeof routineOf>, flags: PlanFlags = {}, voice: "full" | "brief" = "brief"): string[] {
  const plan = compilePlan(made.routine, made.exercises, PLAN_DEFAULTS, flags);
  const cues = buildCueSheet(plan, { ...ALL, voice }, estimateSpeechMs);
  return cues.flatMap((cue) =>
    cue.kind === "speech" && cue.step < plan.steps.length ? [`${cue.step}: ${cue.text}`] : [],
  );
}

const [a, b] = [work("squat", 15), work("plank", 15)];

describe("in a group", () => {
  it("says the next name in the rest before it, and the round where one starts", () => {
    const made = routineOf([a, b], group({ rounds: 2, between: 8, rest: 30 }, doing("squat"), doing("plank")));
    expect(said(made)).toEqual([
      ...["0: Round one.", "0: Squat, 15 seconds.", "2: Next: plank."],
      ...["4: Round two.", "4: Next: squat.", "4: Squat.", "6: Next: plank."],
    ]);
  });

  it("says it before the end of the set where no rest follows, or too short a one, and as the next one starts", () => {
    const made = (between: number) => routineOf([a, b], group({ rounds: 1, between }, doing("squat"), doing("plank")));
    expect(said(made(0))).toEqual(["0: Squat, 15 seconds.", "1: Next: plank.", "2: Plank, 15 seconds."]);
    expect(said(made(3))).toEqual(["0: Squat, 15 seconds.", "1: Next: plank.", "3: Plank, 15 seconds."]);
  });

  it("says a load once, and again when it changes", () => {
    const ladder = [{ load: "20 kg" }, { load: "20 kg" }, { load: "30 kg" }];
    const loads = said(routineOf([a], group({ rounds: ladder }, doing("squat"), rest(20)))).filter((text) =>
      /kg/.test(text),
    );
    expect(loads).toEqual(["0: 20 kg.", "4: 30 kg."]);
  });
});

describe("a self-paced set", () => {
  const pushUps = routineOf([paced("push-up", 15)], doing("push-up"));

  it("says its repetitions, and to press Enter", () => {
    expect(said(pushUps, {}, "full")).toContain("1: 15 push ups. Press Enter when done.");
  });

  it("is counted in and out where hands are not free, without Enter", () => {
    const texts = said(pushUps, { handsFree: true }, "full");
    expect(texts).toEqual(expect.arrayContaining(["1: 15 push ups.", "1: Halfway.", "1: Ten seconds."]));
    expect(texts.join(" ")).not.toContain("Enter");
  });

  it.each([
    ["crunch", 10, "Ten crunches."],
    ["burpee", 1, "One burpee."],
    ["fly", 12, "Twelve flies."],
    ["push-ups", 5, "Five push ups."],
  ])("says %s in the plural where there are several", (id, reps, expected) => {
    const texts = said(routineOf([paced(id, reps)], doing(id)));
    expect(texts).toContain(`1: ${expected}`);
  });
});
