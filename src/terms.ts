/** The training terms that every room shares: sides, phases and levels. */

export type Side = "left" | "right";

export function oppositeSide(side: Side): Side {
  return side === "left" ? "right" : "left";
}

export const PHASES = [
  "concentric",
  "eccentric",
  "pause-top",
  "pause-bottom",
  "hold",
  "work",
  "roll",
  "contract",
  "relax",
  "stretch",
  "inhale",
  "exhale",
] as const;

/** The kind of a stroke, such as concentric or hold. */
export type Phase = (typeof PHASES)[number];

/** What to do during each phase, in one word. */
export const PHASE_LABELS: Readonly<Record<Phase, string>> = {
  concentric: "LIFT",
  eccentric: "LOWER",
  "pause-top": "HOLD",
  "pause-bottom": "BOTTOM",
  hold: "HOLD",
  work: "WORK",
  roll: "ROLL",
  contract: "CONTRACT",
  relax: "RELAX",
  stretch: "STRETCH",
  inhale: "INHALE",
  exhale: "EXHALE",
};

export type Level = "easy" | "standard" | "hard";

/** The levels, from the easiest to the hardest. */
export const LEVELS: readonly Level[] = ["easy", "standard", "hard"];
