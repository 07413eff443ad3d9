/** What the spoken lines need to know of every block, worked out once a plan. */
import type { Plan, Step } from "../plan/types.ts";
import type { Side } from "../terms.ts";
import type { Announcement, SetDose } from "./language/language.ts";

export interface BlockFacts {
  readonly sides: Announcement["sides"];
  /** The side of the first set, or of the first repetition of an alternating one; null when both work at once. */
  readonly firstSide: Side | null;
  readonly dose: SetDose;
}

const factsByPlan = new WeakMap<Plan, readonly BlockFacts[]>();

/** The facts of a step's block. */
export function blockFactsOf(plan: Plan, step: Step): BlockFacts {
  let facts = factsByPlan.get(plan);
  if (!facts) {
    facts = collectBlockFacts(plan);
    factsByPlan.set(plan, facts);
  }
  return facts[step.block] as BlockFacts;
}

function collectBlockFacts(plan: Plan): BlockFacts[] {
  const facts: BlockFacts[] = [];
  for (const step of plan.steps) {
    if (step.kind !== "set") continue;
    const before = facts[step.block];
    if (!before) facts[step.block] = createBlockFacts(plan, step);
    else if (before.sides === "one" && step.side !== before.firstSide) facts[step.block] = { ...before, sides: "each" };
  }
  return facts;
}

function createBlockFacts(plan: Plan, step: Step): BlockFacts {
  const { sides } = plan.exercises[step.exercise] ?? { sides: "both" };
  return {
    // One side only, until a set on the other one is found.
    sides: sides === "each" ? "one" : sides,
    firstSide: step.side ?? step.beats[0]?.side ?? null,
    dose: setDoseOf(step),
  };
}

function setDoseOf(step: Step): SetDose {
  if (step.durationMs === null) return { type: "open" };
  if (step.beats.length > step.reps) return { type: "reps", reps: step.reps };
  if (step.reps > 1) return { type: "times", reps: step.reps, ms: step.durationMs / step.reps };
  return { type: "time", ms: step.durationMs };
}

/** Whether a preparation, a switch or a rest stood before this set, in which it was told of. */
export function wasAnnounced(plan: Plan, step: Step): boolean {
  const before = plan.steps[step.index - 1];
  return before !== undefined && before.kind !== "set";
}
