/** What a flash looks like, with colours and without. */
import { describe, expect, it } from "vitest";
import { NO_FLASH } from "../../../src/flash/flashes.ts";
import { applyScreenFlash } from "../../../src/ui/layout/apply-flash.ts";
import { type Line, lineWidth, plainText } from "../../../src/ui/layout/line.ts";
import { renderLiveScreen } from "../../../src/ui/layout/live-screen.ts";
import { createTheme } from "../../../src/ui/theme.ts";
import { HOLD, OPEN, REST } from "../support/frames.ts";

const SIZES = [
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
  { columns: 40, rows: 12 },
  { columns: 20, rows: 4 },
  { columns: 6, rows: 2 },
  { columns: 1, rows: 1 },
];
const FOOTER = { text: "space pause", tone: "dim" } as const;
const texts = (lines: readonly Line[]) => lines.map((line) => plainText(line).trimEnd());

describe("a flash of the whole screen", () => {
  it.each(SIZES)("fills every cell and changes no text, in $columns × $rows", (size) => {
    const lines = renderLiveScreen(HOLD, size, FOOTER);
    const lit = applyScreenFlash(lines, size, "hold");
    expect(texts(lit).slice(0, lines.length)).toEqual(texts(lines));
    for (const line of lit) expect(lineWidth(line)).toBe(size.columns);
    expect(new Set(lit.flat().map(({ tone, inverse: on }) => `${tone} ${on}`))).toEqual(new Set(["hold true"]));
    expect(lit.length).toBe(Math.max(1, size.rows - 1));
  });
});

describe("a flash of the phase's sign", () => {
  it.each(SIZES)("lights up sign and word and moves nothing, in $columns × $rows", (size) => {
    const dark = renderLiveScreen(HOLD, size, FOOTER);
    const lit = renderLiveScreen(HOLD, size, FOOTER, null, { ...NO_FLASH, symbol: true });
    expect(texts(lit)).toEqual(texts(dark));
    expect(lit.flat().filter((piece) => piece.inverse).length).toBeGreaterThan(0);
    expect(dark.flat().filter((piece) => piece.inverse)).toEqual([]);
    for (const line of lit) expect(lineWidth(line)).toBeLessThanOrEqual(size.columns);
  });

  it("is inverse without any colour, and the colour's inverse with it", () => {
    const line: Line = [{ text: "HOLD", tone: "hold", bold: false, inverse: true }];
    expect(createTheme("dark", 0).paint(line)).toBe("\x1b[7mHOLD\x1b[27m");
    expect(createTheme("dark", 1).paint(line)).toBe("\x1b[7m\x1b[32mHOLD\x1b[39m\x1b[27m");
  });
});

describe("a caption", () => {
  const said = (caption: string) => ({ ...NO_FLASH, caption });

  it("stands above the instructions while it is said", () => {
    const shown = texts(
      renderLiveScreen(REST, SIZES[0]!, FOOTER, null, said("Next: psoas march, set three of three.")),
    );
    const at = shown.findIndex((text) => text.includes("Next: psoas march"));
    expect(shown[at + 1]).toContain("Stand tall");
  });

  it("stands on the last line where there is no place for instructions", () => {
    const size = { columns: 40, rows: 9 };
    expect(texts(renderLiveScreen(REST, size, FOOTER, null, said("Ten seconds."))).join("\n")).not.toContain(
      "Stand tall",
    );
    const tall = renderLiveScreen(REST, { columns: 40, rows: 14 }, FOOTER, null, said("Ten seconds."));
    expect(texts(tall).join("\n")).toContain("Ten seconds.");
  });

  it("hides no question", () => {
    const question = { text: "Leave?", tone: "alert" } as const;
    for (const size of SIZES.slice(0, 4)) {
      expect(texts(renderLiveScreen(OPEN, size, question, null, said("Ten seconds."))).join("\n")).toContain("Leave?");
    }
  });
});
