/** The pages of a session that runs: which are kept, which come next, and where the session came from. */
import { describe, expect, it } from "vitest";
import { buildPagesUntil, type CuePage, cueSheetToText } from "../../src/cues/cue-sheet.ts";
import type { Deadline } from "../../src/plan/step-types.ts";
import type { Plan } from "../../src/plan/types.ts";
import { createInitialState } from "../../src/player/state.ts";
import type { PlayerState } from "../../src/player/types.ts";
import { doOne, everyMinute, forTime, planWith, restFor } from "../support/clocked-plans.ts";
import { hold, OPEN } from "../support/content.ts";
import { at } from "../support/playing.ts";
import { Listener } from "./listener.ts";
import { ALL, evenly, heard, lunge, planOf, sheetOf, spoken, words } from "./support.ts";

const running = (change: Partial<PlayerState>): PlayerState => ({
  ...createInitialState(),
  status: "running",
  ...change,
});
const pagesOf = (plan: Plan, state: PlayerState, untilMs: number, previous: readonly CuePage[] = []) =>
  buildPagesUntil({ plan, settings: ALL, measureSpeech: evenly }, state, previous, untilMs);

describe("the pages of a session", () => {
  it("reach from the step that is on to the one that is on at a time", () => {
    const stepsOf = (untilMs: number) => pagesOf(lunge, running({}), untilMs).map(({ step }) => step);
    // Ten seconds to get ready, then thirty of stretching.
    expect([stepsOf(10_000), stepsOf(10_001), stepsOf(40_001)]).toEqual([[0], [0, 1], [0, 1, 2]]);
  });

  it("are kept from the step that is on, as they are, and dropped behind it", () => {
    const before = pagesOf(lunge, running({}), 40_001);
    const now = pagesOf(lunge, running({ step: 1, stepAtMs: 10_000, atMs: 12_000 }), 40_001, before);
    expect(now).toHaveLength(2);
    expect(now[0]).toBe(before[1]);
    expect(now[1]).toBe(before[2]);
  });

  it("know what will have been done at their end, and by when each line has to be said in the session", () => {
    const pages = pagesOf(lunge, running({}), 40_001);
    expect(pages.map(({ records }) => records.map((record) => record?.durationMs))).toEqual([
      [10_000],
      [10_000, 30_000],
      [10_000, 30_000, 40_000],
    ]);
    const lines = pages[1]?.cues.flatMap((cue) => (cue.kind === "speech" ? [[cue.name, cue.endByMs]] : []));
    expect(lines).toEqual([
      ["stroke", 19_880],
      ["reminder", 24_880],
      ["ten-seconds", 36_880],
    ]);
  });

  it("leave time for the tone that answers a person who ends a set that waited", () => {
    const plan = planOf([spoken({ pattern: OPEN }), spoken({ id: "plank", pattern: hold(30) })]);
    const announced = sheetOf(plan).find(({ step, kind }) => step === 2 && kind === "speech");
    expect((announced?.atMs ?? 0) - (plan.steps[2]?.atMs ?? 0)).toBe(578);
  });
});

describe("a set that the clock brought the person to", () => {
  const round = (index: number) => ({ index, of: 2 });
  const sets = [doOne("plank", round(1)), doOne("walk", round(1)), doOne("plank", round(2)), doOne("walk", round(2))];
  const cap: Deadline = { kind: "cap", anchor: 0, afterMs: 600_000, next: 4, group: 0 };
  const plan = planWith(
    sets.map((set) => ({ ...set, deadlines: [cap] })),
    { rounds: 2, capMs: 600_000 },
  );
  const done = { how: "completed", durationMs: 40_000, reps: 1 } as const;
  const saidAtOnce = (records: PlayerState["records"]) => {
    const [page] = pagesOf(plan, running({ step: 2, stepAtMs: 80_000, atMs: 80_000, records }), 80_001);
    return words(page?.cues ?? []).includes("Plank, 40 seconds.");
  };

  it.each<[string, PlayerState["records"], boolean]>([
    ["is named after another exercise", [done, done], true],
    ["is not named after the same one, whose next was jumped over", [done, undefined], false],
    ["is not named because of what was done behind it", [done, undefined, undefined, done], false],
    ["is named as at first when it is gone back to", [done, done, done], true],
  ])("%s", (_, records, expected) => {
    expect(saidAtOnce(records)).toBe(expected);
  });

  it("tells its round when it is begun again after the minute had cut the last one off", () => {
    const listener = new Listener(everyMinute(2, ["plank", "plank"]));
    listener.take(at(100, "start"));
    for (let second = 1; second <= 60; second++) listener.take(at(100 + second, "tick"));
    const again = listener.take(at(160.1, "restart"));
    expect(words(again.cues)).toContain("Minute two of two.");
  });
});

describe("the score of a group", () => {
  const plan = forTime(1, 600, [restFor(30), doOne("plank")]);
  const entered = running({ step: 2, stepAtMs: 92_000, atMs: 92_000 });
  it.each<[string, number | null, string]>([
    ["is said as it ends", 92_000, "Done in one minute 32 seconds."],
    ["is not said again behind that", 91_000, "Next: plank, 40 seconds."],
    ["is not said before its end", null, "Next: plank, 40 seconds."],
  ])("%s", (_, toMs, expected) => {
    const done = { how: "completed", durationMs: 40_000, reps: 5 } as const;
    const state = { ...entered, records: [done, done], groupTimes: { 0: { fromMs: 0, toMs } } };
    expect(words(pagesOf(plan, state, 92_001)[0]?.cues ?? [])[0]).toBe(expected);
  });
});

describe("a set with a cap of its own", () => {
  it("that the person ends has its tone, and then the rest its own", () => {
    const cap: Deadline = { kind: "cap", anchor: 0, afterMs: 60_000, next: 1, group: null };
    const listener = new Listener(planWith([{ ...doOne("push"), deadlines: [cap] }, restFor(20), doOne("plank")]));
    listener.take(at(100, "start"));
    listener.take(at(105, "tick"));
    const ended = listener.take(at(106, "done"));
    expect(heard(ended.cues.filter(({ kind }) => kind === "tone"))).toEqual(["6.00 set-end", "6.56 rest"]);
  });
});

describe("a sheet to read", () => {
  it("tells what ends a step that has no length: the next round, or you", () => {
    const plan = everyMinute(1, ["plank"], [doOne("push")]);
    const titles = cueSheetToText(plan, sheetOf(plan))
      .split("\n")
      .filter((line) => /^\S/u.test(line));
    expect(titles.map((title) => title.split(", ").at(-1))).toEqual([
      "set 1 of 1",
      "until the next round",
      "waits for you",
      "The end",
    ]);
  });
});
