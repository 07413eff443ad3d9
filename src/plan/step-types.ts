/** The steps of a plan: what each is, and the beats, marks and deadlines inside it. */
import type { Phase, Side } from "../terms.ts";

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
  /** Index in `PlanBlock.strokes`, which has the stroke's label and cue. */
  readonly stroke: number;
}

export type MarkName = "half-way" | "ten-seconds" | "three" | "two" | "one";

/** What is counted down before an end, and how long before it. */
export const COUNTDOWN: readonly (readonly [MarkName, beforeMs: number])[] = [
  ["three", 3000],
  ["two", 2000],
  ["one", 1000],
];

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
  /** Index in `Plan.blocks`, and of the section in the routine. */
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

/** Where a step stands in a group. */
export interface StepRound {
  /** Index in `Plan.groups`. */
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
  /** Index in `Plan.groups`; null for the cap of a set. */
  readonly group: number | null;
}

/** "round 2 of 3", "round 1 of 2, 3 of 4" from outside in; "" where nothing is done in several rounds. */
export function formatRounds(rounds: readonly StepRound[] = []): string {
  const counts = rounds
    .flatMap(({ index, of }) => (of === null ? [`${index}`] : of > 1 ? [`${index} of ${of}`] : []))
    .toReversed();
  return counts.length > 0 ? `round ${counts.join(", ")}` : "";
}

/** Whether a rest is what is left of an interval: it lasts until that is over, however long the work took. */
export function fillsInterval({ kind, index, deadlines }: Step): boolean {
  return kind === "rest" && deadlines?.some((one) => one.kind === "interval" && one.next === index + 1) === true;
}

/** Whether a step stands for a further round of as many as possible: nobody knows whether it is done. */
export function isFurtherRound({ rounds }: Pick<Step, "rounds">): boolean {
  return rounds?.some(({ index, of }) => of === null && index > 1) ?? false;
}
