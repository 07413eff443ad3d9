/** A figure at one moment as lines of braille characters. */
import type { Phase } from "../terms.ts";
import { bodyExtents, drawBody } from "./body.ts";
import { Canvas, type FigureLine } from "./canvas.ts";
import { interpolatePoses } from "./interpolate.ts";
import { createViewpoint, type Extent, fitToCanvas } from "./projection.ts";
import { drawBehind, drawFloor, drawInFront, propExtents } from "./props.ts";
import { swapSides } from "./swap-sides.ts";
import type { BodyFigure, Pose } from "./types.ts";

/** A moment of a movement: a share of the way from one pose to another. */
export interface FigureMoment {
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
const MAX_FLOOR_TILT = 20;

export interface CellSize {
  readonly columns: number;
  readonly rows: number;
}

/** What was drawn of each figure: every repetition shows the same pictures again, and drawing is the dear part. */
const drawingCache = new WeakMap<BodyFigure, Map<string, readonly FigureLine[]>>();
/** Pictures that are kept of a figure: more than a repetition has. */
const MAX_CACHED_DRAWINGS = 300;

/** @returns `rows` lines of at most `columns` characters. */
export function drawFigure(figure: BodyFigure, moment: FigureMoment, size: CellSize): readonly FigureLine[] {
  const key = JSON.stringify([moment, size]);
  const kept = drawingCache.get(figure) ?? new Map<string, readonly FigureLine[]>();
  const before = kept.get(key);
  if (before) return before;
  const lines = drawOnCanvas(figure, moment, size).lines();
  if (kept.size >= MAX_CACHED_DRAWINGS) kept.clear();
  drawingCache.set(figure, kept.set(key, lines));
  return lines;
}

/** The canvas itself, for a look at what did not fit. */
export function drawOnCanvas(figure: BodyFigure, moment: FigureMoment, { columns, rows }: CellSize): Canvas {
  const canvas = new Canvas(columns, rows);
  const placing = fitToCanvas(collectExtents(figure), createViewpoint(figure, moment.mirrored), canvas);
  const scene = { ...placing, canvas };
  const pose = interpolatePoseAt(figure, moment);
  for (const prop of figure.props) drawBehind(scene, prop, pose);
  drawBody(scene, pose);
  for (const prop of figure.props) drawInFront(scene, prop, pose, moment.phase);
  if (figure.view.tilt <= MAX_FLOOR_TILT) drawFloor(scene);
  return canvas;
}

export function interpolatePoseAt(figure: BodyFigure, { from, to, share, swapped }: FigureMoment): Pose {
  const pose = interpolatePoses(poseOf(figure, from), poseOf(figure, to), share);
  return swapped ? swapSides(pose) : pose;
}

function poseOf({ poses, order }: BodyFigure, name: string): Pose {
  return poses[name] ?? (poses[order[0] ?? ""] as Pose);
}

const extentsCache = new WeakMap<BodyFigure, readonly Extent[]>();

/** Everything that is drawn in any pose or on the way between two, so that the scale stays while the body moves. */
function collectExtents(figure: BodyFigure): readonly Extent[] {
  const before = extentsCache.get(figure);
  if (before) return before;
  const poses = Object.values(figure.poses);
  const between = poses.flatMap((a) =>
    poses.flatMap((b) => (a === b ? [a] : [0.2, 0.4, 0.5, 0.6, 0.8].map((share) => interpolatePoses(a, b, share)))),
  );
  const all = figure.alternating ? [...between, ...between.map(swapSides)] : between;
  const extents = [...all.flatMap(bodyExtents), ...figure.props.flatMap((prop) => propExtents(prop, poses))];
  extentsCache.set(figure, extents);
  return extents;
}
