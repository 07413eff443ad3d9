/** The words of the answers to the Thomas test, and of what they come to; the table says what each means. */

export const THIGH = ["above", "parallel", "below"] as const;
export const PAIN = ["no", "hip", "knee", "both"] as const;
export const ROTATION = ["none", "out", "in"] as const;
export const KNEE = ["bent", "square", "straight"] as const;
export const OUTCOMES = ["good", "tight", "unclear", "pain"] as const;
export const CRITERIA = ["thigh", "pain", "rotation", "knee"] as const;

export type Outcome = (typeof OUTCOMES)[number];
export type CriterionId = (typeof CRITERIA)[number];
