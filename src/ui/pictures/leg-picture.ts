/** Legs drawn in braille: a hanging leg from the side with its angles, or a thigh end on with its kneecap. */
import { Canvas, type Dot, type FigureLine, type Ink } from "../../figure/canvas.ts";
import { drawCapsule, drawCapsuleOutline, drawLine } from "../../figure/shapes.ts";

/** The words are the schema's of the test's table; angles in degrees. */
export type LegPicture =
  | {
      readonly view: "side";
      /** The thigh against level, above it positive. */
      readonly thigh: number;
      /** Between thigh and shin: 180 is a straight leg. */
      readonly knee: number;
      readonly against: "level" | "right-angle";
    }
  | {
      readonly view: "front";
      /** How far the kneecap points away from the other leg. */
      readonly turn: number;
      /** Where the middle of the body is. */
      readonly middle: "left" | "right";
    };

/** What is looked at, and what stands around it. */
const [LEG, SURROUNDINGS] = ["working", "prop"] as const satisfies readonly Ink[];

/** A circle around a dot looks round when it takes in the dots this far beyond its radius. */
const ROUNDING = 0.3;

/** `rows` lines of at most `columns`: the leg in the ink "working", what stands around it in "prop". */
export function drawLegPicture(picture: LegPicture, columns: number, rows: number): readonly FigureLine[] {
  const canvas = new Canvas(columns, rows);
  if (picture.view === "side") drawSideView(canvas, picture);
  else drawFrontView(canvas, picture);
  return canvas.lines();
}

/** A place so many dots from another at an angle; up is up. */
function pointAtAngle({ x, y }: Dot, degrees: number, length: number): Dot {
  const radians = (degrees * Math.PI) / 180;
  return { x: x + Math.cos(radians) * length, y: y - Math.sin(radians) * length };
}

/** A line as thick as so many dots. */
function drawThickLine(canvas: Canvas, from: Dot, to: Dot, dots: number, ink: Ink): void {
  // Joined all along: no gap parts it from what lies behind.
  drawCapsule(canvas, { from, to, radii: [dots / 2, dots / 2], ink, joined: 1 });
}

function drawDisc(canvas: Canvas, { x, y }: Dot, radius: number, ink: Ink): void {
  const centre = { x: Math.round(x), y: Math.round(y) };
  drawThickLine(canvas, centre, centre, 2 * (radius + ROUNDING), ink);
}

/** A line of which every third dot is drawn. */
function drawDottedLine(canvas: Canvas, from: Dot, to: Dot, ink: Ink): void {
  const steps = Math.round(Math.max(Math.abs(to.x - from.x), Math.abs(to.y - from.y), 1));
  for (let step = 0; step <= steps; step += 3) {
    const share = step / steps;
    const place = { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
    drawLine(canvas, place, place, ink);
  }
}

/** Somebody lies on a table, the head to the left; one leg hangs over its end to the right. */
function drawSideView(canvas: Canvas, { thigh, knee, against }: Extract<LegPicture, { view: "side" }>): void {
  const { width, height } = canvas;
  const length = Math.min(width * 0.33, height * 0.54);
  const hip: Dot = { x: width * 0.36, y: height * 0.38 };
  const top = hip.y + 3;
  const shoulder: Dot = { x: Math.max(5, hip.x - length * 0.85), y: hip.y };
  drawLine(canvas, { x: 0, y: top }, { x: hip.x - 1, y: top }, SURROUNDINGS);
  drawLine(canvas, { x: hip.x - 3, y: top }, { x: hip.x - 3, y: height - 1 }, SURROUNDINGS);
  drawThickLine(canvas, shoulder, hip, 2, SURROUNDINGS);
  drawDisc(canvas, { x: shoulder.x - 3, y: shoulder.y - 1 }, 2, SURROUNDINGS);
  // The other knee is hugged.
  const hugged = pointAtAngle(hip, 128, length * 0.62);
  drawLine(canvas, hip, hugged, SURROUNDINGS);
  drawLine(canvas, hugged, pointAtAngle(hugged, -20, length * 0.5), SURROUNDINGS);
  const bent = pointAtAngle(hip, thigh, length);
  if (against === "level") drawDottedLine(canvas, hip, { x: width - 1, y: hip.y }, SURROUNDINGS);
  else drawDottedLine(canvas, bent, pointAtAngle(bent, thigh - 90, length * 1.1), SURROUNDINGS);
  const ankle = pointAtAngle(bent, thigh - 180 + knee, length);
  drawThickLine(canvas, hip, bent, 3, LEG);
  drawThickLine(canvas, bent, ankle, 2, LEG);
  drawThickLine(canvas, ankle, pointAtAngle(ankle, thigh - 90 + knee, length * 0.22), 2, LEG);
}

/** A thigh end on, the kneecap on it, and the middle of the body beside it. */
function drawFrontView(canvas: Canvas, { turn, middle }: Extract<LegPicture, { view: "front" }>): void {
  const { width, height } = canvas;
  const radius = Math.floor(Math.min(width * 0.28, height * 0.34));
  const away = middle === "right" ? -1 : 1;
  const centre: Dot = { x: Math.round(width / 2 + away * radius * 0.35), y: Math.round(height * 0.58) };
  drawCapsuleOutline(canvas, centre, centre, radius + ROUNDING, SURROUNDINGS);
  const x = Math.round(centre.x - away * radius * 1.6);
  drawDottedLine(canvas, { x, y: 0 }, { x, y: height - 1 }, SURROUNDINGS);
  drawLine(canvas, centre, pointAtAngle(centre, 90 - away * turn, radius * 1.55), LEG);
  drawDisc(canvas, pointAtAngle(centre, 90 - away * turn, radius), Math.max(2, Math.round(radius * 0.32)), LEG);
}
