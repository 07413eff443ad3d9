/** Scores that are kept: in the session file, after a crash, in summaries, exports and the history; and the last time. */
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { toLocalDay } from "../../../src/calendar.ts";
import { describeSessionResult } from "../../../src/journal/describe-session.ts";
import { formatCsvHeader, formatCsvRows } from "../../../src/journal/export/csv.ts";
import { toFullSessionJson } from "../../../src/journal/export/json.ts";
import { formatTcxActivity } from "../../../src/journal/export/tcx.ts";
import { compareWithLast, findLastScores } from "../../../src/journal/read/last-scores.ts";
import { parseJournal } from "../../../src/journal/read/parse-journal.ts";
import { summariseSessionFile } from "../../../src/journal/session-summary.ts";
import { formatSessionFile, parseSessionFile } from "../../../src/journal/session-text.ts";
import { StatisticsAccumulator } from "../../../src/journal/statistics/statistics.ts";
import { toSessionRow } from "../../../src/output/history-table.ts";
import type { Plan } from "../../../src/plan/types.ts";
import { computeScores } from "../../../src/player/score.ts";
import { createInitialState } from "../../../src/player/state.ts";
import type { Session } from "../../../src/session/types.ts";
import { asManyAsPossible, doOne, forTime, restFor } from "../../support/clocked-plans.ts";
import { journalOf, MORNING_MS, sessionOf } from "../../support/example-sessions.ts";
import type { SimulatedClock } from "../../support/simulated-clock.ts";

const cindy = asManyAsPossible(120, [restFor(30), doOne("plank")]);
const fran: Plan = (() => {
  const plan = forTime(2, 300);
  return { ...plan, steps: plan.steps.map((step) => ({ ...step, load: "2 x 20 kg" })) };
})();

/** Presses Enter every so many seconds, so many times, and lets the rest of the session pass. */
const doneEvery =
  (seconds: number, times: number, thenSeconds = 0) =>
  (session: Session, clock: SimulatedClock) => {
    session.send({ type: "start" });
    for (let time = 0; time < times; time++) {
      clock.advance(seconds * 1000);
      session.send({ type: "done" });
    }
    clock.advance(thenSeconds * 1000);
  };

const session = sessionOf(doneEvery(20, 4, 150), { plan: cindy });

describe("a session file", () => {
  it("has the score, and plans no sets that nobody reached", () => {
    expect(session.status).toBe("finished");
    expect(session.scores).toEqual([
      {
        ...{ name: null, workout: "2:00: 5 Pull, 10 Push, 15 Squat", kind: "rounds", end: "done" },
        ...{ rounds: 1, reps: 5, sets: 1, setsLeft: 0, seconds: 120 },
      },
    ]);
    expect(session.blocks.map(({ sets }) => sets)).toEqual([2, 1, 1, 1, 0, 0]);
    expect(parseSessionFile(formatSessionFile(session))).toEqual({ type: "valid", value: session });
  });

  it("without groups has none, as before", () => {
    expect("scores" in sessionOf()).toBe(false);
  });
});

describe("a session that was cut off", () => {
  it("goes on with the clock where it stood", () => {
    const { text, session: live } = journalOf(doneEvery(20, 4), { plan: cindy });
    const read = parseJournal(text);
    if (read.type !== "valid") throw new Error(read.type);
    const { place, nextStepIndex, activeMs, stepRecords } = read.value;
    const { anchors, groupTimes } = place;
    const state = createInitialState({
      step: nextStepIndex,
      records: stepRecords,
      atMs: activeMs,
      anchors,
      groupTimes,
    });
    expect(state).toMatchObject({
      step: 4,
      atMs: 80_000,
      anchors: live.state().anchors,
      groupTimes: live.state().groupTimes,
    });
    expect(computeScores(cindy, state)).toEqual(computeScores(cindy, live.state()));
  });
});

describe("a set that the cap has cut off and the person has set right", () => {
  const correct = (session: Session, clock: SimulatedClock) => {
    doneEvery(20, 4, 150)(session, clock);
    clock.advance(60_000);
    for (const deltaMs of [10, 10, 10, -10]) session.send({ type: "extend", deltaMs });
  };
  const short = asManyAsPossible(120);

  it("counts so in the session file, its summary and a spreadsheet, which ends when it ended", () => {
    const set = sessionOf(correct, { plan: short });
    expect(set.scores).toMatchObject([{ rounds: 1, reps: 7 }]);
    expect(set.steps.at(-1)).toMatchObject({ reps: 2, plannedReps: 10, how: "skipped" });
    expect(set.endedAt).toBe(sessionOf(doneEvery(20, 4, 150), { plan: short }).endedAt);
    expect(summariseSessionFile(set).blocks[1]).toMatchObject({ reps: 12 });
    expect(formatCsvRows(set)).toContain("1 round + 7 reps");
    expect(parseSessionFile(formatSessionFile(set))).toEqual({ type: "valid", value: set });
  });

  it("is kept when the program is killed afterwards", () => {
    const read = parseJournal(journalOf(correct, { plan: short }).text);
    if (read.type !== "valid") throw new Error(read.type);
    expect(read.value).toMatchObject({ isFinished: true, ended: "finished" });
    expect(read.value.toSessionFile().scores).toMatchObject([{ rounds: 1, reps: 7 }]);
  });
});

describe("what is made of it", () => {
  it("names the score in words, with what it was for", () => {
    expect(describeSessionResult(session)).toContain("Score: 1 round + 5 reps (2:00: 5 Pull, 10 Push, 15 Squat)");
    const row = toSessionRow(summariseSessionFile(session), {
      today: toLocalDay(MORNING_MS, 60),
      nowEpochMs: MORNING_MS,
      columns: 120,
      hasScores: true,
    });
    expect(row).toContain("1 round + 5 reps");
  });

  it("has round, load and score in a spreadsheet", () => {
    const rows: Record<string, string>[] = parse(
      formatCsvHeader() + formatCsvRows(sessionOf(doneEvery(10, 4), { plan: fran })),
      {
        columns: true,
      },
    );
    expect(rows.map((row) => [row["round"], row["rounds"], row["load"], row["score"]])).toEqual([
      ["1", "2", "2 x 20 kg", "0:40"],
      ["1", "2", "2 x 20 kg", "0:40"],
      ["2", "2", "2 x 20 kg", "0:40"],
      ["2", "2", "2 x 20 kg", "0:40"],
    ]);
  });

  it("has them in the laps of a sports site, and in JSON", () => {
    const made = sessionOf(doneEvery(10, 4), { plan: fran });
    const text = formatTcxActivity(made);
    expect(text).toContain("Pull, set 1 of 1, round 2 of 2, 2 x 20 kg, 5 of 5 repetitions");
    expect(text).toContain("Score: 0:40");
    const json = toFullSessionJson(made, "finished");
    expect(json.scores).toMatchObject([{ kind: "time", seconds: 40 }]);
    expect(json.steps[2]).toMatchObject({ round: { index: 2, of: 2 }, load: "2 x 20 kg" });
  });

  it("sums what was lifted: every load times its repetitions", () => {
    const summary = summariseSessionFile(sessionOf(doneEvery(10, 4), { plan: fran }));
    expect(summary.liftedKg).toBe(2 * 20 * 30);
    const statistics = new StatisticsAccumulator();
    statistics.add(summary);
    statistics.add(summary);
    expect(statistics.build(toLocalDay(MORNING_MS, 60), null).liftedKg).toBe(2400);
    expect(summariseSessionFile(session).liftedKg).toBeUndefined();
  });

  it.each([
    ["45 lb", 10, 204.117],
    ["22,5 kg", 4, 90],
    ["green band", 10, undefined],
  ])("%s lifted %i times weighs %s kg", (load, reps, kg) => {
    const [first] = session.steps;
    const steps = first ? [{ ...first, load, reps, plannedReps: reps }] : [];
    expect(summariseSessionFile({ ...session, steps }).liftedKg).toBe(kg);
  });
});

describe("the last time", () => {
  const workout = "2:00: 5 Pull, 10 Push, 15 Squat";
  const sessions = [
    { summary: summariseSessionFile(sessionOf(doneEvery(10, 1), { plan: cindy })) },
    { summary: summariseSessionFile(session) },
  ];
  const now = (times: number) => {
    const { session: live } = journalOf(doneEvery(20, times, 150), { plan: cindy });
    const [score] = computeScores(cindy, live.state());
    if (!score) throw new Error("there is a score");
    return score;
  };
  const last = findLastScores(new Set([workout]), sessions).get(workout);
  const day = toLocalDay(MORNING_MS, 60);

  it("is the latest complete score of the same workout", () => {
    expect(last?.score.reps).toBe(5);
    expect(findLastScores(new Set(["5:00: 5 Pull"]), sessions).size).toBe(0);
  });

  it("is compared in words", () => {
    expect(compareWithLast(now(5), last, day + 9)).toBe("10 reps more than on 2 Nov");
    expect(compareWithLast(now(3), last, day + 1)).toBe("5 reps fewer than yesterday");
    expect(compareWithLast(now(4), last, day)).toBe("the same as earlier today");
    expect(compareWithLast(now(4), undefined, day)).toBe("");
  });
});
