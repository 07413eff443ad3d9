import { expect, test } from "vitest";
import type { Plan } from "../../../src/plan/types.ts";
import { buildFrame } from "../../../src/player/frame.ts";
import type { Frame } from "../../../src/player/frame-types.ts";
import { createInitialState } from "../../../src/player/state.ts";
import {
  announcementOf,
  digitColumnsOf,
  digitsOf,
  doneLabelOf,
  positionOf,
  questionKeyOf,
  toggleLabelOf,
  VERB_BY_KEY,
  wordOf,
} from "../../../src/remote/page/page-text.ts";
import { isSessionVerb } from "../../../src/session/verbs.ts";
import { PLAN } from "../../output/a-plan.ts";
import { asManyAsPossible, doOne, everyMinute, planWith } from "../../support/clocked-plans.ts";
import { at, play } from "../../support/playing.ts";

const HOLD = 3;
const OPEN = 9;

function frameAt(step: number, seconds = 0, ...more: readonly ReturnType<typeof at>[]): Frame {
  const skips = Array.from({ length: step }, () => at(1, "skip"));
  const { state } = play(PLAN, [at(1, "start"), ...skips, at(1 + seconds, "tick"), ...more]);
  return buildFrame(PLAN, state);
}

test("the two large areas say what they do at this moment", () => {
  const ready = buildFrame(PLAN, createInitialState());
  expect([toggleLabelOf(ready), wordOf(ready)]).toEqual(["Start", "READY"]);
  expect([toggleLabelOf(frameAt(0)), doneLabelOf(frameAt(0))]).toEqual(["Pause", "Skip"]);
  expect(doneLabelOf(frameAt(HOLD))).toBe("End set");
  expect(doneLabelOf(frameAt(OPEN))).toBe("Done");
  const paused = frameAt(HOLD, 5, at(7, "pause"));
  expect([toggleLabelOf(paused), wordOf(paused)]).toEqual(["Resume", "PAUSED"]);
});

test("a step is announced with the same words for as long as it lasts", () => {
  expect(announcementOf(frameAt(HOLD, 1))).toContain("Pigeon pose, right");
  expect(announcementOf(frameAt(HOLD, 40))).toBe(announcementOf(frameAt(HOLD, 1)));
  expect(announcementOf(frameAt(0))).toMatch(/^Get ready\. Then: /);
  expect(announcementOf(frameAt(HOLD, 5, at(7, "pause")))).toBe("Paused.");
});

test("digits keep their size while they count", () => {
  expect(digitColumnsOf(frameAt(HOLD, 1))).toBe(digitColumnsOf(frameAt(HOLD, 50)));
  expect(digitsOf(frameAt(OPEN, 65))).toBe("1:05");
});

test("fifteen repetitions have the room of two digits", () => {
  const plan = planWith([doOne("squat")]);
  const frame = buildFrame(plan, play(plan, [at(0, "start"), at(1, "tick")]).state);
  expect([digitsOf(frame), digitColumnsOf(frame)]).toEqual(["15", 2]);
});

test("every key of the page is a verb, and a question knows the keys of the terminal", () => {
  expect(Object.values(VERB_BY_KEY).every(isSessionVerb)).toBe(true);
  expect(["7", "x", "+", "Enter", "Backspace", "ArrowLeft"].map(questionKeyOf)).toEqual([
    "7",
    "x",
    "+",
    "enter",
    "backspace",
    "left",
  ]);
  expect(["F5", "Tab", "ä", "Shift"].map(questionKeyOf)).toEqual([null, null, null, null]);
});

test("under a clock the page says how long it still runs, and how many rounds are done", () => {
  const minutes = everyMinute(3, ["push"], [doOne("plank")]);
  const asMany = asManyAsPossible(90, [doOne("plank")]);
  const frameOf = (plan: Plan, ...events: readonly ReturnType<typeof at>[]) =>
    buildFrame(plan, play(plan, [at(0, "start"), ...events]).state);
  expect(positionOf(frameOf(minutes, at(65, "tick")))).toMatch(/^Minute 2 of 3\b.* · 0:55 left$/);
  const done = frameOf(asMany, at(5, "done"), at(10, "done"), at(15, "done"), at(30, "tick"));
  expect(positionOf(done)).toMatch(/^1 round done · Round 2\b.* · 1:00 left$/);
});
