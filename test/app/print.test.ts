/** How commands write: what reaches a terminal, and what reaches a pipe. */
import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { createProgressBar, warn, writePage, writeTable } from "../../src/app/print.ts";
import type { ShellEnvironment } from "../../src/app/shell-environment.ts";

function output() {
  const written: string[] = [];
  const write = (text: string) => void written.push(text);
  return { written, out: { write, error: write, columns: 40, colour: false } };
}

/** A shell of which only standard error is used, and what was written there. */
function standardError(isTTY: boolean) {
  const stderr = Object.assign(new PassThrough(), { isTTY });
  return { shell: { stderr } as unknown as ShellEnvironment, text: () => String(stderr.read() ?? "") };
}

test("a warning begins with the program's name, and cannot move a cursor", () => {
  const { written, out } = output();
  warn(out, "a\u001b[2Jb");
  expect(written).toEqual(["unwind: a\\u001b[2Jb"]);
});

test("a page with nothing on it prints nothing", async () => {
  const { written, out } = output();
  await writePage(out, []);
  expect(written).toEqual([]);
  await writePage(out, [{ type: "text", text: "Hello." }]);
  expect(written.join("")).toContain("Hello.");
});

test("a table has its notes below it", async () => {
  const { written, out } = output();
  await writeTable(out, [{ title: "id" }], [["a"], ["b"]], ["the latest 2"]);
  expect(written.join("").split("\n")).toEqual(["id", "a", "b", "the latest 2", ""]);
});

test("a progress bar is drawn again only when its percentage changes, and is removed", () => {
  const { shell, text } = standardError(true);
  const bar = createProgressBar(shell);
  bar.clear();
  expect(text()).toBe("");
  bar.show(0.5);
  expect(text()).toBe(`\r${"█".repeat(15)}${"░".repeat(15)} 50 %`);
  bar.show(0.501);
  expect(text()).toBe("");
  bar.clear();
  expect(text()).toBe("\r\x1b[K");
});

test("without a terminal there is no progress bar", () => {
  const { shell, text } = standardError(false);
  const bar = createProgressBar(shell);
  bar.show(0.5);
  bar.clear();
  expect(text()).toBe("");
});
