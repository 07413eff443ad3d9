/**
 * Schedules a routine: which blocks are done, in what order and for how long, with every dose resolved before any step
 * is built.
 */
import type { Exercise } from "../catalog/exercise-types.ts";
import type { Group, Routine, Section } from "../catalog/types.ts";
import { EXIT_CODES, type ExitCode, UserError } from "../errors.ts";
import { nameRoutineInText } from "../text/routine-name.ts";
import { createStepBuilder, type ScheduledBlock } from "./block-steps.ts";
import type { Dose } from "./dose.ts";
import { type GroupLimits, limitGroups, listRoundedGroups, listSharedRests } from "./fit-groups.ts";
import { fitDosesToTime } from "./fit-to-time.ts";
import type { PlanDefaults, PlanFlags } from "./flags.ts";
import { hasGroup } from "./groups.ts";
import { type ScheduledVisit, VisitPlacer } from "./place-visits.ts";
import { resolveDoses } from "./resolve-doses.ts";
import { INTERVAL_ADVICE } from "./time-by-kind.ts";
import type { PlanChange, PlanGroup } from "./types.ts";
import type { Visitor } from "./visits.ts";
import { walkRoutine } from "./walk-routine.ts";

/** A group that cannot keep its interval: for those who know where in a file or a line it stands. */
export class IntervalError extends UserError {
  readonly group: Group;
  /** What is wrong and what to do, without the routine's name. */
  readonly why: string;

  constructor(id: string, why: string, exitCode: ExitCode, group: Group) {
    super(`${id} ${why}; ${INTERVAL_ADVICE}`, { exitCode });
    this.group = group;
    this.why = `${why}; ${INTERVAL_ADVICE}`;
  }
}

interface RoutineSchedule {
  readonly blocks: readonly ScheduledBlock[];
  readonly visits: readonly ScheduledVisit[];
  readonly groups: readonly PlanGroup[];
  /** Changes made to fit a time. */
  readonly changes: readonly PlanChange[];
  /** Total duration; self-paced steps count as zero. */
  readonly totalMs: number;
  /** The total with the estimates of self-paced sets. */
  readonly estimatedMs: number;
  /** What decided by chance; absent where chance decides nothing. */
  readonly seed?: number;
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
  const { doses: requested, routine: whole, seed } = resolveDoses(routine, exercises, defaults, flags);
  const buildSteps = createStepBuilder(defaults, flags);
  const refuse = createRefusal(routine, flags);
  const measureMs = (doses: readonly Dose[], part = whole): number =>
    walkRoutine(doses, { routine: part, defaults, flags, refuse, visitor: createMeasurer(buildSteps) }).estimatedMs;
  const { doses, routine: decided, changes } = applyTimeBudget(whole, requested, flags, defaults, measureMs);
  const placer = new VisitPlacer(buildSteps, refuse);
  const { knownMs, estimatedMs } = walkRoutine(doses, { routine: decided, defaults, flags, refuse, visitor: placer });
  const { blocks, visits, groups } = placer.finish(Math.max(knownMs, estimatedMs));
  return { blocks, visits, groups, changes, totalMs: knownMs, estimatedMs, ...(seed !== undefined && { seed }) };
}

/**
 * How long a routine takes with the user's defaults, in milliseconds, with the estimates of self-paced sets. Rounds that
 * are alike are not unrolled, so this is much less work than a schedule; but a routine that is too long for a plan has a
 * length, too.
 *
 * @throws IntervalError (exit 65) for a routine that cannot keep its intervals.
 */
export function estimateRoutineMs(
  routine: Routine,
  exercises: ReadonlyMap<string, Exercise>,
  defaults: PlanDefaults,
): number {
  const { doses, routine: decided } = resolveDoses(routine, exercises, defaults, {});
  const visitor = createMeasurer(createStepBuilder(defaults, {}));
  const refuse = createRefusal(routine, {});
  return walkRoutine(doses, { routine: decided, defaults, flags: {}, refuse, visitor }).estimatedMs;
}

function createMeasurer(visit: Visitor["visit"]): Visitor {
  return { measuresOnly: true, enterGroup: () => 0, leaveGroup: () => {}, visit };
}

function createRefusal(routine: Routine, flags: PlanFlags): (why: string, group?: Group) => never {
  const id = nameRoutineInText(routine);
  return (why, group) => {
    // Flags are blamed first, because the user can correct them at once.
    const exitCode = Object.keys(flags).length > 0 ? EXIT_CODES.usage : EXIT_CODES.badData;
    throw group ? new IntervalError(id, why, exitCode, group) : new UserError(`${id} ${why}`, { exitCode });
  };
}

/** The doses and rounds that fit the requested time, and what was changed to fit it. */
function applyTimeBudget(
  routine: Routine,
  doses: readonly Dose[],
  flags: PlanFlags,
  { restScale }: PlanDefaults,
  measureMs: (doses: readonly Dose[], part?: Routine) => number,
): { doses: readonly Dose[]; routine: Routine; changes: readonly PlanChange[] } {
  if (flags.fitMs === undefined) return { doses, routine, changes: [] };
  const isLinked =
    flags.rounds !== undefined ||
    routine.sections.some(({ items, blocks }) => items || blocks.some(({ ownSets, after }) => ownSets || after));
  const measureBlockMs = (dose: Dose): number => {
    const section = routine.sections[dose.section] as Section;
    const { items: _, ...flat } = section;
    return measureMs([dose], { ...routine, sections: [{ ...flat, blocks: [dose.block] }] });
  };
  // Rounds given by a flag are fixed.
  const groups = flags.rounds === undefined ? listRoundedGroups(routine) : [];
  const rests = listSharedRests(routine, restScale);
  const limit = (left: GroupLimits) => limitGroups(routine, { groups, rests }, left, restScale);
  const measureAllMs = (left: readonly Dose[], limits: GroupLimits) => measureMs(left, limit(limits));
  // A cap is the workout, and not a limit of its length.
  const hasCaps = hasGroup(routine, ({ cap }) => cap !== undefined);
  const linked = isLinked ? { groups, rests, hasCaps, measureMs: measureAllMs } : undefined;
  const fitted = fitDosesToTime(nameRoutineInText(routine), doses, flags.fitMs, measureBlockMs, linked);
  return {
    doses: fitted.doses.filter((dose) => dose !== null),
    routine: linked ? limit(fitted.limits) : routine,
    changes: fitted.changes,
  };
}
