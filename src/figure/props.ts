/** Draws equipment: the floor, a bar, a wall, a table, a roller, a band. */
import type { Phase } from "../terms.ts";
import type { Extent, Scene } from "./projection.ts";
import { drawCapsule, drawCapsuleOutline, drawLine } from "./shapes.ts";
import type { Point, Pose, Prop } from "./types.ts";
import { add } from "./vector.ts";

/** Draws props behind the body. */
export function drawBehind(scene: Scene, prop: Prop, pose: Pose): void {
  const { canvas, project, scale } = scene;
  if (prop.kind === "roller") {
    const at = pose.things[prop.name] ?? prop.at;
    const radius = prop.radius * scale;
    drawCapsule(canvas, { from: project(at), to: project(add(at, prop.along)), radii: [radius, radius], ink: "prop" });
  }
  if (prop.kind === "mat") drawMat(scene, prop.from, prop.to);
  if (prop.kind === "table") drawTable(scene, prop.from, prop.to);
  if (prop.kind === "wall") drawLine(canvas, project(prop.from), project(prop.to), "place");
}

/** Draws props in front of the body or in its hands. */
export function drawInFront(scene: Scene, prop: Prop, pose: Pose, phase: Phase | null): void {
  const { canvas, project, scale } = scene;
  if (prop.kind === "bar")
    drawCapsuleOutline(canvas, project(prop.from), project(prop.to), Math.max(1, 0.8 * scale), "prop");
  if (prop.kind === "band") drawPropLine(scene, pose.near[prop.joint], pose.far[prop.joint]);
  if (prop.kind === "arrow" && phase && prop.during.includes(phase)) drawArrow(scene, prop.from, prop.to);
}

/** Draws the floor from edge to edge, below everything. */
export function drawFloor({ canvas }: Scene): void {
  for (let x = 0; x < canvas.width; x++) canvas.set(x, canvas.height - 1, "place");
}

export function propExtents(prop: Prop, poses: readonly Pose[]): Extent[] {
  switch (prop.kind) {
    case "bar":
      return [prop.from, prop.to].map((at) => ({ at, radius: 1 }));
    case "wall":
    case "table":
      return [prop.from, prop.to, [prop.from[0], 0, 0] as Point].map((at) => ({ at, radius: 0 }));
    case "roller":
      return poses.flatMap((pose) => {
        const at = pose.things[prop.name] ?? prop.at;
        return [at, add(at, prop.along)].map((end) => ({ at: end, radius: prop.radius }));
      });
    case "mat":
      return computeMatCorners(prop.from, prop.to).map((at) => ({ at, radius: 0.3 }));
    case "arrow":
      return [prop.from, prop.to].map((at) => ({ at, radius: 1 }));
    case "band":
      return [];
  }
}

function drawPropLine({ canvas, project }: Scene, from: Point, to: Point): void {
  drawLine(canvas, project(from), project(to), "prop");
}

/** A table top two dots thick on two legs. */
function drawTable(scene: Scene, from: Point, to: Point): void {
  const { canvas, project } = scene;
  const [left, right] = [project(from), project(to)];
  for (const y of [0, 1]) drawLine(canvas, { x: left.x, y: left.y + y }, { x: right.x, y: right.y + y }, "place");
  const inset = (right.x - left.x) * 0.06;
  for (const x of [left.x + inset, right.x - inset]) {
    drawLine(canvas, { x, y: left.y }, { x, y: canvas.height - 1 }, "place");
  }
}

/** A mat on the floor, given by two opposite corners. */
function drawMat(scene: Scene, from: Point, to: Point): void {
  const corners = computeMatCorners(from, to);
  for (const [index, corner] of corners.entries())
    drawLine(scene.canvas, scene.project(corner), scene.project(corners[(index + 1) % 4] as Point), "place");
}

export function computeMatCorners([x1, , z1]: Point, [x2, , z2]: Point): Point[] {
  return [
    [x1, 0, z1],
    [x2, 0, z1],
    [x2, 0, z2],
    [x1, 0, z2],
  ];
}

function drawArrow({ canvas, project, scale }: Scene, from: Point, to: Point): void {
  const [tail, tip] = [project(from), project(to)];
  drawCapsule(canvas, { from: tail, to: tip, radii: [0, 0], ink: "prop" });
  const angle = Math.atan2(tail.y - tip.y, tail.x - tip.x);
  const long = Math.max(2, 1.8 * scale);
  for (const turn of [-0.7, 0.7]) {
    const barb = { x: tip.x + Math.cos(angle + turn) * long, y: tip.y + Math.sin(angle + turn) * long };
    drawCapsule(canvas, { from: tip, to: barb, radii: [0, 0], ink: "prop", joined: 1 });
  }
}
