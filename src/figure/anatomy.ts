/** Lengths of body parts: what a figure must keep from pose to pose, or its limbs would grow and shrink as it moves. */
import type { Point, Pose } from "./types.ts";
import { distance } from "./vector.ts";

/** The height of a standing person in the units of a figure. */
export const STATURE = 50;

/**
 * Lengths as shares of stature; after the segment lengths of Drillis and Contini (1966), as Winter gives them in
 * "Biomechanics and Motor Control of Human Movement". Hands hold or press something and are counted to the palm.
 */
export const SHARES = {
  "upper arm": 0.186,
  forearm: 0.146 + 0.084,
  thigh: 0.245,
  shank: 0.246,
  foot: 0.105,
  trunk: 0.29,
  neck: 0.115,
} as const;

export type Part = keyof typeof SHARES;

/** How far a length may be from the same length in another pose, as a share of it. */
export const TOLERANCE = 0.12;

export interface Measured {
  readonly part: Part;
  /** Where in a pose of a file the part ends: "near.knee". */
  readonly joint: string;
  readonly length: number;
}

/** The lengths of a pose. The trunk goes by way of the waist. */
export function measure(pose: Pose): readonly Measured[] {
  const sides = (["near", "far"] as const).flatMap((side) => {
    const limbs = pose[side];
    const part = (name: Part, from: Point, joint: keyof typeof limbs): Measured => ({
      part: name,
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
    { part: "trunk", joint: "neck", length: distance(pose.pelvis, pose.waist) + distance(pose.waist, pose.neck) },
    { part: "neck", joint: "head", length: distance(pose.neck, pose.head) },
    ...sides,
  ];
}
