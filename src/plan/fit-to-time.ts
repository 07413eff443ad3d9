/**
 * Fits a routine into a given time by cutting as little as possible, in small steps.
 *
 * Doses are reduced within their ranges first, then rests to half (to ten seconds at least), then sets and rounds, then
 * warm-ups to a minute; last, the least important blocks are left out, but never the last warm-up. Once it fits, each
 * cut is tried in reverse, so that nothing is cut unnecessarily.
 */
import { EXIT_CODES, UserError } from "../errors.ts";
import { formatClock } from "../text/duration.ts";
import { type Dose, formatDoseWithRest } from "./dose.ts";
import type { Cut, FittedDose } from "./dose-cuts.ts";
import { DoseFitter } from "./dose-fitter.ts";
import { describeGroupChanges, type GroupLimits, type LinkedBlocks, type UnexplainedChange } from "./fit-groups.ts";
import type { PlanChange } from "./types.ts";

interface FittedRoutine {
  readonly doses: readonly FittedDose[];
  /** The rounds and the rests of the linked blocks. */
  readonly limits: GroupLimits;
  readonly changes: readonly PlanChange[];
}

/**
 * Returns doses and rounds that fit into `budgetMs`; unchanged if they already fit.
 *
 * @param computeBlockMs duration of one block in milliseconds, including preparation, switches and rests.
 * @param linked how long all blocks take, where that is more than their sum.
 * @throws UserError (exit 2) if even the most important block alone is too long; the hint gives the shortest possible
 * session.
 */
export function fitDosesToTime(
  name: string,
  doses: readonly Dose[],
  budgetMs: number,
  computeBlockMs: (dose: Dose) => number,
  linked?: LinkedBlocks,
): FittedRoutine {
  const fitter = new DoseFitter(doses, computeBlockMs, linked);
  const cuts: Cut[] = [];
  const { findDoseCut, findRestCut, findSetOrRoundCut, findWarmUpCut, findBlockCut } = fitter;
  for (const findCut of [findDoseCut, findRestCut, findSetOrRoundCut, findWarmUpCut, findBlockCut]) {
    for (let cut = findCut(); cut && fitter.totalMs > budgetMs; cut = findCut()) {
      fitter.apply(cut);
      cuts.push(cut);
    }
  }
  if (fitter.totalMs > budgetMs) {
    const shortest = formatClock(Math.ceil(fitter.totalMs / 1000) * 1000);
    throw new UserError(`${name} cannot be done in ${formatClock(budgetMs)}`, {
      exitCode: EXIT_CODES.usage,
      hint: `${shortest} is the least: ${fitter.describeRemaining()}${linked?.hasCaps ? "; caps stay as they are" : ""}`,
    });
  }
  fitter.restoreUnneededCuts(cuts, budgetMs);
  const groupChanges = linked ? describeGroupChanges(linked, fitter.limits) : [];
  const changes = [...groupChanges, ...describeChanges(doses, fitter.doses)].map((change) => ({
    ...change,
    why: `to fit ${formatClock(budgetMs)}`,
  }));
  return { doses: fitter.doses, limits: fitter.limits, changes };
}

function describeChanges(before: readonly Dose[], after: readonly FittedDose[]): UnexplainedChange[] {
  return before.flatMap((dose, index) => {
    const fitted = after[index];
    const [was, is] = [formatDoseWithRest(dose), fitted ? formatDoseWithRest(fitted) : "left out"];
    return was === is ? [] : [{ exercise: dose.exercise.id, before: was, after: is }];
  });
}
