/** A program in a pseudo-terminal, and the cells of what a person sees of it. */
import { spawn } from "@lydell/node-pty";
import headless from "@xterm/headless";

/** The sixteen colours as many terminals show them on a dark ground. */
const BASIC = [
  ...["#1e1e1e", "#cd3131", "#0dbc79", "#e5e510", "#2472c8", "#bc3fbc", "#11a8cd", "#e5e5e5"],
  ...["#767676", "#f14c4c", "#23d18b", "#f5f543", "#3b8eea", "#d670d6", "#29b8db", "#ffffff"],
];

export function openScreen(words, { env, cwd, columns, rows }) {
  const emulator = new headless.Terminal({ cols: columns, rows, scrollback: 0, allowProposedApi: true });
  const program = spawn(process.execPath, words, { name: "xterm-256color", cols: columns, rows, cwd, env });
  program.onData((text) => emulator.write(text));
  const ended = new Promise((resolve) => program.onExit(resolve));
  const settled = () => new Promise((resolve) => emulator.write("", resolve));
  const lines = () => {
    const { active } = emulator.buffer;
    return Array.from({ length: rows }, (_, row) => active.getLine(active.viewportY + row));
  };
  return {
    ended,
    press: (keys) => program.write(keys),
    /** Ends it, and waits until it no longer writes into its folder. */
    close() {
      program.kill("SIGKILL");
      return ended;
    },
    async waitFor(pattern) {
      for (let tries = 0; tries < 600; tries++) {
        await settled();
        if (
          pattern.test(
            lines()
              .map((line) => line?.translateToString(true))
              .join("\n"),
          )
        )
          return;
        await Promise.race([new Promise((resolve) => program.onData(resolve)), new Promise((r) => setTimeout(r, 100))]);
      }
      throw new Error(`unwind ${words.slice(1).join(" ")} never showed ${pattern}`);
    },
    /** Rows of cells: a character, its colour, and that of its ground; null for the terminal's own. */
    async cells() {
      await settled();
      return lines().map((line) => Array.from({ length: columns }, (_, x) => toCell(line?.getCell(x))));
    },
  };
}

function toCell(cell) {
  if (!cell) return { text: " ", colour: null, ground: null, bold: false };
  const [colour, ground] = [
    colourOf(cell.isFgRGB(), cell.isFgPalette(), cell.getFgColor()),
    colourOf(cell.isBgRGB(), cell.isBgPalette(), cell.getBgColor()),
  ];
  const isLit = cell.isInverse() > 0;
  return {
    text: cell.getChars() || " ",
    colour: isLit ? (ground ?? BASIC[0]) : colour,
    ground: isLit ? (colour ?? "#d4d4d4") : ground,
    bold: cell.isBold() > 0,
  };
}

function colourOf(isRgb, isPalette, value) {
  if (isRgb) return `#${value.toString(16).padStart(6, "0")}`;
  return isPalette ? (BASIC[value] ?? null) : null;
}
