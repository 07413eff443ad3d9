/** Each part of the screen alone, at the sizes that it is given. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BigDigits } from "../../../src/ui/components/BigDigits.tsx";
import { Header } from "../../../src/ui/components/Header.tsx";
import { Instructions } from "../../../src/ui/components/Instructions.tsx";
import { KeyHints } from "../../../src/ui/components/KeyHints.tsx";
import { BigSign, NextUp } from "../../../src/ui/components/NextUp.tsx";
import { PhaseWord } from "../../../src/ui/components/PhaseWord.tsx";
import { SideSign } from "../../../src/ui/components/SideSign.tsx";
import { StrokeBar } from "../../../src/ui/components/StrokeBar.tsx";
import { TimedTimeline } from "../../../src/ui/components/Timeline.tsx";
import { strokeCellsOf } from "../../../src/ui/pictures/stroke-cells.ts";
import { PHASE_SYMBOLS } from "../../../src/ui/pictures/symbols.ts";
import { createTheme } from "../../../src/ui/theme.ts";
import { HOLD, MARCH, PAUSED } from "../support/frames.ts";
import { renderStyled, renderText } from "../support/render.tsx";

describe("the phase word", () => {
  const word = {
    word: "LIFT",
    colour: "concentric",
    symbol: PHASE_SYMBOLS.concentric,
    isLit: false,
    lightColumns: 20,
  } as const;

  test("is large with its symbol, or large alone, or a word of usual size", () => {
    expect(renderText(<PhaseWord {...word} scale={1} hasBigSymbol />)).toBe(
      ["|  ▄█▄    █    █ █▀▀▀ ▀▀█▀▀", "|▄█████▄  █    █ █▀▀    █", "|         ▀▀▀▀ ▀ ▀      ▀"].join("\n"),
    );
    expect(renderText(<PhaseWord {...word} scale={1} hasBigSymbol={false} />)).toMatch(/^\|█ {4}█ █▀▀▀/);
    expect(renderText(<PhaseWord {...word} scale={0} hasBigSymbol={false} />)).toBe("|▲ LIFT");
  });

  test("is a word of usual size when it has a character without a big form", () => {
    expect(renderText(<PhaseWord {...word} word="HÄLT" scale={2} hasBigSymbol />)).toBe("|▲ HÄLT");
  });
});

describe("the light of a flash", () => {
  const word = { word: "HOLD", colour: "hold", symbol: undefined, scale: 1, hasBigSymbol: false } as const;
  const drawn = (lightColumns: number, isLit: boolean) =>
    renderStyled(
      <PhaseWord {...word} {...{ lightColumns, isLit }} />,
      { columns: 60, rows: 3 },
      createTheme("dark", 0),
    );
  const rows = drawn(12, false);

  test("shines beside the word, which can be read meanwhile", () => {
    const lit = drawn(12, true);
    expect(lit.map((line) => line.replace(/ *█{12}/, ""))).toEqual(rows.map((line) => line.trimEnd()));
    expect(lit.every((line) => line.includes("█".repeat(12)) && !line.includes("\x1b[7m"))).toBe(true);
  });

  test("inverts the word where there is no room beside it", () => {
    expect(drawn(0, true).every((line) => line.includes("\x1b[7m"))).toBe(true);
  });
});

describe("the digits", () => {
  const digits = { rows: 5, columns: 40, colour: "hold", isEnding: false } as const;

  test("stand at the right of the place of the widest", () => {
    const wide = renderText(<BigDigits {...digits} text="10" widest="00" />);
    const narrow = renderText(<BigDigits {...digits} text="9" widest="00" />);
    const end = (text: string) => Math.max(...text.split("\n").map((line) => line.length));
    expect(end(narrow)).toBe(end(wide));
  });

  test("are a dark number in a field of colour when the step ends, with colours and without", () => {
    const field = <BigDigits {...digits} text="3" widest="00" isEnding />;
    for (const level of [0, 3] as const) {
      const lines = renderStyled(field, { columns: 40, rows: 10 }, createTheme("dark", level));
      expect(lines.every((line) => line.startsWith("\x1b[7m"))).toBe(true);
    }
  });

  test("without room for a field they are white when the step ends, and never run into an edge", () => {
    const theme = createTheme("dark", 3);
    const small = { ...digits, rows: 3, columns: 12, text: "3", widest: "00" };
    const usual = renderStyled(<BigDigits {...small} />, { columns: 40, rows: 10 }, theme);
    const ending = renderStyled(<BigDigits {...small} isEnding />, { columns: 40, rows: 10 }, theme);
    expect(usual.join("")).toContain("\x1b[38;2;");
    expect(ending.join("")).not.toContain("\x1b[38;2;");
    expect(ending.join("")).not.toContain("\x1b[7m");
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 20 }), fc.integer({ min: 16, max: 60 }), (rows, columns) => {
        const field = <BigDigits {...digits} {...{ rows, columns }} text="3" widest="00" isEnding />;
        const drawn = renderText(field, 80, 24)
          .split("\n")
          .filter((line) => line !== "|");
        // The field ends with a column of colour on the right of each digit.
        const columnsOf = drawn.map((line) => line.length);
        expect(new Set(columnsOf).size).toBeLessThanOrEqual(2);
      }),
    );
  });

  test("are of usual size where not even the smallest fit", () => {
    expect(renderText(<BigDigits {...digits} columns={5} text="12:05" widest="00:00" />)).toBe("|12:05\n|\n|\n|\n|");
  });
});

describe("the side", () => {
  test("is an arrow and a word, as large as fits", () => {
    const side = (columns: number, rows: number) =>
      renderText(<SideSign side="right" columns={columns} rows={rows} />).split("\n");
    expect(side(60, 5)).toHaveLength(5);
    expect(side(30, 3)[0]).toBe("|█▀▀▄ █ ▄▀▀▀ █  █ ▀▀█▀▀  █▄");
    expect(side(22, 3)[0]).toBe("|█▀▀▄ █ ▄▀▀▀ █  █ ▀▀█▀▀");
    expect(side(21, 3)).toEqual(["|RIGHT ►"]);
    expect(renderText(<SideSign side="left" columns={8} rows={3} />)).toBe("|◄ LEFT");
  });
});

describe("the stroke bar", () => {
  test("has a part for each stroke, as long as it takes, with its word above", () => {
    expect(renderText(<StrokeBar strokes={strokeCellsOf(MARCH, 30)} rows={1} />)).toBe(
      "|LIFT         HOLD LOWER\n|██████░░░░░░ ░░░░ ░░░░░░░░░░░░",
    );
    expect(renderText(<StrokeBar strokes={strokeCellsOf({ ...MARCH, strokeIndex: 2, fill: 1 }, 16)} rows={2} />)).toBe(
      "|LIFT      LOWER\n|██████ ██ ██████\n|██████ ██ ██████",
    );
  });

  test("is one bar in a step of one stroke, and without colour in a pause", () => {
    expect(renderText(<StrokeBar strokes={strokeCellsOf({ ...HOLD, stepFill: 0.25 }, 8)} rows={1} />)).toBe(
      "|\n|██░░░░░░",
    );
    expect(strokeCellsOf(PAUSED, 8)[0]?.colour).toBe("plain");
  });
});

describe("the header", () => {
  test("cuts the name rather than the position", () => {
    const header = <Header name="Kneeling hip flexor stretch" isNameDim={false} position="Set 2 of 3" />;
    expect(renderText(header, 30)).toBe("|Kneeling hip flex…  Set 2 of 3");
  });
});

test("instructions stand line by line, the first of them bold", () => {
  const part = <Instructions lines={["Knee up", "Left knee up"]} strongLines={1} rows={3} />;
  expect(renderText(part)).toBe("|Knee up\n|Left knee up\n|");
  expect(renderStyled(part, { columns: 20, rows: 5 })).toEqual(["\x1b[1mKnee up\x1b[22m", "Left knee up", ""]);
});

test("what comes next is a line, and large when it is near", () => {
  expect(renderText(<NextUp text="Rest, 60 s" />)).toBe("|Next  Rest, 60 s");
  expect(renderText(<NextUp text="" />)).toBe("|");
  expect(renderText(<BigSign title="Next" text="SET 3/3" rows={4} columns={40} />).split("\n")).toHaveLength(4);
  expect(renderText(<BigSign title="Next" text="SET 3/3" rows={4} columns={20} />)).toBe("|Next\n|SET 3/3\n|\n|");
});

test("the timeline stands between the time done and the time left; in two rows its sets stand high", () => {
  const segments = [
    { kind: "set", weight: 10, phase: "hold" },
    { kind: "rest", weight: 10, phase: "rest" },
    { kind: "set", weight: 10, phase: "hold" },
  ] as const;
  const timeline = { segments, columns: 9, doneCells: 5, elapsed: "0:15", remaining: "0:15 left" };
  expect(renderText(<TimedTimeline {...timeline} />)).toBe("|0:15 ███▄▄▁░░░ 0:15 left");
  expect(renderText(<TimedTimeline {...timeline} rows={2} elapsed="" remaining="" />)).toBe("|███   ░░░\n|███▄▄▁░░░");
});

describe("the key hints", () => {
  test("stand beside a notice, and are bold when they ask something", () => {
    const hints = { hints: "space pause", notice: "", isQuestion: false };
    expect(renderText(<KeyHints {...hints} notice="Sound off" />, 30)).toBe("|space pause          Sound off");
    expect(renderText(<KeyHints {...hints} hints="" notice="Sound off" />)).toContain("Sound off");
    expect(renderStyled(<KeyHints {...hints} hints="Quit?" isQuestion />, { columns: 30, rows: 5 })[0]).toContain(
      "\x1b[1mQuit?",
    );
  });
});
