/** A figure at one moment as lines of braille characters. */
import type { Phase } from "../terms.ts";
import { bodyExtents, drawBody } from "./body.ts";
import { Canvas, type FigureLine } from "./canvas.ts";
import { interpolatePoses, swapSides } from "./pose.ts";
import { createViewpoint, type Extent, fitToCanvas } from "./projection.ts";
import { drawBehind, drawFloor, drawInFront, propExtents } from "./props.ts";
import type { BodyFigure, Pose } from "./types.ts";

/** A moment of a movement: an interpolation between two poses. */
export interface FigureMoment {
  readonly from: string;
  readonly to: string;
  readonly share: number;
  /** Drawn mirrored, for the left side. */
  readonly mirrored: boolean;
  /** The far limbs do what the near limbs are defined to do. */
  readonly swapped: boolean;
  /** Whether a set is done: it is drawn as large as its own poses allow. */
  readonly inSet: boolean;
  /** The current phase; an arrow appears only in its own phases. */
  readonly phase: Phase | null;
}

/** Above this tilt, in degrees, the floor is not visible as a line. */
const MAX_FLOOR_TILT = 20;

export interface CellSize {
  readonly columns: number;
  readonly rows: number;
}

/** Drawings of each figure: every repetition shows the same pictures, and drawing is expensive. */
const drawingCache = new WeakMap<BodyFigure, Map<string, readonly FigureLine[]>>();
/** Maximum drawings cached per figure: more than one repetition needs. */
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

/** Draws on a new canvas, so that tests can check what was clipped. */
export function drawOnCanvas(figure: BodyFigure, moment: FigureMoment, { columns, rows }: CellSize): Canvas {
  const canvas = new Canvas(columns, rows);
  const placing = fitToCanvas(collectExtents(figure, moment.inSet), createViewpoint(figure, moment.mirrored), canvas);
  const scene = { ...placing, canvas };
  const pose = interpolatePoseAt(figure, moment);
  for (const prop of figure.props) drawBehind(scene, prop, pose);
  drawBody(scene, pose, moment.swapped);
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

const extentsCache = new WeakMap<BodyFigure, { all?: readonly Extent[]; set?: readonly Extent[] }>();

/** The extents of all poses and of the ways between them, so that the scale stays constant during movement. */
export function collectExtents(figure: BodyFigure, inSet: boolean): readonly Extent[] {
  const kept = extentsCache.get(figure) ?? {};
  extentsCache.set(figure, kept);
  kept[inSet ? "set" : "all"] ??= measureExtents(figure, inSet ? posesOfSet(figure) : figure.order);
  return kept[inSet ? "set" : "all"] as readonly Extent[];
}

/** The poses in which strokes end, and those in which the first of them begins. */
function posesOfSet({ order, phases }: BodyFigure): readonly string[] {
  const endings = Object.values(phases).flatMap((ending) => (typeof ending === "object" ? ending.between : [ending]));
  const isHeld = Object.keys(phases).length === 1 && !("open" in phases);
  return isHeld ? [...endings, ...endings.map((name) => order[Math.max(0, order.indexOf(name) - 1)] ?? name)] : endings;
}

function measureExtents(figure: BodyFigure, names: readonly string[]): readonly Extent[] {
  const poses = [...new Set(names)].map((name) => poseOf(figure, name));
  // The way back leads through the same poses.
  const between = poses.flatMap((a, index) => [
    a,
    ...poses.slice(index + 1).flatMap((b) => [0.2, 0.4, 0.5, 0.6, 0.8].map((share) => interpolatePoses(a, b, share))),
  ]);
  const all = figure.alternating ? [...between, ...between.map(swapSides)] : between;
  return [...all.flatMap(bodyExtents), ...figure.props.flatMap((prop) => propExtents(prop, poses))];
}
