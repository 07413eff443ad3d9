/** Maps a frame of the player to a moment of the figure, in time with its strokes. A pure function of the frame. */
import type { Phase, Side } from "../terms.ts";
import type { FigureMoment } from "./draw.ts";
import { easeInOut } from "./pose.ts";
import { type BodyFigure, FIGURE_FRAMES_PER_SECOND, type PoseCycle } from "./types.ts";

/** Seconds to reach a pose that is then held, however long the stroke lasts. */
const ARRIVAL_SECONDS: Readonly<Partial<Record<Phase, number>>> = {
  "pause-top": 1,
  "pause-bottom": 1,
  contract: 1.5,
  hold: 3,
  stretch: 5,
};

/** During preparation the poses are shown in turn: seconds in each pose, and from one to the next. */
const PREVIEW_SECONDS = { still: 1.25, moving: 1.25 };

/** What the figure needs of a frame of the player. */
export interface MotionFrame {
  readonly kind: "prepare" | "set" | "switch" | "rest";
  readonly phase: string;
  readonly side: Side | null;
  readonly strokes: readonly { readonly phase: Phase }[];
  readonly strokeIndex: number;
  /** Share of the stroke or step that has passed, 0 to 1. */
  readonly fill: number;
  /** Seconds in which `fill` goes from 0 to 1. */
  readonly fillSeconds: number;
}

/** @param still no animation: the target pose is shown for the whole stroke. */
export function resolveFigureMoment(figure: BodyFigure, frame: MotionFrame, still: boolean): FigureMoment {
  const { from, to, share } = still ? resolveStillPose(figure, frame) : resolveTransition(figure, frame);
  const left = frame.side === "left";
  return {
    from,
    to,
    share: easeInOut(share),
    mirrored: left && !figure.alternating,
    swapped: left && figure.alternating,
    inSet: frame.kind === "set",
    phase: phaseOf(frame),
  };
}

/** Whether a figure may be on its way from one pose to another; without knowing it, so it may also stand. */
export function mayMove(frame: MotionFrame): boolean {
  if (frame.kind !== "set") return frame.kind !== "rest";
  const phase = phaseOf(frame);
  const arrival = phase && ARRIVAL_SECONDS[phase];
  return !arrival || frame.fill * frame.fillSeconds < arrival;
}

interface PoseTransition {
  readonly from: string;
  readonly to: string;
  readonly share: number;
}

function stayInPose(pose: string): PoseTransition {
  return { from: pose, to: pose, share: 0 };
}

function resolveTransition(figure: BodyFigure, frame: MotionFrame): PoseTransition {
  const phase = phaseOf(frame);
  const seconds = roundToFigureFrames(frame);
  if (frame.kind === "rest") return stayInPose(firstPoseOf(figure));
  if (frame.kind !== "set") return advancePreview(figure.order, seconds);
  const ending = endingOf(figure, frame.phase);
  if (ending === undefined) return stayInPose(firstPoseOf(figure));
  if (typeof ending !== "string") return advanceCycle(ending, seconds);
  if (!phase) return stayInPose(ending);
  const arrival = Math.min(ARRIVAL_SECONDS[phase] ?? frame.fillSeconds, frame.fillSeconds);
  const share = arrival <= 0 ? 1 : Math.min(1, seconds / arrival);
  return { from: poseBefore(figure, frame, ending), to: ending, share };
}

/** Seconds elapsed of the stroke or step, rounded to whole frames of the figure. */
function roundToFigureFrames({ fill, fillSeconds }: MotionFrame): number {
  return Math.round(fill * fillSeconds * FIGURE_FRAMES_PER_SECOND) / FIGURE_FRAMES_PER_SECOND;
}

/** Moves back and forth between two poses. */
function advanceCycle({ between: [a, b], seconds }: PoseCycle, elapsedSeconds: number): PoseTransition {
  const ways = elapsedSeconds / seconds;
  const share = ways - Math.floor(ways);
  return Math.floor(ways) % 2 === 0 ? { from: a, to: b, share } : { from: b, to: a, share };
}

/** From the first pose to the last and back, pausing at each. */
function advancePreview(order: readonly string[], seconds: number): PoseTransition {
  const there = order.length - 1;
  if (there === 0) return stayInPose(order[0] ?? "");
  const period = PREVIEW_SECONDS.still + PREVIEW_SECONDS.moving;
  const stop = Math.floor(seconds / period);
  const into = seconds - stop * period;
  const pose = (index: number) => {
    const turn = index % (2 * there);
    return order[turn <= there ? turn : 2 * there - turn] ?? "";
  };
  const share = Math.max(0, (into - PREVIEW_SECONDS.still) / PREVIEW_SECONDS.moving);
  return { from: pose(stop), to: pose(stop + 1), share };
}

/** The pose at the start of a stroke: where the previous stroke ended, or the pose listed before this one. */
function poseBefore(figure: BodyFigure, { strokes, strokeIndex }: MotionFrame, ending: string): string {
  if (strokes.length > 1) {
    const before = strokes[(strokeIndex + strokes.length - 1) % strokes.length];
    const pose = before && endingOf(figure, before.phase);
    return typeof pose === "string" ? pose : ending;
  }
  return figure.order[Math.max(0, figure.order.indexOf(ending) - 1)] ?? ending;
}

function resolveStillPose(figure: BodyFigure, frame: MotionFrame): PoseTransition {
  const ending = frame.kind === "set" ? endingOf(figure, frame.phase) : firstEndingOf(figure);
  if (ending === undefined) return stayInPose(firstPoseOf(figure));
  return stayInPose(typeof ending === "string" ? ending : ending.between[0]);
}

/** The pose of the first phase that has one: what the person prepares for. */
function firstEndingOf(figure: BodyFigure): string | PoseCycle | undefined {
  return Object.values(figure.phases)[0];
}

function endingOf(figure: BodyFigure, phase: string): string | PoseCycle | undefined {
  return phase in figure.phases ? figure.phases[phase as Phase | "open"] : undefined;
}

function firstPoseOf({ order }: BodyFigure): string {
  return order[0] ?? "";
}

/** The current phase; null outside strokes. */
function phaseOf({ kind, strokes, strokeIndex, phase }: MotionFrame): Phase | null {
  if (kind !== "set" || phase === "open" || phase === "finished") return null;
  return strokes[strokeIndex]?.phase ?? (phase as Phase);
}
