/** A session in words, for readers elsewhere. */
import { expect, test } from "vitest";
import { describeSessionResult } from "../../src/journal/describe-session.ts";
import { sessionOf } from "../support/example-sessions.ts";

test("a session without answers is told by its exercises alone, with their sets and their time", () => {
  expect(describeSessionResult(sessionOf())).toEqual([
    "Psoas march: 2 of 2 sets, 1 min 4 s",
    "Pigeon pose: 4 of 4 sets, 3 min 40 s",
  ]);
});

test("an exercise that was not begun is not told; less than a minute is told in seconds", () => {
  const stopped = sessionOf((session, clock) => {
    session.send({ type: "start" });
    clock.advance((session.plan.steps[0]?.durationMs ?? 0) + 20_000);
    session.send({ type: "quit" });
  });
  expect(describeSessionResult(stopped)).toEqual(["Psoas march: 0 of 2 sets, 20 s"]);
});

test("the person's answers and notes stand below the exercises", () => {
  const answers = { effort: 3, pain: 4, tightness: 6, skipReason: "too-hard" as const, notes: ["Slept badly."] };
  const lines = (tightnessSide: "left" | null) =>
    describeSessionResult({ ...sessionOf(), ...answers, tightnessSide }).slice(2);
  expect(lines("left")).toEqual([
    "Effort 3 of 10",
    "Pain 4 of 10",
    "Tightness 6 of 10 (left)",
    "Sets skipped: too hard",
    "Slept badly.",
  ]);
  expect(lines(null)).toContain("Tightness 6 of 10");
});
