/** What flags ask of a routine: which blocks they leave, which change holds for a block, and that none asks in vain. */
import type { Block, Exercise, Routine, Stroke } from "../catalog/types.ts";
import { UserError } from "../errors.ts";
import type { Dose } from "./dose.ts";
import { findExerciseByName } from "./find-exercise.ts";
import type { Override, PlanFlags } from "./flags.ts";

/** What a block is before flags: which of them can touch it. */
export interface BlockDraft {
  readonly block: Block;
  readonly exercise: Exercise;
  readonly section: number;
  /** null: open. */
  readonly strokes: readonly Stroke[] | null;
}

/** What `--only`, `--skip` and `--from` leave. */
export function selectBlocks(
  drafts: BlockDraft[],
  known: readonly Exercise[],
  flags: PlanFlags,
  routine: Routine,
): BlockDraft[] {
  const ids = (names: readonly string[]) =>
    new Set(names.map((name) => findExerciseByName(name, known, routine.id).id));
  let left = drafts;
  if (flags.from !== undefined) {
    const { id } = findExerciseByName(flags.from, known, routine.id);
    left = left.slice(left.findIndex((draft) => draft.exercise.id === id));
  }
  if (flags.only) {
    const only = ids(flags.only);
    left = left.filter((draft) => only.has(draft.exercise.id));
  }
  if (flags.skip) {
    const skip = ids(flags.skip);
    left = left.filter((draft) => !skip.has(draft.exercise.id));
  }
  // A block of one side has nothing to do when the other was asked for.
  left = left.filter(({ block }) => !block.side || !flags.side || flags.side === "both" || flags.side === block.side);
  if (left.length === 0) {
    throw new UserError(
      drafts.length === 0
        ? `${routine.id} has no exercises to do, only advice`
        : `nothing of ${routine.id} is left to do; loosen --only, --skip, --from or --side`,
    );
  }
  return left;
}

/** A function that says which change holds for a block (undefined: none); every change must touch at least one. */
export function createOverrideSelector<T>(
  changes: readonly Override<T>[] | undefined,
  known: readonly Exercise[],
  drafts: readonly BlockDraft[],
  can: (draft: BlockDraft) => boolean,
  routine: Routine,
): (draft: BlockDraft) => Override<T> | undefined {
  let general: Override<T> | undefined;
  const particular = new Map<string, Override<T>>();
  for (const change of changes ?? []) {
    const only = change.exercise === null ? null : findExerciseByName(change.exercise, known, routine.id);
    if (only && !drafts.some((draft) => draft.exercise === only)) {
      throw new UserError(`${change.flag} changes nothing: ${only.id} is left out`, {
        hint: "by --only, --skip, --from or --side",
      });
    }
    if (!drafts.some((draft) => can(draft) && (only === null || draft.exercise === only))) {
      throw new UserError(`${change.flag} changes nothing in ${only?.id ?? routine.id}`, {
        hint: `see what it has with: unwind show ${only?.id ?? routine.id}`,
      });
    }
    if (only) particular.set(only.id, change);
    else general = change;
  }
  return (draft) => (can(draft) ? (particular.get(draft.exercise.id) ?? general) : undefined);
}

/**
 * A flag about sides needs an exercise that has some; one about their order or their change, one that does both. What
 * another flag leaves of the sides is no matter: the routine has them.
 */
export function checkSideFlags(flags: PlanFlags, doses: readonly Dose[], routine: Routine): void {
  const sided = doses.filter(({ exercise }) => exercise.sides.mode !== "both");
  const free = sided.filter(({ block }) => !block.side);
  const turns = free.filter(({ exercise }) => exercise.sides.mode === "each");
  const checks = [
    { flag: "--side", value: flags.side, touches: sided, why: "it works both sides at once" },
    {
      flag: "--first-side",
      value: flags.firstSide,
      touches: free,
      why: "no exercise in it works one side and the other",
    },
    { flag: "--switch", value: flags.switchMs, touches: turns, why: "no exercise in it changes sides" },
  ];
  for (const { flag, value, touches, why } of checks) {
    if (value === undefined || touches.length > 0) continue;
    throw new UserError(`${flag} changes nothing in ${routine.id}: ${why}`);
  }
}
