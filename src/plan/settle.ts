/** What is done of a routine, in which order and for how long: every dose settled, before any step is made. */

import type { Exercise, Routine } from "../catalog/types.ts";
import { EXIT, UserError } from "../errors.ts";
import { LIMITS } from "../limits.ts";
import { clockText } from "../text/duration.ts";
import { adjust } from "./adjust.ts";
import { type SideChoice, sidesOf } from "./beats.ts";
import type { Dose } from "./dose.ts";
import { fitInto } from "./fit.ts";
import type { PlanDefaults, PlanFlags } from "./flags.ts";
import { type Draft, lengthOf, order } from "./order.ts";
import type { PlanChange } from "./types.ts";

/** More strokes than this are no workout: the bound keeps a file from filling the memory. */
const MOST_BEATS = 1_000_000;
const MOST_MS = LIMITS.planSeconds * 1000;

/** One block as it will be done. */
export interface SettledBlock {
  readonly dose: Dose;
  readonly drafts: readonly Draft[];
  readonly sides: SideChoice;
}

export interface Settled {
  readonly blocks: readonly SettledBlock[];
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
export function settle(
  routine: Routine,
  exercises: ReadonlyMap<string, Exercise>,
  defaults: PlanDefaults,
  flags: PlanFlags,
): Settled {
  const wanted = adjust(routine, exercises, defaults, flags);
  const first = flags.firstSide ?? defaults.firstSide;
  const asked = flags.side === "left" || flags.side === "right" ? flags.side : null;
  const gaps = { prepareMs: flags.prepareMs ?? defaults.prepareMs, switchMs: flags.switchMs ?? defaults.switchMs };
  const settled = (dose: Dose): SettledBlock => {
    const sides = { first, only: dose.block.side ?? asked };
    return { dose, sides, drafts: order(dose, sidesOf(dose.exercise.sides.mode, sides), gaps) };
  };
  const { doses, changes } = fitted(routine, wanted, flags.fitMs, (dose) => lengthOf(dose, settled(dose).drafts));
  const blocks = doses.map(settled);
  const totalMs = blocks.reduce((ms, { dose, drafts }) => ms + lengthOf(dose, drafts), 0);
  checkSize(routine, flags, totalMs, blocks);
  return { blocks, changes, totalMs };
}

/** The doses that fit the time that was asked for, and what was changed for it. */
function fitted(
  routine: Routine,
  doses: readonly Dose[],
  fitMs: number | undefined,
  blockMs: (dose: Dose) => number,
): { doses: readonly Dose[]; changes: readonly PlanChange[] } {
  if (fitMs === undefined) return { doses, changes: [] };
  const { doses: left, changes } = fitInto(routine.id, doses, fitMs, blockMs);
  return { doses: left.filter((dose) => dose !== null), changes };
}

/** What would fill the memory is not made. Who gave flags can mend them at once, so they are to blame before the file. */
function checkSize(routine: Routine, flags: PlanFlags, totalMs: number, blocks: readonly SettledBlock[]): void {
  const refuse = (why: string): never => {
    const exitCode = Object.keys(flags).length > 0 ? EXIT.usage : EXIT.badData;
    throw new UserError(`${routine.id} ${why}`, { exitCode });
  };
  const beatsOf = ({ dose, drafts }: SettledBlock) =>
    drafts.filter(({ kind }) => kind === "set").length * dose.reps * (dose.strokes?.length ?? 0);
  const beats = blocks.reduce((sum, block) => sum + beatsOf(block), 0);
  if (totalMs > MOST_MS) refuse(`would last ${clockText(totalMs)}; 24 hours is the most`);
  if (beats > MOST_BEATS) refuse(`would have ${beats} strokes; ${MOST_BEATS} is the most`);
}
