/** Resolves the definition of a figure into a drawable figure: poses that build on others are completed. */
import { swapSides } from "./pose.ts";
import type { FigureDefinition, LimbsDefinition, PoseDefinition, PropDefinition } from "./schema.ts";
import type { BodyFigure, Limbs, Point, Pose, Prop } from "./types.ts";
import { add, distance, lerp, multiply, ORIGIN } from "./vector.ts";

/** Half the distance between the shoulder joints and between the hip joints. */
const SHOULDER_HALF_WIDTH = 4.6;
const HIP_HALF_WIDTH = 2.6;

const figureCache = new WeakMap<FigureDefinition, BodyFigure>();

/** The figure of a validated definition; the same object each time. */
export function resolveFigure(file: FigureDefinition, sides: "both" | "each" | "alternating"): BodyFigure {
  const made = figureCache.get(file) ?? {
    view: { turn: file.view?.turn ?? 0, tilt: file.view?.tilt ?? 0 },
    poses: resolvePoses(file),
    order: Object.keys(file.poses),
    phases: file.phases as BodyFigure["phases"],
    props: (file.props ?? []).map(resolveProp),
    alternating: sides === "alternating",
  };
  figureCache.set(file, made);
  return made;
}

export function resolvePoses(file: Pick<FigureDefinition, "poses">): Readonly<Record<string, Pose>> {
  const poses: Record<string, Pose> = {};
  for (const [name, pose] of Object.entries(file.poses)) poses[name] = resolvePose(pose, poses);
  return poses;
}

function toPoint([x = 0, y = 0, z = 0]: readonly number[]): Point {
  return [x, y, z];
}

function resolvePose(file: PoseDefinition, earlier: Readonly<Record<string, Pose>>): Pose {
  const swapped = file.swap === undefined ? undefined : earlier[file.swap];
  if (swapped) return swapSides(swapped);
  const base = file.like === undefined ? undefined : earlier[file.like];
  const jointOf = (name: "head" | "neck" | "pelvis") => {
    const own = file[name];
    return own ? toPoint(own) : (base?.[name] ?? ORIGIN);
  };
  const [neck, pelvis] = [jointOf("neck"), jointOf("pelvis")];
  const stays = base && distance(neck, base.neck) === 0 && distance(pelvis, base.pelvis) === 0;
  const waist = file.waist ? toPoint(file.waist) : stays ? base.waist : lerp(neck, pelvis, 0.5);
  const trunk = { neck, pelvis };
  return {
    head: jointOf("head"),
    neck,
    waist,
    pelvis,
    near: resolveLimbs(file.near, base, "near", trunk),
    far: resolveLimbs(file.far, base, "far", trunk),
    things: {
      ...base?.things,
      ...Object.fromEntries(Object.entries(file.things ?? {}).map(([name, at]) => [name, toPoint(at)])),
    },
  };
}

function resolveLimbs(
  file: LimbsDefinition | undefined,
  base: Pose | undefined,
  side: "near" | "far",
  trunk: Pick<Pose, "neck" | "pelvis">,
): Limbs {
  const sideways: Point = [0, 0, side === "near" ? 1 : -1];
  const root = (joint: "shoulder" | "hip", middle: "neck" | "pelvis", half: number): Point => {
    const own = file?.[joint];
    if (own) return toPoint(own);
    if (base && distance(base[middle], trunk[middle]) === 0) return base[side][joint];
    return add(trunk[middle], multiply(sideways, half));
  };
  // A joint given without depth is as close to the viewer as its parent joint.
  const next = (name: "elbow" | "hand" | "knee" | "ankle" | "toe", above: Point): Point => {
    const own = file?.[name];
    return own ? toPoint([own[0] ?? 0, own[1] ?? 0, own[2] ?? above[2]]) : (base?.[side][name] ?? above);
  };
  const shoulder = root("shoulder", "neck", SHOULDER_HALF_WIDTH);
  const hip = root("hip", "pelvis", HIP_HALF_WIDTH);
  const elbow = next("elbow", shoulder);
  const knee = next("knee", hip);
  const ankle = next("ankle", knee);
  return { shoulder, elbow, hand: next("hand", elbow), hip, knee, ankle, toe: next("toe", ankle) };
}

function resolveProp(prop: PropDefinition): Prop {
  switch (prop.kind) {
    case "band":
      return prop;
    case "roller":
      return { ...prop, name: prop.name ?? "roller", at: toPoint(prop.at), along: toPoint(prop.along ?? ORIGIN) };
    default:
      return { ...prop, from: toPoint(prop.from), to: toPoint(prop.to) };
  }
}
