/** The moving figures of a session's exercises. */
import { drawFigure } from "../../figure/draw.ts";
import { resolveFigureMoment } from "../../figure/motion.ts";
import { resolveFigure } from "../../figure/resolve.ts";
import type { BodyFigure } from "../../figure/types.ts";
import type { Plan } from "../../plan/types.ts";
import type { Frame } from "../../player/types.ts";
import type { Side } from "../../terms.ts";
import type { FigureProps } from "../components/Figure.tsx";

export interface SessionFigures {
  readonly byExerciseId: ReadonlyMap<string, BodyFigure>;
  /** Figures stand still. */
  readonly isStill: boolean;
}

export function buildSessionFigures(plan: Plan, isStill: boolean): SessionFigures {
  const figures = new Map<string, BodyFigure>();
  for (const { id, figure, sides } of Object.values(plan.exercises)) {
    if (figure) figures.set(id, resolveFigure(figure, sides));
  }
  return { byExerciseId: figures, isStill };
}

/** The figure of this moment; null for an exercise that has none. @param side the one that works now or next. */
export function selectFigure(
  { byExerciseId, isStill }: SessionFigures,
  frame: Frame,
  side: Side | null,
  size: { readonly columns: number; readonly rows: number },
): FigureProps | null {
  const figure = byExerciseId.get(frame.exerciseId);
  if (!figure || size.rows < 4) return null;
  const moment = resolveFigureMoment(figure, { ...frame, side }, isStill);
  return {
    lines: drawFigure(figure, moment, size),
    columns: size.columns,
    colour: frame.status === "paused" ? "plain" : frame.phase,
  };
}
