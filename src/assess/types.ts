/** Answers to the Thomas test and the screening, and what they are evaluated to. The tables give each its text. */
import type { Side } from "../terms.ts";

export const SIDES = ["left", "right"] as const;

export const PAIN_ANSWERS = ["no", "hip", "knee", "both"] as const;
export const BACK_ANSWERS = ["flat", "arched"] as const;
export const THIGH_ANSWERS = ["above", "parallel", "below"] as const;
export const ROTATION_ANSWERS = ["none", "out", "in"] as const;
export const KNEE_ANSWERS = ["bent", "square", "straight"] as const;
export const DROP_ANSWERS = ["yes", "no"] as const;

/** The questions about one side, in the order in which they are asked. */
export const QUESTION_IDS = ["pain", "back", "thigh", "drop", "rotation", "knee"] as const;
export type QuestionId = (typeof QUESTION_IDS)[number];

/** The criteria of the test. The state of the back and the drop of the thigh qualify others and are none by themselves. */
export const CRITERION_IDS = ["thigh", "pain", "rotation", "knee"] as const;
type CriterionId = (typeof CRITERION_IDS)[number];

export const CRITERION_OUTCOMES = ["good", "tight", "unclear", "pain"] as const;
export type CriterionOutcome = (typeof CRITERION_OUTCOMES)[number];

/**
 * Observations on one side. The test ends when it hurts or when the back does not lie flat. Unanswered questions are
 * null, all of them if the side was not tested.
 */
export interface SideAnswers {
  readonly pain: (typeof PAIN_ANSWERS)[number] | null;
  /** Absent in tests that were stored before it was asked. */
  readonly back?: (typeof BACK_ANSWERS)[number] | null;
  readonly thigh: (typeof THIGH_ANSWERS)[number] | null;
  /** Whether a thigh above level drops when the knee is straightened a little. Absent in tests stored before it was asked. */
  readonly drop?: (typeof DROP_ANSWERS)[number] | null;
  readonly rotation: (typeof ROTATION_ANSWERS)[number] | null;
  readonly knee: (typeof KNEE_ANSWERS)[number] | null;
  /** Angle of the thigh relative to level, positive above; null if not measured. */
  readonly thighDegrees: number | null;
  /** Angle between thigh and shin: 90 is a right angle, 180 a straight leg. */
  readonly kneeDegrees: number | null;
}

export type BothSides<T> = Readonly<Record<Side, T>>;

export const UNTESTED_ANSWERS: SideAnswers = {
  pain: null,
  back: null,
  thigh: null,
  drop: null,
  rotation: null,
  knee: null,
  thighDegrees: null,
  kneeDegrees: null,
};

/** The finding of one criterion for one side. */
export interface Finding {
  readonly side: Side;
  readonly criterion: CriterionId;
  readonly outcome: CriterionOutcome;
  /** Muscles that may be short. */
  readonly muscles: readonly string[];
  readonly shows: string;
  readonly follows: string;
}

/** One side: the findings of all criteria, and the most serious outcome. */
export interface SideResult {
  readonly findings: readonly Finding[];
  readonly verdict: CriterionOutcome | "untested";
  /** Muscles that may be short, in the order of the criteria. */
  readonly muscles: readonly string[];
}

/** An answer to a screening question. */
export type YesNo = "yes" | "no";
