/** A figure at one moment as lines of braille characters. */
import type { Phase } from "../terms.ts";
import { bodyExtents, drawBody } from "./body.ts";
import { Canvas, type FigureLine } from "./canvas.ts";
import { exchanged } from "./exchange.ts";
import { mixPoses } from "./mix.ts";
import { type Extent, placed, viewOf } from "./project.ts";
import { drawBefore, drawBehind, drawFloor, propExtents } from "./props.ts";
import type { BodyFigure, Pose } from "./types.ts";

/** A moment of a movement: a share of the way from one pose to another. */
export interface Moment {
  readonly from: string;
  readonly to: string;
  readonly share: number;
  /** Drawn the other way round, for the left side. */
  readonly mirrored: boolean;
  /** The far limbs do what the near ones are written to do. */
  readonly swapped: boolean;
  /** The stroke that is on; arrows show where its effort goes. */
  readonly phase: Phase | null;
}

/** Seen from further above, the floor is no line. */
const FLOOR_TILT = 20;

export interface CellSize {
  readonly columns: number;
  readonly rows: number;
}

/** What was drawn of each figure: every repetition shows the same pictures again, and drawing is the dear part. */
const drawings = new WeakMap<BodyFigure, Map<string, readonly FigureLine[]>>();
/** Pictures that are kept of a figure: more than a repetition has. */
const MOST_DRAWINGS = 300;

/** @returns `rows` lines of at most `columns` characters. */
export function drawFigure(figure: BodyFigure, moment: Moment, size: CellSize): readonly FigureLine[] {
  const key = JSON.stringify([moment, size]);
  const kept = drawings.get(figure) ?? new Map<string, readonly FigureLine[]>();
  const before = kept.get(key);
  if (before) return before;
  const lines = drawn(figure, moment, size).lines();
  if (kept.size >= MOST_DRAWINGS) kept.clear();
  drawings.set(figure, kept.set(key, lines));
  return lines;
}

/** The canvas itself, for a look at what did not fit. */
export function drawn(figure: BodyFigure, moment: Moment, { columns, rows }: CellSize): Canvas {
  const canvas = new Canvas(columns, rows);
  const placing = placed(extentsOf(figure), viewOf(figure, moment.mirrored), canvas);
  const scene = { ...placing, canvas };
  const pose = poseAt(figure, moment);
  for (const prop of figure.props) drawBehind(scene, prop, pose);
  drawBody(scene, pose);
  for (const prop of figure.props) drawBefore(scene, prop, pose, moment.phase);
  if (figure.view.tilt <= FLOOR_TILT) drawFloor(scene);
  return canvas;
}

export function poseAt(figure: BodyFigure, { from, to, share, swapped }: Moment): Pose {
  const pose = mixPoses(poseOf(figure, from), poseOf(figure, to), share);
  return swapped ? exchanged(pose) : pose;
}

function poseOf({ poses, order }: BodyFigure, name: string): Pose {
  return poses[name] ?? (poses[order[0] ?? ""] as Pose);
}

const known = new WeakMap<BodyFigure, readonly Extent[]>();

/** Everything that is drawn in any pose or on the way between two, so that the scale stays while the body moves. */
function extentsOf(figure: BodyFigure): readonly Extent[] {
  const before = known.get(figure);
  if (before) return before;
  const poses = Object.values(figure.poses);
  const between = poses.flatMap((a) =>
    poses.flatMap((b) => (a === b ? [a] : [0.2, 0.4, 0.5, 0.6, 0.8].map((share) => mixPoses(a, b, share)))),
  );
  const all = figure.alternating ? [...between, ...between.map(exchanged)] : between;
  const extents = [...all.flatMap(bodyExtents), ...figure.props.flatMap((prop) => propExtents(prop, poses))];
  known.set(figure, extents);
  return extents;
}
