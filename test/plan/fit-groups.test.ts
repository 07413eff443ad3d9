/** Fitting groups into a time: shorter rests, then fewer rounds; caps and what a flag gave stay. */
import { describe, expect, it } from "vitest";
import { exercisesOf } from "../../src/catalog/create-routine.ts";
import { readLine } from "../../src/catalog/line-routine.ts";
import { loadCatalog } from "../../src/catalog/load-catalog.ts";
import { findDataFolder } from "../../src/paths.ts";
import { compilePlan } from "../../src/plan/compile.ts";
import { PLAN_DEFAULTS, type PlanFlags } from "../../src/plan/flags.ts";

const catalog = await loadCatalog({ dataDir: findDataFolder(), userDir: "/nonexistent/unwind" });

/** The plan of a line within so many seconds. */
async function planWithin(seconds: number, line: string, flags: PlanFlags = {}) {
  const { routine } = await readLine(line, catalog);
  return compilePlan(routine, exercisesOf(routine, catalog.exercises), PLAN_DEFAULTS, {
    ...flags,
    fitMs: seconds * 1000,
  });
}

describe("what gives way of rounds", () => {
  it.each<[line: string, seconds: number, changes: string[], takes: number]>([
    ["8x(20s work, 10s rest)", 240, [], 240],
    ["8x(20s work, 10s rest)", 180, ["work: 8 rounds → 6 rounds"], 180],
    ["8x(20s work, 10s rest)", 30, ["work: 8 rounds → 1 round"], 30],
    // Rounds of estimated sets, with a rest between them.
    ["3x(10 squat, 30s plank) rest 60s", 200, ["squat, plank: 3 rounds → 2 rounds"], 190],
    // An interval stays as it is: there are fewer of them.
    ["10 rounds every 60s: 5 squat", 310, ["squat: 10 rounds → 5 rounds"], 265],
    // The group with most rounds gives first.
    ["2x(30s plank) rest 10s, 6x(30s work) rest 10s", 200, ["work: 6 rounds → 3 rounds"], 200],
    // A ladder is left before its end.
    ["21-15-9 for time: squat, pull-up", 230, ["squat, pull-up: 3 rounds → 2 rounds"], 226],
    ["3x(2x(30s plank) rest 10s) rest 30s", 130, ["plank: 3 rounds → 1 round"], 80],
    // Rests give way before rounds do: those between rounds, between exercises, and those of their own.
    ["3x(10 squat, 40s plank) rest 60s", 300, ["squat, plank: 60 s rest between rounds → 40 s"], 300],
    [
      "3x(10 squat, 40s plank) rest 60s",
      180,
      ["squat, plank: 3 rounds → 2 rounds", "squat, plank: 60 s rest between rounds → 30 s"],
      180,
    ],
    ["2x(30s plank, 30s work) between 30s", 160, ["plank, work: 30 s rest between exercises → 15 s"], 160],
    ["30s plank, 60s rest, 30s work", 100, ["Rest: 60 s rest → 30 s"], 100],
    ["2x(30s plank, 30s work, 40s rest)", 155, ["plank, work: 40 s rest → 25 s"], 155],
    // The one that was cut least gives next, whoever it belongs to.
    [
      "2x30s plank rest 60s, 30s work, 20s rest, 30s row",
      190,
      ["Rest: 20 s rest → 12 s", "plank: 2 sets of 30 s, rest 60 s → 2 sets of 30 s, rest 38 s"],
      190,
    ],
    // None is less than ten seconds.
    ["4x(30s plank) rest 12s", 150, ["plank: 4 rounds → 3 rounds"], 124],
    // An hour's rest is cut in larger steps, and to half at most.
    ["1m plank, 60m break, 1m plank", 2000, ["Break: 3600 s rest → 1860 s"], 1990],
  ])("%s within %i seconds", async (line, seconds, changes, takes) => {
    const plan = await planWithin(seconds, line);
    expect(plan.changes.map(({ exercise, before, after }) => `${exercise}: ${before} → ${after}`)).toEqual(changes);
    expect((plan.estimatedMs ?? plan.totalMs) / 1000).toBe(takes);
  });

  it("says how many rounds are left in every step", async () => {
    const plan = await planWithin(180, "8x(20s work, 10s rest)");
    expect(plan.groups).toMatchObject([{ rounds: 6 }]);
    expect(plan.steps.at(-1)?.rounds).toMatchObject([{ index: 6, of: 6 }]);
  });
});

describe("what stays", () => {
  it("are rests that a flag gave", async () => {
    const restMs = [{ exercise: null, value: 60_000, text: "60" }] as never;
    const plan = await planWithin(230, "3x(30s plank) rest 20s", { restMs });
    expect(plan.changes).toEqual([]);
    expect(plan.totalMs).toBe(220_000);
    const less = await planWithin(215, "3x(30s plank) rest 20s", { restMs });
    expect(less.changes.map(({ after }) => after)).toEqual(["2 rounds"]);
  });

  it("is the rest of an interval, which cutting does not make shorter", async () => {
    const plan = await planWithin(310, "10 rounds every 60s: 5 squat");
    expect(plan.changes.map(({ after }) => after)).toEqual(["5 rounds"]);
  });

  it("are rounds that a flag gave", async () => {
    const fault = await planWithin(100, "8x(20s work, 10s rest)", { rounds: 8 }).catch((error: unknown) => error);
    expect(fault).toMatchObject({ exitCode: 2, hint: "4:00 is the least: work alone" });
  });

  it("is a cap, and the message says so", async () => {
    const fault = await planWithin(300, "amrap 12m: 5 pull-up, 10 push-up").catch((error: unknown) => error);
    expect(fault).toMatchObject({ exitCode: 2, hint: "12:10 is the least: pull-up alone; caps stay as they are" });
  });
});
