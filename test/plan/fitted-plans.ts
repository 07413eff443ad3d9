/** Plans that are fitted to a time. */
import type { Exercise } from "../../src/catalog/exercise-types.ts";
import type { Block } from "../../src/catalog/types.ts";
import { compilePlan } from "../../src/plan/compile.ts";
import { PLAN_DEFAULTS, type PlanFlags } from "../../src/plan/flags.ts";
import { block, routine } from "../support/content.ts";

const AT_ONCE = { ...PLAN_DEFAULTS, prepareMs: 0, switchMs: 0 };

/** A plan without preparations and switches, so that only sets and rests take time. */
export function planWithin(
  seconds: number,
  blocks: readonly (readonly [Exercise, Partial<Block>?])[],
  flags: PlanFlags = {},
) {
  const made = routine(...blocks.map(([one]) => one));
  const [section] = made.routine.sections;
  if (!section) throw new Error("a routine has a section");
  const sections = [{ ...section, blocks: blocks.map(([{ id }, changes]) => block(id, changes)) }];
  return compilePlan({ ...made.routine, sections }, made.exercises, AT_ONCE, { ...flags, fitMs: seconds * 1000 });
}
