/** The timeline of a session: its sets stand high in the colours of their phases, rests lie low between them. */
import type { Step } from "../../plan/step-types.ts";
import type { Plan } from "../../plan/types.ts";
import type { FramePhase, ProgressSegment } from "../../player/frame-types.ts";
import type { ColourRole } from "../theme.ts";

/** One step in the timeline, or the whole of as many rounds as possible. */
export interface TimelineSegment extends ProgressSegment {
  readonly phase: FramePhase;
  /** Index of the first step that it stands for, where that is not its own index. */
  readonly from?: number;
}

/** A step that waits for the person has no length; it is shown as if it had this one. */
const OPEN_STEP_WEIGHT_MS = 30_000;

/** The segments of a plan from one step on; a set has the phase of its longest stroke. */
export function timelineSegmentsOf(plan: Plan, from = 0): readonly TimelineSegment[] {
  const segments: TimelineSegment[] = [];
  for (let index = from; index < plan.steps.length; index++) {
    const { kind, durationMs, beats, paced, deadlines = [] } = plan.steps[index] as Step;
    const longest = beats.reduce((best, beat) => (best && best.durationMs >= beat.durationMs ? best : beat), beats[0]);
    const phase = kind === "set" ? (longest?.phase ?? "open") : kind;
    // Nobody can tell how many rounds there will be: they are one segment, as long as their cap.
    const cap = deadlines.find(({ group }) => group !== null && plan.groups?.[group]?.rounds === null);
    const weight = cap?.afterMs ?? durationMs ?? paced?.estimateMs ?? OPEN_STEP_WEIGHT_MS;
    segments.push({ kind, weight, phase, ...(index - from !== segments.length && { from: index - from }) });
    if (cap) index = cap.next - 1;
  }
  return segments;
}

/**
 * How many cells each segment takes. Every segment is seen while there is room; in a narrow timeline only sets and the
 * gaps between exercises are, and in one narrower still each cell shows the segment in its middle.
 */
export function allocateSegmentCells(segments: readonly ProgressSegment[], columns: number): number[] {
  const isEnough = (shown: readonly boolean[]) => shown.includes(true) && shown.filter(Boolean).length <= columns;
  const all = segments.map(() => true);
  const main = segments.map(({ kind }) => kind === "set" || kind === "prepare");
  const sets = segments.map(({ kind }) => kind === "set");
  const shown = [all, main, sets].find(isEnough);
  return shown ? distributeByWeight(segments, shown, columns) : sampleSegments(segments, columns);
}

/** One cell for each that is shown, the others by weight, the largest remainders first. */
function distributeByWeight(
  segments: readonly ProgressSegment[],
  shown: readonly boolean[],
  columns: number,
): number[] {
  // A preparation takes one cell and no more, unless there is nothing else.
  const isOnly = segments.every(({ kind }, index) => kind === "prepare" || !shown[index]);
  const weights = segments.map(({ kind, weight }, index) =>
    shown[index] && (isOnly || kind !== "prepare") ? weight + 1 : 0,
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

function sampleSegments(segments: readonly ProgressSegment[], columns: number): number[] {
  const total = segments.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const cells = segments.map(() => 0);
  let [index, before] = [0, 0];
  for (let cell = 0; cell < columns; cell++) {
    const at = ((cell + 0.5) / columns) * total;
    while (index < segments.length - 1 && before + (segments[index]?.weight ?? 0) < at)
      before += segments[index++]?.weight ?? 0;
    cells[index] = (cells[index] ?? 0) + 1;
  }
  return cells;
}

/** How many cells of a timeline lie behind: all those before the step, and its own as far as it has come. */
export function countDoneCells(
  segments: readonly TimelineSegment[],
  columns: number,
  stepIndex: number,
  stepFill: number,
): number {
  const cells = allocateSegmentCells(segments, columns);
  const at = findSegment(segments, stepIndex);
  const before = cells.slice(0, at).reduce((sum, count) => sum + count, 0);
  return before + Math.floor(stepFill * (cells[at] ?? 0));
}

/** Index of the segment that a step stands in. */
function findSegment(segments: readonly TimelineSegment[], stepIndex: number): number {
  return segments.findLastIndex(({ from }, index) => (from ?? index) <= stepIndex);
}

/** The cells of a timeline in runs of one colour. What is done is solid, what is left is hatched. */
export function renderTimeline(segments: readonly TimelineSegment[], columns: number, doneCells: number) {
  const runs: { text: string; colour: ColourRole }[] = [];
  let at = 0;
  for (const [index, count] of allocateSegmentCells(segments, columns).entries()) {
    const { kind = "set", phase = "open" } = segments[index] ?? {};
    for (let cell = 0; cell < count; cell++) {
      const isDone = at++ < doneCells;
      const text = kind === "prepare" ? " " : kind === "set" ? (isDone ? "█" : "░") : isDone ? "▄" : "▁";
      const colour = kind === "set" ? phase : isDone ? "dim" : "track";
      const last = runs.at(-1);
      if (last && (last.colour === colour || text === " ")) last.text += text;
      else runs.push({ text, colour });
    }
  }
  return runs;
}
