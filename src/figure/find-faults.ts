/** Checks of a figure that its shape cannot express: references between poses, and limbs that keep their lengths. */
import { resolvePoses } from "./resolve.ts";
import { type FigureDefinition, figureShape, type PoseDefinition } from "./schema.ts";
import type { Point, Pose } from "./types.ts";
import { distance } from "./vector.ts";

type BodySegment = "upper arm" | "forearm" | "thigh" | "shank" | "foot" | "trunk" | "neck";

/** The allowed difference from the same length in another pose, relative to that length. */
export const LENGTH_TOLERANCE = 0.12;

interface SegmentLength {
  readonly segment: BodySegment;
  /** The joint at the end of the segment: "near.knee". */
  readonly joint: string;
  readonly length: number;
}

/** Measures all segments of a pose. The trunk is measured through the waist. */
export function measureSegments(pose: Pose): readonly SegmentLength[] {
  const sides = (["near", "far"] as const).flatMap((side) => {
    const limbs = pose[side];
    const measure = (segment: BodySegment, from: Point, joint: keyof typeof limbs): SegmentLength => ({
      segment,
      joint: `${side}.${joint}`,
      length: distance(from, limbs[joint]),
    });
    return [
      measure("upper arm", limbs.shoulder, "elbow"),
      measure("forearm", limbs.elbow, "hand"),
      measure("thigh", limbs.hip, "knee"),
      measure("shank", limbs.knee, "ankle"),
      measure("foot", limbs.ankle, "toe"),
    ];
  });
  return [
    { segment: "trunk", joint: "neck", length: distance(pose.pelvis, pose.waist) + distance(pose.waist, pose.neck) },
    { segment: "neck", joint: "head", length: distance(pose.neck, pose.head) },
    ...sides,
  ];
}

/** A fault and its path in the figure; the message completes "expected …". */
interface FigureFault {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

const TRUNK_JOINTS = ["head", "neck", "pelvis"] as const;
const LIMB_JOINTS = ["elbow", "hand", "knee", "ankle", "toe"] as const;

export function findFigureFaults(file: FigureDefinition): readonly FigureFault[] {
  const named = [...findReferenceFaults(file), ...findIncompletePoses(file)];
  return named.length > 0 ? named : findLengthFaults(file);
}

/** Poses must build on earlier ones, and phases must end in existing poses. */
function findReferenceFaults({ poses, phases }: FigureDefinition): FigureFault[] {
  const faults: FigureFault[] = [];
  const names = Object.keys(poses);
  for (const [index, [name, pose]] of Object.entries(poses).entries()) {
    const earlier = names.slice(0, index);
    const known =
      earlier.length > 0 ? `one of the poses before it: ${earlier.join(", ")}` : "no other pose: it is the first";
    for (const key of ["like", "swap"] as const) {
      const base = pose[key];
      if (base !== undefined && !earlier.includes(base)) faults.push({ path: ["poses", name, key], message: known });
    }
    if (pose.swap !== undefined && Object.keys(pose).length > 1) {
      faults.push({ path: ["poses", name], message: "nothing beside swap" });
    }
  }
  for (const [phase, ending] of Object.entries(phases)) {
    if (ending === undefined) continue;
    const path = ["phases", phase];
    const references =
      typeof ending === "string"
        ? [{ path, name: ending }]
        : ending.between.map((name, at) => ({ path: [...path, "between", at], name }));
    for (const { path: at, name } of references) {
      if (!names.includes(name)) faults.push({ path: at, message: `one of the poses: ${names.join(", ")}` });
    }
  }
  return faults;
}

/** A pose that builds on no other must have every joint. */
function findIncompletePoses({ poses }: FigureDefinition): FigureFault[] {
  return Object.entries(poses).flatMap(([name, pose]) => {
    if (pose.like !== undefined || pose.swap !== undefined) return [];
    return findMissingJoints(pose).map((path) => ({
      path: ["poses", name, ...path],
      message: "a place, as it builds on no other pose",
    }));
  });
}

function findMissingJoints(pose: PoseDefinition): string[][] {
  return [
    ...TRUNK_JOINTS.filter((joint) => pose[joint] === undefined).map((joint) => [joint]),
    ...(["near", "far"] as const).flatMap((side) =>
      LIMB_JOINTS.filter((joint) => pose[side]?.[joint] === undefined).map((joint) => [side, joint]),
    ),
  ];
}

/** Every segment must be as long in each pose, and on both sides, as in the first pose. */
function findLengthFaults(file: FigureDefinition): FigureFault[] {
  const poses = Object.entries(resolvePoses(file));
  const first = poses[0] ? measureSegments(poses[0][1]) : [];
  return poses.flatMap(([name, pose]) =>
    measureSegments(pose).flatMap(({ segment, joint, length }) => {
      const expected = first.find((other) => other.segment === segment)?.length ?? length;
      if (Math.abs(length - expected) <= expected * LENGTH_TOLERANCE) return [];
      const [actualText, expectedText] = [length, expected].map((value) => value.toFixed(1));
      // The coordinates may come from the pose that this one builds on.
      return [
        {
          path: ["poses", name],
          message: `${joint} at the end of a ${segment} of ${expectedText}, not ${actualText}, as in the first pose`,
        },
      ];
    }),
  );
}

/** The schema of a figure in an exercise file: shape, references and lengths. */
export const figureSchema = figureShape.check((context) => {
  for (const { path, message } of findFigureFaults(context.value)) {
    context.issues.push({ code: "custom", path: [...path], message, input: context.value });
  }
});
