/** English: what is said of clocks, scores and repetitions, down to the shortest wording. */
import { describe, expect, it } from "vitest";
import { ENGLISH } from "../../../src/cues/language/en.ts";
import type { Announcement, SetDose } from "../../../src/cues/language/language.ts";

type GroupResult = Parameters<typeof ENGLISH.score>[0];

const amrap: GroupResult = { kind: "rounds", end: "done", rounds: 7, reps: 12, ms: 1_200_000 };
const forTime: GroupResult = { kind: "time", end: "done", rounds: 3, reps: 0, ms: 512_000 };

describe("a score", () => {
  it.each<[string, GroupResult, string[]]>([
    ["of rounds and repetitions", amrap, ["Seven rounds and twelve repetitions.", "Seven rounds."]],
    ["of one of each", { ...amrap, rounds: 1, reps: 1 }, ["One round and one repetition.", "One round."]],
    ["of whole rounds", { ...amrap, reps: 0 }, ["Seven rounds."]],
    ["of time", forTime, ["Done in eight minutes 32 seconds.", "Eight minutes 32 seconds."]],
    ["of less than a minute", { ...forTime, ms: 59_000 }, ["Done in 59 seconds.", "59 seconds."]],
    ["of a minute", { ...forTime, ms: 60_000 }, ["Done in one minute.", "One minute."]],
    ["of a minute and a second", { ...forTime, ms: 61_000 }, ["Done in one minute 1 second.", "One minute 1 second."]],
    ["of time that was not enough: what was done in it", { ...forTime, end: "cap" }, ["Three rounds."]],
    ["of what was broken off: what was done until then", { ...forTime, end: "stopped" }, ["Three rounds."]],
  ])("%s", (_, result, expected) => {
    expect(ENGLISH.score(result)).toEqual(expected);
  });
});

describe("in the fewest words", () => {
  it.each<[string, () => readonly string[]]>([
    ["Time.", () => ENGLISH.timeUp()],
    ["Halfway.", () => ENGLISH.capHalfWay(120_000)],
    ["Session done.", () => ENGLISH.sessionDone({ sets: 2, setsPlanned: 2, ms: 90_000 })],
    ["Session done.", () => ENGLISH.sessionDone({ sets: 1, setsPlanned: 1, ms: 90_000 })],
    ["Session over.", () => ENGLISH.sessionDone({ sets: 0, setsPlanned: 2, ms: 90_000 })],
    ["15.", () => ENGLISH.repsTurn("Squat", 15, true)],
    ["Four.", () => ENGLISH.repsTurn("Squat", 4, false)],
    ["Round two.", () => ENGLISH.round(2, 3, false)],
  ])("%s", (text, say) => {
    expect(say().at(-1)).toBe(text);
  });
});

describe("a name in the plural", () => {
  it.each([
    ["Pyramid", "Three pyramids."],
    ["Fly", "Three flies."],
    ["Crunch", "Three crunches."],
    ["Box", "Three boxes."],
    ["Relay", "Three relays."],
    ["Squats", "Three squats."],
    ["Press", "Three presses."],
  ])("of %s is said as %s", (name, text) => {
    expect(ENGLISH.repsTurn(name, 3, false)[0]).toBe(text);
  });
});

describe("the next set", () => {
  const nextOf = (name: string, dose: SetDose) => ENGLISH.nextSet({ name, dose, set: 1, of: 1, side: null });

  it("is told by its name alone where time is short", () => {
    expect(nextOf("Plank", { type: "time", ms: 30_000 })).toEqual([
      "Next: plank, 30 seconds.",
      "Next: plank.",
      "Plank.",
    ]);
  });

  it.each<[string, SetDose]>([
    ["Next: box breathing, six breaths.", { type: "breaths", breaths: 6 }],
    ["Next: box breathing, one breath.", { type: "breaths", breaths: 1 }],
    ["Next: box breathing, at your own pace.", { type: "open" }],
  ])("%s", (text, dose) => {
    expect(nextOf("Box breathing", dose)[0]).toBe(text);
  });

  it("keeps the capitals of an abbreviation before another word that has one", () => {
    expect(nextOf("TFL Roll", { type: "open" })[1]).toBe("Next: TFL Roll.");
  });
});

describe("an exercise on one side", () => {
  const plank: Announcement = {
    ...{ name: "Plank", sets: 2, dose: { type: "time", ms: 30_000 } },
    ...{ sides: "one", firstSide: "left" },
  };

  it("is announced with the side that is known, and with none that is not", () => {
    expect(ENGLISH.announce(plank)[0]).toBe("Plank. Two sets, 30 seconds, left side.");
    expect(ENGLISH.announce({ ...plank, firstSide: null })[0]).toBe("Plank. Two sets, 30 seconds.");
  });
});
