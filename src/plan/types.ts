/**
 * The plan: a routine compiled to a flat list of steps with every time known.
 *
 * Times are whole milliseconds. Nothing is decided after this: the player, the screen, the cues and the journal read only
 * the plan.
 */

import type { FigureDefinition } from "../figure/schema.ts";
import type { Level, Phase, Side } from "../terms.ts";

/** One stroke of one repetition, placed inside its step. */
export interface Beat {
  readonly atMs: number;
  readonly durationMs: number;
  readonly phase: Phase;
  /** The repetition it belongs to, starting at 1. */
  readonly rep: number;
  /** The side it is done on; null when both sides work at once. */
  readonly side: Side | null;
  /** An explosive stroke (`X` in a tempo): one second, called "fast". */
  readonly fast: boolean;
  /** Index in {@link PlanBlock.strokes}, which has the stroke's label and cue. */
  readonly stroke: number;
}

export type MarkName = "half-way" | "ten-seconds" | "three" | "two" | "one";

/** A named moment inside a step. It moves with the step when the step is extended or shortened. */
export interface Mark {
  readonly name: MarkName;
  /** `end`: `offsetMs` before the end. `middle`: `offsetMs` after the middle. */
  readonly anchor: "middle" | "end";
  readonly offsetMs: number;
}

/** When a mark is due, in milliseconds from the start of a step that lasts `durationMs`. */
export function getMarkTimeMs(mark: Mark, durationMs: number): number {
  switch (mark.anchor) {
    case "middle":
      return durationMs / 2 + mark.offsetMs;
    case "end":
      return durationMs - mark.offsetMs;
  }
}

export type StepKind = "prepare" | "set" | "switch" | "rest";

/** What a person skips: a preparation, one set on one side, a switch of sides, a rest. */
export interface Step {
  readonly index: number;
  readonly kind: StepKind;
  /** The exercise it belongs to (for a rest or a switch: the one that continues). */
  readonly exercise: string;
  /** Index in {@link Plan.blocks}, and of the section in the routine. */
  readonly block: number;
  readonly section: number;
  /** A short name: "Pigeon pose, left, set 1 of 2". */
  readonly label: string;
  /** The side that works (set) or comes next (prepare, switch, rest); null for both at once and for alternating. */
  readonly side: Side | null;
  /** Set number and number of sets on this side (in a prepare, switch or rest: of the next set). */
  readonly set: { readonly index: number; readonly of: number };
  /** Repetitions of a set; 0 for every other kind. */
  readonly reps: number;
  /** From the start of the plan; an open step counts as zero. */
  readonly atMs: number;
  /** null for an open step, which ends when the user says so. */
  readonly durationMs: number | null;
  /** Whether the user can add or remove time: preparations, switches, rests, and sets of one timed stroke. */
  readonly stretchable: boolean;
  readonly beats: readonly Beat[];
  readonly marks: readonly Mark[];
  /** The groups that it stands in with the round of each, innermost first; absent outside groups. */
  readonly rounds?: readonly StepRound[];
  /** What is lifted, or which band: "20 kg". */
  readonly load?: string;
  /** What is to be known of this set or rest alone. */
  readonly note?: string;
  /** The clocks that end it, if they are over before it is; absent where there are none. */
  readonly deadlines?: readonly Deadline[];
  /** A self-paced set: it counts `reps` and has no beats. It has no duration and waits for the person, unless hands-free. */
  readonly paced?: { readonly estimateMs: number };
}

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

/** Where a step stands in a group. */
export interface StepRound {
  /** Index in {@link Plan.groups}. */
  readonly group: number;
  /** From 1. */
  readonly index: number;
  /** null where as many rounds are done as there is time for. */
  readonly of: number | null;
}

/**
 * A clock that ends every step which carries it: `afterMs` of session time after the step `anchor` was entered. Pauses do
 * not count. What was under way is cut there, and the session goes on at the step `next`, or ends.
 */
export interface Deadline {
  /** `interval`: each round begins on its time. `cap`: a group, or a set, ends wherever it stands. */
  readonly kind: "interval" | "cap";
  /** Index of the step whose entry starts the clock. */
  readonly anchor: number;
  readonly afterMs: number;
  /** Index of the step to go on with; the number of steps where the session ends. */
  readonly next: number;
  /** Index in {@link Plan.groups}; null for the cap of a set. */
  readonly group: number | null;
}

/** "round 2 of 3", "round 1 of 2, 3 of 4" from outside in; "" where nothing is done in several rounds. */
export function formatRounds(rounds: readonly StepRound[] = []): string {
  const counts = rounds
    .flatMap(({ index, of }) => (of === null ? [`${index}`] : of > 1 ? [`${index} of ${of}`] : []))
    .toReversed();
  return counts.length > 0 ? `round ${counts.join(", ")}` : "";
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
