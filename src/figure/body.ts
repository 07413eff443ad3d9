/** Draws a body: the far limbs, the trunk and the head, then the near limbs before them. */
import type { Dot, Ink } from "./canvas.ts";
import type { Extent, Scene } from "./projection.ts";
import { drawCapsule, fillPolygon } from "./shapes.ts";
import type { Limbs, Point, Pose } from "./types.ts";
import { add, cross, lerp, multiply, subtract, toUnitVector } from "./vector.ts";

/** Radii in figure units, at both ends of each segment. */
export const RADII = {
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

export const NOSE_LENGTH = 0.35;
/** How far the nose points towards the chin, as a share of how far it points ahead. */
const NOSE_DROP = 0.25;

/** Share of a limb that merges with the trunk without a gap. */
const JOINED_SHARES = { arm: 0.3, leg: 0.4 };

/** @param worksFar the far limbs are those that work; whatever their depth, they are drawn in the ink of the trunk. */
export function drawBody(scene: Scene, pose: Pose, worksFar: boolean): void {
  const { near, far } = pose;
  const [nearInk, farInk]: readonly [Ink, Ink] = worksFar ? ["resting", "working"] : ["working", "resting"];
  const depth = (...points: readonly Point[]) =>
    points.reduce((sum, point) => sum + scene.depth(point), 0) / points.length;
  const parts = [
    { at: depth(pose.neck, pose.pelvis), draw: () => drawTrunk(scene, pose) },
    { at: depth(far.hip, far.knee, far.ankle), draw: () => drawLeg(scene, far, farInk) },
    { at: depth(far.shoulder, far.elbow, far.hand), draw: () => drawArm(scene, far, farInk) },
    { at: depth(near.hip, near.knee, near.ankle), draw: () => drawLeg(scene, near, nearInk) },
    { at: depth(near.shoulder, near.elbow, near.hand), draw: () => drawArm(scene, near, nearInk) },
  ];
  for (const { draw } of parts.sort((a, b) => a.at - b.at)) draw();
}

/** Every point of a body with its radius, for the bounding box. */
export function bodyExtents(pose: Pose): Extent[] {
  const tip = add(pose.head, multiply(facingDirection(pose), RADII.head + NOSE_LENGTH));
  const of = (at: Point, radius: number): Extent => ({ at, radius });
  const limbs = (side: Limbs) => [
    of(side.shoulder, RADII.upperArm[0]),
    of(side.elbow, RADII.forearm[0]),
    of(side.hand, RADII.forearm[1]),
    of(side.hip, RADII.thigh[0]),
    of(side.knee, RADII.thigh[1]),
    of(side.ankle, RADII.shank[1]),
    of(side.toe, RADII.foot[1]),
  ];
  return [
    of(pose.head, RADII.head),
    of(tip, 0.4),
    of(pose.neck, RADII.chest[0]),
    of(pose.waist, RADII.belly[0]),
    of(pose.pelvis, RADII.belly[1]),
    ...limbs(pose.near),
    ...limbs(pose.far),
  ];
}

function drawSegment(
  { canvas, project, scale }: Scene,
  from: Point,
  to: Point,
  thick: readonly number[],
  ink: Ink,
  joined = 0,
) {
  const [one = 0, two = one] = thick;
  drawCapsule(canvas, { from: project(from), to: project(to), radii: [one * scale, two * scale], ink, joined });
}

function drawArm(scene: Scene, { shoulder, elbow, hand }: Limbs, ink: Ink): void {
  drawSegment(scene, shoulder, elbow, RADII.upperArm, ink, JOINED_SHARES.arm);
  drawSegment(scene, elbow, hand, RADII.forearm, ink, 0.2);
}

function drawLeg(scene: Scene, { hip, knee, ankle, toe }: Limbs, ink: Ink): void {
  drawSegment(scene, hip, knee, RADII.thigh, ink, JOINED_SHARES.leg);
  drawSegment(scene, knee, ankle, RADII.shank, ink, 0.2);
  drawSegment(scene, ankle, toe, RADII.foot, ink, 0.3);
}

function drawTrunk(scene: Scene, pose: Pose): void {
  const { neck, waist, pelvis, near, far } = pose;
  drawSegment(scene, neck, waist, RADII.chest, "working", 0);
  drawSegment(scene, waist, pelvis, RADII.belly, "working", 1);
  const narrow = (side: Limbs) =>
    add(waist, multiply(subtract(lerp(side.shoulder, side.hip, 0.5), lerp(neck, pelvis, 0.5)), 0.8));
  const corners = [near.shoulder, narrow(near), near.hip, far.hip, narrow(far), far.shoulder];
  fillPolygon(scene.canvas, corners.map(scene.project), "working");
  drawHead(scene, pose);
}

function drawHead(scene: Scene, pose: Pose): void {
  const { neck, head } = pose;
  drawSegment(scene, neck, head, [RADII.throat, RADII.throat], "working", 1);
  const { canvas, project, scale } = scene;
  // A round head needs a centre and a radius aligned to the dots, or single dots stick out like noses.
  const middle = roundDot(project(head));
  const radius = Math.floor(RADII.head * scale) + 0.4;
  drawCapsule(canvas, { from: middle, to: middle, radii: [radius, radius], ink: "working" });
  // The nose stands a little nearer to the chin than to the crown, and is small: a large one in the middle looks like an ear.
  const direction = toUnitVector(add(facingDirection(pose), multiply(toUnitVector(subtract(neck, head)), NOSE_DROP)));
  const ahead = project(add(head, direction));
  const [dx, dy] = [(ahead.x - project(head).x) / scale, (ahead.y - project(head).y) / scale];
  const along = (far: number): Dot => ({ x: middle.x + dx * far, y: middle.y + dy * far });
  if (Math.hypot(dx, dy) > 0.5) {
    const tip = along(radius + Math.max(0.5, NOSE_LENGTH * scale));
    drawCapsule(canvas, { from: along(radius - 1), to: tip, radii: [1.1, 0.8], ink: "working", joined: 1 });
  }
}

function roundDot({ x, y }: Dot): Dot {
  return { x: Math.round(x), y: Math.round(y) };
}

/** The direction in which the person faces. */
export function facingDirection({ head, neck, near, far }: Pose): Point {
  return toUnitVector(cross(subtract(head, neck), subtract(near.shoulder, far.shoulder)));
}
