/** Left becomes right: the same pose done by the other limbs. */
import type { Limbs, Point, Pose } from "./types.ts";

/** The pose with left and right exchanged, still looking the same way. */
export function exchanged(pose: Pose): Pose {
  return {
    ...pose,
    head: other(pose.head),
    neck: other(pose.neck),
    waist: other(pose.waist),
    pelvis: other(pose.pelvis),
    near: limbs(pose.far),
    far: limbs(pose.near),
  };
}

function other([x, y, z]: Point): Point {
  return [x, y, -z];
}

function limbs({ shoulder, elbow, hand, hip, knee, ankle, toe }: Limbs): Limbs {
  return {
    shoulder: other(shoulder),
    elbow: other(elbow),
    hand: other(hand),
    hip: other(hip),
    knee: other(knee),
    ankle: other(ankle),
    toe: other(toe),
  };
}
