/** Forms on screens of every size: the question and its answers are seen, and no text breaks a page. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ChoicePage, type FormState, INITIAL_FORM_STATE } from "../../../src/ui/form.ts";
import { renderBigText } from "../../../src/ui/pictures/big-letters.ts";
import { ChecksScreen } from "../../../src/ui/screens/ChecksScreen.tsx";
import { FormScreen } from "../../../src/ui/screens/FormScreen.tsx";
import { InfoScreen } from "../../../src/ui/screens/InfoScreen.tsx";
import { QuestionScreen } from "../../../src/ui/screens/QuestionScreen.tsx";
import { CHECKS, NUMBER, READ, THIGH } from "../support/form-pages.ts";
import { expectToFit, renderText } from "../support/render.tsx";
import { anySize, nastyText } from "../support/text.ts";

const nothing = () => {};

const ask = (page: ChoicePage | typeof NUMBER, state: Partial<FormState> = {}) => (
  <QuestionScreen page={page} progress="1 of 2" state={{ ...INITIAL_FORM_STATE, ...state }} onKey={nothing} />
);

describe("a question", () => {
  test("without room for pictures is a list, with its place and its keys", () => {
    expect(renderText(ask(THIGH, { selectedIndex: 1 }), 44, 13)).toMatchInlineSnapshot(`
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
      | ↑ ↓ choose · enter · ⌫ back · q quit"
    `);
  });

  test("on the smallest screen still shows its answers", () => {
    expect(renderText(ask(THIGH, { selectedIndex: 2 }), 20, 5)).toMatchInlineSnapshot(`
      "|Thigh rests
      |  1  above level
      |  2  level
      |► 3  below level"
    `);
  });

  test("on the smallest screen names the side where every answer still has its line", () => {
    const text = renderText(ask({ ...THIGH, choices: THIGH.choices.slice(0, 2) }, { selectedIndex: 0 }), 20, 5);
    expect(text).toMatch(/^\|left side\n\|Thigh rests\n.*1 {2}above level\n.*2 {2}level$/);
  });

  test("with room has its answers below their pictures", () => {
    expect(renderText(ask(THIGH, { selectedIndex: 1 }), 80, 20)).toMatchInlineSnapshot(`
      "|  Thomas test                                             left side  ·  1 of 2
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
      |  ↑ ↓ choose · enter confirm · ⌫ back · ? more · q quit"
    `);
  });

  test("moves nothing when another answer is selected", () => {
    const picturesOf = (selectedIndex: number) =>
      renderText(ask(THIGH, { selectedIndex }), 80, 24)
        .split("\n")
        .filter((line) => /[\u2800-\u28ff]/.test(line))
        .join("\n");
    expect(picturesOf(1)).toBe(picturesOf(0));
  });

  test("is in big letters where the terminal is large, with larger pictures", () => {
    const dots = (text: string) => (text.match(/[\u2801-\u28ff]/g) ?? []).length;
    const [usual, large, huge] = [
      [80, 24],
      [120, 40],
      [200, 60],
    ].map(([columns = 0, rows = 0]) => renderText(ask(THIGH), columns, rows));
    expect(usual).toContain(THIGH.text);
    for (const text of [large, huge]) {
      expect(text).not.toContain(THIGH.text);
    }
    for (const row of renderBigText("WHERE", 1) ?? []) expect(large).toContain(row);
    expect(dots(large ?? "")).toBeGreaterThan(dots(usual ?? ""));
    expect(dots(huge ?? "")).toBeGreaterThan(dots(large ?? ""));
  });

  test("for a number shows what was typed, and what is wrong with it", () => {
    const text = renderText(ask(NUMBER, { typed: "99", problem: "90 is the most" }), 60, 14);
    expect(text).toContain("► 99_");
    expect(text).toContain("90 is the most");
    expect(renderText(ask(NUMBER), 60, 14)).toContain("enter to skip");
  });

  test("asks before answers are lost in the last line, also where there is hardly room", () => {
    expect(
      renderText(ask(THIGH, { overlay: "quit" }), 20, 5)
        .split("\n")
        .at(-1),
    ).toBe("|Quit? q: yes");
    expect(renderText(ask(THIGH, { overlay: "quit" }), 80, 24)).toContain(
      "Quit without saving? q to confirm, any other key to continue",
    );
  });

  test("has the selected answer on the screen from 20 columns and 5 rows on", () => {
    for (let columns = 20; columns <= 120; columns += 20) {
      for (const rows of [5, 6, 7, 9, 12, 16, 24, 40]) {
        for (const selectedIndex of [0, 1, 2]) {
          expect(renderText(ask(THIGH, { selectedIndex }), columns, rows), `${columns}×${rows}`).toMatch(
            new RegExp(`► ?${selectedIndex + 1}`),
          );
        }
      }
    }
  });
});

test("a form begins with its first page, and counts its questions", () => {
  const form = { pages: () => [THIGH, NUMBER, READ] };
  expect(renderText(<FormScreen form={form} onDone={nothing} />, 80, 24)).toMatch(/left side {2}· {2}1 of 2/);
});

test("no size and no text breaks a page", () => {
  const anyState = fc.record({
    selectedIndex: fc.integer({ min: 0, max: 2 }),
    overlay: fc.constantFrom(null, "quit" as const),
    problem: fc.constantFrom(null, "90 is the most"),
  });
  fc.assert(
    fc.property(nastyText(), anyState, anySize(), (text, state, size) => {
      const nasty = { text, title: text, aside: text, short: text, help: [text] };
      const choices = THIGH.choices.map((choice) => ({ ...choice, label: text, short: text }));
      expectToFit(ask({ ...THIGH, ...nasty, choices }, state), size);
      expectToFit(ask({ ...NUMBER, ...nasty }, state), size);
      const checks = CHECKS.checks.map((check) => ({ ...check, label: text, short: text }));
      const marks = { ...INITIAL_FORM_STATE, ...state, marked: ["hip"] };
      expectToFit(<ChecksScreen page={{ ...CHECKS, ...nasty, checks }} state={marks} onKey={nothing} />, size);
      const elements = [{ kind: "item" as const, text }];
      expectToFit(<InfoScreen page={{ ...READ, elements }} isQuitting={false} onKey={nothing} />, size);
    }),
    { numRuns: 60 },
  );
});
