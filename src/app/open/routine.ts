/** What `run` and `plan` begin with: the settings, and the plan of the routine that the person named. */
import { findEither } from "../../catalog/find.ts";
import { FOR_ME, routineOf } from "../../catalog/routine-of.ts";
import type { Catalog, Exercise, Routine } from "../../catalog/types.ts";
import { compilePlan } from "../../plan/compile.ts";
import type { Plan } from "../../plan/types.ts";
import type { Settings } from "../../settings/table.ts";
import { type PlanOptions, planFlags } from "../flags/plan-flags.ts";
import type { Shell } from "../shell-environment.ts";
import { openCatalog } from "./catalog.ts";
import { openSettings, planDefaults } from "./settings.ts";

/** What `run` and `plan` take when no routine is named. */
export const DEFAULT_ROUTINE = "psoas-program";

/** A routine made ready to be run or shown. */
export interface OpenedRoutine {
  readonly plan: Plan;
  readonly settings: Settings;
  /** What `--level auto` has decided; empty without it. */
  readonly auto: AutoDecided;
  /** What the plan was compiled from. */
  readonly routine: Routine;
  readonly exercises: ReadonlyMap<string, Exercise>;
  readonly catalog: Catalog;
  /** The same once more, when something that it follows from has changed meanwhile. */
  again(): Promise<OpenedRoutine>;
}

/** A routine and the exercises that it names. */
interface Chosen {
  readonly routine: Routine;
  readonly exercises: ReadonlyMap<string, Exercise>;
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
  const found = await chosen(word, catalog, settings, shell);
  return opened(found, { catalog, settings, options, shell });
}

interface Opening {
  readonly catalog: Catalog;
  readonly settings: Settings;
  readonly options: PlanOptions;
  readonly shell: Shell;
}

async function opened(found: Chosen, opening: Opening): Promise<OpenedRoutine> {
  const { settings, catalog, options, shell } = opening;
  const { exercises } = found;
  const routine = await known(found.routine, opening);
  const flags = planFlags(options);
  const plan = compilePlan(routine, exercises, planDefaults(settings), flags);
  const result = { plan, settings, routine, exercises, catalog, again: () => opened(found, opening) };
  if (options.level !== "auto") return { ...result, auto: { words: [], reasons: [] } };
  const [{ autoFlags, proposalsFor }, { openHistory }] = await Promise.all([
    import("./proposals.ts"),
    import("./history.ts"),
  ]);
  // What other flags leave out is not proposed either.
  const done = new Set(plan.blocks.map((block) => block.exercise));
  const history = openHistory(shell, settings);
  await history.readAhead();
  const proposals = proposalsFor(routine, exercises, history).filter((one) => done.has(one.exercise));
  const auto = autoFlags(proposals, exercises, flags);
  return {
    ...result,
    plan: compilePlan(routine, exercises, planDefaults(settings), { ...flags, ...auto.flags }),
    auto,
  };
}

/** Without the test or the questions that are not due. Who names exercises by a flag gets what they name. */
async function known(routine: Routine, { settings, options, shell }: Opening): Promise<Routine> {
  if (options.only || options.skip || options.from !== undefined || !hasParts(routine)) return routine;
  const [{ guided }, { openAssess }] = await Promise.all([
    import("../../assess/guided.ts"),
    import("./assessments.ts"),
  ]);
  const open = openAssess(shell, settings);
  const { store, nowEpochMs } = open;
  return guided(routine, { assessment: store.lastAssessment(), screening: store.lastScreening() }, open, nowEpochMs);
}

/** Whether a routine has a part that the program leads, asks or leaves out. */
function hasParts({ sections }: Routine): boolean {
  return sections.some(({ part }) => part === "test" || part === "screening");
}

async function chosen(word: string, catalog: Catalog, settings: Settings, shell: Shell): Promise<Chosen> {
  const files = await import("../../catalog/routine-file.ts");
  if (files.isRoutineFile(word)) return files.loadRoutineFile(word, catalog, shell.stdin);
  if (word === FOR_ME) {
    const { forMe } = await import("./for-me.ts");
    return { routine: forMe(catalog, settings, shell), exercises: catalog.exercises };
  }
  const found = findEither(catalog, word, { prefer: "routine" });
  return {
    routine: found.type === "routine" ? found.routine : routineOf(found.exercise),
    exercises: catalog.exercises,
  };
}
