/** The shipped exercises with their figures, as the program has them. */
import { resolveFigure } from "../../src/figure/resolve.ts";
import type { FigureDefinition } from "../../src/figure/schema.ts";
import type { BodyFigure } from "../../src/figure/types.ts";
import { shippedExercises } from "../data/read-data.ts";

export interface Shipped {
  readonly id: string;
  readonly file: FigureDefinition;
  readonly figure: BodyFigure;
  /** The strokes of a repetition, or "open". */
  readonly phases: readonly string[];
}

export const SHIPPED: readonly Shipped[] = shippedExercises().map(({ id, figure, sides, pattern }) => {
  if (!figure) throw new Error(`${id} has no figure`);
  const phases =
    "open" in pattern
      ? ["open"]
      : "strokes" in pattern
        ? pattern.strokes.map(({ phase }) => phase)
        : ["eccentric", "pause-bottom", "concentric", "pause-top"];
  return { id, file: figure, figure: resolveFigure(figure, sides.mode), phases };
});

export function shipped(id: string): Shipped {
  const found = SHIPPED.find((each) => each.id === id);
  if (!found) throw new Error(`there is no ${id}`);
  return found;
}

/** A copy of a shipped figure that a test may spoil. */
export function copyOf(id: string): FigureDefinition {
  return structuredClone(shipped(id).file);
}
