/** Applies the last tests to a routine: a side that hurt is left alone, and the plan says what was left out and why. */
import { findPainfulSides, omitPainfulSides, type RoutineWithoutPain } from "../../assess/omit-painful-sides.ts";
import { isAdviceOnly } from "../../catalog/create-routine.ts";
import type { Exercise } from "../../catalog/exercise-types.ts";
import type { Routine } from "../../catalog/types.ts";
import { UserError } from "../../errors.ts";
import { compilePlan } from "../../plan/compile.ts";
import type { PlanDefaults, PlanFlags } from "../../plan/flags.ts";
import type { Plan } from "../../plan/types.ts";
import type { Settings } from "../../settings/definitions.ts";
import { nameRoutineInText } from "../../text/routine-name.ts";
import type { ShellEnvironment } from "../shell-environment.ts";
import { openAssessContext } from "./assessments.ts";

/** What a routine is compiled to a plan with. */
interface PlanInput {
  readonly routine: Routine;
  readonly exercises: ReadonlyMap<string, Exercise>;
  readonly defaults: PlanDefaults;
  readonly flags: PlanFlags;
}

const SEE_SOMEONE = "see a doctor or physiotherapist first; after that test again: unwind assess";

/**
 * The routine without work for a side that hurt when it was last tested.
 *
 * @throws UserError (exit 2) if nothing is left to do.
 */
export function sparePainfulSides(
  { routine, exercises, flags }: PlanInput,
  settings: Settings,
  shell: ShellEnvironment,
): RoutineWithoutPain {
  const open = openAssessContext(shell, settings);
  const painful = findPainfulSides(open.store.assessments(), open.nowEpochMs);
  const names = new Set(flags.only?.map((name) => name.toLowerCase()));
  const isRequested = ({ id, aliases }: Exercise) =>
    routine.id === id || [id, ...aliases].some((name) => names.has(name));
  const sparing = omitPainfulSides(routine, exercises, painful, open, isRequested);
  const [first] = sparing.omissions;
  if (first && isAdviceOnly(sparing.routine)) {
    throw new UserError(`nothing of ${nameRoutineInText(routine)} is left to do: ${first.why}`, { hint: SEE_SOMEONE });
  }
  return sparing;
}

/**
 * Compiles a routine that lost exercises, and reports each as a change of the plan it would have been.
 *
 * @throws UserError as `compilePlan` does, with what was left out.
 */
export function compileSparingPlan(before: PlanInput, { routine, omissions }: RoutineWithoutPain): Plan {
  if (omissions.length === 0) return compilePlan(routine, before.exercises, before.defaults, before.flags);
  const full = compilePlan(before.routine, before.exercises, before.defaults, before.flags);
  const changes = omissions.flatMap(({ exercise, after, why }) => {
    const block = full.blocks.find((one) => one.exercise === exercise);
    return block ? [{ exercise, before: block.dose, after, why }] : [];
  });
  try {
    const plan = compilePlan(routine, before.exercises, before.defaults, before.flags);
    return { ...plan, changes: [...changes, ...plan.changes] };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const names = [...new Set(omissions.map(({ exercise }) => exercise))].join(", ");
    throw new UserError(`${error.message}; ${names} were left out: ${omissions[0]?.why}`, { hint: SEE_SOMEONE });
  }
}
