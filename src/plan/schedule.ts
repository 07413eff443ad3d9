/** What is done of a routine, in which order and for how long: every dose settled, before any step is made. */

import type { Exercise, Routine } from "../catalog/types.ts";
import { EXIT_CODES, UserError } from "../errors.ts";
import { LIMITS } from "../limits.ts";
import { formatClock } from "../text/duration.ts";
import { orderSides, type SideSelection } from "./beats.ts";
import type { Dose } from "./dose.ts";
import { fitDosesToTime } from "./fit-to-time.ts";
import type { PlanDefaults, PlanFlags } from "./flags.ts";
import { computeBlockMs, orderSteps, type StepDraft } from "./order-steps.ts";
import { resolveDoses } from "./resolve-doses.ts";
import type { PlanChange } from "./types.ts";

/** More strokes than this are no workout: the bound keeps a file from filling the memory. */
const MAX_BEATS = 1_000_000;
const MAX_PLAN_MS = LIMITS.planSeconds * 1000;

/** One block as it will be done. */
export interface ScheduledBlock {
  readonly dose: Dose;
  readonly stepDrafts: readonly StepDraft[];
  readonly sides: SideSelection;
}

export interface RoutineSchedule {
  readonly blocks: readonly ScheduledBlock[];
  /** What was changed to fit a time. */
  readonly changes: readonly PlanChange[];
  /** How long all of it lasts; what waits for the person counts nothing. */
  readonly totalMs: number;
}

/**
 * Settles a routine, with the person's defaults and the flags that were given.
 *
 * @throws UserError: exit 2 for a flag that does not fit the routine, and for flags that make it longer than 24 hours; exit
 * 65 for a routine that is by itself.
 */
export function scheduleRoutine(
  routine: Routine,
  exercises: ReadonlyMap<string, Exercise>,
  defaults: PlanDefaults,
  flags: PlanFlags,
): RoutineSchedule {
  const wanted = resolveDoses(routine, exercises, defaults, flags);
  const first = flags.firstSide ?? defaults.firstSide;
  const asked = flags.side === "left" || flags.side === "right" ? flags.side : null;
  const gaps = { prepareMs: flags.prepareMs ?? defaults.prepareMs, switchMs: flags.switchMs ?? defaults.switchMs };
  const settled = (dose: Dose): ScheduledBlock => {
    const sides = { first, only: dose.block.side ?? asked };
    return { dose, sides, stepDrafts: orderSteps(dose, orderSides(dose.exercise.sides.mode, sides), gaps) };
  };
  const { doses, changes } = applyTimeBudget(routine, wanted, flags.fitMs, (dose) =>
    computeBlockMs(dose, settled(dose).stepDrafts),
  );
  const blocks = doses.map(settled);
  const totalMs = blocks.reduce((ms, { dose, stepDrafts }) => ms + computeBlockMs(dose, stepDrafts), 0);
  checkPlanSize(routine, flags, totalMs, blocks);
  return { blocks, changes, totalMs };
}

/** The doses that fit the time that was asked for, and what was changed for it. */
function applyTimeBudget(
  routine: Routine,
  doses: readonly Dose[],
  fitMs: number | undefined,
  blockMs: (dose: Dose) => number,
): { doses: readonly Dose[]; changes: readonly PlanChange[] } {
  if (fitMs === undefined) return { doses, changes: [] };
  const { doses: left, changes } = fitDosesToTime(routine.id, doses, fitMs, blockMs);
  return { doses: left.filter((dose) => dose !== null), changes };
}

/** What would fill the memory is not made. Who gave flags can mend them at once, so they are to blame before the file. */
function checkPlanSize(routine: Routine, flags: PlanFlags, totalMs: number, blocks: readonly ScheduledBlock[]): void {
  const refuse = (why: string): never => {
    const exitCode = Object.keys(flags).length > 0 ? EXIT_CODES.usage : EXIT_CODES.badData;
    throw new UserError(`${routine.id} ${why}`, { exitCode });
  };
  const beatsOf = ({ dose, stepDrafts }: ScheduledBlock) =>
    stepDrafts.filter(({ kind }) => kind === "set").length * dose.reps * (dose.strokes?.length ?? 0);
  const beats = blocks.reduce((sum, block) => sum + beatsOf(block), 0);
  if (totalMs > MAX_PLAN_MS) refuse(`would last ${formatClock(totalMs)}; 24 hours is the most`);
  if (beats > MAX_BEATS) refuse(`would have ${beats} strokes; ${MAX_BEATS} is the most`);
}
