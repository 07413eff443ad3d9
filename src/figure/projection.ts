/** Projects points in space onto the canvas: the viewpoint, and the largest scale at which all poses fit. */
import type { Canvas, Dot } from "./canvas.ts";
import type { BodyFigure, Point } from "./types.ts";

interface Viewpoint {
  readonly turn: number;
  readonly tilt: number;
  /** Mirrored for the left side: the person faces the other way. */
  readonly mirrored: boolean;
}

/** A point with the radius around it, in units. */
export interface Extent {
  readonly at: Point;
  readonly radius: number;
}

/** Maps points of the scene to dots of the canvas. */
export interface Projection {
  /** Dots per unit. */
  readonly scale: number;
  readonly project: (point: Point) => Dot;
  /** How close a point is to the viewer, in units. */
  readonly depth: (point: Point) => number;
}

export interface Scene extends Projection {
  readonly canvas: Canvas;
}

const RADIANS_PER_DEGREE = Math.PI / 180;

/** Where points appear to the viewer, in units: x to the right, y up. */
function projectFrom({ turn, tilt, mirrored }: Viewpoint): (point: Point) => Dot {
  const [cosTurn, sinTurn] = [Math.cos(turn * RADIANS_PER_DEGREE), Math.sin(turn * RADIANS_PER_DEGREE)];
  const [cosTilt, sinTilt] = [Math.cos(tilt * RADIANS_PER_DEGREE), Math.sin(tilt * RADIANS_PER_DEGREE)];
  return (point) => {
    const x = point[0] * cosTurn - point[2] * sinTurn;
    const depth = point[0] * sinTurn + point[2] * cosTurn;
    return { x: mirrored ? -x : x, y: point[1] * cosTilt - depth * sinTilt };
  };
}

function computeDepth(point: Point, { turn, tilt }: Viewpoint): number {
  const towards = point[0] * Math.sin(turn * RADIANS_PER_DEGREE) + point[2] * Math.cos(turn * RADIANS_PER_DEGREE);
  return towards * Math.cos(tilt * RADIANS_PER_DEGREE) + point[1] * Math.sin(tilt * RADIANS_PER_DEGREE);
}

/** The largest scale at which all extents fit the canvas, centred, standing on its lowest line. */
export function fitToCanvas(
  extents: readonly Extent[],
  view: Viewpoint,
  canvas: Pick<Canvas, "width" | "height">,
): Projection {
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity];
  const projectToUnits = projectFrom(view);
  for (const { at, radius } of extents) {
    const { x, y } = projectToUnits(at);
    left = Math.min(left, x - radius);
    right = Math.max(right, x + radius);
    low = Math.min(low, y - radius);
    high = Math.max(high, y + radius);
  }
  // One dot stays free at each edge: shapes thinner than a dot are drawn one dot wide.
  const scale = Math.min((canvas.width - 3) / (right - left), (canvas.height - 3) / (high - low));
  const middle = (left + right) / 2;
  return {
    scale,
    depth: (point) => computeDepth(point, view),
    project: (point) => {
      const { x, y } = projectToUnits(point);
      return { x: (canvas.width - 1) / 2 + (x - middle) * scale, y: canvas.height - 2 - (y - low) * scale };
    },
  };
}

export function createViewpoint({ view }: BodyFigure, mirrored: boolean): Viewpoint {
  return { ...view, mirrored };
}
