/** The answers to the questions after the last set. In a file of its own, so that a screen needs no schema for them. */

/** Why sets were skipped. */
export const SKIP_REASONS = ["too-hard", "no-time", "pain"] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

export const SKIP_REASON_LABELS: Readonly<Record<SkipReason, string>> = {
  "too-hard": "too hard",
  "no-time": "no time",
  pain: "pain",
};

/** null: not asked, or not answered. */
export interface SessionAnswers {
  /** How hard it was, CR-10. */
  readonly effort: number | null;
  /** Tightness now, 0 to 10. Before pain was a question of its own, tightness or pain. */
  readonly tightness: number | null;
  /** The tighter side, if the session trained sides separately. */
  readonly tightnessSide: "left" | "right" | "both" | null;
  /** Pain now, 0 to 10. */
  readonly pain: number | null;
  /** Why sets were skipped, if any were. */
  readonly skipReason: SkipReason | null;
}

export const NO_ANSWERS: SessionAnswers = {
  effort: null,
  tightness: null,
  tightnessSide: null,
  pain: null,
  skipReason: null,
};
