/**
 * Operations on poses: left and right are swapped, or one pose is blended into another. Joints rotate on the way, so
 * that limbs keep their lengths, and planted hands and feet stay in place.
 */
import type { Limbs, Point, Pose } from "./types.ts";
import { add, cross, distance, dot, length, lerp, multiply, rotateTowards, subtract, toUnitVector } from "./vector.ts";

/** A hand or foot that moves less than this between two poses stays planted. */
const PLANTED_DISTANCE = 1.5;

/** Minimum height above the floor of knees and elbows, of feet and hands, and of toes. */
const MIN_HEIGHT = { joint: 1.6, end: 1, tip: 0.7 };

/** Eases in and out, as a body does. */
export function easeInOut(share: number): number {
  return 0.5 - 0.5 * Math.cos(Math.PI * Math.max(0, Math.min(1, share)));
}

/** @param share 0 gives `a`, 1 gives `b`. */
export function interpolatePoses(a: Pose, b: Pose, share: number): Pose {
  if (share <= 0 || a === b) return a;
  if (share >= 1) return b;
  const trunk = interpolateTrunk(a, b, share);
  const limbs = (side: "near" | "far") => interpolateLimbs(a, b, side, trunk, share);
  const names = Object.keys(a.things);
  return {
    ...trunk,
    head: add(trunk.neck, rotateTowards(subtract(a.head, a.neck), subtract(b.head, b.neck), share)),
    near: limbs("near"),
    far: limbs("far"),
    things: Object.fromEntries(
      names.map((name) => {
        const from = a.things[name] as Point;
        return [name, lerp(from, b.things[name] ?? from, share)];
      }),
    ),
  };
}

type TrunkJoints = Pick<Pose, "neck" | "waist" | "pelvis">;

/** The end of the trunk that moves less leads; the other follows. */
function interpolateTrunk(a: Pose, b: Pose, share: number): TrunkJoints {
  if (distance(a.neck, b.neck) < distance(a.pelvis, b.pelvis)) {
    const neck = lerp(a.neck, b.neck, share);
    const waist = add(neck, rotateTowards(subtract(a.waist, a.neck), subtract(b.waist, b.neck), share));
    return {
      neck,
      waist,
      pelvis: add(waist, rotateTowards(subtract(a.pelvis, a.waist), subtract(b.pelvis, b.waist), share)),
    };
  }
  const pelvis = lerp(a.pelvis, b.pelvis, share);
  const waist = add(pelvis, rotateTowards(subtract(a.waist, a.pelvis), subtract(b.waist, b.pelvis), share));
  return {
    pelvis,
    waist,
    neck: add(waist, rotateTowards(subtract(a.neck, a.waist), subtract(b.neck, b.waist), share)),
  };
}

function interpolateLimbs(a: Pose, b: Pose, side: "near" | "far", trunk: TrunkJoints, share: number): Limbs {
  const [one, two] = [a[side], b[side]];
  const shoulder = add(
    trunk.neck,
    rotateTowards(subtract(one.shoulder, a.neck), subtract(two.shoulder, b.neck), share),
  );
  const hip = add(trunk.pelvis, rotateTowards(subtract(one.hip, a.pelvis), subtract(two.hip, b.pelvis), share));
  const [elbow, hand] = interpolateLimb(
    shoulder,
    [one.shoulder, one.elbow, one.hand],
    [two.shoulder, two.elbow, two.hand],
    share,
  );
  const [knee, ankle] = interpolateLimb(hip, [one.hip, one.knee, one.ankle], [two.hip, two.knee, two.ankle], share);
  const toe = keepAboveFloor(
    ankle,
    add(ankle, rotateTowards(subtract(one.toe, one.ankle), subtract(two.toe, two.ankle), share)),
    MIN_HEIGHT.tip,
  );
  return { shoulder, elbow, hand, hip, knee, ankle, toe };
}

/** A joint that would sink below the floor slides along it, at a constant distance from the joint above. */
function keepAboveFloor(above: Point, joint: Point, least: number): Point {
  const reach = distance(above, joint);
  const drop = above[1] - least;
  if (joint[1] >= least || drop < 0 || drop > reach) return joint;
  const flat: Point = [joint[0] - above[0], 0, joint[2] - above[2]];
  const sideways = length(flat) < 1e-6 ? ([1, 0, 0] as const) : toUnitVector(flat);
  return add([above[0], least, above[2]], multiply(sideways, Math.sqrt(reach ** 2 - drop ** 2)));
}

type LimbChain = readonly [root: Point, middle: Point, end: Point];

function interpolateLimb(root: Point, a: LimbChain, b: LimbChain, share: number): [Point, Point] {
  const middle = keepAboveFloor(
    root,
    add(root, rotateTowards(subtract(a[1], a[0]), subtract(b[1], b[0]), share)),
    MIN_HEIGHT.joint,
  );
  if (distance(a[2], b[2]) >= PLANTED_DISTANCE) {
    return [
      middle,
      keepAboveFloor(
        middle,
        add(middle, rotateTowards(subtract(a[2], a[1]), subtract(b[2], b[1]), share)),
        MIN_HEIGHT.end,
      ),
    ];
  }
  const end = lerp(a[2], b[2], share);
  const upper = distance(root, middle);
  const lower = distance(a[1], a[2]) + (distance(b[1], b[2]) - distance(a[1], a[2])) * share;
  return [solveMiddleJoint(root, end, upper, lower, middle), end];
}

/** The position of a knee or elbow between two given ends: the closest to `preferred` that both lengths allow. */
function solveMiddleJoint(root: Point, end: Point, upper: number, lower: number, preferred: Point): Point {
  const line = subtract(end, root);
  const reach = length(line);
  const axis = toUnitVector(line);
  if (reach >= upper + lower) return lerp(root, end, upper / (upper + lower));
  const along = Math.max(-upper, Math.min(upper, (upper ** 2 - lower ** 2 + reach ** 2) / (2 * reach)));
  const sideways = Math.sqrt(Math.max(0, upper ** 2 - along ** 2));
  const towards = subtract(preferred, root);
  const offset = subtract(towards, multiply(axis, dot(towards, axis)));
  const outwards = length(offset) < 1e-6 ? toUnitVector(cross(axis, [0, 0, 1])) : toUnitVector(offset);
  return add(root, add(multiply(axis, along), multiply(outwards, sideways)));
}

/** The pose with left and right swapped, still facing the same way. */
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
