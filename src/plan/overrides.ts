/** Applies flags to a routine: selects blocks, finds the override for each block, and rejects flags that have no effect. */
import { getEffectiveStrokes, isSameAtAllLevels } from "../catalog/doses.ts";
import type { Exercise, Stroke } from "../catalog/exercise-types.ts";
import { findExerciseByName } from "../catalog/find-entry.ts";
import type { Block, Routine } from "../catalog/types.ts";
import { UserError } from "../errors.ts";
import { nameRoutineInText } from "../text/routine-name.ts";
import { hasChance } from "./chance.ts";
import type { Dose } from "./dose.ts";
import type { Override, PlanFlags } from "./flags.ts";
import { listOutermostGroups } from "./groups.ts";

/** A flag that changes nothing: for those who know how what it was given for was typed. */
export class UnusedFlagError extends UserError {}

/** A block before flags are applied; used to decide which flags can affect it. */
export interface BlockDraft {
  readonly block: Block;
  readonly exercise: Exercise;
  readonly section: number;
  /** null for a self-paced exercise. */
  readonly strokes: readonly Stroke[] | null;
  /** Whether a self-paced set counts repetitions. */
  readonly isPaced: boolean;
}

/** The blocks that remain after --only, --skip, --from and --side. */
export function selectBlocks(
  drafts: BlockDraft[],
  exercises: readonly Exercise[],
  flags: PlanFlags,
  routine: Routine,
): BlockDraft[] {
  const find = (name: string) => findExerciseByName(name, exercises, nameRoutineInText(routine));
  const from = flags.from === undefined ? null : find(flags.from);
  const [only, skip] = [flags.only?.map(find), flags.skip?.map(find)];
  const start = from ? drafts.findIndex(({ exercise }) => exercise === from) : 0;
  const remaining = drafts.slice(start).filter(({ block, exercise }) => {
    // A one-sided block is dropped when the other side was requested.
    const isOtherSide = block.side && flags.side && flags.side !== "both" && flags.side !== block.side;
    return (only?.includes(exercise) ?? true) && !skip?.includes(exercise) && !isOtherSide;
  });
  if (remaining.length === 0) {
    throw new UserError(
      drafts.length === 0
        ? `${nameRoutineInText(routine)} has no exercises to do, only advice`
        : `nothing of ${nameRoutineInText(routine)} is left to do; loosen --only, --skip, --from or --side`,
    );
  }
  return remaining;
}

/**
 * Returns a function that selects the override for a block (undefined if none).
 *
 * @throws UserError (exit 2) for an override that affects no block: {@link UnusedFlagError} where none accepts it.
 */
export function createOverrideSelector<T>(
  overrides: readonly Override<T>[] | undefined,
  exercises: readonly Exercise[],
  drafts: readonly BlockDraft[],
  accepts: (draft: BlockDraft) => boolean,
  routine: Routine,
): (draft: BlockDraft) => Override<T> | undefined {
  let general: Override<T> | undefined;
  const byExercise = new Map<string, Override<T>>();
  for (const override of overrides ?? []) {
    const only =
      override.exercise === null ? null : findExerciseByName(override.exercise, exercises, nameRoutineInText(routine));
    if (only && !drafts.some((draft) => draft.exercise === only)) {
      throw new UserError(`${override.flag} changes nothing: ${only.id} is left out`, {
        hint: hasChance(routine)
          ? "by --only, --skip, --from, --side or chance"
          : "by --only, --skip, --from or --side",
      });
    }
    if (!drafts.some((draft) => accepts(draft) && (only === null || draft.exercise === only))) {
      throw new UnusedFlagError(`${override.flag} changes nothing in ${only?.id ?? nameRoutineInText(routine)}`, {
        hint: `see what it has with: unwind show ${only?.id ?? routine.id}`,
      });
    }
    if (only) byExercise.set(only.id, override);
    else general = override;
  }
  return (draft) => (accepts(draft) ? (byExercise.get(draft.exercise.id) ?? general) : undefined);
}

/**
 * Rejects flags for groups that have no effect: --rounds where as many rounds are done as there is time for, --seed where
 * chance decides nothing.
 *
 * @throws UserError (exit 2).
 */
export function checkGroupFlags({ rounds, seed }: PlanFlags, routine: Routine): void {
  const outermost = listOutermostGroups(routine);
  if (rounds !== undefined && outermost.length > 0 && outermost.every((group) => group.rounds === null)) {
    throw new UserError(
      `--rounds changes nothing in ${nameRoutineInText(routine)}: as many rounds are done as there is time for`,
    );
  }
  if (seed !== undefined && !hasChance(routine)) {
    throw new UserError(`--seed changes nothing in ${nameRoutineInText(routine)}: nothing in it is random`);
  }
}

/**
 * Rejects --level where every figure is the same at all levels. What chance leaves out counts, too: the flag is right for
 * the routine.
 *
 * @throws UserError (exit 2).
 */
export function checkLevelFlag({ level }: PlanFlags, drafts: readonly BlockDraft[], routine: Routine): void {
  if (level === undefined || drafts.some(dependsOnLevel)) return;
  throw new UserError(
    `--level ${level} changes nothing in ${nameRoutineInText(routine)}: what is done of it is the same at every level`,
  );
}

/** Whether any figure of a block differs between levels. */
export function dependsOnLevel({ exercise, block }: Pick<BlockDraft, "exercise" | "block">): boolean {
  const { dose } = exercise;
  const values = [block.sets ?? dose.sets, block.reps ?? dose.reps, block.rest ?? dose.rest];
  const strokes = getEffectiveStrokes(exercise, block).map(({ seconds }) => seconds);
  return [...values, ...strokes].some(({ amount }) => !isSameAtAllLevels(amount));
}

/**
 * Rejects side flags that have no effect. --side needs an exercise done on separate sides, --first-side and --switch one
 * that is done on both, which --side can leave out.
 *
 * @throws UserError (exit 2).
 */
export function checkSideFlags(flags: PlanFlags, doses: readonly Dose[], routine: Routine): void {
  const only = flags.side === "left" || flags.side === "right" ? flags.side : null;
  const withSides = doses.filter(({ exercise }) => exercise.sides.mode !== "both");
  const onBothSides = withSides.filter(({ block }) => !block.side && !only);
  const inTurn = onBothSides.filter(({ exercise }) => exercise.sides.mode === "each");
  const checks = [
    { flag: "--side", value: flags.side, accepted: withSides, why: "it works both sides at once" },
    {
      flag: "--first-side",
      value: flags.firstSide,
      accepted: onBothSides,
      why: "no exercise in it works one side and the other",
    },
    { flag: "--switch", value: flags.switchMs, accepted: inTurn, why: "no exercise in it changes sides" },
  ];
  for (const { flag, value, accepted, why } of checks) {
    if (value === undefined || accepted.length > 0) continue;
    const reason = only && withSides.length > 0 ? `--side ${only} leaves one side only` : why;
    throw new UserError(`${flag} changes nothing in ${nameRoutineInText(routine)}: ${reason}`);
  }
}
