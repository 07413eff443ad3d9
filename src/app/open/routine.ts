/** Opens the routine that the user named: found, reduced to what is due, adjusted to the history, compiled. */
import { statSync } from "node:fs";
import { dirname, join } from "node:path";
import { isFileArgument, isLineArgument } from "../../catalog/argument-kinds.ts";
import { blocksOf, createSingleExerciseRoutine, exercisesOf, FOR_ME_ID } from "../../catalog/create-routine.ts";
import type { Exercise } from "../../catalog/exercise-types.ts";
import type { LocateFault } from "../../catalog/group-paths.ts";
import type { Catalog, Routine } from "../../catalog/types.ts";
import { UserError } from "../../errors.ts";
import { LIMITS } from "../../limits.ts";
import { compilePlan } from "../../plan/compile.ts";
import type { PlanFlags } from "../../plan/flags.ts";
import { UnusedFlagError } from "../../plan/overrides.ts";
import { IntervalError } from "../../plan/schedule.ts";
import type { Plan } from "../../plan/types.ts";
import type { Settings } from "../../settings/definitions.ts";
import { quoteForShell } from "../../text/safe-text.ts";
import type { PlanOptions } from "../flags/plan-flag-table.ts";
import { toPlanFlags } from "../flags/plan-flags.ts";
import type { ShellEnvironment } from "../shell-environment.ts";
import { findInCatalog, openCatalog, warnOfFaultyFiles } from "./catalog.ts";
import type { AutoAdjustments } from "./proposals.ts";
import { openSettings, resolveJournalPaths, toPlanDefaults } from "./settings.ts";

/** A routine and the exercises that it names. */
interface RoutineWithExercises {
  readonly routine: Routine;
  readonly exercises: ReadonlyMap<string, Exercise>;
  /** Names the place in the routine's file or line of a fault that shows only in the plan. */
  readonly locate?: LocateFault;
}

/** A routine that is ready to be run or shown. */
export interface OpenedRoutine extends RoutineWithExercises {
  readonly plan: Plan;
  readonly settings: Settings;
  /** What `--level auto` decided; empty without it. */
  readonly auto: AutoAdjustments;
  readonly catalog: Catalog;
  /**
   * Opens it again, after something that it depends on has changed.
   *
   * @param omitted the id of an exercise that is left out this time.
   */
  reopen(omitted?: string): Promise<OpenedRoutine>;
}

/** What the steps from a name to a plan work with. */
interface RoutineRequest {
  /** As the user typed it. */
  readonly name: string;
  readonly settings: Settings;
  readonly catalog: Catalog;
  readonly options: PlanOptions;
  readonly shell: ShellEnvironment;
  /** Decides what chance decides where no flag does: the same each time that the routine is planned again. */
  readonly seed: number;
}

/**
 * The plan of a routine or an exercise by its name, of a workout in a line, of a file by its path, or of standard input
 * (`-`). Faults in other files of the user's stop nothing; those that it would have used are named on standard error.
 *
 * @throws UserError: exit 2 for an invalid name or flag, exit 65 for a file with faults.
 */
export async function openRoutine(name: string, options: PlanOptions, shell: ShellEnvironment): Promise<OpenedRoutine> {
  const seed = 1 + Math.floor(Math.random() * LIMITS.freshSeed);
  const request = { name, settings: openSettings(shell), catalog: await openCatalog(shell), options, shell, seed };
  const found = await findRoutine(name, request);
  const used = blocksOf(found.routine).map(({ exercise }) => exercise);
  warnOfFaultyFiles(request.catalog, shell, [name, found.routine.id, ...used]);
  return planRoutine(found, request);
}

/** The plan of a routine as it was found; a fault of an interval has its place in a person's own routine. */
async function planRoutine(
  found: RoutineWithExercises,
  request: RoutineRequest,
  omitted?: string,
): Promise<OpenedRoutine> {
  try {
    return await adjustAndPlan(found, request, omitted);
  } catch (error) {
    if (error instanceof UnusedFlagError) throw hintAtTyped(error, request);
    throw error instanceof IntervalError && found.locate ? await found.locate(error) : error;
  }
}

/** Points to the line or the file that was typed: neither can be shown by its id. */
function hintAtTyped(error: UnusedFlagError, { name, catalog }: RoutineRequest): UserError {
  if (name === "-") return new UserError(error.message);
  const command = isLineArgument(name, catalog) ? "plan" : isFileArgument(name) ? "show" : null;
  const hint = `see what it has with: unwind ${command} ${quoteForShell(name)}`;
  return command ? new UserError(error.message, { hint }) : error;
}

/** The steps from a routine as it was found to its plan. */
async function adjustAndPlan(
  found: RoutineWithExercises,
  request: RoutineRequest,
  omitted: string | undefined,
): Promise<OpenedRoutine> {
  const { settings, catalog, options, seed } = request;
  const due = {
    routine: omitExercise(await omitPartsThatAreNotDue(found.routine, request), omitted),
    exercises: exercisesOf(found.routine, found.exercises),
  };
  const given = toPlanFlags(options);
  const input = { ...due, defaults: { ...toPlanDefaults(settings), seed }, flags: given };
  const pain = hasAnswers("assessments", request) ? await import("./spare-painful-sides.ts") : null;
  const sparing = pain?.sparePainfulSides(input, settings, request.shell);
  const left = { ...due, routine: sparing?.routine ?? due.routine };
  const auto = options.level === "auto" ? await adjustToHistory(left, given, request) : NO_ADJUSTMENTS;
  const flags = { ...given, ...auto.flags };
  const plan =
    pain && sparing
      ? pain.compileSparingPlan({ ...input, flags }, sparing)
      : compilePlan(input.routine, input.exercises, input.defaults, flags);
  return { ...left, plan, settings, auto, catalog, reopen: (omitted) => planRoutine(found, request, omitted) };
}

/** Whether there may be answers to the test or to the screening: most people have none yet, and nothing follows. */
function hasAnswers(kind: "assessments" | "screenings", { shell, settings }: RoutineRequest): boolean {
  try {
    const folder = join(dirname(resolveJournalPaths(shell, settings).sessions), kind);
    return statSync(folder, { throwIfNoEntry: false }) !== undefined;
  } catch {
    // Reading it says what is wrong with it.
    return true;
  }
}

/** The routine of a line, of a file, of the last test, or of the catalogue; an exercise is a routine of its own. */
async function findRoutine(name: string, { catalog, settings, shell }: RoutineRequest): Promise<RoutineWithExercises> {
  const loadFiles = () => import("../../catalog/routine-file.ts");
  if (isLineArgument(name, catalog)) return (await loadFiles()).loadRoutineLine(name, catalog);
  if (isFileArgument(name)) return (await loadFiles()).loadRoutineFile(name, catalog, shell.stdin);
  const { exercises } = catalog;
  if (name === FOR_ME_ID) {
    const { composeForMe } = await import("./assessments.ts");
    return { routine: composeForMe(catalog, settings, shell), exercises };
  }
  const found = findInCatalog(name, catalog, shell, { prefer: "routine" });
  // Not a name, but a file that is there: it is opened, or explained, whatever its name ends with.
  if (found === null) return (await loadFiles()).loadRoutineFile(name, catalog, shell.stdin);
  if (found.type === "exercise") return { routine: createSingleExerciseRoutine(found.exercise), exercises };
  const source = catalog.sources?.get(found.routine.id);
  if (!source) return { routine: found.routine, exercises };
  const { createLocator } = await import("../../catalog/group-paths.ts");
  return { routine: found.routine, exercises, locate: createLocator(found.routine, source) };
}

/**
 * The routine without the test and the questions whose last answers still stand. If the user chose exercises by flags,
 * it stays as it is.
 */
async function omitPartsThatAreNotDue(routine: Routine, request: RoutineRequest): Promise<Routine> {
  const { only, skip, from } = request.options;
  const isGuided = routine.sections.some(({ part }) => part === "test" || part === "screening");
  if (!isGuided || only || skip || from !== undefined) return routine;
  if (!hasAnswers("assessments", request) && !hasAnswers("screenings", request)) return routine;
  const [{ omitPartsNotDue }, { openAssessContext }] = await Promise.all([
    import("../../assess/omit-parts.ts"),
    import("./assessments.ts"),
  ]);
  const open = openAssessContext(request.shell, request.settings);
  const known = { assessment: open.store.latestAssessment(), screening: open.store.latestScreening() };
  return omitPartsNotDue(routine, known, open, open.nowEpochMs);
}

function omitExercise(routine: Routine, omitted: string | undefined): Routine {
  if (omitted === undefined) return routine;
  const sections = routine.sections.map((section) => ({
    ...section,
    blocks: section.blocks.filter(({ exercise }) => exercise !== omitted),
  }));
  return { ...routine, sections };
}

const NO_ADJUSTMENTS: AutoAdjustments = { flags: {}, flagTexts: [], reasons: [] };

/** What the history proposes for the exercises that the given flags leave in the routine. */
async function adjustToHistory(
  { routine, exercises }: RoutineWithExercises,
  given: PlanFlags,
  { settings, shell, seed }: RoutineRequest,
): Promise<AutoAdjustments> {
  const { blocks } = compilePlan(routine, exercises, { ...toPlanDefaults(settings), seed }, given);
  const planned = new Set(blocks.map(({ exercise }) => exercise));
  const [{ resolveAutoFlags, proposeForRoutine }, { openHistory }] = await Promise.all([
    import("./proposals.ts"),
    import("./history.ts"),
  ]);
  const history = openHistory(shell, settings);
  await history.prefetch();
  const proposals = proposeForRoutine(routine, exercises, history).filter(({ exercise }) => planned.has(exercise));
  return resolveAutoFlags(proposals, exercises, given, history.today);
}
