/** Forms on screens of every size: the question and its answers are seen, and pages say what their keys do. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type ChecksPage,
  type ChoicePage,
  type FormState,
  INITIAL_FORM_STATE,
  type InfoPage,
} from "../../../src/ui/form.ts";
import { formKeysFor } from "../../../src/ui/form-keys.ts";
import type { LegPicture } from "../../../src/ui/pictures/leg-picture.ts";
import { ChecksScreen } from "../../../src/ui/screens/ChecksScreen.tsx";
import { FormScreen } from "../../../src/ui/screens/FormScreen.tsx";
import { InfoScreen } from "../../../src/ui/screens/InfoScreen.tsx";
import { QuestionScreen } from "../../../src/ui/screens/QuestionScreen.tsx";
import { expectToFit, renderText } from "../support/render.tsx";
import { anySize, nastyText } from "../support/text.ts";

const side = (thigh: number, knee: number): LegPicture => ({ view: "side", thigh, knee, against: "level" });
const nothing = () => {};

const THIGH: ChoicePage = {
  type: "choice",
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
const CHECKS: ChecksPage = {
  type: "checks",
  id: "applies",
  title: "Before you stretch",
  aside: "",
  text: "Does any of these apply to you?",
  short: "Applies to you?",
  help: ["Rule these out first."],
  urgent: { value: "numb", key: "e", label: "Numbness between the legs", short: "Numb" },
  checks: [
    { value: "hip", key: "1", label: "A hip joint that hurts, catches, locks or gives way", short: "Hip hurts" },
    { value: "night", key: "2", label: "Pain that wakes you at night", short: "Night pain" },
  ],
  none: { key: "n", label: "None of these", short: "None" },
};
const READ: InfoPage = {
  type: "read",
  id: "read",
  title: "Thomas test",
  aside: "left side",
  elements: [
    { kind: "heading", text: "Left leg hangs" },
    { kind: "text", text: "Lie on your back at the edge of a firm table and let one leg hang." },
    { kind: "item", text: "One." },
    { kind: "alert", text: "See a doctor." },
    { kind: "small", text: "More in the guide." },
  ],
  enterHint: "start",
};

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
      |  n none · 1–2 mark · ? more · q quit"
    `);
  });

  test("shows what is marked, and that Enter continues then", () => {
    const text = renderText(checks({ marked: ["night"] }), 60, 16);
    expect(text).toContain("□ 1  A hip");
    expect(text).toContain("■ 2  Pain");
    expect(text).toContain("enter continue · 1–2 change · n clear");
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

test("a form begins with its first page, and counts its questions", () => {
  const form = { pages: () => [THIGH, NUMBER, READ] };
  expect(renderText(<FormScreen form={form} onDone={nothing} />, 80, 24)).toMatch(/left side {2}· {2}1 of 2/);
});

describe("the keys of a form", () => {
  const described = (page: Parameters<typeof formKeysFor>[0]) =>
    formKeysFor(page)
      .map(({ label, description }) => `${label}: ${description}`)
      .join("\n");

  test("over a choice tell of its answers, elsewhere of none", () => {
    expect(described(THIGH)).toMatch(/1 2 3: choose the answer(.|\n)*previous answer(.|\n)*next answer/);
    for (const page of [NUMBER, READ]) expect(described(page)).not.toMatch(/1 2 3|next answer/);
  });

  test("over checks tell of the marks, of none, and of the first line", () => {
    expect(described(CHECKS)).toMatch(/1 2 3: mark what applies(.|\n)*n: none(.|\n)*e: the first line/);
    expect(described(CHECKS)).not.toContain("next answer");
    for (const page of [THIGH, NUMBER, READ]) expect(described(page)).not.toContain("mark what applies");
  });

  test("say that answers are lost by quitting, but not at the end, where everything is saved", () => {
    expect(described(NUMBER)).toContain("q: quit without saving; asks first");
    expect(described({ ...READ, final: true })).toContain("q: quit; everything is saved");
    expect(described({ ...READ, final: true })).not.toContain("previous page");
  });
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
