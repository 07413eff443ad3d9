/** The words of training that every room shares: sides, phases, levels. They know nothing of files, plans or screens. */

export type Side = "left" | "right";

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
] as const;

/** What a person feels inside a step: one stroke of one repetition. */
export type Phase = (typeof PHASES)[number];

export type Level = "easy" | "standard" | "hard";

/** The levels, from the least to the most. */
export const LEVELS: readonly Level[] = ["easy", "standard", "hard"];
