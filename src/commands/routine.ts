/** What `run` and `plan` begin with: the settings, and the plan of the routine that the person named. */
import { findEither } from "../catalog/find.ts";
import { routineOf } from "../catalog/routine-of.ts";
import type { Catalog, Exercise, Routine } from "../catalog/types.ts";
import { compilePlan } from "../plan/compile.ts";
import type { Plan } from "../plan/types.ts";
import type { Settings } from "../settings/table.ts";
import { openCatalog } from "./context.ts";
import { openSettings, planDefaults } from "./open.ts";
import { type PlanOptions, planFlags } from "./plan-flags.ts";
import type { Shell } from "./shell.ts";

/** What `run` and `plan` take when no routine is named. */
export const DEFAULT_ROUTINE = "psoas-program";

/** A routine made ready to be run or shown. */
export interface OpenedRoutine {
  readonly plan: Plan;
  readonly settings: Settings;
  /** What `--level auto` has decided; empty without it. */
  readonly auto: AutoDecided;
}

/** Flags as words, and the reason of each exercise's proposal. */
export interface AutoDecided {
  readonly words: readonly string[];
  readonly reasons: readonly string[];
}

/**
 * The plan of a routine or an exercise by its name, of a file by its path, or of standard input (`-`). What is wrong
 * with other files of the person's is said on standard error and stops nothing.
 *
 * @throws UserError: exit 2 for a name or a flag that cannot be, exit 65 for a file with faults.
 */
export async function openRoutine(word: string, options: PlanOptions, shell: Shell): Promise<OpenedRoutine> {
  const settings = openSettings(shell);
  const catalog = await openCatalog(shell);
  const { routine, exercises } = await chosen(word, catalog, shell);
  const flags = planFlags(options);
  const plan = compilePlan(routine, exercises, planDefaults(settings), flags);
  if (options.level !== "auto") return { plan, settings, auto: { words: [], reasons: [] } };
  const [{ autoFlags, proposalsFor }, { openHistory }] = await Promise.all([
    import("./proposals.ts"),
    import("./open-history.ts"),
  ]);
  // What other flags leave out is not proposed either.
  const done = new Set(plan.blocks.map((block) => block.exercise));
  const proposals = proposalsFor(routine, exercises, openHistory(shell, settings)).filter((one) =>
    done.has(one.exercise),
  );
  const auto = autoFlags(proposals, exercises, flags);
  return {
    plan: compilePlan(routine, exercises, planDefaults(settings), { ...flags, ...auto.flags }),
    settings,
    auto,
  };
}

async function chosen(
  word: string,
  catalog: Catalog,
  shell: Shell,
): Promise<{ routine: Routine; exercises: ReadonlyMap<string, Exercise> }> {
  const files = await import("../catalog/routine-file.ts");
  if (files.isRoutineFile(word)) return files.loadRoutineFile(word, catalog, shell.stdin);
  const found = findEither(catalog, word, { prefer: "routine" });
  return {
    routine: found.type === "routine" ? found.routine : routineOf(found.exercise),
    exercises: catalog.exercises,
  };
}
