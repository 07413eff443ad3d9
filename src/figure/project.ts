/** From space to the canvas: how the person is turned, and how large everything can be drawn so that all poses fit. */
import type { Dot } from "./canvas.ts";
import type { BodyFigure, Point } from "./types.ts";

export interface View {
  readonly turn: number;
  readonly tilt: number;
  /** For the left side: the person looks the other way. */
  readonly mirrored: boolean;
}

/** A place in units with the radius of what is there. */
export interface Extent {
  readonly at: Point;
  readonly radius: number;
}

/** Where places of a scene are on a canvas. */
export interface Placing {
  /** Dots in a unit. */
  readonly scale: number;
  readonly place: (point: Point) => Dot;
  /** How near to the viewer a place is, in units. */
  readonly depth: (point: Point) => number;
}

const RADIANS = Math.PI / 180;

/** Where a place is seen, in units: x to the right, y up. */
export function seen(point: Point, { turn, tilt, mirrored }: View): Dot {
  const [cosTurn, sinTurn] = [Math.cos(turn * RADIANS), Math.sin(turn * RADIANS)];
  const [cosTilt, sinTilt] = [Math.cos(tilt * RADIANS), Math.sin(tilt * RADIANS)];
  const x = point[0] * cosTurn - point[2] * sinTurn;
  const depth = point[0] * sinTurn + point[2] * cosTurn;
  return { x: mirrored ? -x : x, y: point[1] * cosTilt - depth * sinTilt };
}

function depthOf(point: Point, { turn, tilt }: View): number {
  const towards = point[0] * Math.sin(turn * RADIANS) + point[2] * Math.cos(turn * RADIANS);
  return towards * Math.cos(tilt * RADIANS) + point[1] * Math.sin(tilt * RADIANS);
}

/** The largest scale at which all extents lie on a canvas; in the middle, standing on its lowest line. */
export function placed(extents: readonly Extent[], view: View, canvas: { wide: number; high: number }): Placing {
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { at, radius } of extents) {
    const { x, y } = seen(at, view);
    left = Math.min(left, x - radius);
    right = Math.max(right, x + radius);
    low = Math.min(low, y - radius);
    high = Math.max(high, y + radius);
  }
  // One dot stays free at each edge: what is thinner than a dot is drawn a dot wide.
  const scale = Math.min((canvas.wide - 3) / (right - left), (canvas.high - 3) / (high - low));
  const middle = (left + right) / 2;
  return {
    scale,
    depth: (point) => depthOf(point, view),
    place: (point) => {
      const { x, y } = seen(point, view);
      return { x: (canvas.wide - 1) / 2 + (x - middle) * scale, y: canvas.high - 2 - (y - low) * scale };
    },
  };
}

export function viewOf({ view }: BodyFigure, mirrored: boolean): View {
  return { ...view, mirrored };
}
