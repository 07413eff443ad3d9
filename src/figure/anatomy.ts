/** Lengths of body parts: what a figure must keep from pose to pose, or its limbs would grow and shrink as it moves. */
import type { Point, Pose } from "./types.ts";
import { distance } from "./vector.ts";

/** The height of a standing person in the units of a figure. */
export const STATURE = 50;

/**
 * Lengths as shares of stature; after the segment lengths of Drillis and Contini (1966), as Winter gives them in
 * "Biomechanics and Motor Control of Human Movement". Hands hold or press something and are counted to the palm.
 */
export const SEGMENT_SHARES = {
  "upper arm": 0.186,
  forearm: 0.146 + 0.084,
  thigh: 0.245,
  shank: 0.246,
  foot: 0.105,
  trunk: 0.29,
  neck: 0.115,
} as const;

export type BodySegment = keyof typeof SEGMENT_SHARES;

/** How far a length may be from the same length in another pose, as a share of it. */
export const LENGTH_TOLERANCE = 0.12;

export interface SegmentLength {
  readonly segment: BodySegment;
  /** Where in a pose of a file the part ends: "near.knee". */
  readonly joint: string;
  readonly length: number;
}

/** The lengths of a pose. The trunk goes by way of the waist. */
export function measureSegments(pose: Pose): readonly SegmentLength[] {
  const sides = (["near", "far"] as const).flatMap((side) => {
    const limbs = pose[side];
    const part = (name: BodySegment, from: Point, joint: keyof typeof limbs): SegmentLength => ({
      segment: name,
      joint: `${side}.${joint}`,
      length: distance(from, limbs[joint]),
    });
    return [
      part("upper arm", limbs.shoulder, "elbow"),
      part("forearm", limbs.elbow, "hand"),
      part("thigh", limbs.hip, "knee"),
      part("shank", limbs.knee, "ankle"),
      part("foot", limbs.ankle, "toe"),
    ];
  });
  return [
    { segment: "trunk", joint: "neck", length: distance(pose.pelvis, pose.waist) + distance(pose.waist, pose.neck) },
    { segment: "neck", joint: "head", length: distance(pose.neck, pose.head) },
    ...sides,
  ];
}
