/** The figures as pictures that a reviewer can look at: each pose of each exercise, at rest and half-way. */
import { expect, it } from "vitest";
import type { FigureLine } from "../../src/figure/canvas.ts";
import { drawFigure, type FigureMoment } from "../../src/figure/draw.ts";
import { drawFigureStrip } from "../../src/figure/strip.ts";
import { SHIPPED, shipped } from "./shipped.ts";

const textOf = (lines: readonly FigureLine[]) =>
  lines
    .map((line) =>
      line
        .map(({ text }) => text)
        .join("")
        .trimEnd(),
    )
    .join("\n");

const STILL: Omit<FigureMoment, "from" | "to" | "share"> = {
  mirrored: false,
  swapped: false,
  inSet: false,
  phase: null,
};

/** Columns of every row side by side. */
function sideBySide(pictures: readonly (readonly FigureLine[])[], columns: number): string {
  const rows = pictures.map((picture) => textOf(picture).split("\n"));
  return (rows[0] ?? [])
    .map((_, row) =>
      rows
        .map((each) => (each[row] ?? "").padEnd(columns + 2))
        .join("")
        .trimEnd(),
    )
    .join("\n");
}

it.each(SHIPPED)("$id: its poses side by side", async ({ id, figure }) => {
  await expect(`${textOf(drawFigureStrip(figure, 110))}\n`).toMatchFileSnapshot(`pictures/${id}.txt`);
});

it.each(SHIPPED)("$id: on its way, a third at a time, where a screen is large", async ({ id, figure }) => {
  const [from = "", to = ""] = figure.order.slice(-2);
  const pictures = [0, 1 / 3, 2 / 3, 1].map((share) =>
    drawFigure(figure, { ...STILL, from, to, share }, { columns: 40, rows: 15 }),
  );
  await expect(`${sideBySide(pictures, 40)}\n`).toMatchFileSnapshot(`pictures/${id}.moving.txt`);
});

it("a left side looks the other way: each line is the mirror of the right side's", () => {
  const { figure } = shipped("glute-bridge");
  const draw = (mirrored: boolean) =>
    drawFigure(figure, { ...STILL, from: "top", to: "top", share: 0, mirrored }, { columns: 24, rows: 10 });
  const cells = (lines: readonly FigureLine[], row: number) =>
    [...textOf(lines).split("\n")[row]!.padEnd(24)].map((cell) => cell !== " ");
  for (let row = 0; row < 10; row++) expect(cells(draw(true), row).reverse()).toEqual(cells(draw(false), row));
});

it("the other side is told apart without colours: the same limb, every other dot", () => {
  const { figure } = shipped("psoas-march");
  const dotsOf = (swapped: boolean) =>
    drawFigure(figure, { ...STILL, from: "top", to: "top", share: 0, swapped }, { columns: 48, rows: 18 })
      .flat()
      .filter(({ ink }) => ink === (swapped ? "resting" : "working"))
      .flatMap(({ text }) => [...text].filter((cell) => cell !== " "));
  expect(dotsOf(true).length).toBeGreaterThan(10);
  expect(dotsOf(true)).not.toContain("⣿");
  expect(dotsOf(false)).toContain("⣿");
});
