/** The cues of one step: when a line may begin and by when it has to end. */
import { describe, expect, it } from "vitest";
import { buildEndCues, buildStepCues } from "../../src/cues/step-cues.ts";
import { spanInPlan } from "../../src/cues/step-span.ts";
import type { GroupScore } from "../../src/player/summary-types.ts";
import { doOne, planWith } from "../support/clocked-plans.ts";
import { ALL, evenly, heard, lunge, march, sheetOf, test, twice, words } from "./support.ts";

describe("a line", () => {
  it.each([
    ["stretches", lunge],
    ["the same stretch twice", twice],
    ["repetitions", march],
    ["sets that wait", test],
  ])("in %s has to end 120 ms before what follows it, be that a tone, a line or the next step", (_, plan) => {
    let lines = 0;
    for (const step of plan.steps) {
      const cues = buildStepCues(
        { plan, settings: ALL, measureSpeech: evenly },
        spanInPlan(plan, step, step.durationMs),
      );
      for (const cue of cues) {
        if (cue.kind === "tone") continue;
        const later = cues.map(({ atMs }) => atMs).filter((atMs) => atMs > cue.atMs);
        expect(cue.endByMs).toBe(Math.min(step.durationMs ?? Infinity, ...later) - 120);
        lines++;
      }
    }
    expect(lines).toBeGreaterThan(4);
  });

  it("has as long while the tones are off: they keep their time", () => {
    const limits = (sound: "on" | "off") =>
      sheetOf(lunge, { sound }).flatMap((cue) => (cue.kind === "speech" ? [cue.endByMs] : []));
    expect(limits("off")).toEqual(limits("on"));
  });
});

describe("the score of a group that has ended", () => {
  const score: GroupScore = {
    ...{ group: 0, name: null, workout: "", kind: "rounds", end: "done" },
    ...{ rounds: 3, reps: 5, sets: 0, setsLeft: 0, ms: 60_000 },
  };
  const plan = planWith([doOne("plank"), { kind: "prepare", durationMs: 10_000 }, doOne("walk")]);
  const saidFirstIn = (index: number, endTone: "set-end" | null) => {
    const [before, step] = [plan.steps[0], plan.steps[index]];
    if (!before || !step) throw new Error("there is no such step");
    const span = { ...spanInPlan(plan, step, step.durationMs), before: { step: before, durationMs: 40_000, endTone } };
    const first = buildStepCues({ plan, settings: ALL, measureSpeech: evenly }, span, [score]).find(
      ({ kind }) => kind === "speech",
    );
    return [first?.atMs, first?.name];
  };

  it("is said at once where the person has ended it, and after the tone of its end", () => {
    expect(saidFirstIn(1, null)).toEqual([0, "score"]);
    // Three pulses of 150 ms with 24 ms between them, and 80 ms of silence.
    expect(saidFirstIn(1, "set-end")).toEqual([578, "score"]);
  });
});

describe("the end", () => {
  const track = (voice: "full" | "off") => ({ plan: lunge, settings: { ...ALL, voice }, measureSpeech: evenly });
  const end = { results: [], atMs: 90_000, before: undefined };
  const done = { how: "completed", durationMs: 30_000, reps: 1 } as const;

  it("counts the sets that were done, of all that were planned", () => {
    const records = [undefined, done, undefined, { ...done, how: "skipped" } as const];
    expect(words(buildEndCues(track("full"), { ...end, records })).join(" ")).toContain("One of four sets");
  });

  it("is a tone alone where nothing is to be said", () => {
    expect(heard(buildEndCues(track("off"), { ...end, records: [] }))).toEqual(["0.56 done"]);
  });
});
