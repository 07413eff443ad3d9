/** Forms: pages of checks and pages to read, on screens of every size. */
import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import { convertText } from "../../../src/text/characters.ts";
import { type FormState, INITIAL_FORM_STATE, type InfoPage } from "../../../src/ui/form.ts";
import { renderBigText } from "../../../src/ui/pictures/big-letters.ts";
import { ChecksScreen } from "../../../src/ui/screens/ChecksScreen.tsx";
import { InfoScreen } from "../../../src/ui/screens/InfoScreen.tsx";
import { createTheme } from "../../../src/ui/theme.ts";
import { CHECKS, READ } from "../support/form-pages.ts";
import { renderStyled, renderText } from "../support/render.tsx";

const nothing = () => {};

describe("a page that is read while a position is held", () => {
  const page: InfoPage = { ...READ, hold: { side: "left", seconds: 74, figure: null } };
  const text = (columns: number, rows: number) =>
    renderText(<InfoScreen page={page} isQuitting={false} onKey={nothing} />, columns, rows);
  /** The top of "LEFT" in big letters. */
  const LEFT = renderBigText("LEFT", 1)?.[0] ?? "none";

  test("has the seconds left and the side in big signs, with its first words", () => {
    for (const [columns, rows] of [
      [200, 60],
      [80, 24],
      [40, 12],
    ] as const) {
      const lines = text(columns, rows).split("\n");
      expect(lines.filter((line) => /[█▀▄]{3}/.test(line)).length).toBeGreaterThanOrEqual(3);
      expect(lines.join("\n")).toContain("Left leg hangs");
    }
    expect(text(40, 12)).toContain(LEFT);
  });

  test("has them in words on the smallest screen", () => {
    expect(text(20, 5)).toContain("left side · 74");
  });
});

describe("a page of checks", () => {
  const checks = (state: Partial<FormState> = {}) => (
    <ChecksScreen page={CHECKS} state={{ ...INITIAL_FORM_STATE, ...state }} onKey={nothing} />
  );

  test("has the urgent line on top, a key each, nothing marked, and one key for none", () => {
    expect(renderText(checks(), 60, 16)).toMatchInlineSnapshot(`
      "|  Before you stretch
      |
      |    e  Numbness between the legs
      |
      |  Does any of these apply to you?
      |
      |  □ 1  A hip joint that hurts, catches, locks or gives way
      |  □ 2  Pain that wakes you at night
      |
      |    n  None of these
      |
      |
      |
      |
      |  n none · 1–2 mark · e emergency · ? more · q quit"
    `);
  });

  test("shows what is marked, and that Enter continues then", () => {
    const text = renderText(checks({ marked: ["night"] }), 60, 16);
    expect(text).toContain("□ 1  A hip");
    expect(text).toContain("■ 2  Pain");
    expect(text).toContain("enter continue · 1–2 change · n clear");
  });

  test("shows the line that the arrows went to, which Space marks", () => {
    const text = renderText(checks({ selectedIndex: 1 }), 60, 16);
    expect(text).toMatch(/□ 1 {2}A hip[\s\S]*□ 2 ►Pain/);
    expect(text).toContain("n none · space mark");
  });

  test.each(["blocks", "ascii"] as const)("has marks that are told apart in a terminal of %s", (characters) => {
    const lines = renderStyled(
      checks({ marked: ["night"] }),
      { columns: 60, rows: 16 },
      createTheme("dark", 0, characters),
    );
    const text = lines.map(stripVTControlCharacters).join("\n");
    expect(convertText(text, characters)).toMatch(/\[ \] 1 {2}A hip[\s\S]*\[x\] 2 {2}Pain[\s\S]*\n {6}n {2}None/);
  });

  test("says which key means none to who presses Enter with nothing marked", () => {
    expect(renderText(checks({ problem: "Press n if none applies." }), 60, 16)).toMatch(/Press n if none applies\.$/);
  });

  test("on the smallest screen begins with the urgent line, and scrolls", () => {
    expect(renderText(checks(), 20, 5)).toMatchInlineSnapshot(`
      "|  e  Numb
      |Applies to you?
      |□ 1  Hip hurts
      |n none · ↑ ↓       ↓"
    `);
  });

  test("asks before marks are lost at every size", () => {
    for (const [columns, rows] of [
      [20, 5],
      [80, 24],
      [200, 60],
    ] as const) {
      expect(renderText(checks({ overlay: "quit" }), columns, rows)).toMatch(/\| +Quit|\|Quit/);
    }
  });
});

describe("a page to read", () => {
  const page = (info: InfoPage) => <InfoScreen page={info} isQuitting={false} onKey={nothing} />;

  test("sets its parts apart", () => {
    expect(renderText(page(READ), 50, 16)).toMatchInlineSnapshot(`
      "|  Thomas test                          left side
      |
      |  Left leg hangs
      |  Lie on your back at the edge of a firm table
      |  and let one leg hang.
      |  · One.
      |
      |  See a doctor.
      |  More in the guide.
      |
      |
      |
      |
      |
      |  enter start · q quit"
    `);
  });

  test("says that it scrolls where it does, also in a narrow terminal, and only there", () => {
    expect(renderText(page(READ), 80, 24)).toMatch(/enter start · q quit$/);
    expect(renderText(page(READ), 80, 8)).toMatch(/enter start · q quit · ↑ ↓ scroll +↓$/);
    expect(renderText(page({ ...READ, final: true }), 80, 24)).toMatch(/\| +enter start$/);
  });
});
