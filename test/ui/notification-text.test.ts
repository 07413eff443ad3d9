/** When a person who looks elsewhere is told something. */
import { describe, expect, it } from "vitest";
import type { Happening } from "../../src/player/types.ts";
import { formatNotification } from "../../src/ui/notification-text.ts";
import { planOf, spoken } from "../cues/support.ts";
import { hold } from "../support/content.ts";
import { at, play } from "../support/playing.ts";

const plan = planOf([spoken({ pattern: hold(30), sets: 2, rest: 40 }, { name: "Lunge\x1b[2J;\u009d" })]);
const rest = plan.steps.findIndex(({ kind }) => kind === "rest");
const ended = (step: number, how: "completed" | "skipped"): Happening => {
  return { type: "step-ended", atMs: 0, step, how, durationMs: 40_000, reps: 0, attempt: how };
};

describe("a person who looks elsewhere", () => {
  it("is told that a rest is over and what comes, in plain text whatever the exercise is called", () => {
    const text = formatNotification(ended(rest, "completed"), plan);
    expect(text).toMatch(/^The rest is over: Lunge.*\.$/);
    expect(text).not.toMatch(/\p{Cc}/u);
  });

  it("is told when all is done", () => {
    expect(formatNotification({ type: "session-ended", atMs: 0, how: "finished" }, plan)).toBe("Done.");
  });

  it("is not told of what they did themselves, nor of a set's end", () => {
    expect(formatNotification(ended(rest, "skipped"), plan)).toBeNull();
    expect(formatNotification(ended(rest - 1, "completed"), plan)).toBeNull();
    expect(formatNotification({ type: "session-ended", atMs: 0, how: "quit" }, plan)).toBeNull();
  });

  it("is not told of a rest that they come back to and skip, though it was rested before", () => {
    const setAt = (plan.steps[rest + 1]?.atMs ?? 0) / 1000;
    const rested = play(plan, [at(0, "start"), at(setAt + 1, "tick")]);
    const again = play(plan, [at(setAt + 1, "back"), at(setAt + 5, "skip")], rested.state);
    const told = (happenings: readonly Happening[]) =>
      happenings.flatMap((happening) => formatNotification(happening, plan) ?? []);
    expect([told(rested.happenings).length, told(again.happenings)]).toEqual([1, []]);
    expect(again.state.records[rest]?.how).toBe("completed");
  });
});
