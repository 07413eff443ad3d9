/** The steps of a block each time it is done, and the blocks that a plan lists: one for each dose. */
import { type Elapsed, LEAST_SET_MS } from "./clocks.ts";
import { computeSetMs, type Dose, estimateSetMs, getOwnRestMs } from "./dose.ts";
import type { PlanDefaults, PlanFlags } from "./flags.ts";
import { orderSteps, type SideSelection, type StepDraft } from "./order-steps.ts";
import { deriveSetDose } from "./set-doses.ts";
import type { Visit, VisitLength } from "./visits.ts";

/** One dose of a block as it will be done; `dose.sets` counts its sets over all rounds. */
export interface ScheduledBlock {
  readonly dose: Dose;
  readonly sides: SideSelection;
}

/** The steps of a block each time it is done with the same values: a rest or get-ready in front of it comes on top. */
export interface BlockSteps extends VisitLength {
  readonly dose: Dose;
  readonly sides: SideSelection;
  readonly stepDrafts: readonly StepDraft[];
  /** The dose of each set, from the first on. */
  readonly setDoses: readonly Dose[];
}

/** Builds the steps of visits; equal ones are built once. */
export function createStepBuilder(defaults: PlanDefaults, flags: PlanFlags): (visit: Visit) => BlockSteps {
  const onlySide = flags.side === "left" || flags.side === "right" ? flags.side : null;
  const built = new WeakMap<Dose, Map<string, BlockSteps>>();
  return ({ dose, roundValues, switchMs }) => {
    const key = roundValues.length === 0 ? String(switchMs) : `${switchMs} ${JSON.stringify(roundValues)}`;
    const variants = built.get(dose) ?? new Map<string, BlockSteps>();
    built.set(dose, variants);
    const known = variants.get(key);
    if (known) return known;
    const first = flags.firstSide ?? dose.block.firstSide ?? defaults.firstSide;
    const sides = { first, only: dose.block.side ?? onlySide };
    const setDoses = Array.from({ length: dose.sets }, (_, set) => deriveSetDose(dose, set + 1, roundValues));
    const restMsAfter = (set: number) => getOwnRestMs(dose, set) ?? dose.restMs;
    const stepDrafts = orderSteps(dose, sides, switchMs, restMsAfter);
    const lastRestMs = getOwnRestMs(dose, dose.sets) ?? 0;
    const steps = { dose, sides, stepDrafts, setDoses, ...measureSteps(stepDrafts, setDoses), lastRestMs };
    variants.set(key, steps);
    return steps;
  };
}

function measureSteps(drafts: readonly StepDraft[], setDoses: readonly Dose[]): Elapsed {
  const length = { knownMs: 0, estimatedMs: 0, leastMs: 0, openSets: 0 };
  for (const { kind, set, durationMs } of drafts) {
    const dose = setDoses[set.index - 1] as Dose;
    const ms = kind === "set" ? computeSetMs(dose) : durationMs;
    length.knownMs += ms ?? dose.capMs ?? 0;
    length.estimatedMs += ms ?? estimateSetMs(dose);
    length.leastMs += ms ?? Math.min(LEAST_SET_MS, dose.capMs ?? LEAST_SET_MS);
    length.openSets += ms === null ? 1 : 0;
  }
  return length;
}

/** How many strokes the sets have. */
export function countBeats({ stepDrafts, setDoses }: BlockSteps): number {
  const sets = stepDrafts.filter(({ kind }) => kind === "set");
  return sets.reduce((sum, { set }) => {
    const dose = setDoses[set.index - 1] as Dose;
    return sum + dose.reps * (dose.strokes?.length ?? 0);
  }, 0);
}

/** The blocks of the plan: one for each block of the routine and each of its doses. */
export class BlockList {
  readonly #blocks: { dose: Dose; sides: SideSelection; sets: number }[] = [];
  readonly #indexes = new Map<Dose, number>();
  readonly #bySteps = new WeakMap<BlockSteps, readonly number[]>();

  get scheduled(): readonly ScheduledBlock[] {
    return this.#blocks.map(({ dose, sides, sets }) => ({
      dose: dose.sets === sets ? dose : { ...dose, sets },
      sides,
    }));
  }

  /** Counts one more visit, unless nobody knows whether it is done; returns the block of each set. */
  add(steps: BlockSteps, { isRepeat }: Pick<Visit, "isRepeat">): readonly number[] {
    const indexes = this.#bySteps.get(steps) ?? steps.setDoses.map((dose) => this.#indexOf(dose, steps.sides));
    this.#bySteps.set(steps, indexes);
    if (!isRepeat) for (const index of indexes) (this.#blocks[index] as { sets: number }).sets++;
    return indexes;
  }

  #indexOf(dose: Dose, sides: SideSelection): number {
    const known = this.#indexes.get(dose);
    if (known !== undefined) return known;
    this.#indexes.set(dose, this.#blocks.length);
    return this.#blocks.push({ dose, sides, sets: 0 }) - 1;
  }
}
