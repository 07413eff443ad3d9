/**
 * The plan: a routine compiled to a flat list of steps with every time known.
 *
 * Times are whole milliseconds. Nothing is decided after the plan: the player, the screen, the cues and the journal
 * read it and never ask for the routine's or the exercise's source shape again.
 */

import type { FigureDefinition } from "../figure/schema.ts";
import type { Level, Phase, Side } from "../terms.ts";

/** One stroke of one repetition, placed inside its step. */
export interface Beat {
  readonly atMs: number;
  readonly durationMs: number;
  readonly phase: Phase;
  /** The repetition it belongs to, from 1. */
  readonly rep: number;
  /** The side it is done on; null when both sides work at once. */
  readonly side: Side | null;
  /** An explosive stroke (`X` in a tempo): one second, called "fast". */
  readonly fast: boolean;
  /** Which stroke of the exercise's pattern this is; finds its word and its cue in {@link PlanBlock.strokes}. */
  readonly stroke: number;
}

export type MarkName = "half-way" | "ten-seconds" | "three" | "two" | "one";

/** A named moment inside a step. Its place follows the step when the step is made longer or shorter. */
export interface Mark {
  readonly name: MarkName;
  /** `end`: `offsetMs` before the end. `middle`: `offsetMs` after the middle. */
  readonly anchor: "middle" | "end";
  readonly offsetMs: number;
}

/** Milliseconds from the start of a step at which a mark falls while the step lasts `durationMs`. */
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
  /** The exercise it belongs to (in a rest or a switch: the one that goes on). */
  readonly exercise: string;
  /** Which block of the routine, and which section, from 0. */
  readonly block: number;
  readonly section: number;
  /** A short line that names it: "Pigeon pose, left, set 1 of 2". */
  readonly label: string;
  /** The side that works (set) or comes next (prepare, switch, rest); null for both at once and for alternating. */
  readonly side: Side | null;
  /** Which set of how many on this side (in a prepare, switch or rest: the set that comes next). */
  readonly set: { readonly index: number; readonly of: number };
  /** Repetitions of a set; 0 for every other kind. */
  readonly reps: number;
  /** From the start of the plan; an open step counts as zero. */
  readonly atMs: number;
  /** null: an open step, that ends when the person says so. */
  readonly durationMs: number | null;
  /** Whether a person may add or take time: preparations, switches, rests, and sets of one timed stroke. */
  readonly stretchable: boolean;
  readonly beats: readonly Beat[];
  readonly marks: readonly Mark[];
}

/** What the plan carries of an exercise: the words and facts that screen, sound and journal need. */
export interface PlanExercise {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly targets: readonly string[];
  readonly position: string;
  readonly steps: readonly string[];
  readonly cues: readonly string[];
  readonly cautions: readonly string[];
  /** "Left knee on the floor": what a side means in this exercise; null when it works both sides at once. */
  readonly sideMeaning: { readonly left: string; readonly right: string } | null;
  readonly sides: "both" | "each" | "alternating";
  /** The moving figure, where the exercise has one. */
  readonly figure: FigureDefinition | null;
}

export interface PlanStroke {
  readonly phase: Phase;
  /** What to do in one word: "LIFT". */
  readonly word: string;
  readonly durationMs: number;
  readonly fast: boolean;
  /** What to do in this stroke, when the exercise says it in its own words: "Press the knee into your hand". */
  readonly cue: string | null;
}

/** A dose as it is done in this plan; one a block. */
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
  /** What is needed here (a block may go without the exercise's usual equipment). */
  readonly equipment: readonly string[];
  /** "3 × 45 s", "3 × 20, tempo 3-0-3-1", "open". */
  readonly dose: string;
  readonly note: string | null;
}

export interface PlanSection {
  /** Its place in the routine, from 0; steps and blocks name it. */
  readonly index: number;
  /** Empty when the routine has no sections. */
  readonly title: string;
  /** What to know or do in place of exercises; empty when there is none. */
  readonly advice: readonly string[];
  /** Steps [from, to) belong to it; equal when it has advice only. */
  readonly from: number;
  readonly to: number;
}

/** One thing that the program decided about a dose. */
export interface PlanChange {
  readonly exercise: string;
  /** The dose as it was: "3 × 45 s, rest 15 s". */
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
  /** How many steps wait for the person. */
  readonly openSteps: number;
  readonly steps: readonly Step[];
  readonly sections: readonly PlanSection[];
  readonly blocks: readonly PlanBlock[];
  readonly exercises: Readonly<Record<string, PlanExercise>>;
  /** What was decided beyond the person's own words, to fit a time: before and after, in order of the routine. */
  readonly changes: readonly PlanChange[];
  /** The medical notice of the routine, and what ends a session: shown before it starts. */
  readonly notice: string | null;
}
