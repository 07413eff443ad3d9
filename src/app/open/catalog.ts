/** What the commands that read the catalogue work with: the catalogue itself, where to write, how long a routine takes. */
import { existsSync } from "node:fs";
import path from "node:path";
import { loadCatalog } from "../../catalog/catalog.ts";
import { hasNothingToDo } from "../../catalog/routine-of.ts";
import type { Catalog, Exercise, Routine } from "../../catalog/types.ts";
import { UserError } from "../../errors.ts";
import { dataFolder, personalFolders } from "../../paths.ts";
import { PLAN_DEFAULTS, type PlanDefaults } from "../../plan/flags.ts";
import { settle } from "../../plan/settle.ts";
import { wholeMinutes } from "../../text/duration.ts";
import { safeText } from "../../text/safe-text.ts";
import type { Shell } from "../shell-environment.ts";

/** Where a command writes. */
export interface Output {
  /** Text for standard output. */
  write(text: string): void;
  /** A line for standard error. */
  error(line: string): void;
  /** Columns of the terminal, or 80. */
  readonly columns: number;
  /** Whether standard output may be coloured. */
  readonly colour: boolean;
}

export interface Context {
  readonly catalog: Catalog;
  readonly out: Output;
  /**
   * Whole minutes that a routine takes, one at least; null when it has nothing to do.
   *
   * @throws UserError when it cannot be planned: it lasts more than a day.
   */
  minutesOf(routine: Routine, exercises: ReadonlyMap<string, Exercise>): number | null;
  /** Standard input, for `-`. */
  readonly input?: AsyncIterable<Uint8Array>;
}

/** The minutes of a routine of the catalogue; a routine that cannot be planned has none, and a word says why. */
export function minutesOrWord(routine: Routine, { catalog, out, minutesOf }: Context): number | null {
  return orWord(out, () => minutesOf(routine, catalog.exercises));
}

/** What `make` gives; null when it is refused, with a word on standard error: one bad routine hides no good one. */
export function orWord<T>(out: Pick<Output, "error">, make: () => T): T | null {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    out.error(`unwind: ${safeText(error.message)}`);
    return null;
  }
}

/** What a command of this person's needs; a line on standard error tells of files that had to be passed over. */
export async function openContext(shell: Shell): Promise<Context> {
  const catalog = await openCatalog(shell);
  const defaults = await defaultsFor(shell);
  return {
    catalog,
    out: shell,
    minutesOf: (routine, exercises) => minutesOf(routine, exercises, defaults),
    get input() {
      return shell.stdin;
    },
  };
}

/** Everything that can be done: what ships, and the person's own. */
export async function openCatalog(shell: Shell): Promise<Catalog> {
  const catalog = await loadCatalog({ dataDir: dataFolder(), userDir: personalFolders(shell.env).data });
  const warning = faultWarning(catalog);
  if (warning) shell.error(`unwind: ${warning}`);
  return catalog;
}

/** "passed over my.json: it has faults; see them with: unwind check my.json"; null when there is nothing to say. */
export function faultWarning(catalog: Catalog): string | null {
  const files = [...new Set(catalog.faults.map((fault) => fault.file))];
  const [first] = files;
  if (first === undefined) return null;
  const what = files.length === 1 ? safeText(first) : `${files.length} files, the first ${safeText(first)}`;
  return `passed over ${what}: ${files.length === 1 ? "it has" : "they have"} faults; see them with: unwind check ${shellWord(first)}`;
}

/** Minutes of a routine with a person's defaults. */
export function minutesOf(
  routine: Routine,
  exercises: ReadonlyMap<string, Exercise>,
  defaults: PlanDefaults = PLAN_DEFAULTS,
): number | null {
  return hasNothingToDo(routine) ? null : wholeMinutes(settle(routine, exercises, defaults, {}).totalMs);
}

/** The person's defaults. Most people have changed none, and then the code that checks settings is not loaded. */
async function defaultsFor(shell: Shell): Promise<PlanDefaults> {
  const inEnvironment = Object.keys(shell.env).some((name) => name.startsWith("UNWIND_") && name !== "UNWIND_HOME");
  const inFile = existsSync(path.join(personalFolders(shell.env).config, "settings.json"));
  if (!inEnvironment && !inFile) return PLAN_DEFAULTS;
  const { openSettings, planDefaults } = await import("./settings.ts");
  return planDefaults(openSettings(shell));
}

/** A word that can be pasted into a shell. */
function shellWord(word: string): string {
  const safe = safeText(word);
  return /^[\w@%+=:,./-]+$/.test(safe) ? safe : `'${safe.replaceAll("'", `'\\''`)}'`;
}
