/** A canvas of dots, two by four per character, rendered as braille. */

/** What a character belongs to: the trunk and the side that works, the other side, a prop, or the place it is done in. */
export type Ink = "working" | "resting" | "prop" | "place";

/** A run of characters with the same ink. */
export interface InkSpan {
  readonly text: string;
  readonly ink: Ink;
}

export type FigureLine = readonly InkSpan[];

/** A position on the canvas in dots, from the top left. */
export interface Dot {
  readonly x: number;
  readonly y: number;
}

/** A braille character's dots, row by row, as bits of its code. */
const BRAILLE_BITS = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80] as const;
const BRAILLE_BLANK = 0x2800;
const INKS: readonly Ink[] = ["working", "prop", "resting", "place"];

interface Cell {
  readonly code: number;
  readonly ink: Ink;
}

const BLANK_CELL: Cell = { code: 0, ink: "place" };

export class Canvas {
  readonly width: number;
  readonly height: number;
  readonly #dots: Uint8Array;
  /** Dots drawn outside the canvas; zero for a figure that fits. */
  clippedDots = 0;

  /** @param columns in characters. @param rows in characters. */
  constructor(columns: number, rows: number) {
    this.width = columns * 2;
    this.height = rows * 4;
    this.#dots = new Uint8Array(this.width * this.height);
  }

  set(x: number, y: number, ink: Ink): void {
    if (!this.#holds(x, y)) this.clippedDots++;
    // The side that rests is drawn with every other dot, so that it differs without colours.
    else if (ink !== "resting" || (x + y) % 2 === 0) this.#dots[y * this.width + x] = INKS.indexOf(ink) + 1;
  }

  clear(x: number, y: number): void {
    if (this.#holds(x, y)) this.#dots[y * this.width + x] = 0;
  }

  /** Each line up to its last character that is not empty. */
  lines(): FigureLine[] {
    return Array.from({ length: this.height / 4 }, (_, row) => this.#line(row));
  }

  #line(row: number): FigureLine {
    const line: { text: string; ink: Ink }[] = [];
    let gap = "";
    for (let column = 0; column < this.width / 2; column++) {
      const { code, ink } = this.#cell(column, row);
      if (code === 0) {
        gap += " ";
        continue;
      }
      const last = line.at(-1);
      const text = gap + String.fromCharCode(BRAILLE_BLANK + code);
      if (last?.ink === ink) last.text += text;
      else line.push({ text, ink });
      gap = "";
    }
    return line;
  }

  #cell(column: number, row: number): Cell {
    let code = 0;
    // How many dots have each ink, four bits for each: a picture has a thousand cells, and most of them are empty.
    let counts = 0;
    for (let index = 0; index < BRAILLE_BITS.length; index++) {
      const kind = this.#dots[(row * 4 + (index >> 1)) * this.width + column * 2 + (index & 1)] ?? 0;
      if (kind === 0) continue;
      code |= BRAILLE_BITS[index] ?? 0;
      counts += 1 << (4 * (kind - 1));
    }
    if (code === 0) return BLANK_CELL;
    const [working, prop, resting, place] = [counts & 15, (counts >> 4) & 15, (counts >> 8) & 15, counts >> 12];
    if (working > 0 && working * 2 >= prop + place) return { code, ink: "working" };
    return {
      code,
      ink: prop >= resting && prop >= place && prop > 0 ? "prop" : resting >= place ? "resting" : "place",
    };
  }

  #holds(x: number, y: number): boolean {
    return x >= 0 && y >= 0 && x < this.width && y < this.height;
  }
}
