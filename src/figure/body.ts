/** Draws a body: the far limbs, the trunk and the head, then the near limbs before them. */
import type { Canvas, Dot, Ink } from "./canvas.ts";
import type { Extent, Placing } from "./project.ts";
import { filled, limb } from "./shapes.ts";
import type { Limbs, Point, Pose } from "./types.ts";
import { add, between, cross, minus, times, unit } from "./vector.ts";

/** Radii in units, at both ends of each part. */
const THICK = {
  head: 3.1,
  throat: 1.3,
  chest: [2.7, 2.5],
  belly: [2.5, 2.9],
  thigh: [2.4, 1.7],
  shank: [1.65, 1],
  foot: [1, 0.7],
  upperArm: [1.35, 1.1],
  forearm: [1.1, 0.85],
} as const;

const NOSE = 1.2;

/** Share of a limb that is one with the trunk: no gap parts them there. */
const JOINED = { arm: 0.3, leg: 0.4 };

interface Scene extends Placing {
  readonly canvas: Canvas;
}

export function drawBody(scene: Scene, pose: Pose): void {
  const { near, far } = pose;
  const depth = (...points: readonly Point[]) =>
    points.reduce((sum, point) => sum + scene.depth(point), 0) / points.length;
  const parts = [
    { at: depth(pose.neck, pose.pelvis), draw: () => drawTrunk(scene, pose) },
    { at: depth(far.hip, far.knee, far.ankle), draw: () => drawLeg(scene, far, "far") },
    { at: depth(far.shoulder, far.elbow, far.hand), draw: () => drawArm(scene, far, "far") },
    { at: depth(near.hip, near.knee, near.ankle), draw: () => drawLeg(scene, near, "near") },
    { at: depth(near.shoulder, near.elbow, near.hand), draw: () => drawArm(scene, near, "near") },
  ];
  for (const { draw } of parts.sort((a, b) => a.at - b.at)) draw();
}

/** Every place of a body with its radius, to see how much room it takes. */
export function bodyExtents(pose: Pose): Extent[] {
  const tip = add(pose.head, times(forwards(pose), THICK.head + NOSE));
  const of = (at: Point, radius: number): Extent => ({ at, radius });
  const limbs = (side: Limbs) => [
    of(side.shoulder, THICK.upperArm[0]),
    of(side.elbow, THICK.forearm[0]),
    of(side.hand, THICK.forearm[1]),
    of(side.hip, THICK.thigh[0]),
    of(side.knee, THICK.thigh[1]),
    of(side.ankle, THICK.shank[1]),
    of(side.toe, THICK.foot[1]),
  ];
  return [
    of(pose.head, THICK.head),
    of(tip, 0.4),
    of(pose.neck, THICK.chest[0]),
    of(pose.waist, THICK.belly[0]),
    of(pose.pelvis, THICK.belly[1]),
    ...limbs(pose.near),
    ...limbs(pose.far),
  ];
}

function part({ canvas, place, scale }: Scene, from: Point, to: Point, thick: readonly number[], ink: Ink, joined = 0) {
  const [one = 0, two = one] = thick;
  limb(canvas, { from: place(from), to: place(to), radii: [one * scale, two * scale], ink, joined });
}

function drawArm(scene: Scene, { shoulder, elbow, hand }: Limbs, ink: Ink): void {
  part(scene, shoulder, elbow, THICK.upperArm, ink, JOINED.arm);
  part(scene, elbow, hand, THICK.forearm, ink, 0.2);
}

function drawLeg(scene: Scene, { hip, knee, ankle, toe }: Limbs, ink: Ink): void {
  part(scene, hip, knee, THICK.thigh, ink, JOINED.leg);
  part(scene, knee, ankle, THICK.shank, ink, 0.2);
  part(scene, ankle, toe, THICK.foot, ink, 0.3);
}

function drawTrunk(scene: Scene, pose: Pose): void {
  const { neck, waist, pelvis, near, far } = pose;
  part(scene, neck, waist, THICK.chest, "near", 0);
  part(scene, waist, pelvis, THICK.belly, "near", 1);
  const narrow = (side: Limbs) =>
    add(waist, times(minus(between(side.shoulder, side.hip, 0.5), between(neck, pelvis, 0.5)), 0.8));
  const corners = [near.shoulder, narrow(near), near.hip, far.hip, narrow(far), far.shoulder];
  filled(scene.canvas, corners.map(scene.place), "near");
  drawHead(scene, pose);
}

function drawHead(scene: Scene, pose: Pose): void {
  const { neck, head } = pose;
  part(scene, neck, head, [THICK.throat, THICK.throat], "near", 1);
  const { canvas, place, scale } = scene;
  // A round head needs a middle and a radius that fit the dots, or single dots stick out like noses.
  const middle = rounded(place(head));
  const radius = Math.floor(THICK.head * scale) + 0.4;
  limb(canvas, { from: middle, to: middle, radii: [radius, radius], ink: "near" });
  const ahead = place(add(head, forwards(pose)));
  const [dx, dy] = [(ahead.x - place(head).x) / scale, (ahead.y - place(head).y) / scale];
  const along = (far: number): Dot => ({ x: middle.x + dx * far, y: middle.y + dy * far });
  const tip = along(radius + Math.max(0.7, NOSE * scale - 0.6));
  if (Math.hypot(dx, dy) > 0.5) {
    limb(canvas, { from: along(radius - 1), to: tip, radii: [0.7 * scale, 0.3 * scale], ink: "near", joined: 1 });
  }
}

function rounded({ x, y }: Dot): Dot {
  return { x: Math.round(x), y: Math.round(y) };
}

/** Where the person looks. */
function forwards({ head, neck, near, far }: Pose): Point {
  return unit(cross(minus(head, neck), minus(near.shoulder, far.shoulder)));
}
