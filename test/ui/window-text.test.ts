/** The title of the window, and the words of notifications. */
import { describe, expect, it } from "vitest";
import type { Happening } from "../../src/player/types.ts";
import { formatNotification, formatWindowTitle } from "../../src/ui/window-text.ts";
import { planOf, spoken } from "../cues/support.ts";
import { hold } from "../support/content.ts";
import { at, play } from "../support/playing.ts";
import { HOLD, MARCH, PAUSED } from "./support/frames.ts";

describe("the title of the window", () => {
  it("says what is done now, what is left, and of what", () => {
    expect(formatWindowTitle(MARCH, "Psoas program")).toBe("LIFT, 6:50 left: Psoas program");
    expect(formatWindowTitle(PAUSED, "Psoas program")).toBe("PAUSED, 0:45 left: Psoas program");
  });

  it("changes every five seconds, not every second", () => {
    const titles = Array.from({ length: 46 }, (_, leftSeconds) =>
      formatWindowTitle({ ...HOLD, remainingSeconds: leftSeconds }, "Hips"),
    );
    expect(new Set(titles).size).toBe(10);
    expect(titles[1]).toBe("HOLD, 0:05 left: Hips");
  });

  it("is the routine's name before the session, and says when it is done", () => {
    expect(formatWindowTitle({ ...HOLD, status: "ready" }, "Hips")).toBe("Hips");
    expect(formatWindowTitle({ ...HOLD, status: "finished" }, "Hips")).toBe("Done: Hips");
  });

  it("lets nothing of a foreign name through that a terminal would obey, and is never long", () => {
    const title = formatWindowTitle({ ...HOLD, status: "ready" }, `a\x07b\x1b]0;c\u009c${"d".repeat(200)}`);
    expect(title).not.toMatch(/\p{Cc}/u);
    expect(title.length).toBeLessThanOrEqual(60);
  });
});

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
