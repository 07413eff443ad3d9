/** The bars: the whole session in its parts, the present stroke or step, and the gauge that the body follows. */
import type { Frame, FramePhase, FrameStroke, ProgressSegment } from "../../player/types.ts";
import { textWidth, truncate } from "./fit-text.ts";
import type { Line, Span, Tone } from "./line.ts";
import { span } from "./line.ts";

const EIGHTHS = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/** Joins neighbours that look the same. */
function mergeSpans(cells: readonly Span[]): Line {
  const line: Span[] = [];
  for (const cell of cells) {
    const last = line.at(-1);
    if (last && last.tone === cell.tone && last.bold === cell.bold) {
      line[line.length - 1] = { ...last, text: last.text + cell.text };
    } else line.push(cell);
  }
  return line;
}

/**
 * How many cells each part takes. Every part is seen while there is room; in a narrow bar only sets and the gaps between
 * exercises are, and in one narrower still each cell shows the part in its middle.
 */
export function allocatePartCells(parts: readonly ProgressSegment[], columns: number): number[] {
  const enough = (shown: readonly boolean[]) => shown.includes(true) && shown.filter(Boolean).length <= columns;
  const all = parts.map(() => true);
  const main = parts.map(({ kind }) => kind === "set" || kind === "prepare");
  const sets = parts.map(({ kind }) => kind === "set");
  const shown = [all, main, sets].find(enough);
  return shown ? distributeByWeight(parts, shown, columns) : sampleParts(parts, columns);
}

/** One cell for each that is shown, the others by weight, the largest remainders first. */
function distributeByWeight(parts: readonly ProgressSegment[], shown: readonly boolean[], columns: number): number[] {
  // A preparation takes one cell and no more, unless there is nothing else.
  const only = parts.every(({ kind }, index) => kind === "prepare" || !shown[index]);
  const weights = parts.map(({ kind, weight }, index) =>
    shown[index] && (only || kind !== "prepare") ? weight + 1 : 0,
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const free = columns - shown.filter(Boolean).length;
  const exact = weights.map((weight) => (weight / total) * free);
  const cells = exact.map((share, index) => (shown[index] ? 1 : 0) + Math.floor(share));
  const left = columns - cells.reduce((sum, count) => sum + count, 0);
  const order = exact.map((share, index) => ({ index, rest: share % 1 })).sort((a, b) => b.rest - a.rest);
  for (const { index } of order.slice(0, left)) cells[index] = (cells[index] ?? 0) + 1;
  return cells;
}

function sampleParts(parts: readonly ProgressSegment[], columns: number): number[] {
  const total = parts.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const cells = parts.map(() => 0);
  let [part, before] = [0, 0];
  for (let cell = 0; cell < columns; cell++) {
    const at = ((cell + 0.5) / columns) * total;
    while (part < parts.length - 1 && before + (parts[part]?.weight ?? 0) < at) before += parts[part++]?.weight ?? 0;
    cells[part] = (cells[part] ?? 0) + 1;
  }
  return cells;
}

/** The cell at which the session stands; the number of cells once it has ended. */
function findPositionCell(frame: Frame, cells: readonly number[]): number {
  if (frame.status === "finished") return cells.reduce((sum, count) => sum + count, 0);
  const before = cells.slice(0, frame.stepIndex).reduce((sum, count) => sum + count, 0);
  const own = cells[frame.stepIndex] ?? 0;
  const total = before + own + cells.slice(frame.stepIndex + 1).reduce((sum, count) => sum + count, 0);
  return Math.min(total - 1, before + Math.min(Math.max(0, own - 1), Math.floor(frame.stepFill * own)));
}

/**
 * The whole session: sets stand high, rests and switches lie low, a gap comes before each exercise. What is done is
 * taller and coloured, what is to come flat, and the present moment is the tallest.
 */
export function renderSessionBar(frame: Frame, columns: number): Line {
  const cells = allocatePartCells(frame.segments, columns);
  const position = findPositionCell(frame, cells);
  const line: Span[] = [];
  for (const [index, count] of cells.entries()) {
    const kind = frame.segments[index]?.kind;
    for (let cell = 0; cell < count; cell++) {
      const at = line.length;
      if (at === position) line.push(span("█", "plain", true));
      else if (kind === "prepare") line.push(span(" "));
      else if (kind !== "set") line.push(span("▁", at < position ? "accent" : "track"));
      else line.push(at < position ? span("▆", "accent") : span("▃", "track"));
    }
  }
  return mergeSpans(line);
}

/** A lying bar: heavy as far as it has come, light beyond. */
export function renderFillBar(share: number, columns: number, tone: Tone): Line {
  const done = Math.round(Math.min(1, Math.max(0, share)) * columns);
  return mergeSpans([span("━".repeat(done), tone), span("─".repeat(columns - done), "track")]);
}

/** Cells of each stroke of a repetition, one apart, `columns` in all. */
function allocateStrokeCells(strokes: readonly FrameStroke[], columns: number): number[] {
  const room = columns - (strokes.length - 1);
  const total = strokes.reduce((sum, { seconds }) => sum + seconds, 0) || 1;
  let [spent, used] = [0, 0];
  return strokes.map(({ seconds }) => {
    spent += seconds;
    const end = Math.round((spent / total) * room);
    const own = end - used;
    used = end;
    return own;
  });
}

/** The strokes of a repetition side by side, each as long as it takes, filled up to the present. */
export function renderStrokeBars(frame: Frame, columns: number): Line {
  const cells = allocateStrokeCells(frame.strokes, columns);
  return mergeSpans(
    frame.strokes.flatMap(({ phase }, index) => {
      const share = index < frame.strokeIndex ? 1 : index > frame.strokeIndex ? 0 : frame.fill;
      return [...(index > 0 ? [span(" ")] : []), ...renderFillBar(share, cells[index] ?? 0, phase)];
    }),
  );
}

/** The words of the strokes above or below their bars; a word that has no room is left out. */
export function renderStrokeLabels(frame: Frame, columns: number): Line {
  const cells = allocateStrokeCells(frame.strokes, columns);
  return frame.strokes.map(({ word, phase }, index) => {
    const own = cells[index] ?? 0;
    const shown = textWidth(word) <= own ? truncate(word, own) : "";
    const text = shown.padEnd(shown.length + own - textWidth(shown) + (index < frame.strokes.length - 1 ? 1 : 0));
    return index === frame.strokeIndex ? span(text, phase, true) : span(text, "dim");
  });
}

/** How full the gauge is: it rises as the body lifts, stays while it holds, falls as it lowers. */
export function gaugeLevel(phase: FramePhase, fill: number): number {
  if (phase === "concentric") return fill;
  if (phase === "eccentric") return 1 - fill;
  return phase === "pause-top" ? 1 : 0;
}

/** A standing gauge, `rows` high and `columns` wide with its walls, in steps of an eighth of a line. */
export function renderGauge(level: number, rows: number, columns: number, tone: Tone): Line[] {
  const eighths = Math.round(level * rows * 8);
  const wall = span("│", "dim");
  return Array.from({ length: rows }, (_, row) => {
    const own = Math.min(8, Math.max(0, eighths - (rows - 1 - row) * 8));
    return [wall, span((EIGHTHS[own] ?? "█").repeat(columns - 2), tone), wall];
  });
}
