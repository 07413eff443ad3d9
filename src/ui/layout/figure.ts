/** The moving figure beside the big figures of the live screen, where the terminal has room for it. */
import type { Ink } from "../../figure/canvas.ts";
import { drawFigure } from "../../figure/draw.ts";
import { resolveFigureMoment } from "../../figure/motion.ts";
import { resolveFigure } from "../../figure/resolve.ts";
import type { BodyFigure } from "../../figure/types.ts";
import type { Plan } from "../../plan/types.ts";
import type { Frame } from "../../player/types.ts";
import type { Line, Tone } from "./line.ts";
import { lineWidth, span } from "./line.ts";
import type { TerminalSize } from "./slots.ts";

/** The figures of a session's exercises by id, and whether they stand still. */
export interface SessionFigures {
  readonly byExerciseId: ReadonlyMap<string, BodyFigure>;
  readonly still: boolean;
}

/** From this size on a figure has its place. */
const MIN_FIGURE_TERMINAL: TerminalSize = { columns: 80, rows: 24 };

/** The columns of a figure as a share of the screen; wider than this to its height it would gain nothing. */
const MAX_WIDTH_SHARE = 0.36;
const MAX_WIDTH_TO_HEIGHT = 2.6;

/** Columns between the figures and the figure. */
export const FIGURE_GAP = 2;

export function buildSessionFigures(plan: Plan, still: boolean): SessionFigures {
  const figures = new Map<string, BodyFigure>();
  for (const { id, figure, sides } of Object.values(plan.exercises)) {
    if (figure) figures.set(id, resolveFigure(figure, sides));
  }
  return { byExerciseId: figures, still };
}

/**
 * The columns that are kept for a figure; 0 without room. They depend on the terminal and on the whole session, so that
 * nothing moves when an exercise without a figure comes.
 */
export function figureColumns(view: SessionFigures | null, size: TerminalSize, inner: number, rows: number): number {
  if (
    !view ||
    view.byExerciseId.size === 0 ||
    size.columns < MIN_FIGURE_TERMINAL.columns ||
    size.rows < MIN_FIGURE_TERMINAL.rows
  )
    return 0;
  return Math.min(Math.round(inner * MAX_WIDTH_SHARE), Math.round(rows * MAX_WIDTH_TO_HEIGHT));
}

/** The figure of this moment; nothing for an exercise that has none. */
export function renderFigure(view: SessionFigures, frame: Frame, columns: number, rows: number): Line[] {
  const figure = view.byExerciseId.get(frame.exerciseId);
  if (!figure) return [];
  const tones = inkTonesOf(frame);
  return drawFigure(figure, resolveFigureMoment(figure, frame, view.still), { columns, rows }).map((line) =>
    line.map(({ text, ink }) => span(text, tones[ink])),
  );
}

function inkTonesOf(frame: Frame): Readonly<Record<Ink, Tone>> {
  return { near: frame.status === "paused" ? "dim" : frame.phase, far: "dim", prop: "accent" };
}

/** Puts what stands at the right beside lines of at most `columns`. */
export function placeBeside(left: readonly Line[], right: readonly Line[], columns: number): Line[] {
  return left.map((line, index) => {
    const more = right[index] ?? [];
    return more.length === 0 ? line : [...line, span(" ".repeat(columns - lineWidth(line))), ...more];
  });
}
