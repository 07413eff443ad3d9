/** Schedules a routine: which blocks are done, in what order and for how long, with every dose resolved before any step is built. */
import type { Exercise, Routine } from "../catalog/types.ts";
import { EXIT_CODES, UserError } from "../errors.ts";
import { LIMITS } from "../limits.ts";
import { formatClock } from "../text/duration.ts";
import type { Dose } from "./dose.ts";
import { fitDosesToTime } from "./fit-to-time.ts";
import type { PlanDefaults, PlanFlags } from "./flags.ts";
import { computeBlockMs, orderSteps, type SideSelection, type StepDraft, type Transitions } from "./order-steps.ts";
import { resolveDoses } from "./resolve-doses.ts";
import type { PlanChange } from "./types.ts";

/** No workout has more beats than this; the limit keeps a file from filling the memory. */
const MAX_BEATS = 1_000_000;
const MAX_PLAN_MS = LIMITS.planSeconds * 1000;

/** One block as it will be done. */
export interface ScheduledBlock {
  readonly dose: Dose;
  readonly stepDrafts: readonly StepDraft[];
  readonly sides: SideSelection;
}

interface RoutineSchedule {
  readonly blocks: readonly ScheduledBlock[];
  /** Changes made to fit a time. */
  readonly changes: readonly PlanChange[];
  /** Total duration; self-paced steps count as zero. */
  readonly totalMs: number;
}

/**
 * Schedules a routine, using the user's defaults and flags.
 *
 * @throws UserError: exit 2 for a flag that does not fit the routine or makes it longer than 24 hours; exit 65 for a
 * routine that is too long by itself.
 */
export function scheduleRoutine(
  routine: Routine,
  exercises: ReadonlyMap<string, Exercise>,
  defaults: PlanDefaults,
  flags: PlanFlags,
): RoutineSchedule {
  const requested = resolveDoses(routine, exercises, defaults, flags);
  const first = flags.firstSide ?? defaults.firstSide;
  const onlySide = flags.side === "left" || flags.side === "right" ? flags.side : null;
  const scheduleBlock = (dose: Dose): ScheduledBlock => {
    const sides = { first, only: dose.block.side ?? onlySide };
    return { dose, sides, stepDrafts: orderSteps(dose, sides, resolveTransitions(dose, defaults, flags)) };
  };
  const { doses, changes } = applyTimeBudget(routine, requested, flags.fitMs, (dose) =>
    computeBlockMs(dose, scheduleBlock(dose).stepDrafts),
  );
  const blocks = doses.map(scheduleBlock);
  const totalMs = blocks.reduce((ms, { dose, stepDrafts }) => ms + computeBlockMs(dose, stepDrafts), 0);
  checkPlanSize(routine, flags, totalMs, blocks);
  return { blocks, changes, totalMs };
}

/** The flag decides before the block, the block before the exercise, and all of them before the setting. */
function resolveTransitions({ block, exercise }: Dose, defaults: PlanDefaults, flags: PlanFlags): Transitions {
  const toMs = (seconds: number | null) => (seconds === null ? null : seconds * 1000);
  return {
    prepareMs: flags.prepareMs ?? toMs(block.prepareSeconds ?? exercise.prepareSeconds) ?? defaults.prepareMs,
    switchMs: flags.switchMs ?? toMs(block.switchSeconds ?? exercise.switchSeconds) ?? defaults.switchMs,
  };
}

/** The doses that fit the requested time, and what was changed to fit it. */
function applyTimeBudget(
  routine: Routine,
  doses: readonly Dose[],
  fitMs: number | undefined,
  computeMs: (dose: Dose) => number,
): { doses: readonly Dose[]; changes: readonly PlanChange[] } {
  if (fitMs === undefined) return { doses, changes: [] };
  const fitted = fitDosesToTime(routine.id, doses, fitMs, computeMs);
  return { doses: fitted.doses.filter((dose) => dose !== null), changes: fitted.changes };
}

/** Rejects a plan that would fill the memory. Flags are blamed first, because the user can correct them at once. */
function checkPlanSize(routine: Routine, flags: PlanFlags, totalMs: number, blocks: readonly ScheduledBlock[]): void {
  const refuse = (why: string): never => {
    const exitCode = Object.keys(flags).length > 0 ? EXIT_CODES.usage : EXIT_CODES.badData;
    throw new UserError(`${routine.id} ${why}`, { exitCode });
  };
  const countBeats = ({ dose, stepDrafts }: ScheduledBlock) =>
    stepDrafts.filter(({ kind }) => kind === "set").length * dose.reps * (dose.strokes?.length ?? 0);
  const beats = blocks.reduce((sum, block) => sum + countBeats(block), 0);
  if (totalMs > MAX_PLAN_MS) refuse(`would last ${formatClock(totalMs)}; 24 hours is the most`);
  if (beats > MAX_BEATS) refuse(`would have ${beats} strokes; ${MAX_BEATS} is the most`);
}
