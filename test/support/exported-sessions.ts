/** Two sessions to hand out. */
import type { SessionFile } from "../../src/journal/session-format.ts";
import { plan, sessionOf } from "./example-sessions.ts";

/** A session with a pause, a set that was skipped, one that was cut short, answers and notes that try what they can. */
export const session: SessionFile = {
  ...sessionOf(
    (live, clock) => {
      live.send({ type: "start" });
      clock.advance(5000);
      live.send({ type: "pause" });
      clock.advance(90_000);
      live.send({ type: "resume" });
      clock.advance(5000 + 20_000);
      live.send({ type: "skip" });
      clock.advance(60_000);
      live.send({ type: "skip" });
      clock.advance(300_000);
      live.send({ type: "quit" });
    },
    { plan: plan(["march", "pigeon", "test"]) },
  ),
  effort: 7,
  tightness: 3,
  tightnessSide: "left",
  notes: ['=HYPERLINK("http://x"), "quoted"; with, commas', "zweite Notiz – <b>&amp;</b>"],
};
export const other = sessionOf(undefined, {
  id: "other123",
  startMs: Date.parse("2026-03-29T00:30:00Z"),
  utcOffsetMinutes: 60,
});
export const sets = (of: SessionFile) => of.steps.filter((step) => step.kind === "set");
