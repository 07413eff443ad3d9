/** Plans of workouts that are written as a line or as JSON, and their steps in words. */
import { expect } from "vitest";
import { exercisesOf } from "../../src/catalog/create-routine.ts";
import { loadCatalog } from "../../src/catalog/load-catalog.ts";
import { loadRoutineFile, loadRoutineLine } from "../../src/catalog/routine-file.ts";
import type { Catalog } from "../../src/catalog/types.ts";
import { findDataFolder } from "../../src/paths.ts";
import { compilePlan } from "../../src/plan/compile.ts";
import { PLAN_DEFAULTS, type PlanFlags } from "../../src/plan/flags.ts";
import type { Step } from "../../src/plan/step-types.ts";
import type { Plan } from "../../src/plan/types.ts";
import { temporaryFolder, write } from "../support/catalog-files.ts";

const catalog: Catalog = await loadCatalog({ dataDir: findDataFolder(), userDir: "/nonexistent/unwind" });

const planOf = ({ routine, exercises }: Awaited<ReturnType<typeof loadRoutineFile>>, flags: PlanFlags = {}): Plan =>
  compilePlan(routine, exercisesOf(routine, exercises), PLAN_DEFAULTS, flags);
export const planOfLine = async (line: string): Promise<Plan> => planOf(await loadRoutineLine(line, catalog));

export async function planOfFile(text: string, flags: PlanFlags = {}): Promise<Plan> {
  expect(text.trim().split("\n").length).toBeLessThanOrEqual(8);
  return planOf(await loadRoutineFile(write(temporaryFolder(), "mine.json", text), catalog), flags);
}

/**
 * "prepare 10", "Work 20", "rest 10", "Push-up ×8", "rest …" for what is left of an interval: what is done, with its
 * seconds or its repetitions.
 */
export function outline(plan: Plan, count = plan.steps.length): string[] {
  const describeStep = (step: Step): string => {
    const name = step.kind === "set" ? plan.exercises[step.exercise]?.name : step.kind;
    const load = step.load === undefined ? "" : ` @${step.load}`;
    const side = step.kind === "set" && step.side ? ` ${step.side}` : "";
    const count = step.kind === "rest" ? "…" : `×${step.reps}`;
    return `${name}${side} ${step.durationMs === null ? count : step.durationMs / 1000}${load}`;
  };
  return plan.steps.slice(0, count).map(describeStep);
}

/** Repeats what is done, with something between. */
export const times = (count: number, what: readonly string[], between: readonly string[] = []): string[] =>
  Array.from({ length: count }, (_, index) => [...(index > 0 ? between : []), ...what]).flat();
