/** Schedules a routine: which blocks are done, in what order and for how long, with every dose resolved before any step is built. */
import type { Exercise, Routine, Section } from "../catalog/types.ts";
import { EXIT_CODES, UserError } from "../errors.ts";
import { LIMITS } from "../limits.ts";
import { formatClock } from "../text/duration.ts";
import { BlockList, type BlockSteps, countBeats, createStepBuilder, type ScheduledBlock } from "./block-steps.ts";
import type { Dose } from "./dose.ts";
import { fitDosesToTime } from "./fit-to-time.ts";
import type { PlanDefaults, PlanFlags } from "./flags.ts";
import { resolveDoses } from "./resolve-doses.ts";
import type { PlanChange, PlanGroup } from "./types.ts";
import { type Visit, walkRoutine } from "./walk-routine.ts";

/** No workout has more beats than this; the limit keeps a file from filling the memory. */
const MAX_BEATS = 1_000_000;
const MAX_PLAN_MS = LIMITS.planSeconds * 1000;

/** One time that a block is done. */
export interface ScheduledVisit extends Pick<Visit, "rounds" | "restMs" | "restNote" | "prepareMs"> {
  readonly steps: BlockSteps;
  /** The scheduled block of each set, as an index. */
  readonly blocks: readonly number[];
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
  const buildSteps = createStepBuilder(defaults, flags);
  const measureMs = (doses: readonly Dose[], part = routine): number => {
    const clock = { totalMs: 0 };
    walkRoutine(part, doses, defaults, flags, {
      clock,
      enterGroup: () => 0,
      leaveGroup: () => {},
      visit: (visit) => {
        const steps = buildSteps(visit);
        clock.totalMs += visit.restMs + visit.prepareMs + steps.totalMs;
        return steps.lastRestMs;
      },
    });
    return clock.totalMs;
  };
  const { doses, changes } = applyTimeBudget(routine, requested, flags, measureMs);
  return { ...placeVisits(routine, doses, defaults, flags, buildSteps), changes };
}

/** The doses that fit the requested time, and what was changed to fit it. */
function applyTimeBudget(
  routine: Routine,
  doses: readonly Dose[],
  flags: PlanFlags,
  measureMs: (doses: readonly Dose[], part?: Routine) => number,
): { doses: readonly Dose[]; changes: readonly PlanChange[] } {
  if (flags.fitMs === undefined) return { doses, changes: [] };
  const isLinked =
    flags.rounds !== undefined ||
    routine.sections.some(({ items, blocks }) => items || blocks.some(({ ownSets }) => ownSets));
  const measureBlockMs = (dose: Dose): number => {
    const section = routine.sections[dose.section] as Section;
    const { items: _, ...flat } = section;
    return measureMs([dose], { ...routine, sections: [{ ...flat, blocks: [dose.block] }] });
  };
  const fitted = fitDosesToTime(routine.id, doses, flags.fitMs, measureBlockMs, isLinked ? measureMs : undefined);
  return { doses: fitted.doses.filter((dose) => dose !== null), changes: fitted.changes };
}

/** Unrolls the rounds, with the plan's blocks and groups, as far as the limits allow. */
function placeVisits(
  routine: Routine,
  doses: readonly Dose[],
  defaults: PlanDefaults,
  flags: PlanFlags,
  buildSteps: (visit: Visit) => BlockSteps,
): Omit<RoutineSchedule, "changes"> {
  const refuse = (why: string): never => {
    const exitCode = Object.keys(flags).length > 0 ? EXIT_CODES.usage : EXIT_CODES.badData;
    throw new UserError(`${routine.id} ${why}`, { exitCode });
  };
  const visits: ScheduledVisit[] = [];
  const groups: PlanGroup[] = [];
  const blocks = new BlockList();
  const groupIndexes = new Map<object, number>();
  let [stepCount, beats, totalMs, estimatedMs] = [0, 0, 0, 0];
  walkRoutine(routine, doses, defaults, flags, {
    enterGroup: (group, rounds) => {
      const { name, note } = group;
      const index = groupIndexes.get(group) ?? groups.push({ name, note, rounds, from: stepCount, to: stepCount }) - 1;
      groupIndexes.set(group, index);
      return index;
    },
    leaveGroup: (index) => {
      groups[index] = { ...(groups[index] as PlanGroup), to: stepCount };
    },
    visit: (visit) => {
      const { rounds, restMs, restNote, prepareMs } = visit;
      const steps = buildSteps(visit);
      visits.push({ rounds, restMs, restNote, prepareMs, steps, blocks: blocks.add(steps) });
      stepCount += steps.stepDrafts.length + (restMs > 0 ? 1 : 0) + (prepareMs > 0 ? 1 : 0);
      beats += countBeats(steps);
      totalMs += restMs + prepareMs + steps.knownMs;
      estimatedMs += restMs + prepareMs + steps.totalMs;
      if (stepCount > LIMITS.steps) refuse(`would have more than ${LIMITS.steps} steps`);
      return steps.lastRestMs;
    },
  });
  // Flags are blamed first, because the user can correct them at once.
  if (estimatedMs > MAX_PLAN_MS) refuse(`would last ${formatClock(estimatedMs)}; 24 hours is the most`);
  if (beats > MAX_BEATS) refuse(`would have ${beats} strokes; ${MAX_BEATS} is the most`);
  return { blocks: blocks.scheduled, visits, groups, totalMs, estimatedMs };
}
