/** The words of the answers to the Thomas test, and of what they come to; the table says what each means. */

export const THIGH_ANSWERS = ["above", "parallel", "below"] as const;
export const PAIN_ANSWERS = ["no", "hip", "knee", "both"] as const;
export const ROTATION_ANSWERS = ["none", "out", "in"] as const;
export const KNEE_ANSWERS = ["bent", "square", "straight"] as const;
export const CRITERION_OUTCOMES = ["good", "tight", "unclear", "pain"] as const;
export const CRITERION_IDS = ["thigh", "pain", "rotation", "knee"] as const;

export type CriterionOutcome = (typeof CRITERION_OUTCOMES)[number];
export type CriterionId = (typeof CRITERION_IDS)[number];
