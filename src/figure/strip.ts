/** Draws the poses of a figure side by side, in order: a still picture of the movement. */
import type { FigureLine, Ink, InkSpan } from "./canvas.ts";
import { type CellSize, drawFigure, type FigureMoment } from "./draw.ts";
import type { BodyFigure } from "./types.ts";

/** Size of one pose. */
const STRIP_POSE_SIZE: CellSize = { columns: 24, rows: 10 };
const ARROWS = { text: "  →  ", back: "  ⇄  " };

/** Lines of at most `columns` characters: as many poses in a row as fit, each with its name below. */
export function drawFigureStrip(figure: BodyFigure, columns: number): readonly FigureLine[] {
  const each = STRIP_POSE_SIZE.columns + ARROWS.text.length;
  const inRow = Math.max(1, Math.floor((columns + ARROWS.text.length) / each));
  const lines: FigureLine[] = [];
  for (let from = 0; from < figure.order.length; from += inRow) {
    if (from > 0) lines.push([]);
    lines.push(...drawStripRow(figure, from, figure.order.slice(from, from + inRow)));
  }
  return lines;
}

function drawStripRow(figure: BodyFigure, from: number, names: readonly string[]): FigureLine[] {
  const pictures = names.map((name) => drawFigure(figure, createPoseMoment(figure, name), STRIP_POSE_SIZE));
  const middle = Math.floor(STRIP_POSE_SIZE.rows / 2);
  const lines = Array.from({ length: STRIP_POSE_SIZE.rows }, (_, row) =>
    pictures.flatMap((picture, index) => {
      const name = figure.order[from + index] ?? "";
      const arrow = row === middle ? arrowAfter(figure, name) : "";
      return [...padFigureLine(picture[row] ?? []), { text: arrow.padEnd(ARROWS.text.length), ink: "prop" as const }];
    }),
  );
  const label = names.map((name) => centreLabel(name.replaceAll("-", " "))).join(" ".repeat(ARROWS.text.length));
  return [...lines.map(trimFigureLine), [{ text: label.trimEnd(), ink: "working" as const }]];
}

function createPoseMoment(figure: BodyFigure, name: string): FigureMoment {
  const phase = Object.entries(figure.phases).find(([, ending]) => ending === name)?.[0] ?? null;
  return {
    from: name,
    to: name,
    share: 0,
    mirrored: false,
    swapped: false,
    inSet: false,
    phase: phase as FigureMoment["phase"],
  };
}

/** No arrow after the last pose; a double arrow between two poses that a phase alternates between. */
function arrowAfter({ order, phases }: BodyFigure, name: string): string {
  const next = order[order.indexOf(name) + 1];
  if (next === undefined) return "";
  const both = Object.values(phases).some(
    (ending) => typeof ending === "object" && ending.between.includes(name) && ending.between.includes(next),
  );
  return both ? ARROWS.back : ARROWS.text;
}

function padFigureLine(line: FigureLine): InkSpan[] {
  const wide = line.reduce((sum, { text }) => sum + text.length, 0);
  return [...line, { text: " ".repeat(STRIP_POSE_SIZE.columns - wide), ink: "working" as Ink }];
}

/** Trims trailing spaces. */
function trimFigureLine(line: FigureLine): FigureLine {
  const kept = line.slice(0, line.findLastIndex(({ text }) => text.trim() !== "") + 1);
  return kept.map((stretch, index) =>
    index === kept.length - 1 ? { ...stretch, text: stretch.text.trimEnd() } : stretch,
  );
}

function centreLabel(text: string): string {
  const wide = STRIP_POSE_SIZE.columns;
  const shown = text.slice(0, wide);
  return shown.padStart(Math.floor((wide + shown.length) / 2)).padEnd(wide);
}
