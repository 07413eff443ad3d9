/** A figure at one moment as paths for SVG: the same joints as on the terminal's canvas, with smooth edges. */
import { facingDirection, NOSE_LENGTH, RADII } from "./body.ts";
import type { Dot, Ink } from "./canvas.ts";
import { collectExtents, type FigureMoment, interpolatePoseAt } from "./draw.ts";
import { createViewpoint, fitToCanvas, type Projection } from "./projection.ts";
import { computeMatCorners } from "./props.ts";
import type { BodyFigure, Limbs, Point, Pose, Prop } from "./types.ts";
import { add, lerp, multiply, subtract } from "./vector.ts";

/** One path, in the order of drawing: what comes later covers what came before. */
export interface FigurePath {
  readonly d: string;
  readonly ink: Ink;
  /** A line is stroked, everything else is filled. */
  readonly isLine: boolean;
}

/** The size of the picture, in its own units. */
interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Above this tilt, in degrees, the floor is not visible as a line. */
const MAX_FLOOR_TILT = 20;

export function drawFigurePaths(figure: BodyFigure, moment: FigureMoment, size: PictureSize): readonly FigurePath[] {
  const scene = fitToCanvas(collectExtents(figure, moment.inSet), createViewpoint(figure, moment.mirrored), size);
  const pose = interpolatePoseAt(figure, moment);
  const behind = figure.props.filter(({ kind }) => kind !== "bar" && kind !== "band" && kind !== "arrow");
  const inFront = figure.props.filter(
    (prop) =>
      prop.kind === "bar" ||
      prop.kind === "band" ||
      (prop.kind === "arrow" && moment.phase !== null && prop.during.includes(moment.phase)),
  );
  const floor = line([
    { x: 0, y: size.height - 1 },
    { x: size.width, y: size.height - 1 },
  ]);
  return [
    ...(figure.view.tilt <= MAX_FLOOR_TILT ? [floor] : []),
    ...behind.map((prop) => propPath(scene, prop, pose, size)),
    ...bodyPaths(scene, pose, moment.swapped),
    ...inFront.map((prop) => propPath(scene, prop, pose, size)),
  ];
}

/** Farthest parts first, as the terminal draws them. @param worksFar the far limbs are those that work. */
function bodyPaths(scene: Projection, pose: Pose, worksFar: boolean): readonly FigurePath[] {
  const { near, far } = pose;
  const depth = (...points: readonly Point[]) =>
    points.reduce((sum, point) => sum + scene.depth(point), 0) / points.length;
  const parts = [
    { at: depth(pose.neck, pose.pelvis), paths: trunkPaths(scene, pose) },
    ...(
      [
        [far, worksFar ? "working" : "resting"],
        [near, worksFar ? "resting" : "working"],
      ] as const
    ).flatMap(([limbs, ink]) => [
      { at: depth(limbs.hip, limbs.knee, limbs.ankle), paths: legPaths(scene, limbs, ink) },
      { at: depth(limbs.shoulder, limbs.elbow, limbs.hand), paths: armPaths(scene, limbs, ink) },
    ]),
  ];
  return parts.sort((a, b) => a.at - b.at).flatMap(({ paths }) => paths);
}

function armPaths(scene: Projection, { shoulder, elbow, hand }: Limbs, ink: Ink): readonly FigurePath[] {
  return [limb(scene, shoulder, elbow, RADII.upperArm, ink), limb(scene, elbow, hand, RADII.forearm, ink)];
}

function legPaths(scene: Projection, { hip, knee, ankle, toe }: Limbs, ink: Ink): readonly FigurePath[] {
  return [
    limb(scene, hip, knee, RADII.thigh, ink),
    limb(scene, knee, ankle, RADII.shank, ink),
    limb(scene, ankle, toe, RADII.foot, ink),
  ];
}

function trunkPaths(scene: Projection, pose: Pose): readonly FigurePath[] {
  const { neck, waist, pelvis, head, near, far } = pose;
  const narrow = (side: Limbs) =>
    add(waist, multiply(subtract(lerp(side.shoulder, side.hip, 0.5), lerp(neck, pelvis, 0.5)), 0.8));
  const corners = [near.shoulder, narrow(near), near.hip, far.hip, narrow(far), far.shoulder].map(scene.project);
  const facing = facingDirection(pose);
  const face = add(head, multiply(facing, RADII.head - 1));
  const nose = add(head, multiply(facing, RADII.head + NOSE_LENGTH - 0.3));
  const parts = [
    limb(scene, neck, waist, RADII.chest, "working"),
    limb(scene, waist, pelvis, RADII.belly, "working"),
    { d: `${polyline(toClockwise(corners))}Z` },
    limb(scene, neck, head, [RADII.throat, RADII.throat], "working"),
    limb(scene, head, head, [RADII.head, RADII.head], "working"),
    limb(scene, face, nose, [0.7, 0.3], "working"),
  ];
  // One path has one edge: nothing shows where its parts meet.
  return [{ d: parts.map(({ d }) => d).join(""), ink: "working", isLine: false }];
}

/** Corners in the direction in which every other part is drawn; in the other one, overlaps would be holes. */
function toClockwise(corners: readonly Dot[]): readonly Dot[] {
  const twiceArea = corners.reduce((sum, { x, y }, index) => {
    const next = corners[(index + 1) % corners.length] as Dot;
    return sum + x * next.y - next.x * y;
  }, 0);
  return twiceArea < 0 ? corners.toReversed() : corners;
}

function propPath(scene: Projection, prop: Prop, pose: Pose, { height }: PictureSize): FigurePath {
  const { project, scale } = scene;
  switch (prop.kind) {
    case "roller": {
      const at = pose.things[prop.name] ?? prop.at;
      return outline(project(at), project(add(at, prop.along)), prop.radius * scale);
    }
    case "bar":
      return outline(project(prop.from), project(prop.to), Math.max(1, 0.8 * scale));
    case "mat": {
      const corners = computeMatCorners(prop.from, prop.to).map(project);
      return { d: `${polyline(corners)}Z`, ink: "prop", isLine: true };
    }
    case "table": {
      const [left, right] = [project(prop.from), project(prop.to)];
      const inset = (right.x - left.x) * 0.06;
      const legs = [left.x + inset, right.x - inset].map((x) =>
        polyline([
          { x, y: left.y },
          { x, y: height - 1 },
        ]),
      );
      return { d: [polyline([left, right]), ...legs].join(""), ink: "prop", isLine: true };
    }
    case "wall":
      return line([project(prop.from), project(prop.to)]);
    case "band":
      return line([project(pose.near[prop.joint]), project(pose.far[prop.joint])]);
    case "arrow":
      return arrow(project(prop.from), project(prop.to), 1.8 * scale);
  }
}

function arrow(tail: Dot, tip: Dot, long: number): FigurePath {
  const angle = Math.atan2(tail.y - tip.y, tail.x - tip.x);
  const barb = (turn: number): Dot => ({
    x: tip.x + Math.cos(angle + turn) * long,
    y: tip.y + Math.sin(angle + turn) * long,
  });
  return { d: polyline([tail, tip]) + polyline([barb(-0.7), tip, barb(0.7)]), ink: "prop", isLine: true };
}

const line = (dots: readonly Dot[]): FigurePath => ({ d: polyline(dots), ink: "prop", isLine: true });

function limb(scene: Projection, from: Point, to: Point, [one, two]: readonly [number, number], ink: Ink): FigurePath {
  const { project, scale } = scene;
  return { d: taperedCapsule(project(from), project(to), one * scale, two * scale), ink, isLine: false };
}

function outline(from: Dot, to: Dot, radius: number): FigurePath {
  return { d: taperedCapsule(from, to, radius, radius), ink: "prop", isLine: true };
}

/** Two circles and the tangents between them; one circle where one lies inside the other. */
function taperedCapsule(a: Dot, b: Dot, radiusA: number, radiusB: number): string {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const distance = Math.hypot(dx, dy);
  if (distance <= Math.abs(radiusA - radiusB) + 1e-6)
    return circle(radiusA > radiusB ? a : b, Math.max(radiusA, radiusB));
  const angle = Math.atan2(dy, dx);
  const tangent = Math.acos((radiusA - radiusB) / distance);
  const on = ({ x, y }: Dot, radius: number, turn: number) =>
    `${format(x + radius * Math.cos(angle + turn))} ${format(y + radius * Math.sin(angle + turn))}`;
  // The bow around a is longer than half a circle where a is the thicker end.
  const [isLongA, isLongB] = radiusA > radiusB ? [1, 0] : [0, 1];
  return [
    `M${on(a, radiusA, tangent)}`,
    `A${format(radiusA)} ${format(radiusA)} 0 ${isLongA} 1 ${on(a, radiusA, -tangent)}`,
    `L${on(b, radiusB, -tangent)}`,
    `A${format(radiusB)} ${format(radiusB)} 0 ${isLongB} 1 ${on(b, radiusB, tangent)}Z`,
  ].join("");
}

function circle({ x, y }: Dot, radius: number): string {
  const [left, right, r] = [format(x - radius), format(x + radius), format(radius)];
  return `M${left} ${format(y)}A${r} ${r} 0 1 1 ${right} ${format(y)}A${r} ${r} 0 1 1 ${left} ${format(y)}Z`;
}

const polyline = (dots: readonly Dot[]) =>
  dots.map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${format(x)} ${format(y)}`).join("");
const format = (value: number) => Number(value.toFixed(2)).toString();
