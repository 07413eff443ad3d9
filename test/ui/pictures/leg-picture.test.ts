/** Legs in braille cannot be misread. */
import { expect, test } from "vitest";
import { drawLegPicture, type LegPicture } from "../../../src/ui/pictures/leg-picture.ts";

const side = (thigh: number, knee: number): LegPicture => ({ view: "side", thigh, knee, against: "level" });

/** The cells of the leg. */
function cellsOf(picture: LegPicture): [x: number, y: number][] {
  return drawLegPicture(picture, 48, 20).flatMap((line, y) => {
    let x = 0;
    return line.flatMap(({ text, ink }) =>
      Array.from(text).flatMap((character): [number, number][] => {
        x += 1;
        return ink === "working" && character !== " " ? [[x - 1, y]] : [];
      }),
    );
  });
}
const footOf = (picture: LegPicture) => cellsOf(picture).reduce((a, b) => (b[1] > a[1] ? b : a));
const highestRow = (picture: LegPicture) => Math.min(...cellsOf(picture).map(([, y]) => y));

test("a thigh above level rises, one below it sinks", () => {
  expect(highestRow(side(20, 70))).toBeLessThan(highestRow(side(0, 90)));
  expect(footOf(side(-14, 104))[1]).toBeGreaterThan(footOf(side(0, 90))[1]);
});

test("the straighter the knee, the further out from the table the foot", () => {
  const right = (knee: number) => Math.max(...cellsOf(side(0, knee)).map(([x]) => x));
  expect(footOf(side(0, 60))[0]).toBeLessThan(footOf(side(0, 90))[0]);
  expect(right(130)).toBeGreaterThan(right(90));
});

test("a kneecap that points out points away from the middle of the body, on both sides", () => {
  const cap = (turn: number, middle: "left" | "right") => {
    const found = cellsOf({ view: "front", turn, middle });
    return found.reduce((sum, [x]) => sum + x, 0) / found.length;
  };
  expect(cap(45, "right")).toBeLessThan(cap(0, "right"));
  expect(cap(45, "left")).toBeGreaterThan(cap(0, "left"));
  expect(cap(-45, "right")).toBeGreaterThan(cap(0, "right"));
});

test("a picture fits whatever room there is", () => {
  for (let columns = 1; columns < 40; columns += 3) {
    for (let rows = 1; rows < 14; rows += 1) {
      const lines = drawLegPicture(side(0, 130), columns, rows);
      expect(lines.length).toBe(rows);
      for (const line of lines) expect(line.map(({ text }) => text).join("").length).toBeLessThanOrEqual(columns);
    }
  }
});
