/** Sound that starts late: what was due before is made up for, as long as it is of use. */
import { describe, expect, it } from "vitest";
import type { Plan } from "../../src/plan/types.ts";
import { doOne, planWith } from "../support/clocked-plans.ts";
import { hold } from "../support/content.ts";
import { at } from "../support/playing.ts";
import { Listener, miss, when } from "./listener.ts";
import { clashes, evenly, heard, lunge, planOf, spoken, words } from "./support.ts";

describe("sound that starts late", () => {
  const startedAt = (ms: number, plan: Plan, voice: (text: string) => number) => {
    const listener = new Listener(plan, voice);
    miss(plan, listener, at(100, "start"));
    return listener.take(when(ms, "tick")).cues;
  };
  const announcedAt = (ms: number, plan = lunge, voice = (_: string) => 500) =>
    startedAt(ms, plan, voice).some(({ name, atMs }) => name === "announce" && atMs === ms);

  it("announces the exercise up to four seconds after that was due", () => {
    expect([announcedAt(4400), announcedAt(4401)]).toEqual([true, false]);
  });

  it("announces it where it ends 120 ms before the count", () => {
    expect([announcedAt(1500, lunge, () => 5380), announcedAt(1500, lunge, () => 5381)]).toEqual([true, false]);
  });

  it("says nothing over the announcement", () => {
    const cues = startedAt(1500, lunge, evenly);
    expect(words(cues)[0]).toContain("Lunge.");
    expect(clashes(cues)).toEqual([]);
  });

  it("announces the exercise, not the round", () => {
    const plan = planWith([{ kind: "prepare" }, doOne("plank", { index: 1, of: 3 })], { rounds: 3 });
    expect(startedAt(1500, plan, () => 500).map(({ name }) => name)[0]).toBe("announce");
  });

  it("announces a set that has begun, and gives way to a tone of that very moment", () => {
    const short = planOf([spoken({ pattern: hold(4) })], { prepareMs: 0 });
    const quickly = () => 100;
    expect(announcedAt(700, short, quickly)).toBe(true);
    expect(heard(startedAt(1000, short, quickly))[0]).toBe("1.00 last-seconds");
  });
});
