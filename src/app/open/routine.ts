/** What `run` and `plan` begin with: the settings, and the plan of the routine that the person named. */

import { createSingleExerciseRoutine, FOR_ME_ID } from "../../catalog/create-routine.ts";
import { findExerciseOrRoutine } from "../../catalog/find-entry.ts";
import type { Catalog, Exercise, Routine } from "../../catalog/types.ts";
import type { Plan } from "../../plan/types.ts";
import type { Settings } from "../../settings/definitions.ts";
import { type PlanOptions, toPlanFlags } from "../flags/plan-flags.ts";
import type { ShellEnvironment } from "../shell-environment.ts";
import { openCatalog } from "./catalog.ts";
import { openSettings, toPlanDefaults } from "./settings.ts";

/** What `run` and `plan` take when no routine is named. */
export const DEFAULT_ROUTINE = "psoas-program";

/** A routine made ready to be run or shown. */
export interface OpenedRoutine {
  readonly plan: Plan;
  readonly settings: Settings;
  /** What `--level auto` has decided; empty without it. */
  readonly auto: AutoSummary;
  /** What the plan was compiled from. */
  readonly routine: Routine;
  readonly exercises: ReadonlyMap<string, Exercise>;
  readonly catalog: Catalog;
  /** The same once more, when something that it follows from has changed meanwhile. */
  reopen(): Promise<OpenedRoutine>;
}

/** A routine and the exercises that it names. */
interface RoutineWithExercises {
  readonly routine: Routine;
  readonly exercises: ReadonlyMap<string, Exercise>;
}

/** Flags as words, and the reason of each exercise's proposal. */
export interface AutoSummary {
  readonly flagTexts: readonly string[];
  readonly reasons: readonly string[];
}

/**
 * The plan of a routine or an exercise by its name, of a file by its path, or of standard input (`-`). What is wrong
 * with other files of the person's is said on standard error and stops nothing.
 *
 * @throws UserError: exit 2 for a name or a flag that cannot be, exit 65 for a file with faults.
 */
export async function openRoutine(word: string, options: PlanOptions, shell: ShellEnvironment): Promise<OpenedRoutine> {
  const settings = openSettings(shell);
  const catalog = await openCatalog(shell);
  const found = await findRoutine(word, catalog, settings, shell);
  return compileRoutine(found, { catalog, settings, options, shell });
}

interface OpenRoutineInput {
  readonly catalog: Catalog;
  readonly settings: Settings;
  readonly options: PlanOptions;
  readonly shell: ShellEnvironment;
}

async function compileRoutine(found: RoutineWithExercises, opening: OpenRoutineInput): Promise<OpenedRoutine> {
  const { settings, catalog, options, shell } = opening;
  const { exercises } = found;
  const input = {
    routine: await leaveOutPartsNotDue(found.routine, opening),
    exercises,
    defaults: toPlanDefaults(settings),
    flags: toPlanFlags(options),
  };
  const { flags } = input;
  const { sparePainfulSides, compileSparingPlan } = await import("./spare-painful-sides.ts");
  const sparing = sparePainfulSides(input, settings, shell);
  const { routine } = sparing;
  const plan = compileSparingPlan(input, sparing);
  const result = { plan, settings, routine, exercises, catalog, reopen: () => compileRoutine(found, opening) };
  if (options.level !== "auto") return { ...result, auto: { flagTexts: [], reasons: [] } };
  const [{ resolveAutoFlags, proposeForRoutine }, { openHistory }] = await Promise.all([
    import("./proposals.ts"),
    import("./history.ts"),
  ]);
  // What other flags leave out is not proposed either.
  const done = new Set(plan.blocks.map((block) => block.exercise));
  const history = openHistory(shell, settings);
  await history.prefetch();
  const proposals = proposeForRoutine(routine, exercises, history).filter((one) => done.has(one.exercise));
  const auto = resolveAutoFlags(proposals, exercises, flags);
  return {
    ...result,
    plan: compileSparingPlan({ ...input, flags: { ...flags, ...auto.flags } }, sparing),
    auto,
  };
}

/** Without the test or the questions that are not due. Who names exercises by a flag gets what they name. */
async function leaveOutPartsNotDue(routine: Routine, { settings, options, shell }: OpenRoutineInput): Promise<Routine> {
  if (options.only || options.skip || options.from !== undefined || !hasGuidedParts(routine)) return routine;
  const [{ omitPartsNotDue }, { openAssessContext }] = await Promise.all([
    import("../../assess/omit-parts.ts"),
    import("./assessments.ts"),
  ]);
  const open = openAssessContext(shell, settings);
  const { store, nowEpochMs } = open;
  return omitPartsNotDue(
    routine,
    { assessment: store.latestAssessment(), screening: store.latestScreening() },
    open,
    nowEpochMs,
  );
}

/** Whether a routine has a part that the program leads, asks or leaves out. */
function hasGuidedParts({ sections }: Routine): boolean {
  return sections.some(({ part }) => part === "test" || part === "screening");
}

async function findRoutine(
  word: string,
  catalog: Catalog,
  settings: Settings,
  shell: ShellEnvironment,
): Promise<RoutineWithExercises> {
  const files = await import("../../catalog/routine-file.ts");
  if (files.isFileArgument(word)) return files.loadRoutineFile(word, catalog, shell.stdin);
  if (word === FOR_ME_ID) {
    const { composeForMe } = await import("./compose-for-me.ts");
    return { routine: composeForMe(catalog, settings, shell), exercises: catalog.exercises };
  }
  const found = findExerciseOrRoutine(catalog, word, { prefer: "routine" });
  return {
    routine: found.type === "routine" ? found.routine : createSingleExerciseRoutine(found.exercise),
    exercises: catalog.exercises,
  };
}
