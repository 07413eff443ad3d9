/** Legs drawn in braille: a hanging leg from the side with its angles, or a thigh end on with its kneecap. */
import type { Line, Tone } from "./line.ts";
import { EMPTY, piece } from "./line.ts";

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

type Point = readonly [x: number, y: number];

/** Dots of a braille cell by column and row, as bits of its code point. */
const BITS = [
  [0x01, 0x02, 0x04, 0x40],
  [0x08, 0x10, 0x20, 0x80],
] as const;

/** Dots in cells of braille, on two layers: what is looked at, and what stands around it. */
class Canvas {
  readonly wide: number;
  readonly high: number;
  readonly #columns: number;
  readonly #cells: { leg: number; around: number }[];

  constructor(columns: number, rows: number) {
    this.#columns = columns;
    this.wide = columns * 2;
    this.high = rows * 4;
    this.#cells = Array.from({ length: columns * rows }, () => ({ leg: 0, around: 0 }));
  }

  dot(x: number, y: number, layer: "leg" | "around"): void {
    const [column, row] = [Math.floor(x), Math.floor(y)];
    if (column < 0 || row < 0 || column >= this.wide || row >= this.high) return;
    const cell = this.#cells[Math.floor(row / 4) * this.#columns + Math.floor(column / 2)];
    if (cell) cell[layer] |= BITS[column % 2 === 0 ? 0 : 1][row % 4] ?? 0;
  }

  /** @param thick dots across. @param every draw only each so-many-th dot. */
  line([x1, y1]: Point, [x2, y2]: Point, layer: "leg" | "around", thick = 1, every = 1): void {
    const length = Math.max(Math.abs(x2 - x1), Math.abs(y2 - y1), 1);
    const across: Point = Math.abs(x2 - x1) >= Math.abs(y2 - y1) ? [0, 1] : [1, 0];
    for (let step = 0; step <= Math.round(length); step += every) {
      const [x, y] = [x1 + ((x2 - x1) * step) / length, y1 + ((y2 - y1) * step) / length];
      for (let off = 0; off < thick; off++) {
        const side = off - (thick - 1) / 2;
        this.dot(Math.round(x + across[0] * side), Math.round(y + across[1] * side), layer);
      }
    }
  }

  disc([cx, cy]: Point, radius: number, layer: "leg" | "around", filled: boolean): void {
    for (let y = -radius; y <= radius; y++) {
      for (let x = -radius; x <= radius; x++) {
        const away = Math.hypot(x, y);
        if (away <= radius + 0.3 && (filled || away > radius - 0.8)) this.dot(cx + x, cy + y, layer);
      }
    }
  }

  lines(tone: Tone): Line[] {
    return Array.from({ length: this.high / 4 }, (_, row): Line => {
      const cells = this.#cells.slice(row * this.#columns, (row + 1) * this.#columns);
      const runs: { text: string; tone: Tone }[] = [];
      for (const { leg, around } of cells) {
        const bits = leg | around;
        const of: Tone = leg ? tone : "dim";
        const text = bits === 0 ? " " : String.fromCodePoint(0x2800 + bits);
        const last = runs.at(-1);
        if (last && (last.tone === of || bits === 0)) last.text += text;
        else runs.push({ text, tone: of });
      }
      return runs.every(({ text }) => text.trim() === "") ? EMPTY : runs.map((run) => piece(run.text, run.tone));
    });
  }
}

/** `rows` lines of at most `columns`. @param tone of the leg; what stands around it is dim. */
export function legPicture(picture: LegPicture, columns: number, rows: number, tone: Tone): Line[] {
  const canvas = new Canvas(columns, rows);
  if (picture.view === "side") side(canvas, picture);
  else front(canvas, picture);
  return canvas.lines(tone);
}

/** A point so many dots from another at an angle; up is up. */
function at([x, y]: Point, degrees: number, length: number): Point {
  const radians = (degrees * Math.PI) / 180;
  return [x + Math.cos(radians) * length, y - Math.sin(radians) * length];
}

/** Somebody lies on a table, the head to the left; one leg hangs over its end to the right. */
function side(canvas: Canvas, { thigh, knee, against }: Extract<LegPicture, { view: "side" }>): void {
  const limb = Math.min(canvas.wide * 0.33, canvas.high * 0.54);
  const hip: Point = [canvas.wide * 0.36, canvas.high * 0.38];
  const top = hip[1] + 3;
  const shoulder: Point = [Math.max(5, hip[0] - limb * 0.85), hip[1]];
  canvas.line([0, top], [hip[0] - 1, top], "around");
  canvas.line([hip[0] - 3, top], [hip[0] - 3, canvas.high - 1], "around");
  canvas.line(shoulder, hip, "around", 2);
  canvas.disc([shoulder[0] - 3, shoulder[1] - 1], 2, "around", true);
  // The other knee is hugged.
  const hugged = at(hip, 128, limb * 0.62);
  canvas.line(hip, hugged, "around");
  canvas.line(hugged, at(hugged, -20, limb * 0.5), "around");
  const bent = at(hip, thigh, limb);
  if (against === "level") canvas.line(hip, [canvas.wide - 1, hip[1]], "around", 1, 3);
  else canvas.line(bent, at(bent, thigh - 90, limb * 1.1), "around", 1, 3);
  const ankle = at(bent, thigh - 180 + knee, limb);
  canvas.line(hip, bent, "leg", 3);
  canvas.line(bent, ankle, "leg", 2);
  canvas.line(ankle, at(ankle, thigh - 90 + knee, limb * 0.22), "leg", 2);
}

/** A thigh end on, the kneecap on it, and the middle of the body beside it. */
function front(canvas: Canvas, { turn, middle }: Extract<LegPicture, { view: "front" }>): void {
  const radius = Math.floor(Math.min(canvas.wide * 0.28, canvas.high * 0.34));
  const away = middle === "right" ? -1 : 1;
  const centre: Point = [Math.round(canvas.wide / 2 + away * radius * 0.35), Math.round(canvas.high * 0.58)];
  canvas.disc(centre, radius, "around", false);
  const line = Math.round(centre[0] - away * radius * 1.6);
  canvas.line([line, 0], [line, canvas.high - 1], "around", 1, 3);
  const cap = at(centre, 90 - away * turn, radius);
  canvas.line(centre, at(centre, 90 - away * turn, radius * 1.55), "leg", 1);
  canvas.disc([Math.round(cap[0]), Math.round(cap[1])], Math.max(2, Math.round(radius * 0.32)), "leg", true);
}
