/** Enter in a set of breaths, which a clock paces: it ends the set, and the breaths that were done count. */
import { expect, test } from "vitest";
import { exercisesOf } from "../../src/catalog/create-routine.ts";
import { readLine } from "../../src/catalog/line-routine.ts";
import { loadCatalog } from "../../src/catalog/load-catalog.ts";
import { findDataFolder } from "../../src/paths.ts";
import { compilePlan } from "../../src/plan/compile.ts";
import { reduce } from "../../src/player/reduce.ts";
import { createInitialState } from "../../src/player/state.ts";

const catalog = await loadCatalog({ dataDir: findDataFolder(), userDir: "/nonexistent/unwind" });

test.each([
  // Ten seconds to get ready; a breath takes eight.
  [10_000, 0],
  [17_999, 0],
  [18_000, 1],
  [30_000, 2],
])("pressed %i ms after the start, %i breaths were done, and the next set follows", async (clockMs, reps) => {
  const { routine } = await readLine("8 breath inhale 4s exhale 4s, 30s plank", catalog);
  const plan = compilePlan(routine, exercisesOf(routine, catalog.exercises));
  const started = reduce(plan, createInitialState(), { type: "start", clockMs: 0 }).state;
  const { state } = reduce(plan, started, { type: "done", clockMs: Math.max(clockMs, 10_001) });
  expect(plan.steps[1]).toMatchObject({ kind: "set", reps: 8 });
  expect(state.records[1]).toMatchObject({ how: "completed", reps });
  expect(state.step).toBe(2);
});
