/** Shapes on the canvas of dots: tapered limbs, lines, outlines and filled polygons. */
import type { Canvas, Dot, Ink } from "./canvas.ts";

/** Below this radius a line would have holes. */
const MIN_RADIUS = 0.62;

interface Capsule {
  readonly from: Dot;
  readonly to: Dot;
  /** Radii in dots at both ends. */
  readonly radii: readonly [number, number];
  readonly ink: Ink;
  /** Share of the limb, from its start, drawn without a gap to what lies behind. */
  readonly joined?: number;
}

/** Width in dots of the gap around a limb in front of another. */
const CLEARANCE = 1;

/** Draws a rounded limb and clears a margin around it. */
export function drawCapsule(canvas: Canvas, shape: Capsule): void {
  const { joined = 0, ink } = shape;
  forEachDotNear(shape, CLEARANCE, (x, y, share, beyond) => {
    if (beyond > 0) {
      if (beyond <= CLEARANCE && share > joined) canvas.clear(x, y);
      return;
    }
    if (ink === "resting") canvas.clear(x, y);
    canvas.set(x, y, ink);
  });
}

/** Visits every dot near a limb, with its position along the limb and its distance outside the edge. */
function forEachDotNear(
  shape: Capsule,
  margin: number,
  visit: (x: number, y: number, share: number, beyond: number) => void,
) {
  const { from, to } = shape;
  const first = Math.max(MIN_RADIUS, shape.radii[0]);
  const last = Math.max(MIN_RADIUS, shape.radii[1]);
  const reach = Math.max(first, last) + margin;
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const square = dx * dx + dy * dy;
  for (let y = Math.ceil(Math.min(from.y, to.y) - reach); y <= Math.max(from.y, to.y) + reach; y++) {
    for (let x = Math.ceil(Math.min(from.x, to.x) - reach); x <= Math.max(from.x, to.x) + reach; x++) {
      const share = square === 0 ? 0 : Math.max(0, Math.min(1, ((x - from.x) * dx + (y - from.y) * dy) / square));
      const wide = x - from.x - share * dx;
      const high = y - from.y - share * dy;
      // Not Math.hypot, which guards against overflow and takes five times as long.
      const away = Math.sqrt(wide * wide + high * high);
      visit(x, y, share, away - (first + (last - first) * share));
    }
  }
}

/** Draws a line one dot wide. */
export function drawLine(canvas: Canvas, from: Dot, to: Dot, ink: Ink): void {
  const steps = Math.max(1, Math.ceil(Math.max(Math.abs(to.x - from.x), Math.abs(to.y - from.y))));
  for (let step = 0; step <= steps; step++) {
    const share = step / steps;
    canvas.set(Math.round(from.x + (to.x - from.x) * share), Math.round(from.y + (to.y - from.y) * share), ink);
  }
}

/** Draws the outline of a rounded bar and clears its inside; a ring if both ends coincide. */
export function drawCapsuleOutline(canvas: Canvas, from: Dot, to: Dot, radius: number, ink: Ink): void {
  const shape: Capsule = { from, to, radii: [radius, radius], ink };
  forEachDotNear(shape, 0, (x, y, _share, beyond) => {
    if (beyond > 0) return;
    canvas.clear(x, y);
    if (beyond > -1) canvas.set(x, y, ink);
  });
}

/** Fills a polygon. */
export function fillPolygon(canvas: Canvas, corners: readonly Dot[], ink: Ink): void {
  const ys = corners.map(({ y }) => y);
  for (let y = Math.ceil(Math.min(...ys)); y <= Math.max(...ys); y++) {
    const crossings = corners
      .flatMap((corner, index) => {
        const next = corners[(index + 1) % corners.length] as Dot;
        if (corner.y <= y === next.y <= y) return [];
        return [corner.x + ((y - corner.y) / (next.y - corner.y)) * (next.x - corner.x)];
      })
      .sort((a, b) => a - b);
    for (let pair = 0; pair + 1 < crossings.length; pair += 2) {
      for (let x = Math.ceil(crossings[pair] ?? 0); x <= (crossings[pair + 1] ?? 0); x++) canvas.set(x, y, ink);
    }
  }
}
