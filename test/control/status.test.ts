import { expect, test } from "vitest";
import { describeSession, fillTemplate, findUnknownField, formatStatusLine } from "../../src/control/status.ts";
import type { Plan, PlanBlock } from "../../src/plan/types.ts";
import { createSession } from "../../src/session/session.ts";
import { PLAN as MORNING } from "../output/a-plan.ts";
import { SimulatedClock } from "../support/simulated-clock.ts";

const [march, pigeon, ...others] = MORNING.blocks as [PlanBlock, PlanBlock, ...PlanBlock[]];
const hold = { phase: "hold", word: "HOLD", durationMs: 55_000, fast: false, cue: null } as const;
const PLAN: Plan = { ...MORNING, blocks: [march, { ...pigeon, strokes: [hold] }, ...others] };
const SECOND_HOLD = 5;

function statusAfter(seconds: number, steps = 0, pause = false) {
  const clock = new SimulatedClock();
  const session = createSession({ plan: PLAN, clock });
  session.send({ type: "start" });
  for (let step = 0; step < steps; step++) session.send({ type: "skip" });
  clock.advance(seconds * 1000);
  if (pause) session.send({ type: "pause" });
  return describeSession(session, { id: "3f9k2", openedAt: 1 });
}

test("a hold is one line: the word, its time, where it stands, what is left", () => {
  expect(formatStatusLine(statusAfter(20, SECOND_HOLD))).toMatch(
    /^HOLD 0:35 · Pigeon pose, right, set 2 of 2 · \d+:\d\d left$/,
  );
});

test("a pause is said in place of the word, and the time stands", () => {
  expect(formatStatusLine(statusAfter(20, SECOND_HOLD, true))).toMatch(/^PAUSED 0:35 · /);
});

test("before the start the session is ready", () => {
  const session = createSession({ plan: PLAN, clock: new SimulatedClock() });
  expect(formatStatusLine(describeSession(session, { id: "a", openedAt: 1 }))).toMatch(/^READY 0:10 · /);
});

test("a template is filled in, and braces that are no field stay", () => {
  const status = statusAfter(20, SECOND_HOLD);
  expect(fillTemplate("{phase} {time} {side} {id}", status)).toBe("HOLD 0:35 right 3f9k2");
  expect(fillTemplate('{"text": "{phase}"}', status)).toBe('{"text": "HOLD"}');
});

test("a field that does not exist is found", () => {
  expect(findUnknownField("{phase} {lef}")).toBe("lef");
  expect(findUnknownField("{constructor}")).toBe("constructor");
  expect(findUnknownField("{phase} {left}")).toBeUndefined();
});

test("what a routine is called cannot move the cursor of who asks", () => {
  const status = { ...statusAfter(0), exercise: "a\u001b[2Jb", title: "c\nd" };
  expect(formatStatusLine(status)).not.toMatch(/\p{Cc}/u);
  expect(fillTemplate("{exercise} {title}", status)).toBe("a [2Jb c d");
});
