/** What is heard of clocks: minutes and rounds, half of a cap, its last seconds, its end, and the score. */
import { describe, expect, it } from "vitest";
import { type CueSchedule, updateCueSchedule } from "../../src/cues/cue-schedule.ts";
import { buildCueSheet } from "../../src/cues/cue-sheet.ts";
import { estimateSpeechMs } from "../../src/cues/estimate-speech.ts";
import type { Cue } from "../../src/cues/types.ts";
import type { Plan } from "../../src/plan/types.ts";
import { reduce } from "../../src/player/reduce.ts";
import { createInitialState } from "../../src/player/state.ts";
import type { PlayerEvent } from "../../src/player/types.ts";
import { asManyAsPossible, doOne, everyMinute, forTime, planWith, restFor } from "../support/clocked-plans.ts";
import { at } from "../support/playing.ts";
import { ALL, clashes, heard, tones, words } from "./support.ts";

const sheetOf = (plan: Plan, voice: "full" | "brief" = "brief") =>
  buildCueSheet(plan, { ...ALL, voice }, estimateSpeechMs);

/** What is heard while a person trains: the sheet as it is scheduled, with what is dropped taken out. */
function hear(plan: Plan, ...events: PlayerEvent[]): Cue[] {
  const track = { plan, settings: { ...ALL, voice: "brief" as const }, measureSpeech: estimateSpeechMs };
  const last = events.at(-1)?.clockMs ?? 0;
  const ticks = Array.from({ length: last / 1000 }, (_, second) => at(second + 1, "tick"));
  let state = createInitialState();
  let schedule: CueSchedule | null = null;
  let queued: Cue[] = [];
  for (const event of [at(0, "start"), ...[...ticks, ...events].sort((a, b) => a.clockMs - b.clockMs)]) {
    const outcome = reduce(plan, state, event);
    state = outcome.state;
    const update = updateCueSchedule(track, schedule, state, outcome.happenings);
    schedule = update.schedule;
    const { atMs } = state;
    if (update.drop !== "nothing") queued = queued.filter((cue) => cue.atMs < atMs);
    queued.push(...update.cues);
  }
  return queued;
}

describe("every minute", () => {
  const minutes = everyMinute(3, ["pull", "push"]);

  it("says the minute and what comes, counts it in, and counts the sets down that a minute ends", () => {
    const cues = hear(minutes, at(10, "done"), at(25, "done"), at(70, "done"), at(121, "tick"));
    expect(heard(cues.filter(({ atMs }) => atMs >= 24_000 && atMs < 62_000))).toEqual([
      "25.00 rest",
      "25.45 round: Minute two.",
      expect.stringContaining("next: Next: pull."),
      expect.stringContaining("announce: Pull."),
      "57.00 get-ready",
      "58.00 get-ready",
      "59.00 get-ready",
      "60.00 go",
      expect.stringContaining("your-turn: Five pulls."),
    ]);
    expect(tones(cues, "ten-seconds", "last-seconds")).toEqual([
      ...["110.00 ten-seconds", "117.00 last-seconds", "118.00 last-seconds", "119.00 last-seconds"],
    ]);
    expect(words(cues)).toContain("Minute three.");
  });

  it("says to press Enter once, and what follows every time", () => {
    const said = words(sheetOf(minutes, "full"));
    expect(said.filter((text) => text.includes("Enter"))).toEqual(["Five pulls. Press Enter when done."]);
    expect(said.filter((text) => text === "Next: push, ten repetitions.")).toHaveLength(3);
  });
});

describe("as many rounds as possible", () => {
  const cindy = asManyAsPossible(240, [restFor(60), doOne("plank")]);

  it("says half of the time, its last seconds, and that it is up with the score", () => {
    const done = Array.from({ length: 10 }, (_, index) => at(20 * (index + 1) + 1, "done"));
    const cues = hear(cindy, ...done, at(250, "tick"));
    expect(heard(cues.filter(({ name }) => ["half-way", "ten-seconds", "time-up", "score"].includes(name)))).toEqual([
      "120.00 half-way",
      "120.31 half-way: Halfway. Two minutes left.",
      "230.00 ten-seconds",
      expect.stringContaining("ten-seconds: Ten seconds."),
      "240.00 time-up",
      expect.stringMatching(/^241.*time-up: Time is up\./),
      expect.stringContaining("score: Three rounds and five repetitions."),
    ]);
    expect(tones(cues, "last-seconds").slice(-3)).toEqual([
      "237.00 last-seconds",
      "238.00 last-seconds",
      "239.00 last-seconds",
    ]);
    expect(words(cues)).toEqual(expect.arrayContaining(["Round two.", "Round four.", "Next: plank."]));
  });

  it("is rehearsed by its estimates: the sheet ends with the cap, not with rounds that nobody reaches", () => {
    const sheet = sheetOf(cindy);
    expect(tones(sheet, "time-up")).toEqual(["240.00 time-up"]);
    // Thirty repetitions of three seconds a round.
    expect(words(sheet)).toEqual(expect.arrayContaining(["Round three.", "Two rounds and 15 repetitions."]));
    expect(words(sheet)).not.toContain("Round four.");
  });

  it("says it at the end of a session, too, before the summary", () => {
    const end = words(sheetOf(asManyAsPossible(60))).slice(-3);
    expect(end).toEqual(["Time is up.", "Zero rounds and 15 repetitions.", "Session done. Two sets."]);
  });

  it("never lets two things sound at once", () => {
    expect(clashes(sheetOf(cindy, "full"))).toEqual([]);
    expect(clashes(sheetOf(everyMinute(4, ["pull", "push"], [doOne("plank")]), "full"))).toEqual([]);
    expect(clashes(sheetOf(asManyAsPossible(60, [doOne("plank")]), "full"))).toEqual([]);
  });
});

describe("for time", () => {
  it("says how long it took as soon as it is done", () => {
    const cues = hear(forTime(1, 600, [restFor(30), doOne("plank")]), at(40, "done"), at(92, "done"), at(100, "tick"));
    expect(heard(cues.filter(({ name }) => name === "score"))).toEqual([
      expect.stringContaining("score: Done in one minute 32 seconds."),
    ]);
  });
});

describe("a set that another one follows at once", () => {
  it("names it with its side before it ends", () => {
    const left = { ...doOne("plank"), side: "left" as const };
    const plan = planWith([doOne("squat"), { ...doOne("plank") }, left]);
    expect(words(sheetOf(plan, "full"))).toEqual(
      expect.arrayContaining(["Next: plank, 40 seconds.", "Next: plank, left side, 40 seconds."]),
    );
  });
});
