/**
 * The plan: a routine compiled to a flat list of steps with every time known.
 *
 * Times are whole milliseconds. Nothing is decided after this: the player, the screen, the cues and the journal read only
 * the plan.
 */
import type { FigureDefinition } from "../figure/schema.ts";
import type { Level, Phase } from "../terms.ts";
import { isFurtherRound, type Step } from "./step-types.ts";

/** The part of an exercise that the plan carries: the texts and facts that screen, sound and journal need. */
export interface PlanExercise {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly targets: readonly string[];
  readonly position: string;
  readonly steps: readonly string[];
  readonly cues: readonly string[];
  readonly cautions: readonly string[];
  /** What a side means in this exercise, such as "Left knee on the floor"; null if both sides work at once. */
  readonly sideMeaning: { readonly left: string; readonly right: string } | null;
  readonly sides: "both" | "each" | "alternating";
  readonly figure: FigureDefinition | null;
}

export interface PlanStroke {
  readonly phase: Phase;
  /** What to do, in one word: "LIFT". */
  readonly word: string;
  readonly durationMs: number;
  readonly fast: boolean;
  /** The exercise's own cue for this stroke: "Press the knee into your hand". */
  readonly cue: string | null;
}

/** The dose of one block, as done in this plan. */
export interface PlanBlock {
  readonly exercise: string;
  readonly section: number;
  readonly sets: number;
  readonly reps: number;
  readonly restMs: number;
  /** null for an open exercise. */
  readonly repMs: number | null;
  /** One repetition, in order, strokes of zero length left out; empty for an open exercise. */
  readonly strokes: readonly PlanStroke[];
  /** Equipment needed for this block (a block may drop the exercise's usual equipment). */
  readonly equipment: readonly string[];
  /** "3 sets of 45 s", "3 sets of 20, tempo 3-0-3-1", "as long as you need". */
  readonly dose: string;
  readonly note: string | null;
  /** In place of those of the exercise; absent where the block has none of its own. */
  readonly position?: string;
  readonly figure?: FigureDefinition;
}

/** Blocks that are done together in rounds. */
export interface PlanGroup {
  readonly name: string | null;
  readonly note: string | null;
  /** null: as many as there is time for within the cap. */
  readonly rounds: number | null;
  /** Each round begins on this interval. */
  readonly everyMs?: number;
  /** The time after which the group ends wherever it stands. */
  readonly capMs?: number;
  /** Done for time: the clock counts up, and the time is the score. */
  readonly countUp?: true;
  /** Steps [from, to) belong to it: all its rounds, with what stands between them if it is in a group itself. */
  readonly from: number;
  readonly to: number;
}

export interface PlanSection {
  /** Index in the routine; steps and blocks refer to it. */
  readonly index: number;
  /** Empty if the routine has no sections. */
  readonly title: string;
  /** What to know, or to do instead of exercises; empty if there is none. */
  readonly advice: readonly string[];
  /** Steps [from, to) belong to it; equal when it has advice only. */
  readonly from: number;
  readonly to: number;
}

/** One change that the program made to a dose. */
export interface PlanChange {
  /** The exercise; of a change of rounds the group's name, or its exercises; of a rest of its own "Rest". */
  readonly exercise: string;
  /** The dose as it was: "3 sets of 45 s, rest 15 s". */
  readonly before: string;
  /** The dose as it is, or "left out". */
  readonly after: string;
  /** Why, in a few words: "to fit 15:00". */
  readonly why: string;
}

export interface Plan {
  readonly routine: string;
  readonly title: string;
  readonly level: Level;
  /** All levels are alike: nothing is said of them. */
  readonly hasOneLevel?: true;
  readonly totalMs: number;
  /** How many steps are self-paced. */
  readonly openSteps: number;
  readonly steps: readonly Step[];
  readonly sections: readonly PlanSection[];
  readonly blocks: readonly PlanBlock[];
  readonly exercises: Readonly<Record<string, PlanExercise>>;
  /** Changes made by the program to fit a time, in routine order. */
  readonly changes: readonly PlanChange[];
  /** The routine's medical notice, including when to stop; shown before the session starts. */
  readonly notice: string | null;
  /** The groups of the routine, outermost first; absent where there are none. */
  readonly groups?: readonly PlanGroup[];
  /** The total with the estimates of self-paced sets; absent where there are none. */
  readonly estimatedMs?: number;
  /** What decided the order and choice of blocks, where chance did; the same seed gives the same plan. */
  readonly seed?: number;
}

/** The exercise of a step, with the position and the figure of its block if that has its own. */
export function getExerciseOf(
  { exercises, blocks }: Pick<Plan, "exercises" | "blocks">,
  step: Pick<Step, "exercise" | "block"> | undefined,
): PlanExercise | undefined {
  const exercise = step && exercises[step.exercise];
  const { position, figure } = (step && blocks[step.block]) ?? {};
  if (!exercise || (position === undefined && figure === undefined)) return exercise;
  return { ...exercise, ...(position !== undefined && { position }), ...(figure && { figure }) };
}

/** The equipment a plan needs, in the order in which it is first needed. */
export function listEquipment({ blocks }: Pick<Plan, "blocks">): readonly string[] {
  return [...new Set(blocks.flatMap((block) => block.equipment))];
}

/** The sets from a step on that wait for the person; of as many rounds as possible those of the first. */
export function listWaitingSets({ steps }: Pick<Plan, "steps">, from: number): readonly Step[] {
  return steps.slice(from).filter((step) => step.kind === "set" && step.durationMs === null && !isFurtherRound(step));
}

/** "one step waits for you", "3 steps wait for you"; "" where none does. */
export function formatWaitingSteps(count: number): string {
  return ["", "one step waits for you"][count] ?? `${count} steps wait for you`;
}

/**
 * How long a plan takes from a step on, in milliseconds, and whether sets that are only estimated are in it. Under a clock
 * the whole of its time counts.
 */
export function estimateLengthFrom(plan: Plan, from: number): { readonly ms: number; readonly isEstimated: boolean } {
  const waiting = listWaitingSets(plan, from);
  const isEstimated = waiting.some(({ paced }) => paced);
  if (from === 0 && plan.estimatedMs !== undefined) return { ms: plan.estimatedMs, isEstimated };
  const steps = plan.steps.slice(from);
  const sumMs = (list: readonly Step[]) =>
    list.reduce((ms, { durationMs, paced }) => ms + (durationMs ?? paced?.estimateMs ?? 0), 0);
  if (!steps.some(({ deadlines }) => deadlines)) return { ms: sumMs(steps), isEstimated };
  const unclocked = waiting.filter(({ deadlines }) => !deadlines);
  return { ms: plan.totalMs - (steps[0]?.atMs ?? plan.totalMs) + sumMs(unclocked), isEstimated };
}

/**
 * The notes that belong to a step, in the order in which they are needed: in a rest its own; in whatever leads to a set
 * those of the groups that begin with it, outermost first, and its own; in a set its own. Notes of blocks are not listed.
 */
export function listNotes({ steps, groups = [] }: Plan, step: Step): readonly string[] {
  const own = step.note ? [step.note] : [];
  if (step.kind === "set") return own;
  const set = findSet(steps, step.index);
  const beginning = (set?.rounds ?? []).filter(({ group }) => findSet(steps, groups[group]?.from ?? 0) === set);
  const ofGroups = beginning.reverse().map(({ group }) => groups[group]?.note);
  return [...own, ...[...ofGroups, set?.note].filter((note) => typeof note === "string")];
}

/** The first set from a step on. */
export function findSet(steps: readonly Step[], from: number): Step | undefined {
  return findSetTowards(steps, from, 1);
}

/** The last set before a step. */
export function findSetBefore(steps: readonly Step[], before: number): Step | undefined {
  return findSetTowards(steps, before - 1, -1);
}

function findSetTowards(steps: readonly Step[], from: number, direction: 1 | -1): Step | undefined {
  let index = from;
  while (steps[index] && steps[index]?.kind !== "set") index += direction;
  return steps[index];
}
