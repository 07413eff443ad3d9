/** What `--json` prints of a session: one object a happening, with its fields. */
import { expect, test } from "vitest";
import { formatHappeningJson } from "../../src/output/json-lines.ts";
import type { Happening } from "../../src/player/types.ts";
import { asManyAsPossible } from "../support/clocked-plans.ts";
import { at, play } from "../support/playing.ts";
import { dated, PLAN, writtenAsJson } from "./a-plan.ts";

const json = (happening: Happening) => JSON.parse(formatHappeningJson(dated(happening)[0]!, PLAN, "1.2.3"));

test("a session starts with what it is", () => {
  expect(json({ type: "session-started", atMs: 0 })).toEqual({
    event: "session-started",
    at: 0,
    time: "2026-01-05T07:30:00.000Z",
    routine: "morning",
    title: "Morning hips",
    level: "standard",
    totalSeconds: 328,
    steps: 10,
    openSteps: 1,
    version: "1.2.3",
  });
});

test("a set says its exercise, side, place among the sets, repetitions and length", () => {
  expect(json({ type: "step-started", atMs: 63_000, step: 5 })).toEqual({
    event: "step-started",
    at: 63,
    time: "2026-01-05T07:31:03.000Z",
    index: 5,
    kind: "set",
    exercise: "pigeon",
    label: "Pigeon pose, right, set 2 of 2",
    side: "right",
    set: { index: 2, of: 2 },
    reps: 1,
    seconds: 55,
  });
});

test("a step that waits for the person has no length", () => {
  expect(json({ type: "step-started", atMs: 0, step: 9 })).toMatchObject({ kind: "set", seconds: null });
});

test("a stroke says its phase, repetition, side and length", () => {
  expect(json({ type: "beat", atMs: 17_000, step: 1, beat: 3 })).toMatchObject({
    event: "beat",
    at: 17,
    index: 1,
    phase: "concentric",
    rep: 2,
    side: "right",
    seconds: 3,
  });
});

test("times are told to the millisecond", () => {
  expect(json({ type: "mark", atMs: 37_500.6, step: 3, name: "half-way" })).toMatchObject({
    at: 37.501,
    index: 3,
    name: "half-way",
  });
  const ended = { type: "step-ended", atMs: 1, step: 3, how: "skipped", durationMs: 12_345.678, reps: 0 } as const;
  expect(json({ ...ended, attempt: "skipped" })).toMatchObject({ how: "skipped", seconds: 12.346, reps: 0 });
});

test.each<[Happening, object]>([
  [
    { type: "extended", atMs: 0, step: 4, deltaMs: -10_000 },
    { event: "extended", index: 4, seconds: -10 },
  ],
  [
    { type: "corrected", atMs: 0, step: 1, how: "skipped", durationMs: 12_000, reps: 7 },
    { event: "corrected", index: 1, how: "skipped", seconds: 12, reps: 7 },
  ],
  [
    { type: "paused", atMs: 0, reason: "gap" },
    { event: "paused", reason: "gap" },
  ],
  [{ type: "resumed", atMs: 0 }, { event: "resumed" }],
  [
    { type: "session-ended", atMs: 0, how: "quit" },
    { event: "session-ended", how: "quit" },
  ],
])("what the person or the machine did is told: %j", (happening, expected) => {
  expect(json(happening)).toEqual({ at: 0, time: "2026-01-05T07:30:00.000Z", ...expected });
});

test("a set in rounds says its group, round and load where it ends, too, and the end has the scores", () => {
  const cindy = asManyAsPossible(60);
  const { state, happenings } = play(cindy, [at(0, "start"), at(10, "done"), at(100, "tick")]);
  const lines = writtenAsJson(
    cindy,
    happenings.flatMap((one) => dated(one)),
    state,
  );
  expect(lines.find(({ event }) => event === "step-ended")).toMatchObject({
    ...{ how: "completed", reps: 5, group: 0, round: { index: 1, of: null }, paced: true },
  });
  expect(lines.filter(({ event, clock }) => event === "mark" && clock === "cap")).toHaveLength(5);
  expect(lines.at(-1)).toMatchObject({
    event: "session-ended",
    scores: [{ group: 0, kind: "rounds", rounds: 0, reps: 5, seconds: 60, end: "done", text: "0 rounds + 5 reps" }],
  });
});
