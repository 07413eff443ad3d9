/** The moving figures of a session's exercises. */
import { drawFigure } from "../../figure/draw.ts";
import { resolveFigureMoment } from "../../figure/motion.ts";
import { findFigure, type PlanFigures, resolvePlanFigures } from "../../figure/plan-figures.ts";
import type { Plan } from "../../plan/types.ts";
import type { Frame } from "../../player/frame-types.ts";
import type { Side } from "../../terms.ts";
import type { FigureProps } from "../components/Figure.tsx";

export interface SessionFigures extends PlanFigures {
  /** Figures stand still. */
  readonly isStill: boolean;
}

export function buildSessionFigures(plan: Plan, isStill: boolean): SessionFigures {
  return { ...resolvePlanFigures(plan), isStill };
}

/** The figure of this moment; null for an exercise that has none. @param side the one that works now or next. */
export function selectFigure(
  figures: SessionFigures,
  frame: Frame,
  side: Side | null,
  size: { readonly columns: number; readonly rows: number },
): FigureProps | null {
  const figure = findFigure(figures, frame);
  if (!figure || size.rows < 4) return null;
  const moment = resolveFigureMoment(figure, { ...frame, side }, figures.isStill);
  return {
    lines: drawFigure(figure, moment, size),
    columns: size.columns,
    colour: frame.status === "paused" ? "plain" : frame.phase,
  };
}
