/** What the commands that read the catalogue work with: the catalogue itself, where to write, how long a routine takes. */
import { existsSync } from "node:fs";
import path from "node:path";
import { isAdviceOnly } from "../../catalog/create-routine.ts";
import { loadCatalog } from "../../catalog/load-catalog.ts";
import type { Catalog, Exercise, Routine } from "../../catalog/types.ts";
import { UserError } from "../../errors.ts";
import { findDataFolder, resolvePersonalFolders } from "../../paths.ts";
import { PLAN_DEFAULTS, type PlanDefaults } from "../../plan/flags.ts";
import { scheduleRoutine } from "../../plan/schedule.ts";
import { roundToMinutes } from "../../text/duration.ts";
import { escapeUnsafeText } from "../../text/safe-text.ts";
import type { ShellEnvironment } from "../shell-environment.ts";

/** Where a command writes. */
export interface CommandOutput {
  /** Text for standard output. */
  write(text: string): void;
  /** A line for standard error. */
  error(line: string): void;
  /** Columns of the terminal, or 80. */
  readonly columns: number;
  /** Whether standard output may be coloured. */
  readonly colour: boolean;
}

export interface CatalogContext {
  readonly catalog: Catalog;
  readonly out: CommandOutput;
  /**
   * Whole minutes that a routine takes, one at least; null when it has nothing to do.
   *
   * @throws UserError when it cannot be planned: it lasts more than a day.
   */
  computeMinutes(routine: Routine, exercises: ReadonlyMap<string, Exercise>): number | null;
  /** Standard input, for `-`. */
  readonly input?: AsyncIterable<Uint8Array>;
}

/** The minutes of a routine of the catalogue; a routine that cannot be planned has none, and a word says why. */
export function computeMinutesOrWarn(
  routine: Routine,
  { catalog, out, computeMinutes }: CatalogContext,
): number | null {
  return tryOrWarn(out, () => computeMinutes(routine, catalog.exercises));
}

/** What `make` gives; null when it is refused, with a word on standard error: one bad routine hides no good one. */
export function tryOrWarn<T>(out: Pick<CommandOutput, "error">, make: () => T): T | null {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    out.error(`unwind: ${escapeUnsafeText(error.message)}`);
    return null;
  }
}

/** What a command of this person's needs; a line on standard error tells of files that had to be passed over. */
export async function openCatalogContext(shell: ShellEnvironment): Promise<CatalogContext> {
  const catalog = await openCatalog(shell);
  const defaults = await loadPlanDefaults(shell);
  return {
    catalog,
    out: shell,
    computeMinutes: (routine, exercises) => computeMinutes(routine, exercises, defaults),
    get input() {
      return shell.stdin;
    },
  };
}

/** Everything that can be done: what ships, and the person's own. */
export async function openCatalog(shell: ShellEnvironment): Promise<Catalog> {
  const catalog = await loadCatalog({ dataDir: findDataFolder(), userDir: resolvePersonalFolders(shell.env).data });
  const warning = describeFaultyFiles(catalog);
  if (warning) shell.error(`unwind: ${warning}`);
  return catalog;
}

/** "passed over my.json: it has faults; see them with: unwind check my.json"; null when there is nothing to say. */
export function describeFaultyFiles(catalog: Catalog): string | null {
  const files = [...new Set(catalog.faults.map((fault) => fault.file))];
  const [first] = files;
  if (first === undefined) return null;
  const what =
    files.length === 1 ? escapeUnsafeText(first) : `${files.length} files, the first ${escapeUnsafeText(first)}`;
  return `passed over ${what}: ${files.length === 1 ? "it has" : "they have"} faults; see them with: unwind check ${quoteForShell(first)}`;
}

/** Minutes of a routine with a person's defaults. */
export function computeMinutes(
  routine: Routine,
  exercises: ReadonlyMap<string, Exercise>,
  defaults: PlanDefaults = PLAN_DEFAULTS,
): number | null {
  return isAdviceOnly(routine) ? null : roundToMinutes(scheduleRoutine(routine, exercises, defaults, {}).totalMs);
}

/** The person's defaults. Most people have changed none, and then the code that checks settings is not loaded. */
async function loadPlanDefaults(shell: ShellEnvironment): Promise<PlanDefaults> {
  const inEnvironment = Object.keys(shell.env).some((name) => name.startsWith("UNWIND_") && name !== "UNWIND_HOME");
  const inFile = existsSync(path.join(resolvePersonalFolders(shell.env).config, "settings.json"));
  if (!inEnvironment && !inFile) return PLAN_DEFAULTS;
  const { openSettings, toPlanDefaults } = await import("./settings.ts");
  return toPlanDefaults(openSettings(shell));
}

/** A word that can be pasted into a shell. */
function quoteForShell(word: string): string {
  const safe = escapeUnsafeText(word);
  return /^[\w@%+=:,./-]+$/.test(safe) ? safe : `'${safe.replaceAll("'", `'\\''`)}'`;
}
