/** Whole workouts with groups, clocks, loads and sides: what a person reads at the beginning of every step. */
import { describe, expect, it } from "vitest";
import { computeScores } from "../../src/player/score.ts";
import { summariseSession } from "../../src/player/summarise-session.ts";
import { doing, group, rest } from "../support/groups.ts";
import { lunge, plank, planOf, pull, push, walk } from "./walk.ts";

describe("a circuit", () => {
  const plan = planOf(
    [pull, push, plank, lunge],
    doing("plank", { load: "5 kg" }),
    rest(15),
    group(
      { name: "Circuit", rounds: 2, between: 5, rest: 30 },
      ...[doing("pull-up", { load: "20 kg" }), doing("lunge"), group({ rounds: 2 }, doing("plank"))],
    ),
    doing("push-up"),
  );

  it("says round, place, side and load, and what comes next with its load where that changes", () => {
    expect(walk(plan).lines).toEqual([
      "GET READY 10 | Exercise 1 of 5 | 5 kg | then Plank, 20 s, 5 kg | 325 s",
      "HOLD 20 | Exercise 1 of 5 | 5 kg | then Pull up, 5 reps, 20 kg | 315 s",
      "REST 15 | Round 1 of 2 | Exercise 1 of 3 | 20 kg | then Pull up, 5 reps, 20 kg | 295 s",
      "PULL UP 5 | Round 1 of 2 | Exercise 1 of 3 | 20 kg | then Lunge, 30 s, left side | 280 s",
      "REST 5 | Round 1 of 2 | Exercise 2 of 3 | Left knee on the floor | then Lunge, 30 s, left side | 280 s",
      "HOLD 30 | Round 1 of 2 | Exercise 2 of 3 | Left knee on the floor | then Switch sides, then right | 275 s",
      "SWITCH SIDES 10 | Round 1 of 2 | Exercise 2 of 3 | Right knee on the floor | then Right side, 30 s | 245 s",
      "HOLD 30 | Round 1 of 2 | Exercise 2 of 3 | Right knee on the floor | then Plank, 20 s | 235 s",
      "REST 5 | Round 1 of 2, 1 of 2 | then Plank, 20 s | 205 s",
      "HOLD 20 | Round 1 of 2, 1 of 2 | then Round 1 of 2, 2 of 2, 20 s | 200 s",
      "HOLD 20 | Round 1 of 2, 2 of 2 | then Pull up, 5 reps, 20 kg | 180 s",
      "REST 30 | Round 2 of 2 | Exercise 1 of 3 | 20 kg | then Pull up, 5 reps, 20 kg | 160 s",
      "PULL UP 5 | Round 2 of 2 | Exercise 1 of 3 | 20 kg | then Lunge, 30 s, left side | 130 s",
      "REST 5 | Round 2 of 2 | Exercise 2 of 3 | Left knee on the floor | then Lunge, 30 s, left side | 130 s",
      "HOLD 30 | Round 2 of 2 | Exercise 2 of 3 | Left knee on the floor | then Switch sides, then right | 125 s",
      "SWITCH SIDES 10 | Round 2 of 2 | Exercise 2 of 3 | Right knee on the floor | then Right side, 30 s | 95 s",
      "HOLD 30 | Round 2 of 2 | Exercise 2 of 3 | Right knee on the floor | then Plank, 20 s | 85 s",
      "REST 5 | Round 2 of 2, 1 of 2 | then Plank, 20 s | 55 s",
      "HOLD 20 | Round 2 of 2, 1 of 2 | then Round 2 of 2, 2 of 2, 20 s | 50 s",
      "HOLD 20 | Round 2 of 2, 2 of 2 | then Push up, 10 reps | 30 s",
      "GET READY 10 | Exercise 5 of 5 | then Push up, 10 reps | 10 s",
      "PUSH UP 10 | Exercise 5 of 5 | then Done | 0 s",
    ]);
  });

  it("has no score, and counts all sets", () => {
    const { state } = walk(plan);
    expect(summariseSession(plan, state)).toEqual({
      ...{ finished: true, setsCompleted: 12, setsPlanned: 12, reps: 5 + 5 + 10, skipped: [], scores: [] },
      ...{ workedMs: 250_000, sessionMs: 355_000, muscles: [{ name: "iliopsoas", ms: 250_000 }] },
    });
  });
});

describe("as many rounds as possible behind a warm-up, with rests", () => {
  const plan = planOf(
    [pull, push, plank, lunge],
    doing("plank"),
    group(
      { name: "Cindy", rounds: null, cap: 120, between: 5, rest: 15 },
      ...[doing("pull-up", { load: "20 kg" }), doing("lunge", { side: "left" })],
    ),
    rest(20),
    doing("push-up"),
  );

  it("start their clock with the first set, and show it in sets and rests", () => {
    expect(walk(plan).lines).toEqual([
      "GET READY 10 | Exercise 1 of 4 | then Plank, 20 s | 180 s",
      "HOLD 20 | Exercise 1 of 4 | then Pull up, 5 reps, 20 kg | 170 s",
      "GET READY 10 | Round 1 | Exercise 1 of 2 | 20 kg | then Pull up, 5 reps, 20 kg | 0 rounds done | 150 s",
      "PULL UP 5 | Round 1 | Exercise 1 of 2 | 20 kg | 2:00 | then Lunge, 30 s, left side | 0 rounds done | 140 s",
      "REST 5 | Round 1 | Exercise 2 of 2 | Left knee on the floor | 1:50 | then Lunge, 30 s, left side | 0 rounds done | 130 s",
      "HOLD 30 | Round 1 | Exercise 2 of 2 | Left knee on the floor | 1:45 | then Pull up, 5 reps, 20 kg | 0 rounds done | 125 s",
      "REST 15 | Round 2 | Exercise 1 of 2 | 20 kg | 1:15 | then Pull up, 5 reps, 20 kg | 1 round done | 95 s",
      "PULL UP 5 | Round 2 | Exercise 1 of 2 | 20 kg | 1:00 | then Lunge, 30 s, left side | 1 round done | 80 s",
      "REST 5 | Round 2 | Exercise 2 of 2 | Left knee on the floor | 0:50 | then Lunge, 30 s, left side | 1 round done | 70 s",
      "HOLD 30 | Round 2 | Exercise 2 of 2 | Left knee on the floor | 0:45 | then Pull up, 5 reps, 20 kg | 1 round done | 65 s",
      "REST 15 | Round 3 | Exercise 1 of 2 | 20 kg | 0:15 | then Push up, 10 reps | 2 rounds done | 35 s",
      "REST 20 | Exercise 4 of 4 | then Push up, 10 reps | 20 s",
      "PUSH UP 10 | Exercise 4 of 4 | then Done | 0 s",
    ]);
  });

  it("are scored by whole rounds: a rest is no part of one", () => {
    const { state } = walk(plan);
    expect(computeScores(plan, state)).toEqual([
      {
        ...{ group: 0, name: "Cindy", workout: "2:00: 5 Pull up @20 kg, 30 s Lunge left", kind: "rounds" },
        ...{ rounds: 2, reps: 0, sets: 0, setsLeft: 0, ms: 120_000, end: "done" },
      },
    ]);
    expect(summariseSession(plan, state, ({ name }) => `better than ${name}`)).toMatchObject({
      ...{ setsCompleted: 6, setsPlanned: 6, skipped: [] },
      scores: [{ title: "Cindy", text: "2 rounds", comparison: "better than Cindy" }],
    });
  });
});

describe("a ladder for time, done twice", () => {
  const ladder = [{ reps: 21 }, { reps: 15, load: "30 kg" }, { reps: 9 }];
  const plan = planOf(
    [pull, push, plank],
    doing("plank"),
    group(
      { rounds: 2, rest: 10 },
      group({ rounds: ladder, countUp: true, cap: 300 }, doing("pull-up", { load: "40 kg" }), doing("push-up")),
      doing("plank"),
    ),
  );

  it("counts up from its first set, and anew in the next round", () => {
    expect(walk(plan).lines).toEqual([
      "GET READY 10 | Exercise 1 of 4 | then Plank, 20 s | 690 s",
      "HOLD 20 | Exercise 1 of 4 | then Pull up, 21 reps, 40 kg | 680 s",
      "GET READY 10 | Round 1 of 2, 1 of 3 | Exercise 1 of 2 | 40 kg | then Pull up, 21 reps, 40 kg | 660 s",
      "PULL UP 21 | Round 1 of 2, 1 of 3 | Exercise 1 of 2 | 40 kg | 0:00 | then Push up, 21 reps | 650 s",
      "PUSH UP 21 | Round 1 of 2, 1 of 3 | Exercise 2 of 2 | 0:10 | then Pull up, 15 reps, 30 kg | 640 s",
      "PULL UP 15 | Round 1 of 2, 2 of 3 | Exercise 1 of 2 | 30 kg | 0:20 | then Push up, 15 reps | 630 s",
      "PUSH UP 15 | Round 1 of 2, 2 of 3 | Exercise 2 of 2 | 0:30 | then Pull up, 9 reps, 40 kg | 620 s",
      "PULL UP 9 | Round 1 of 2, 3 of 3 | Exercise 1 of 2 | 40 kg | 0:40 | then Push up, 9 reps | 610 s",
      "PUSH UP 9 | Round 1 of 2, 3 of 3 | Exercise 2 of 2 | 0:50 | then Plank, 20 s | 600 s",
      "HOLD 20 | Round 1 of 2 | Exercise 3 of 3 | then Pull up, 21 reps, 40 kg | 350 s",
      "REST 10 | Round 2 of 2, 1 of 3 | Exercise 1 of 2 | 40 kg | then Pull up, 21 reps, 40 kg | 330 s",
      "PULL UP 21 | Round 2 of 2, 1 of 3 | Exercise 1 of 2 | 40 kg | 0:00 | then Push up, 21 reps | 320 s",
      "PUSH UP 21 | Round 2 of 2, 1 of 3 | Exercise 2 of 2 | 0:10 | then Pull up, 15 reps, 30 kg | 310 s",
      "PULL UP 15 | Round 2 of 2, 2 of 3 | Exercise 1 of 2 | 30 kg | 0:20 | then Push up, 15 reps | 300 s",
      "PUSH UP 15 | Round 2 of 2, 2 of 3 | Exercise 2 of 2 | 0:30 | then Pull up, 9 reps, 40 kg | 290 s",
      "PULL UP 9 | Round 2 of 2, 3 of 3 | Exercise 1 of 2 | 40 kg | 0:40 | then Push up, 9 reps | 280 s",
      "PUSH UP 9 | Round 2 of 2, 3 of 3 | Exercise 2 of 2 | 0:50 | then Plank, 20 s | 270 s",
      "HOLD 20 | Round 2 of 2 | Exercise 3 of 3 | then Done | 20 s",
    ]);
  });

  it("has a score for each time, and names the repetitions of each round", () => {
    const { state } = walk(plan);
    const score = {
      ...{ group: 1, name: null, kind: "time", rounds: 3, reps: 0, sets: 0, setsLeft: 0, ms: 60_000, end: "done" },
      workout: "5:00: 21-9 Pull up @40 kg, 21-15-9 Push up, 15 Pull up @30 kg",
    };
    expect(computeScores(plan, state)).toEqual([score, score]);
    const shown = { title: "Score", text: "1:00", comparison: "" };
    expect(summariseSession(plan, state).scores).toEqual([shown, shown]);
  });
});

describe("rounds on the clock", () => {
  const plan = planOf(
    [pull, push, plank],
    group({ rounds: 3, every: 90 }, doing("pull-up"), doing("plank")),
    group({ rounds: 2, every: 60 }, doing("push-up")),
  );

  it("are minutes where each has a minute, and rounds elsewhere", () => {
    expect(walk(plan).lines).toEqual([
      "GET READY 10 | Round 1 of 3 | Exercise 1 of 2 | then Pull up, 5 reps | 400 s",
      "PULL UP 5 | Round 1 of 3 | Exercise 1 of 2 | 1:30 | then Plank, 20 s | 390 s",
      "HOLD 20 | Round 1 of 3 | Exercise 2 of 2 | 1:20 | then Pull up, 5 reps | 380 s",
      "REST 1:00 | Round 1 of 3 | Exercise 1 of 2 | then Pull up, 5 reps | 360 s",
      "PULL UP 5 | Round 2 of 3 | Exercise 1 of 2 | 1:30 | then Plank, 20 s | 300 s",
      "HOLD 20 | Round 2 of 3 | Exercise 2 of 2 | 1:20 | then Pull up, 5 reps | 290 s",
      "REST 1:00 | Round 2 of 3 | Exercise 1 of 2 | then Pull up, 5 reps | 270 s",
      "PULL UP 5 | Round 3 of 3 | Exercise 1 of 2 | 1:30 | then Plank, 20 s | 210 s",
      "HOLD 20 | Round 3 of 3 | Exercise 2 of 2 | 1:20 | then Push up, 10 reps | 200 s",
      "REST 1:00 | Round 3 of 3 | then Push up, 10 reps | 180 s",
      "PUSH UP 10 | Minute 1 of 2 | 1:00 | then Rest until the next round | 120 s",
      "REST 50 | Minute 1 of 2 | then Minute 2 of 2, 10 reps | 110 s",
      "PUSH UP 10 | Minute 2 of 2 | 1:00 | then Done | 60 s",
    ]);
  });
});
