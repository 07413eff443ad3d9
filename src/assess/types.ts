/** What a person found in the Thomas test and said in the screening, and what it comes to. */
import type { Side } from "../terms.ts";
import type {
  CriterionId,
  CriterionOutcome,
  KNEE_ANSWERS,
  PAIN_ANSWERS,
  ROTATION_ANSWERS,
  THIGH_ANSWERS,
} from "./answer-values.ts";

export type { Side };
export const SIDES = ["left", "right"] as const;

/** What was seen on one side. Where it hurt the test ends; what was not looked at is null, all of it where it was not tested. */
export interface SideAnswers {
  readonly pain: (typeof PAIN_ANSWERS)[number] | null;
  readonly thigh: (typeof THIGH_ANSWERS)[number] | null;
  readonly rotation: (typeof ROTATION_ANSWERS)[number] | null;
  readonly knee: (typeof KNEE_ANSWERS)[number] | null;
  /** The thigh against level, above it positive; null when it was not measured. */
  readonly thighDegrees: number | null;
  /** Between thigh and shin: 90 is a right angle, 180 a straight leg. */
  readonly kneeDegrees: number | null;
}

export type BothSides<T> = Readonly<Record<Side, T>>;

/** What one criterion of the test says about one side. */
export interface Finding {
  readonly side: Side;
  readonly criterion: CriterionId;
  readonly outcome: CriterionOutcome;
  /** Muscles that look short. */
  readonly muscles: readonly string[];
  readonly shows: string;
  readonly follows: string;
}

export const UNTESTED_ANSWERS: SideAnswers = {
  pain: null,
  thigh: null,
  rotation: null,
  knee: null,
  thighDegrees: null,
  kneeDegrees: null,
};

/** What a side comes to. */
export type Verdict = CriterionOutcome | "untested";

/** One side: what each criterion says, and the gravest of it. */
export interface SideResult {
  readonly findings: readonly Finding[];
  readonly verdict: Verdict;
  /** Muscles that look short, in the order of the criteria. */
  readonly muscles: readonly string[];
}

/** What the tables name beside these fields: the answers of the screening by the ids of its questions. */
export type YesNo = "yes" | "no";
