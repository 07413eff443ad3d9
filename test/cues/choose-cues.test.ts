/** Which of an exercise's cues a set gets: before it, as it begins, and while it is held. */
import { describe, expect, it } from "vitest";
import type { Pattern } from "../../src/catalog/exercise-types.ts";
import { chooseSetCues, reminderTimesOf } from "../../src/cues/choose-cues.ts";
import { hold, OPEN, stroke, tempo } from "../support/content.ts";
import { contextOf, planOf, spoken } from "./support.ts";

const BREATH = ["Long breath out."];
const worked = (seconds: number): Pattern => ({ type: "strokes", strokes: [stroke("work", seconds)] });
const heldWith = (seconds: number, cue: string): Pattern => ({
  type: "strokes",
  strokes: [{ ...stroke("hold", seconds), cue }],
});

/** The cues of every set of an exercise that has these to choose from. */
function choose(pattern: Pattern, { reps = 1, sets = 1, cues = ["Aim", "Brace", "Climb", "Dive", "Ease"] } = {}) {
  const plan = planOf([spoken({ pattern, reps, sets }, { cues })]);
  return plan.steps
    .filter(({ kind }) => kind === "set")
    .map(({ index }) => {
      const { before, opening, breath, reminders } = chooseSetCues(contextOf(plan, index));
      return [before, opening, breath, reminders];
    });
}

describe("the cues of a set", () => {
  it.each<[string, Pattern, number, unknown[]]>([
    ["a short hold leaves time to breathe, not for more", hold(30), 1, ["Aim.", "Brace.", BREATH, []]],
    ["a longer hold gives its only reminder to breathing", hold(40), 1, ["Aim.", "Brace.", BREATH, []]],
    ["a hold of a minute has one reminder besides", hold(60), 1, ["Aim.", "Brace.", BREATH, ["Climb."]]],
    ["work of forty seconds has one reminder", worked(40), 1, ["Aim.", "Brace.", [], ["Climb."]]],
    ["work of a minute has two reminders", worked(60), 1, ["Aim.", "Brace.", [], ["Climb.", "Dive."]]],
    [
      "a stroke in its own words needs no other as it begins",
      heldWith(60, "Sink"),
      1,
      ["Aim.", "Sink.", BREATH, ["Brace."]],
    ],
    [
      "a stroke whose words are about breath needs no phrase for it",
      heldWith(60, "Breathe in"),
      1,
      ["Aim.", "Breathe in.", [], ["Brace.", "Climb."]],
    ],
    ["a hold that is repeated has its strokes called", hold(60), 2, ["Aim.", null, [], []]],
    ["one repetition of several strokes has them called", tempo(30, 1, 30), 1, ["Aim.", null, [], []]],
    ["a set that waits for the person has them all read out in it", OPEN, 1, [null, null, [], []]],
  ])("%s", (_, pattern, reps, expected) => {
    expect(choose(pattern, { reps })).toEqual([expected]);
  });

  it("go on from set to set and begin again at the end of the list", () => {
    expect(choose(hold(30), { sets: 3 })).toEqual([
      ["Aim.", "Brace.", BREATH, []],
      ["Climb.", "Dive.", BREATH, []],
      ["Ease.", "Aim.", BREATH, []],
    ]);
    expect(choose(tempo(3, 1, 3), { reps: 8, sets: 2 })).toEqual([
      ["Aim.", null, [], []],
      ["Brace.", null, [], []],
    ]);
  });

  it("are said once where there are few, and not made up where there are none", () => {
    expect(choose(worked(60), { cues: ["Aim", "Brace"] })).toEqual([["Aim.", "Brace.", [], []]]);
    expect(choose(hold(60), { cues: [] })).toEqual([[null, null, BREATH, []]]);
  });
});

describe("the reminders of a hold", () => {
  it.each<[number, boolean, number[]]>([
    [9999, true, []],
    [10_000, true, [1 / 3]],
    [10_000, false, []],
    [39_999, true, [1 / 3]],
    [39_999, false, []],
    [40_000, false, [0.25]],
    [59_999, true, [0.25]],
    [60_000, true, [0.25, 0.75]],
  ])("of %d ms that needs one about breathing (%s) come at %j of it", (durationMs, isBreathNeeded, expected) => {
    expect(reminderTimesOf(durationMs, isBreathNeeded)).toEqual(expected);
  });
});
