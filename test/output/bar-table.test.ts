/** Tables with bars: the bars give way before a word or a bar is broken. */
import { expect, test } from "vitest";
import { renderBarTable } from "../../src/output/bar-table.ts";
import { PLAIN_STYLE } from "../../src/output/style.ts";

const NAMES = ["Kneeling lunge", "Psoas post-isometric relaxation", "Adductor and sartorius foam roll"];
const show = (room: number) =>
  renderBarTable(
    [
      { title: "exercise", minWidth: 14, cells: NAMES },
      { title: "sessions", align: "right", spare: true, cells: ["14", "2", "1"] },
      { title: "reps", align: "right", spare: true, cells: ["1600", "6", "2"] },
      { title: "tension", align: "right", cells: ["3 h 05 min", "1 h 33 min", "12 s"] },
      { shares: [1, 0.5, 0] },
    ],
    room,
    PLAIN_STYLE,
  );

test("in a wide terminal names and bars stand whole", async () => {
  expect(await show(90)).toMatchInlineSnapshot(`
    [
      "exercise                          sessions  reps     tension",
      "Kneeling lunge                          14  1600  3 h 05 min  ████████████████████",
      "Psoas post-isometric relaxation          2     6  1 h 33 min  ██████████",
      "Adductor and sartorius foam roll         1     2        12 s",
    ]
  `);
});

test("with less room the bars are shorter, and still compare", async () => {
  expect(await show(50)).toMatchInlineSnapshot(`
    [
      "exercise        sessions  reps     tension",
      "Kneeling lunge        14  1600  3 h 05 min  ██████",
      "Psoas                  2     6  1 h 33 min  ███",
      "post-isometric",
      "relaxation",
      "Adductor and           1     2        12 s",
      "sartorius foam",
      "roll",
    ]
  `);
});

test("with little room there are no bars, and figures that are spare are left out from the last on", async () => {
  expect(await show(40)).toMatchInlineSnapshot(`
    [
      "exercise            sessions     tension",
      "Kneeling lunge            14  3 h 05 min",
      "Psoas                      2  1 h 33 min",
      "post-isometric",
      "relaxation",
      "Adductor and               1        12 s",
      "sartorius foam",
      "roll",
    ]
  `);
});

test("neither a word nor a bar is broken, however narrow the terminal", async () => {
  for (let room = 30; room <= 100; room++) {
    const lines = await show(room);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(room);
    const words = lines.flatMap((line) => line.split(/[\s-]+/));
    expect(words).toEqual(expect.arrayContaining(NAMES.join(" ").split(/[\s-]+/)));
    expect([0, 2]).toContain(lines.filter((line) => line.includes("█")).length);
  }
});
