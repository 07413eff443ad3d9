/** The moving figure beside the big figures of the live screen, where the terminal has room for it. */
import type { Ink } from "../../figure/canvas.ts";
import { drawFigure } from "../../figure/draw.ts";
import { momentOf } from "../../figure/motion.ts";
import { figureOf } from "../../figure/read.ts";
import type { BodyFigure } from "../../figure/types.ts";
import type { Plan } from "../../plan/types.ts";
import type { Frame } from "../../player/types.ts";
import type { Line, Tone } from "./line.ts";
import { lineWidth, piece } from "./line.ts";
import type { Size } from "./slots.ts";

/** The figures of a session's exercises by id, and whether they stand still. */
export interface FigureView {
  readonly figures: ReadonlyMap<string, BodyFigure>;
  readonly still: boolean;
}

/** From this size on a figure has its place. */
const LEAST: Size = { columns: 80, rows: 24 };

/** The columns of a figure as a share of the screen; wider than this to its height it would gain nothing. */
const SHARE = 0.36;
const WIDE_TO_HIGH = 2.6;

/** Columns between the figures and the figure. */
export const FIGURE_GAP = 2;

export function figureView(plan: Plan, still: boolean): FigureView {
  const figures = new Map<string, BodyFigure>();
  for (const { id, figure, sides } of Object.values(plan.exercises)) {
    if (figure) figures.set(id, figureOf(figure, sides));
  }
  return { figures, still };
}

/**
 * The columns that are kept for a figure; 0 without room. They depend on the terminal and on the whole session, so that
 * nothing moves when an exercise without a figure comes.
 */
export function figureColumns(view: FigureView | null, size: Size, inner: number, rows: number): number {
  if (!view || view.figures.size === 0 || size.columns < LEAST.columns || size.rows < LEAST.rows) return 0;
  return Math.min(Math.round(inner * SHARE), Math.round(rows * WIDE_TO_HIGH));
}

/** The figure of this moment; nothing for an exercise that has none. */
export function figureLines(view: FigureView, frame: Frame, columns: number, rows: number): Line[] {
  const figure = view.figures.get(frame.exerciseId);
  if (!figure) return [];
  const tones = tonesOf(frame);
  return drawFigure(figure, momentOf(figure, frame, view.still), { columns, rows }).map((line) =>
    line.map(({ text, ink }) => piece(text, tones[ink])),
  );
}

function tonesOf(frame: Frame): Readonly<Record<Ink, Tone>> {
  return { near: frame.status === "paused" ? "dim" : frame.phase, far: "dim", prop: "accent" };
}

/** Puts what stands at the right beside lines of at most `columns`. */
export function beside(left: readonly Line[], right: readonly Line[], columns: number): Line[] {
  return left.map((line, index) => {
    const more = right[index] ?? [];
    return more.length === 0 ? line : [...line, piece(" ".repeat(columns - lineWidth(line))), ...more];
  });
}
