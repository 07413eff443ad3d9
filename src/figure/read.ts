/** A figure as a file gives it becomes one that can be drawn: poses that build on others are filled in. */
import { exchanged } from "./exchange.ts";
import type { FigureFile, LimbsFile, PoseFile, PropFile } from "./schema.ts";
import type { BodyFigure, Limbs, Point, Pose, Prop } from "./types.ts";
import { add, between, distance, ORIGIN, times } from "./vector.ts";

/** Half the distance between the shoulder joints and between the hip joints. */
const SHOULDER = 4.6;
const HIP = 2.6;

const known = new WeakMap<FigureFile, BodyFigure>();

/** The figure of a checked file; the same one each time. */
export function figureOf(file: FigureFile, sides: "both" | "each" | "alternating"): BodyFigure {
  const made = known.get(file) ?? {
    view: { turn: file.view?.turn ?? 0, tilt: file.view?.tilt ?? 0 },
    poses: posesOf(file),
    order: Object.keys(file.poses),
    phases: file.phases as BodyFigure["phases"],
    props: (file.props ?? []).map(propOf),
    alternating: sides === "alternating",
  };
  known.set(file, made);
  return made;
}

export function posesOf(file: Pick<FigureFile, "poses">): Readonly<Record<string, Pose>> {
  const poses: Record<string, Pose> = {};
  for (const [name, pose] of Object.entries(file.poses)) poses[name] = poseOf(pose, poses);
  return poses;
}

function point([x = 0, y = 0, z = 0]: readonly number[]): Point {
  return [x, y, z];
}

function poseOf(file: PoseFile, earlier: Readonly<Record<string, Pose>>): Pose {
  const swapped = file.swap === undefined ? undefined : earlier[file.swap];
  if (swapped) return exchanged(swapped);
  const base = file.like === undefined ? undefined : earlier[file.like];
  const place = (name: "head" | "neck" | "pelvis") => {
    const own = file[name];
    return own ? point(own) : (base?.[name] ?? ORIGIN);
  };
  const [neck, pelvis] = [place("neck"), place("pelvis")];
  const stays = base && distance(neck, base.neck) === 0 && distance(pelvis, base.pelvis) === 0;
  const waist = file.waist ? point(file.waist) : stays ? base.waist : between(neck, pelvis, 0.5);
  const trunk = { neck, pelvis };
  return {
    head: place("head"),
    neck,
    waist,
    pelvis,
    near: limbsOf(file.near, base, "near", trunk),
    far: limbsOf(file.far, base, "far", trunk),
    things: {
      ...base?.things,
      ...Object.fromEntries(Object.entries(file.things ?? {}).map(([name, at]) => [name, point(at)])),
    },
  };
}

function limbsOf(
  file: LimbsFile | undefined,
  base: Pose | undefined,
  side: "near" | "far",
  trunk: Pick<Pose, "neck" | "pelvis">,
): Limbs {
  const aside: Point = [0, 0, side === "near" ? 1 : -1];
  const root = (joint: "shoulder" | "hip", middle: "neck" | "pelvis", half: number): Point => {
    const own = file?.[joint];
    if (own) return point(own);
    if (base && distance(base[middle], trunk[middle]) === 0) return base[side][joint];
    return add(trunk[middle], times(aside, half));
  };
  // A joint that is written without depth is as near to the viewer as the joint that carries it.
  const next = (name: "elbow" | "hand" | "knee" | "ankle" | "toe", above: Point): Point => {
    const own = file?.[name];
    return own ? point([own[0] ?? 0, own[1] ?? 0, own[2] ?? above[2]]) : (base?.[side][name] ?? above);
  };
  const shoulder = root("shoulder", "neck", SHOULDER);
  const hip = root("hip", "pelvis", HIP);
  const elbow = next("elbow", shoulder);
  const knee = next("knee", hip);
  const ankle = next("ankle", knee);
  return { shoulder, elbow, hand: next("hand", elbow), hip, knee, ankle, toe: next("toe", ankle) };
}

function propOf(prop: PropFile): Prop {
  switch (prop.kind) {
    case "band":
      return prop;
    case "roller":
      return { ...prop, name: prop.name ?? "roller", at: point(prop.at), along: point(prop.along ?? ORIGIN) };
    default:
      return { ...prop, from: point(prop.from), to: point(prop.to) };
  }
}
