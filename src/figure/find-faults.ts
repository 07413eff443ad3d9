/** The definition of a figure, with what a shape cannot say: its poses name one another rightly, and its limbs keep their lengths. */
import { LENGTH_TOLERANCE, measureSegments } from "./anatomy.ts";
import { resolvePoses } from "./resolve.ts";
import { type FigureDefinition, figureShape, type PoseDefinition } from "./schema.ts";

/** A fault and its place in the figure; the message ends the sentence "expected …". */
export interface FigureFault {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

const TRUNK_JOINTS = ["head", "neck", "pelvis"] as const;
const LIMB_JOINTS = ["elbow", "hand", "knee", "ankle", "toe"] as const;

export function findFigureFaults(file: FigureDefinition): readonly FigureFault[] {
  const named = [...findReferenceFaults(file), ...findIncompletePoses(file)];
  return named.length > 0 ? named : findLengthFaults(file);
}

/** Poses are built on earlier ones, and strokes end in poses that there are. */
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
    const wanted =
      typeof ending === "string"
        ? [{ path, name: ending }]
        : ending.between.map((name, at) => ({ path: [...path, "between", at], name }));
    for (const each of wanted) {
      if (!names.includes(each.name))
        faults.push({ path: each.path, message: `one of the poses: ${names.join(", ")}` });
    }
  }
  return faults;
}

/** A pose that builds on no other has every joint. */
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

/** Every part is as long in each pose, and on both sides, as in the first pose. */
function findLengthFaults(file: FigureDefinition): FigureFault[] {
  const poses = Object.entries(resolvePoses(file));
  const first = poses[0] ? measureSegments(poses[0][1]) : [];
  return poses.flatMap(([name, pose]) =>
    measureSegments(pose).flatMap(({ segment, joint, length }) => {
      const usual = first.find((other) => other.segment === segment)?.length ?? length;
      if (Math.abs(length - usual) <= usual * LENGTH_TOLERANCE) return [];
      const [long, short] = [length, usual].map((value) => value.toFixed(1));
      // The place may be written in the pose that this one builds on.
      return [
        {
          path: ["poses", name],
          message: `${joint} at the end of a ${segment} of ${short}, not ${long}, as in the first pose`,
        },
      ];
    }),
  );
}

/** A figure as files have it; validates shape, references and lengths. */
export const figureSchema = figureShape.check((context) => {
  for (const { path, message } of findFigureFaults(context.value)) {
    context.issues.push({ code: "custom", path: [...path], message, input: context.value });
  }
});
