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
  return {
    ...trunk,
    head: follow(trunk.neck, [a.neck, b.neck], [a.head, b.head], share),
    near: limbs("near"),
    far: limbs("far"),
    things: Object.fromEntries(
      Object.entries(a.things).map(([name, from]) => [name, lerp(from, b.things[name] ?? from, share)]),
    ),
  };
}

type TrunkJoints = Pick<Pose, "neck" | "waist" | "pelvis">;

/** Two places of one joint: in the first pose and in the second. */
type Places = readonly [a: Point, b: Point];

/** Where a joint is on the way: behind `root`, as far and in such a direction as between its places and those of `above`. */
function follow(root: Point, above: Places, joint: Places, share: number): Point {
  return add(root, rotateTowards(subtract(joint[0], above[0]), subtract(joint[1], above[1]), share));
}

/** The end of the trunk that moves less leads; the other follows. */
function interpolateTrunk(a: Pose, b: Pose, share: number): TrunkJoints {
  const waists: Places = [a.waist, b.waist];
  const [necks, pelvises]: readonly [Places, Places] = [
    [a.neck, b.neck],
    [a.pelvis, b.pelvis],
  ];
  const isNeckLeading = distance(...necks) < distance(...pelvises);
  const [leading, last] = isNeckLeading ? [necks, pelvises] : [pelvises, necks];
  const lead = lerp(...leading, share);
  const waist = follow(lead, leading, waists, share);
  const end = follow(waist, waists, last, share);
  return isNeckLeading ? { neck: lead, waist, pelvis: end } : { pelvis: lead, waist, neck: end };
}

function interpolateLimbs(a: Pose, b: Pose, side: "near" | "far", trunk: TrunkJoints, share: number): Limbs {
  const [one, two] = [a[side], b[side]];
  const placesOf = (joint: keyof Limbs): Places => [one[joint], two[joint]];
  const shoulder = follow(trunk.neck, [a.neck, b.neck], placesOf("shoulder"), share);
  const hip = follow(trunk.pelvis, [a.pelvis, b.pelvis], placesOf("hip"), share);
  const [elbow, hand] = interpolateLimb(
    shoulder,
    [one.shoulder, one.elbow, one.hand],
    [two.shoulder, two.elbow, two.hand],
    share,
  );
  const [knee, ankle] = interpolateLimb(hip, [one.hip, one.knee, one.ankle], [two.hip, two.knee, two.ankle], share);
  const toe = keepAboveFloor(ankle, follow(ankle, placesOf("ankle"), placesOf("toe"), share), MIN_HEIGHT.tip);
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
  const middle = keepAboveFloor(root, follow(root, [a[0], b[0]], [a[1], b[1]], share), MIN_HEIGHT.joint);
  if (distance(a[2], b[2]) >= PLANTED_DISTANCE) {
    return [middle, keepAboveFloor(middle, follow(middle, [a[1], b[1]], [a[2], b[2]], share), MIN_HEIGHT.end)];
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
