/** Any session, whatever the person does: never two things at once, and the sheet of the rest. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildStepCues } from "../../src/cues/step-cues.ts";
import { spanInPlan } from "../../src/cues/step-span.ts";
import { anyEvents } from "../support/playing.ts";
import { Listener } from "./listener.ts";
import { ALL, anyPlan, anyVoice, clashes, evenly } from "./support.ts";

describe("any session", () => {
  it("never has two things sounding at once, whatever the person does", () => {
    fc.assert(
      fc.property(anyPlan, anyVoice, anyEvents, (plan, voice, events) => {
        const listener = new Listener(plan, voice);
        let clockMs = 5000;
        for (const event of events) {
          // A session wakes at least every second.
          for (; clockMs + 1000 < event.clockMs; clockMs += 1000) listener.take({ type: "tick", clockMs });
          listener.take(event);
          clockMs = event.clockMs;
        }
        listener.finish();
        for (const episode of listener.episodes) expect(clashes(episode)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("hears in the step that is on what its sheet has there, from the moment of the last change on", () => {
    let compared = 0;
    fc.assert(
      fc.property(anyPlan, anyEvents, (plan, events) => {
        const listener = new Listener(plan);
        for (const event of events) {
          const followed = listener.take(event);
          const { state } = listener;
          const step = plan.steps[state.step];
          if (state.status !== "running" || !step || followed.drop !== "all") continue;
          const lengthMs = step.durationMs === null ? null : step.durationMs + state.extraMs;
          const fromMs = state.atMs - state.stepAtMs;
          const cues = buildStepCues({ plan, settings: ALL, measureSpeech: evenly }, spanInPlan(plan, step, lengthMs));
          const rest = cues.filter(({ kind, atMs }) => kind === "tone" && atMs >= fromMs && atMs < fromMs + 2500);
          const due = rest.map(({ name }) => name);
          const sent = followed.cues.filter(({ kind, step: of }) => kind === "tone" && of === step.index);
          const names = sent.map(({ name }) => name);
          const answered = names.length > due.length && ["resumed", "set-end"].includes(names[0] ?? "");
          expect(answered ? names.slice(1) : names).toEqual(due);
          compared += due.length;
        }
      }),
      { numRuns: 300 },
    );
    expect(compared).toBeGreaterThan(0);
  });
});
