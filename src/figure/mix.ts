/** The pose between two poses: joints turn, so that limbs keep their lengths, and a planted hand or foot stays planted. */
import type { Limbs, Point, Pose } from "./types.ts";
import { add, between, cross, distance, dot, length, minus, times, turned, unit } from "./vector.ts";

/** A hand or foot that moves less than this from one pose to the next stands still on the way. */
const PLANTED = 1.5;

/** How near to the floor a knee or an elbow, a foot or a hand, and the toes come on their way. */
const LEAST = { joint: 1.6, end: 1, tip: 0.7 };

/** Starts and ends gently, as a body does. */
export function eased(share: number): number {
  return 0.5 - 0.5 * Math.cos(Math.PI * Math.max(0, Math.min(1, share)));
}

/** @param share 0 gives `a`, 1 gives `b`. */
export function mixPoses(a: Pose, b: Pose, share: number): Pose {
  if (share <= 0 || a === b) return a;
  if (share >= 1) return b;
  const trunk = mixTrunk(a, b, share);
  const limbs = (side: "near" | "far") => mixLimbs(a, b, side, trunk, share);
  const names = Object.keys(a.things);
  return {
    ...trunk,
    head: add(trunk.neck, turned(minus(a.head, a.neck), minus(b.head, b.neck), share)),
    near: limbs("near"),
    far: limbs("far"),
    things: Object.fromEntries(
      names.map((name) => {
        const from = a.things[name] as Point;
        return [name, between(from, b.things[name] ?? from, share)];
      }),
    ),
  };
}

type Trunk = Pick<Pose, "neck" | "waist" | "pelvis">;

/** The end of the trunk that moves less leads; the other one swings. */
function mixTrunk(a: Pose, b: Pose, share: number): Trunk {
  if (distance(a.neck, b.neck) < distance(a.pelvis, b.pelvis)) {
    const neck = between(a.neck, b.neck, share);
    const waist = add(neck, turned(minus(a.waist, a.neck), minus(b.waist, b.neck), share));
    return { neck, waist, pelvis: add(waist, turned(minus(a.pelvis, a.waist), minus(b.pelvis, b.waist), share)) };
  }
  const pelvis = between(a.pelvis, b.pelvis, share);
  const waist = add(pelvis, turned(minus(a.waist, a.pelvis), minus(b.waist, b.pelvis), share));
  return { pelvis, waist, neck: add(waist, turned(minus(a.neck, a.waist), minus(b.neck, b.waist), share)) };
}

function mixLimbs(a: Pose, b: Pose, side: "near" | "far", trunk: Trunk, share: number): Limbs {
  const [one, two] = [a[side], b[side]];
  const shoulder = add(trunk.neck, turned(minus(one.shoulder, a.neck), minus(two.shoulder, b.neck), share));
  const hip = add(trunk.pelvis, turned(minus(one.hip, a.pelvis), minus(two.hip, b.pelvis), share));
  const [elbow, hand] = mixLimb(
    shoulder,
    [one.shoulder, one.elbow, one.hand],
    [two.shoulder, two.elbow, two.hand],
    share,
  );
  const [knee, ankle] = mixLimb(hip, [one.hip, one.knee, one.ankle], [two.hip, two.knee, two.ankle], share);
  const toe = lifted(ankle, add(ankle, turned(minus(one.toe, one.ankle), minus(two.toe, two.ankle), share)), LEAST.tip);
  return { shoulder, elbow, hand, hip, knee, ankle, toe };
}

/** A joint that would sink into the floor on its way slides along it, as far from the joint above as ever. */
function lifted(above: Point, joint: Point, least: number): Point {
  const far = distance(above, joint);
  const drop = above[1] - least;
  if (joint[1] >= least || drop < 0 || drop > far) return joint;
  const flat: Point = [joint[0] - above[0], 0, joint[2] - above[2]];
  const aside = length(flat) < 1e-6 ? ([1, 0, 0] as const) : unit(flat);
  return add([above[0], least, above[2]], times(aside, Math.sqrt(far ** 2 - drop ** 2)));
}

type Chain = readonly [root: Point, middle: Point, end: Point];

function mixLimb(root: Point, a: Chain, b: Chain, share: number): [Point, Point] {
  const middle = lifted(root, add(root, turned(minus(a[1], a[0]), minus(b[1], b[0]), share)), LEAST.joint);
  if (distance(a[2], b[2]) >= PLANTED) {
    return [middle, lifted(middle, add(middle, turned(minus(a[2], a[1]), minus(b[2], b[1]), share)), LEAST.end)];
  }
  const end = between(a[2], b[2], share);
  const upper = distance(root, middle);
  const lower = distance(a[1], a[2]) + (distance(b[1], b[2]) - distance(a[1], a[2])) * share;
  return [bend(root, end, upper, lower, middle), end];
}

/** Where a knee or an elbow is between two ends that are given: the place nearest to `wish` that both lengths allow. */
export function bend(root: Point, end: Point, upper: number, lower: number, wish: Point): Point {
  const line = minus(end, root);
  const far = length(line);
  const axis = unit(line);
  if (far >= upper + lower) return between(root, end, upper / (upper + lower));
  const along = Math.max(-upper, Math.min(upper, (upper ** 2 - lower ** 2 + far ** 2) / (2 * far)));
  const aside = Math.sqrt(Math.max(0, upper ** 2 - along ** 2));
  const offset = minus(minus(wish, root), times(axis, dot(minus(wish, root), axis)));
  const outwards = length(offset) < 1e-6 ? unit(cross(axis, [0, 0, 1])) : unit(offset);
  return add(root, add(times(axis, along), times(outwards, aside)));
}
