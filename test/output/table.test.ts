/** Tables give way to a narrow terminal: words wrap, and bars go before a word is broken. */
import fc from "fast-check";
import stringWidth from "string-width";
import { expect, test } from "vitest";
import { loadStyle } from "../../src/app/style.ts";
import { PLAIN_STYLE } from "../../src/output/style.ts";
import { renderBarTable, renderTable } from "../../src/output/table.ts";
import { loadTextMeasure, wrapText } from "../../src/output/text-width.ts";

const HEADER = [{ title: "name" }, { title: "min", align: "right" }, { title: "needs" }] as const;

test("columns stand below each other, numbers at the right", async () => {
  const rows = [
    ["pigeon", "5", "–"],
    ["march", "12", "band"],
  ];
  expect(await renderTable(HEADER, rows, 80, PLAIN_STYLE)).toEqual([
    "name    min  needs", //
    "pigeon    5  –",
    "march    12  band",
  ]);
});

test("what does not fit in its column goes on below", async () => {
  const rows = [["kneeling-hip-flexor-stretch", "5", "a chair and a wall to hold on to"]];
  expect(await renderTable(HEADER, rows, 40, PLAIN_STYLE)).toEqual([
    "name              min  needs",
    "kneeling-hip-       5  a chair and a",
    "flexor-stretch         wall to hold on",
    "                       to",
  ]);
});

test("rows become paragraphs where their columns do not fit, and nothing of them is lost", async () => {
  const header = [
    { title: "name", noWrap: true },
    { title: "min", align: "right", titleIsUnit: true },
    { title: "what for", minWidth: 30, selfEvident: true },
    { title: "needs" },
  ] as const;
  const rows = [
    ["kneeling-stretch", "5", "Opens the front of the hip, gently and slowly.", "a chair"],
    ["march", "12", "", "–"],
  ];
  expect(await renderTable(header, rows, 36, PLAIN_STYLE)).toEqual([
    "kneeling-stretch",
    "  5 min",
    "  Opens the front of the hip, gently",
    "  and slowly. · needs a chair",
    "march",
    "  12 min",
  ]);
});

test("a spare column goes before anything is wrapped", async () => {
  const header = [{ title: "name" }, { title: "dose" }, { title: "equipment", spare: true }] as const;
  const rows = [["pigeon-pose", "2 sets of 45 s per side", "resistance band"]];
  expect(await renderTable(header, rows, 40, PLAIN_STYLE)).toEqual([
    "name         dose",
    "pigeon-pose  2 sets of 45 s per side",
  ]);
});

test("wide characters and emoji do not push the next column out of line", async () => {
  const rows = [
    ["🧘🏽‍♀️ 股関節", "5", "x"],
    ["march", "12", "x"],
  ];
  const lines = await renderTable(HEADER, rows, 80, PLAIN_STYLE);
  const places = lines.slice(1).map((line) => stringWidth(line.slice(0, line.lastIndexOf("x"))));
  expect(new Set(places).size).toBe(1);
});

test("no line is wider than the terminal, whatever is in the cells", async () => {
  const cell = fc.oneof(
    fc.lorem({ maxCount: 8 }),
    fc.string({ unit: "grapheme", maxLength: 40 }),
    fc.constant("股関節 🧘"),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 60, max: 120 }),
      async (rows, columns) => {
        for (const line of await renderTable(HEADER, rows, columns, PLAIN_STYLE))
          expect(stringWidth(line)).toBeLessThanOrEqual(columns);
      },
    ),
  );
});

test("wrapping loses no word and no character", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "grapheme" }), fc.integer({ min: 2, max: 30 }), async (text, columns) => {
      const measure = await loadTextMeasure([text]);
      const lines = wrapText(text, columns, measure);
      expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
    }),
  );
});

test("the quick measure agrees with the thorough one on all that it takes", async () => {
  const letters = fc.string({
    unit: fc.integer({ min: 0x20, max: 0x2fff }).map((code) => String.fromCodePoint(code)),
    maxLength: 3,
  });
  await fc.assert(
    fc.asyncProperty(letters, async (text) => {
      expect((await loadTextMeasure([text]))(text)).toBe(stringWidth(text));
    }),
    { numRuns: 5000 },
  );
});

test("colour is there only where it is wanted", async () => {
  expect((await loadStyle({ colour: true })).strong("a")).toBe("\u001b[1ma\u001b[22m");
  expect(PLAIN_STYLE.strong("a")).toBe("a");
});

const NAMES = ["Kneeling lunge", "Psoas post-isometric relaxation", "Adductor and sartorius foam roll"];
const show = (width: number) =>
  renderBarTable(
    [
      { title: "exercise", minWidth: 14, cells: NAMES },
      { title: "sessions", align: "right", spare: true, cells: ["14", "2", "1"] },
      { title: "reps", align: "right", spare: true, cells: ["1600", "6", "2"] },
      { title: "tension", align: "right", cells: ["3 h 05 min", "1 h 33 min", "12 s"] },
      { shares: [1, 0.5, 0] },
    ],
    width,
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
