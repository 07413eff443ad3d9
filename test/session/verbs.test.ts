import { expect, test } from "vitest";
import { createSession } from "../../src/session/session.ts";
import type { SessionCommand } from "../../src/session/types.ts";
import { isSessionVerb, performVerb, SESSION_VERBS, type SessionVerb } from "../../src/session/verbs.ts";
import { PLAN as MORNING } from "../output/a-plan.ts";
import { asManyAsPossible, doOne, planWith } from "../support/clocked-plans.ts";
import { SimulatedClock } from "../support/simulated-clock.ts";

const HOLD = 3;
const PLAN = {
  ...MORNING,
  steps: MORNING.steps.map((step) => (step.index === HOLD ? { ...step, stretchable: true } : step)),
};

function sessionAt(status: "ready" | "running" | "paused" | "quit", step = 0) {
  const clock = new SimulatedClock();
  const session = createSession({ plan: PLAN, clock });
  if (status !== "ready") session.send({ type: "start" });
  while (session.state().step < step) session.send({ type: "skip" });
  if (status === "paused") session.send({ type: "pause" });
  if (status === "quit") session.send({ type: "quit" });
  return { session, clock };
}

test.each<[SessionVerb, "ready" | "running" | "paused", string]>([
  ["start", "ready", "running"],
  ["toggle", "ready", "running"],
  ["done", "ready", "running"],
  ["toggle", "running", "paused"],
  ["toggle", "paused", "running"],
  ["pause", "running", "paused"],
  ["resume", "paused", "running"],
  ["quit", "paused", "quit"],
])("%s turns a session that is %s into one that is %s", (verb, before, after) => {
  const { session } = sessionAt(before);
  expect(performVerb(session, verb)).toBeNull();
  expect(session.state().status).toBe(after);
});

test("next leaves the step, back returns to it, done ends a set", () => {
  const { session, clock } = sessionAt("running");
  performVerb(session, "next");
  expect(session.state().step).toBe(1);
  clock.advance(500);
  performVerb(session, "back");
  expect(session.state().step).toBe(0);
  performVerb(session, "done");
  expect(session.state().step).toBe(1);
});

test("ten seconds are added to a hold and taken away again", () => {
  const { session } = sessionAt("running", HOLD);
  performVerb(session, "+10");
  expect(session.state().extraMs).toBe(10_000);
  performVerb(session, "-10");
  expect(session.state().extraMs).toBe(0);
});

test.each<[SessionVerb, "ready" | "running" | "paused" | "quit", number, string]>([
  ["pause", "paused", 0, "already paused"],
  ["resume", "running", 0, "not paused"],
  ["next", "ready", 0, "not started"],
  ["+10", "ready", 0, "not started"],
  ["+10", "running", 1, "Fixed length"],
  ["start", "running", 0, "already started"],
  ["mute", "quit", 0, "over"],
])("%s in a session that is %s changes nothing and says why", (verb, status, step, why) => {
  const { session } = sessionAt(status, step);
  const before = session.state();
  expect(performVerb(session, verb)).toContain(why);
  expect(session.state()).toBe(before);
});

test("after the end ten seconds more or less set right the set that a clock has cut off, and nothing else does", () => {
  const clock = new SimulatedClock();
  const session = createSession({ plan: asManyAsPossible(60), clock });
  session.send({ type: "start" });
  clock.advance(61_000);
  for (const verb of ["+10", "+10", "-10"] as const) expect(performVerb(session, verb)).toBeNull();
  expect(session.frame()).toMatchObject({ status: "finished", cutSetText: "Pull: 1 of 5 reps" });
  expect(performVerb(session, "next")).toContain("over");
});

test("after the end of a session in which nothing was cut off there is nothing to set right", () => {
  const clock = new SimulatedClock();
  const session = createSession({ plan: planWith([doOne("plank")]), clock });
  session.send({ type: "start" });
  clock.advance(41_000);
  expect(session.state().status).toBe("finished");
  expect(performVerb(session, "+10")).toContain("over");
});

test("mute and voice go to what plays the sound", () => {
  const { session } = sessionAt("running");
  const heard: SessionCommand[] = [];
  session.onSoundCommand((command) => heard.push(command));
  performVerb(session, "mute");
  performVerb(session, "voice");
  expect(heard.map(({ type }) => type)).toEqual(["mute", "voice"]);
});

test("nothing but a verb is a verb", () => {
  expect(SESSION_VERBS.every(isSessionVerb)).toBe(true);
  for (const word of ["constructor", "__proto__", "toString", "Toggle", "", "tick", null, 1, ["toggle"]])
    expect(isSessionVerb(word)).toBe(false);
});
