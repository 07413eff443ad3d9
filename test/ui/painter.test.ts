/** The painter: whatever was shown before, the terminal ends up showing what is wanted, with few bytes. */
import { Chalk } from "chalk";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanText } from "../../src/ui/fit-text.ts";
import { Painter, type ScreenEffect } from "../../src/ui/painter.ts";
import { createFlashEffect, createGroundEffect } from "../../src/ui/screen-effects.ts";
import { type ColourRole, createTheme } from "../../src/ui/theme.ts";
import { fakeTerminal } from "./support/fake-terminal.ts";
import { HOLD } from "./support/frames.ts";
import { live, renderStyled } from "./support/render.tsx";

interface Piece {
  readonly text: string;
  readonly colour: ColourRole;
  readonly bold: boolean;
  readonly isLit: boolean;
}

const ink = new Chalk({ level: 3 });
const { colourOf } = createTheme("dark", 3);

/** A piece of text as Ink writes it. */
function paint({ text, colour, bold, isLit }: Piece): string {
  const value = colourOf(colour);
  const coloured = value === undefined ? text : ink.hex(value)(text);
  const weighted = bold ? ink.bold(coloured) : coloured;
  return isLit ? ink.inverse(weighted) : weighted;
}

const piece = (text: string, colour: ColourRole = "plain", bold = false): Piece => ({
  text,
  colour,
  bold,
  isLit: false,
});
const anyPiece = fc
  .record({
    text: fc.oneof(fc.stringMatching(/^[ -~]{0,12}$/), fc.constantFrom("█▀▄ ", "▆▃▁", "拉伸", "◄ LEFT", "━━──")),
    colour: fc.constantFrom<ColourRole>("plain", "dim", "hold", "alert"),
    bold: fc.boolean(),
    isLit: fc.boolean(),
  })
  .map((made): Piece => ({ ...made, text: cleanText(made.text) }));
const anyScreen = fc.array(fc.array(anyPiece, { maxLength: 4 }), { maxLength: 10 });
const plainText = (line: readonly Piece[]) => line.map(({ text }) => text).join("");
const painted = (screen: readonly (readonly Piece[])[]) => screen.map((line) => line.map(paint).join("")).join("\n");

function open() {
  const size = { columns: 60, rows: 12 };
  const terminal = fakeTerminal(size.columns, size.rows);
  const writes: string[] = [];
  const painter = new Painter(
    (text) => {
      writes.push(text);
      terminal.output.write(text);
    },
    () => size,
  );
  return { terminal, painter, writes };
}

/** The looks of a screen that was written whole on an empty terminal. */
function fresh(output: string): Promise<string[]> {
  const { output: terminal } = fakeTerminal(60, 12);
  for (const [y, text] of output.split("\n").entries()) terminal.write(`\x1b[${y + 1};1H${text}\x1b[0m`);
  return terminal.looks();
}

test("any screen after any other is shown as it should be", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyScreen, { minLength: 1, maxLength: 6 }), async (screens) => {
      const { terminal, painter } = open();
      painter.resume();
      for (const screen of screens) painter.paint(painted(screen));
      const wanted = (screens.at(-1) ?? []).map((line) => plainText(line).trimEnd());
      expect((await terminal.output.screen()).join("\n").trimEnd()).toBe(wanted.join("\n").trimEnd());
      expect(await terminal.output.looks()).toEqual(await fresh(painted(screens.at(-1) ?? [])));
    }),
    { numRuns: 150 },
  );
});

test("a screen that was drawn for a larger terminal costs the next one neither its last column nor its last row", async () => {
  const { terminal, painter } = open();
  painter.resume();
  painter.paint(Array.from({ length: 20 }, () => "x".repeat(90)).join("\n"));
  const fitting = Array.from({ length: 12 }, (_, row) => String(row % 10).repeat(60));
  painter.paint(fitting.join("\n"));
  expect(await terminal.output.screen()).toEqual(fitting);
});

describe.each([
  ["without colours", 0],
  ["in sixteen colours", 1],
  ["in all colours", 3],
] as const)("an effect on a workout's screen, %s,", (_, level) => {
  const size = { columns: 60, rows: 12 };
  const theme = createTheme("dark", level);
  const dark = renderStyled(live(HOLD, size), size, theme);

  async function expectEffect(effect: ScreenEffect, isLit: (look: string) => boolean) {
    const { terminal, painter } = open();
    painter.resume();
    painter.paint(dark.join("\n"));
    painter.setEffect(effect);
    const looks = await terminal.output.looks();
    const lines = Array.from({ length: size.rows }, (_, row) => effect(dark[row] ?? "", size.columns));
    expect(looks).toEqual(await fresh(lines.join("\n")));
    expect(looks.every(isLit)).toBe(true);
    painter.paint(dark.map((line) => line.replaceAll("2", "3")).join("\n"));
    painter.setEffect(null);
    expect(await terminal.output.looks()).toEqual(
      await fresh(dark.map((line) => line.replaceAll("2", "3")).join("\n")),
    );
  }

  test("a flash lights every cell and leaves nothing behind", () =>
    expectEffect(createFlashEffect(theme, "hold"), (look) => look.includes(" lit")));

  test("a ground is under every cell and leaves nothing behind; without colours there is none", async () => {
    const ground = createGroundEffect(theme, "hold");
    if (level === 0) expect(ground).toBeNull();
    else await expectEffect(ground as ScreenEffect, (look) => / on \d/.test(look));
  });
});

describe("bytes", () => {
  const screen = (digit: string): Piece[][] => [
    [piece("Kneeling lunge", "plain", true)],
    [piece("          "), piece(digit, "hold", true), piece("                     "), piece("0:12", "dim")],
  ];

  test("one figure costs its place, its style and itself", () => {
    const { painter, writes } = open();
    painter.resume();
    painter.paint(painted(screen("7")));
    painter.paint(painted(screen("6")));
    expect(writes.at(-1)).toBe("\x1b[2;11H\x1b[1m\x1b[38;2;141;219;140m6\x1b[0m");
  });

  test("the same screen costs nothing", () => {
    const { painter, writes } = open();
    painter.resume();
    painter.paint(painted(screen("7")));
    painter.paint(painted(screen("7")));
    expect(writes).toHaveLength(1);
  });

  test("no line feed is ever sent", () => {
    const { painter, writes } = open();
    painter.resume();
    painter.paint(Array.from({ length: 30 }, (_, line) => `line ${line}`).join("\n"));
    expect(writes.join("")).not.toMatch(/[\n\r]/);
  });
});

test("while the terminal is not ours nothing is written, and afterwards everything is drawn anew", async () => {
  const { terminal, painter, writes } = open();
  painter.paint("before");
  expect(writes).toEqual([]);
  painter.resume();
  painter.pause();
  painter.paint("after");
  expect(await terminal.output.screen()).toContain("before");
  terminal.output.write("\x1b[5;1Hthe shell was here");
  painter.resume();
  expect((await terminal.output.screen()).join("\n").trimEnd()).toBe("after");
});
