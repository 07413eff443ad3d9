/** Questions on screens of every size: they fit, their answers are seen, and their pictures cannot be misread. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Form, type FormState, INITIAL_FORM_STATE } from "../../../src/ui/form.ts";
import { drawLegPicture, type LegPicture } from "../../../src/ui/layout/leg-picture.ts";
import { lineWidth, plainText } from "../../../src/ui/layout/line.ts";
import { renderForm } from "../../../src/ui/screens/render-form.ts";
import { anySize, nastyText, screenText } from "../support/text.ts";

const side = (thigh: number, knee: number): LegPicture => ({ view: "side", thigh, knee, against: "level" });

const THIGH = {
  type: "choice" as const,
  id: "thigh",
  title: "Thomas test",
  aside: "left side",
  text: "Where does the thigh rest?",
  short: "Thigh rests",
  help: ["Look from the side."],
  choices: [
    { value: "above", label: "Above level: the knee is higher", short: "above level", picture: side(20, 70) },
    { value: "parallel", label: "Level with the floor", short: "level", picture: side(0, 90) },
    { value: "below", label: "Below level: the knee hangs lower", short: "below level", picture: side(-14, 104) },
  ],
};
const NUMBER = { ...THIGH, type: "number" as const, id: "degrees", check: () => null };
const READ = {
  type: "read" as const,
  id: "read",
  title: "Thomas test",
  aside: "left side",
  parts: [
    { kind: "heading" as const, text: "Left leg hangs" },
    { kind: "text" as const, text: "Lie back." },
    { kind: "alert" as const, text: "See a doctor." },
    { kind: "item" as const, text: "One." },
  ],
  enterHint: "begins",
};

const form = (...pages: ReturnType<Form["pages"]>): Form => ({ pages: () => pages });
const show = (one: Form, size: { columns: number; rows: number }, state: Partial<FormState> = {}) =>
  screenText(renderForm(one, { ...INITIAL_FORM_STATE, ...state }, size));

test("a question without room for pictures is a list, with its place and its keys", () => {
  expect(show(form(THIGH, NUMBER), { columns: 44, rows: 13 }, { selectedIndex: 1 })).toMatchInlineSnapshot(`
    "| Thomas test           left side  ·  1 of 2
    |
    | Where does the thigh rest?
    | Look from the side.
    |
    |   1  Above level: the knee is higher
    | ► 2  Level with the floor
    |   3  Below level: the knee hangs lower
    |
    |
    |
    | ↑ ↓ choose   enter   ⌫ back   q leaves"
  `);
});

test("the smallest screen still shows the question and its answers", () => {
  expect(show(form(THIGH), { columns: 20, rows: 5 }, { selectedIndex: 2 })).toMatchInlineSnapshot(`
    "|Thigh rests
    |  1  above level
    |  2  level
    |► 3  below level"
  `);
});

test("with room the answers stand below their pictures", () => {
  expect(show(form(THIGH), { columns: 80, rows: 20 }, { selectedIndex: 1 })).toMatchInlineSnapshot(`
    "|  Thomas test                                             left side  ·  1 of 1
    |
    |  Where does the thigh rest?
    |  Look from the side.
    |
    |
    |
    |        ⠘⢝⡒⠤⠄  ⣀⣠⣤⣶⠄             ⠘⢝⡒⠤⠄                    ⠘⢝⡒⠤⠄
    |   ⣾⣿⣆⣀⣀⣀⣀⣑⣤⣴⣾⢿⠟⡋⢉⣿⡀⢀ ⡀⢀ ⡀  ⣾⣿⣆⣀⣀⣀⣀⣑⣤⣤⣤⣤⣤⣤⣤⣤⣄⢀ ⡀⢀ ⡀  ⣾⣿⣆⣀⣀⣀⣀⣑⣤⣀⣀⢀ ⡀⢀ ⡀⢀ ⡀⢀ ⡀
    |   ⠬⠭⠬⠭⠭⠭⠭⡭⠍⠁     ⣿         ⠬⠭⠬⠭⠭⠭⠭⡭⠍⠉⠉⠉⠉⠉⠉⢹⡏        ⠬⠭⠬⠭⠭⠭⠭⡭⠍⠛⠛⠿⠿⣶⣶⣤⡄
    |          ⡇       ⣿                ⡇       ⢸⡇               ⡇       ⢹⡇
    |          ⡇       ⠻⠶⠖              ⡇       ⢸⡇               ⡇       ⢸⡇
    |          ⡇                        ⡇       ⢸⣧⣤⠄             ⡇       ⢸⡇
    |          ⡇                        ⡇                        ⡇       ⢸⣧⡤
    |          ⡇                        ⡇                        ⡇
    |        1 above level              ►2 level               3 below level
    |                              Level with the floor
    |
    |  ↑ ↓ choose   enter takes it   ⌫ back   ? more   q leaves"
  `);
});

test("nothing moves when another answer is chosen", () => {
  const picturesOf = (chosen: number) =>
    show(form(THIGH), { columns: 80, rows: 24 }, { selectedIndex: chosen })
      .split("\n")
      .filter((line) => /[\u2800-\u28ff]/.test(line))
      .join("\n");
  expect(picturesOf(1)).toBe(picturesOf(0));
});

test("a number shows what was typed, and what is wrong with it", () => {
  const text = show(form(NUMBER), { columns: 60, rows: 14 }, { typed: "99", problem: "90 is the most" });
  expect(text).toContain("► 99_");
  expect(text).toContain("90 is the most");
});

test("the question before leaving stands in the last line, also where there is hardly room", () => {
  const last = show(form(THIGH), { columns: 20, rows: 5 }, { overlay: "quit" }).split("\n").at(-1);
  expect(last).toContain("Leave? q: yes");
});

test("help says more of the question, then all keys", () => {
  const text = show(form(THIGH), { columns: 60, rows: 30 }, { overlay: "help" });
  expect(text).toMatch(/Look from the side\.[\s\S]*1 2 3.*\n[\s\S]*ctrl-c/);
});

describe("at every size and for every text", () => {
  const anyForm = nastyText().map((text) => {
    const given = { ...THIGH, text, title: text, aside: text, help: [text] };
    const choices = given.choices.map((choice) => ({ ...choice, label: text, short: text }));
    return form({ ...given, choices }, { ...NUMBER, text }, { ...READ, elements: [{ kind: "item", text }] });
  });
  const anyState = fc.record({
    at: fc.integer({ min: 0, max: 2 }),
    chosen: fc.integer({ min: 0, max: 2 }),
    overlay: fc.constantFrom(null, "help" as const, "quit" as const),
    scroll: fc.nat(20),
    problem: fc.constantFrom(null, "90 is the most"),
  });

  test("the lines fit the terminal, and hold nothing that it would act on", () => {
    fc.assert(
      fc.property(anyForm, anyState, anySize(), (one, state, size) => {
        const lines = renderForm(one, { ...INITIAL_FORM_STATE, ...state }, size);
        expect(lines.length).toBeLessThanOrEqual(Math.max(1, size.rows - 1));
        for (const line of lines) {
          expect(lineWidth(line)).toBeLessThanOrEqual(size.columns);
          expect(plainText(line)).not.toMatch(/\p{Cc}/u);
        }
      }),
    );
  });

  test("the answer that is chosen is seen from 20 columns and 5 rows on", () => {
    for (let columns = 20; columns <= 120; columns += 7) {
      for (let rows = 5; rows <= 40; rows += 1) {
        for (const chosen of [0, 1, 2]) {
          const text = show(form(THIGH), { columns, rows }, { selectedIndex: chosen });
          expect(text, `${columns}×${rows}`).toMatch(/►/);
          expect(text, `${columns}×${rows}`).toContain(String(chosen + 1));
        }
      }
    }
  });
});

describe("pictures", () => {
  const dots = (picture: LegPicture, columns = 48, rows = 20) => {
    const found: [x: number, y: number][] = [];
    for (const [row, line] of drawLegPicture(picture, columns, rows, "accent").entries()) {
      let column = 0;
      for (const { text, tone } of line) {
        for (const character of text) {
          // The lit dots of the leg: rows and columns of cells are near enough here.
          if (tone === "accent" && character !== " ") found.push([column, row]);
          column += 1;
        }
      }
    }
    return found;
  };
  const foot = (picture: LegPicture) => dots(picture).reduce((a, b) => (b[1] > a[1] ? b : a));
  const highest = (picture: LegPicture) => Math.min(...dots(picture).map(([, y]) => y));

  test("a thigh above level rises, one below it sinks", () => {
    expect(highest(side(20, 70))).toBeLessThan(highest(side(0, 90)));
    expect(foot(side(-14, 104))[1]).toBeGreaterThan(foot(side(0, 90))[1]);
  });

  test("the straighter the knee, the further out from the table the foot", () => {
    const right = (knee: number) => Math.max(...dots(side(0, knee)).map(([x]) => x));
    expect(foot(side(0, 60))[0]).toBeLessThan(foot(side(0, 90))[0]);
    expect(right(130)).toBeGreaterThan(right(90));
  });

  test("a kneecap that points out points away from the middle of the body, on both sides", () => {
    const cap = (turn: number, middle: "left" | "right") => {
      const found = dots({ view: "front", turn, middle });
      return found.reduce((sum, [x]) => sum + x, 0) / found.length;
    };
    expect(cap(45, "right")).toBeLessThan(cap(0, "right"));
    expect(cap(45, "left")).toBeGreaterThan(cap(0, "left"));
    expect(cap(-45, "right")).toBeGreaterThan(cap(0, "right"));
  });

  test("fit whatever room there is", () => {
    for (let columns = 1; columns < 40; columns += 3) {
      for (let rows = 1; rows < 14; rows += 1) {
        const lines = drawLegPicture(side(0, 130), columns, rows, "accent");
        expect(lines.length).toBe(rows);
        for (const line of lines) expect(lineWidth(line)).toBeLessThanOrEqual(columns);
      }
    }
  });
});
