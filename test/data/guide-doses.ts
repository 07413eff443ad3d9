/** The doses that the guides and our published defaults give each shipped exercise. */

export interface Dose {
  readonly sides: string;
  readonly sets: string;
  readonly reps: string;
  readonly rest: string;
  /** "25/–": to get ready, and to change sides, where they are not the usual ones. */
  readonly transitions: string;
  /** One line a stroke, or the tempo with where it starts, or "open". */
  readonly strokes: readonly string[];
}

export const dose = (
  sides: string,
  sets: string,
  reps: string,
  rest: string,
  transitions: string,
  ...strokes: string[]
): Dose => ({
  sides,
  sets,
  reps,
  rest,
  transitions,
  strokes,
});

/** sides, sets, repetitions, rest, time to get ready / to change sides, strokes; seconds throughout. */
export const EXPECTED: Readonly<Record<string, Dose>> = {
  "banded-hip-flexion": dose(
    "each set-by-set",
    "easy 2, standard 3, hard 3 default",
    "easy 15, standard 12, hard 8 default",
    "45 default",
    "30/20",
    "3-0-3-1 default, starts concentric",
  ),
  "bedside-hip-flexor-stretch": dose(
    "each one-side-first",
    "2 default",
    "–",
    "10 default",
    "30/30",
    "hold easy 20, standard 30, hard 30 default",
  ),
  "couch-stretch": dose(
    "each set-by-set",
    "2 default",
    "–",
    "10 default",
    "20/20",
    "hold easy 20, standard 30, hard 30 default",
  ),
  "dead-bug": dose(
    "alternating",
    "easy 2, standard 3, hard 3 default",
    "easy 8, standard 12, hard 16 default",
    "45 default",
    "20/–",
    "3-1-2-1 default, starts eccentric",
  ),
  "foam-roll-adductors-sartorius": dose(
    "each set-by-set",
    "1 default",
    "–",
    "–",
    "25/20",
    "roll easy 30, standard 60, hard 60 default",
  ),
  "foam-roll-tfl": dose(
    "each set-by-set",
    "1 default",
    "–",
    "–",
    "25/20",
    "roll easy 30, standard 60, hard 60 default",
  ),
  "glute-bridge": dose(
    "both",
    "easy 2, standard 3, hard 3 default",
    "easy 8, standard 10, hard 12 default",
    "45 default",
    "15/–",
    "3-0-2-2 default, starts concentric",
  ),
  "hanging-leg-raise": dose(
    "both",
    "easy 2, standard 3, hard 3 default",
    "10–15 guide",
    "90 default",
    "30/–",
    "concentric 1 default",
    "pause-top 2–3 guide",
    "eccentric 2 default",
  ),
  "kneeling-hip-flexor-stretch": dose(
    "each set-by-set",
    "2 default",
    "–",
    "10 default",
    "20/–",
    "hold easy 20, standard 30, hard 30 default",
  ),
  "kneeling-lunge": dose("each one-side-first", "3 guide", "–", "15 default", "20/–", "hold 30–60 guide"),
  "mountain-climbers": dose(
    "both",
    "easy 2, standard 3, hard 3 default",
    "–",
    "easy 60, standard 45, hard 45 default",
    "15/–",
    "work easy 30, standard 60, hard 60 default",
  ),
  "pigeon-pose": dose("each one-side-first", "2 guide", "–", "20 default", "30/20", "hold 45–60 guide"),
  "psoas-march": dose(
    "alternating",
    "easy 2, standard 3, hard 3 default",
    "easy 10, standard 20, hard 20 default",
    "60 default",
    "25/–",
    "3-0-3-1 guide, starts concentric",
  ),
  "psoas-post-isometric-relaxation": dose(
    "each set-by-set",
    "1 default",
    "easy 2, standard 3, hard 4 default",
    "15 default",
    "30/20",
    "contract 7 default",
    "relax 3 default",
    "stretch 20 default",
  ),
  "psoas-reciprocal-inhibition": dose(
    "each set-by-set",
    "1 default",
    "easy 2, standard 3, hard 4 default",
    "15 default",
    "20/–",
    "contract 6 default",
    "stretch 15 default",
  ),
  "psoas-side-bend-stretch": dose(
    "each set-by-set",
    "2 default",
    "–",
    "10 default",
    "20/–",
    "hold easy 20, standard 30, hard 30 default",
  ),
  "side-lying-abduction": dose(
    "each one-side-first",
    "2 default",
    "easy 8, standard 10, hard 12 default",
    "30 default",
    "20/15",
    "3-0-2-1 default, starts concentric",
  ),
  "single-leg-bridge": dose(
    "each set-by-set",
    "2 default",
    "easy 6, standard 8, hard 12 default",
    "45 default",
    "15/–",
    "3-0-2-2 default, starts concentric",
  ),
  "sit-to-stand": dose(
    "both",
    "1 default",
    "easy 8, standard 10, hard 12 default",
    "30 default",
    "15/–",
    "3-1-2-1 default, starts concentric",
  ),
  "split-squat": dose(
    "each one-side-first",
    "easy 2, standard 3, hard 3 default",
    "easy 6, standard 8, hard 12 default",
    "60 default",
    "20/–",
    "3-1-2-0 default, starts eccentric",
  ),
  "standing-hip-flexor-stretch": dose(
    "each set-by-set",
    "1 default",
    "–",
    "10 default",
    "20/–",
    "hold easy 20, standard 30, hard 30 default",
  ),
  "standing-march": dose(
    "alternating",
    "1 default",
    "easy 6, standard 10, hard 14 default",
    "30 default",
    "15/–",
    "3-0-3-1 guide, starts concentric",
  ),
  "thomas-test": dose("each set-by-set", "1 guide", "–", "–", "30/30", "open"),
  "warm-up-walk": dose("both", "1 default", "–", "–", "–/–", "work easy 180, standard 180, hard 300 default"),
};
