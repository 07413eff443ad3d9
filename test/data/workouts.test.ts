/** Holds the workouts that ship as examples to what they are for: short files that show what can be said. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { isHipPlan } from "../../src/assess/screening.ts";
import { exercisesOf } from "../../src/catalog/create-routine.ts";
import { loadCatalog } from "../../src/catalog/load-catalog.ts";
import { findDataFolder } from "../../src/paths.ts";
import { compilePlan } from "../../src/plan/compile.ts";
import { SCREENING } from "../assess/answers-of.ts";

const dataDir = findDataFolder();
const { routines, exercises } = await loadCatalog({ dataDir, userDir: "/nonexistent" });
const workouts = [...routines.values()].filter(({ collection }) => collection === "workouts");
const textOf = (id: string) => readFileSync(path.join(dataDir, "workouts", `${id}.json`), "utf8");

it("are six, one a file of its name", () => {
  const ids = ["box-breathing", "breathing-4-7-8", "every-minute", "pomodoro", "seven-minute", "tabata"];
  expect(workouts.map(({ id }) => id)).toEqual(ids);
  expect(readdirSync(path.join(dataDir, "workouts")).toSorted()).toEqual(ids.map((id) => `${id}.json`));
});

it.each(workouts)("$id says in a sentence what it is, and in few words how it is done", ({ id, summary }) => {
  expect(summary).toMatch(/^[A-Z].*\.$/);
  expect(textOf(id).replace(/\s+/g, "").length).toBeLessThan(id === "seven-minute" ? 1400 : 420);
  // What a default says need not stand there.
  expect(textOf(id)).not.toMatch(/\$schema|"id"|"basis"|"rounds": 1,/);
});

it("names the paper that the seven-minute circuit comes from", () => {
  expect(routines.get("seven-minute")?.source).toMatchObject({ author: "Brett Klika and Chris Jordan" });
});

const planOf = (id: string) => {
  const routine = routines.get(id);
  if (!routine) throw new Error(`nothing ships as ${id}`);
  return compilePlan(routine, exercisesOf(routine, exercises));
};

it.each(workouts)("$id is not asked about the hip", ({ id }) => {
  expect(isHipPlan(planOf(id), SCREENING)).toBe(false);
});

it.each([
  ["tabata", 240],
  ["every-minute", 610],
  ["box-breathing", 250],
  ["breathing-4-7-8", 86],
  ["pomodoro", 4 * 1500 + 3 * 300 + 900],
  ["seven-minute", 480],
])("%s lasts %i seconds", (id, seconds) => {
  expect(planOf(id).totalMs).toBe(seconds * 1000);
});
