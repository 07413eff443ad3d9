/** Left becomes right: the same pose done by the other limbs. */
import type { Limbs, Point, Pose } from "./types.ts";

/** The pose with left and right exchanged, still looking the same way. */
export function swapSides(pose: Pose): Pose {
  return {
    ...pose,
    head: mirrorPoint(pose.head),
    neck: mirrorPoint(pose.neck),
    waist: mirrorPoint(pose.waist),
    pelvis: mirrorPoint(pose.pelvis),
    near: mirrorLimbs(pose.far),
    far: mirrorLimbs(pose.near),
  };
}

function mirrorPoint([x, y, z]: Point): Point {
  return [x, y, -z];
}

function mirrorLimbs({ shoulder, elbow, hand, hip, knee, ankle, toe }: Limbs): Limbs {
  return {
    shoulder: mirrorPoint(shoulder),
    elbow: mirrorPoint(elbow),
    hand: mirrorPoint(hand),
    hip: mirrorPoint(hip),
    knee: mirrorPoint(knee),
    ankle: mirrorPoint(ankle),
    toe: mirrorPoint(toe),
  };
}
