/** What commands that read the catalogue need: the catalogue, where to write, and how long a routine takes. */
import { existsSync } from "node:fs";
import path from "node:path";
import { exercisesOf, isAdviceOnly } from "../../catalog/create-routine.ts";
import type { Exercise } from "../../catalog/exercise-types.ts";
import { type CatalogMatch, findExerciseOrRoutine } from "../../catalog/find-entry.ts";
import { loadCatalog } from "../../catalog/load-catalog.ts";
import type { Catalog, Routine } from "../../catalog/types.ts";
import { UserError } from "../../errors.ts";
import { findDataFolder, resolvePersonalFolders } from "../../paths.ts";
import { PLAN_DEFAULTS, type PlanDefaults } from "../../plan/flags.ts";
import { estimateRoutineMs, scheduleRoutine } from "../../plan/schedule.ts";
import { roundToMinutes } from "../../text/duration.ts";
import { escapeUnsafeText, quoteForShell } from "../../text/safe-text.ts";
import { warn } from "../print.ts";
import type { CommandOutput, ShellEnvironment } from "../shell-environment.ts";
import { loadPlanDefaults } from "./plan-defaults.ts";

export interface CatalogContext {
  readonly catalog: Catalog;
  readonly out: CommandOutput;
  /**
   * The length of a routine in whole minutes, at least one; null if it has nothing to do.
   *
   * @throws UserError if no plan can be made, for example because it would last more than a day.
   */
  computeMinutes(routine: Routine, exercises: ReadonlyMap<string, Exercise>): number | null;
  /** Standard input, read when a file is given as `-`. */
  readonly input?: AsyncIterable<Uint8Array>;
}

/** Minutes of a routine in the catalogue; null, with a warning, if no plan can be made for it: it hides no other routine. */
export function computeMinutesOrWarn(
  routine: Routine,
  { catalog, out, computeMinutes }: CatalogContext,
): number | null {
  try {
    return computeMinutes(routine, catalog.exercises);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    warn(out, error.message);
    return null;
  }
}

/** Opens what a command needs for this user. @param known the settings that affect plans, if they were read before. */
export async function openCatalogContext(shell: ShellEnvironment, known?: PlanDefaults): Promise<CatalogContext> {
  const catalog = await openCatalog(shell);
  const defaults = known ?? (await loadPlanDefaults(shell));
  return {
    catalog,
    out: shell,
    computeMinutes: (routine, exercises) => computeMinutes(routine, exercises, defaults),
    get input() {
      return shell.stdin;
    },
  };
}

/** All exercises and routines: the shipped ones and the user's own. Files with faults are left out without a word. */
export function openCatalog(shell: ShellEnvironment): Promise<Catalog> {
  return loadCatalog({ dataDir: findDataFolder(), userDir: resolvePersonalFolders(shell.env).data });
}

/**
 * Warns of files that were left out, where a command would have used them.
 *
 * @param names what it used, or looked for; everything when left out.
 */
export function warnOfFaultyFiles(
  catalog: Catalog,
  out: Pick<CommandOutput, "error">,
  names?: readonly string[],
): void {
  const wanted = names?.map((name) => name.trim().toLowerCase());
  const isWanted = (file: string) => !wanted || wanted.includes(path.parse(file).name.toLowerCase());
  const warning = describeFaultyFiles({ faults: catalog.faults.filter(({ file }) => isWanted(file)) });
  if (warning) warn(out, warning);
}

/**
 * What a name means.
 *
 * @param options as {@link findExerciseOrRoutine} takes them.
 * @returns null for what is no name, but a file that is there. @throws UserError (exit 2) for what is neither.
 */
export function findInCatalog(
  name: string,
  catalog: Catalog,
  out: Pick<CommandOutput, "error">,
  options: { prefer?: "routine" } = {},
): CatalogMatch | null {
  try {
    return findExerciseOrRoutine(catalog, name, options);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    if (existsSync(name)) return null;
    // What was left out may be what was meant.
    warnOfFaultyFiles(catalog, out);
    throw error;
  }
}

/** "ignored my.json: it has faults; see them with: unwind check my.json"; null if there are none. */
export function describeFaultyFiles(catalog: Pick<Catalog, "faults">): string | null {
  const files = [...new Set(catalog.faults.map((fault) => fault.file))];
  const [first] = files;
  if (first === undefined) return null;
  const what =
    files.length === 1 ? escapeUnsafeText(first) : `${files.length} files, the first ${escapeUnsafeText(first)}`;
  return `ignored ${what}: ${files.length === 1 ? "it has" : "they have"} faults; see them with: unwind check ${quoteForShell(first)}`;
}

/** Minutes of a routine with the user's defaults. */
export function computeMinutes(
  routine: Routine,
  exercises: ReadonlyMap<string, Exercise>,
  defaults: PlanDefaults = PLAN_DEFAULTS,
): number | null {
  if (isAdviceOnly(routine)) return null;
  const known = exercisesOf(routine, exercises);
  // Shipped routines fit a plan, so their length alone is enough; a person's own may be too long for one.
  const estimatedMs =
    routine.origin === "shipped"
      ? estimateRoutineMs(routine, known, defaults)
      : scheduleRoutine(routine, known, defaults, {}).estimatedMs;
  return roundToMinutes(estimatedMs);
}
