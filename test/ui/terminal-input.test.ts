/** What the terminal answers is understood, and reaches neither the keys of the workout nor the shell after it. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { TerminalInput, themeOfBackground } from "../../src/ui/terminal-input.ts";
import { fakeTerminal } from "./support/fake-terminal.ts";

const WHITE = "\x1b]11;rgb:ffff/ffff/ffff\x1b\\";
const LAST = "\x1b[?62;22c";

/** A terminal that was asked; what the keys get of each chunk that it sends. */
function asked() {
  const { stdin, input } = fakeTerminal();
  const terminal = new TerminalInput(stdin);
  const written: string[] = [];
  const found: string[] = [];
  terminal.ask(
    (text) => written.push(text),
    (theme) => found.push(theme),
  );
  const read = (chunk: string) => {
    input.type(chunk);
    return terminal.stream.read() as unknown as string;
  };
  return { terminal, input, written, found, read };
}

describe("a terminal that is asked for its background", () => {
  test("is asked once, with a question behind it that every terminal answers", () => {
    expect(asked().written).toEqual(["\x1b]11;?\x1b\\\x1b[c"]);
  });

  test("answers, and keys typed around the answer are still keys, wherever the answer is cut", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(WHITE.length + LAST.length + 1), { maxLength: 4 }), (cuts) => {
        const { read, found } = asked();
        const all = `q${WHITE}${LAST}n`;
        // A lone Escape is the key of that name: an answer that is cut behind it cannot be told from it.
        const places = [...cuts].sort((a, b) => a - b).filter((at) => all[at - 1] !== "\x1b" || at === 0);
        const ends = [...places, all.length];
        const chunks = ends.map((end, index) => all.slice(ends[index - 1] ?? 0, end)).filter((chunk) => chunk !== "");
        expect(chunks.map(read).join("")).toBe("qn");
        expect(found).toEqual(["light"]);
      }),
    );
  });

  test("may end its answer with a bell, or not know the question", () => {
    const bell = asked();
    expect(bell.read("\x1b]11;rgb:00/00/00\x07")).toBe("");
    expect(bell.found).toEqual(["dark"]);
    const ignorant = asked();
    expect(ignorant.read(`x${LAST}`)).toBe("x");
    expect(ignorant.found).toEqual([]);
  });

  test("leaves the Escape key and the arrows alone before and after its answer", () => {
    const { read } = asked();
    expect(read("\x1b")).toBe("\x1b");
    expect(read("\x1b[A")).toBe("\x1b[A");
    expect(read(LAST)).toBe("");
    expect(read(LAST)).toBe(LAST);
  });

  test("is waited for when the screen closes, so that the shell does not get what comes late", async () => {
    const { terminal, input } = asked();
    let isSettled = false;
    const settled = terminal
      .settle(() => new Promise(() => {}))
      .then(() => {
        isSettled = true;
      });
    await Promise.resolve();
    expect(isSettled).toBe(false);
    input.type(WHITE + LAST);
    await settled;
    expect(input.listenerCount("readable")).toBe(0);
  });

  test("is not waited for longer than a moment", async () => {
    const { terminal } = asked();
    const waits: number[] = [];
    await terminal.settle(async (ms) => void waits.push(ms));
    expect(waits).toEqual([300]);
    await terminal.settle(async () => expect.fail("it waits a second time"));
  });
});

test.each([
  ["rgb:ffff/ffff/ffff", "light"],
  ["rgb:fdf6/e3e3/d5d5", "light"],
  ["rgb:1e1e/1e1e/1e1e", "dark"],
  ["rgb:00/2b/36", "dark"],
  ["rgba:ffff/ffff/ffff/8000", "light"],
  ["white", null],
  ["", null],
] as const)("a background of %s calls for the theme %s", (colour, theme) => {
  expect(themeOfBackground(colour)).toBe(theme);
});
