import { expect, test } from "vitest";
import { describeHookEvent, hookOf } from "../../src/hooks/hook-events.ts";
import type { Happening } from "../../src/player/types.ts";
import { environmentVariableOf, SETTING_KEYS } from "../../src/settings/definitions.ts";
import { dated, PLAN } from "../output/a-plan.ts";

const setEnded: Happening = {
  type: "step-ended",
  atMs: 48_000,
  step: 3,
  how: "completed",
  durationMs: 55_000,
  reps: 1,
  attempt: "completed",
};

test("the end of a set calls a hook, the end of a rest does not", () => {
  expect(hookOf(setEnded, PLAN)).toBe("set-ended");
  expect(hookOf({ ...setEnded, step: 4 }, PLAN)).toBeNull();
  expect(hookOf({ type: "beat", atMs: 0, step: 3, beat: 0 }, PLAN)).toBeNull();
  expect(hookOf({ type: "paused", atMs: 0, reason: "asked" }, PLAN)).toBe("paused");
});

test("a hook is told the event, its step and the session", () => {
  const [event] = dated(setEnded);
  const { input, variables } = describeHookEvent("set-ended", event!, 0, PLAN, "3f9k2");
  expect(input.endsWith("\n")).toBe(true);
  expect(JSON.parse(input)).toMatchObject({
    hook: "set-ended",
    event: "step-ended",
    session: "3f9k2",
    routine: "morning",
    kind: "set",
    exercise: "pigeon",
    side: "right",
    how: "completed",
    seconds: 55,
  });
  expect(variables).toMatchObject({
    UNWIND_EVENT: "set-ended",
    UNWIND_EVENT_EXERCISE: "pigeon",
    UNWIND_EVENT_SIDE: "right",
    UNWIND_EVENT_SECONDS: "55",
  });
});

test("a pause is told with the step that was on", () => {
  const [event] = dated({ type: "paused", atMs: 0, reason: "asked" });
  const { variables } = describeHookEvent("paused", event!, 5, PLAN, "a");
  expect(variables).toMatchObject({ UNWIND_EVENT_STEP: "5", UNWIND_EVENT_REASON: "asked" });
});

test("a text with a null character becomes a variable without it", () => {
  const [event] = dated({ type: "resumed", atMs: 0 });
  const { variables } = describeHookEvent("resumed", event!, 0, { ...PLAN, title: "a\0b" }, "a");
  expect(variables["UNWIND_EVENT_TITLE"]).toBe("ab");
});

test("no variable of a hook is a setting of the program that it may call", () => {
  const [event] = dated(setEnded);
  const { variables } = describeHookEvent("set-ended", event!, 0, PLAN, "a");
  const settings = SETTING_KEYS.map(environmentVariableOf);
  expect(Object.keys(variables).filter((name) => settings.includes(name))).toEqual([]);
});
