/** The words of the strokes: what a person is told to do while one lasts. */
import type { Phase } from "../terms.ts";

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
};
