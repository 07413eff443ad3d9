/** Where a phone finds the session, on a screen of any size. */
import { expect, test } from "vitest";
import type { RemoteControl, RemoteView } from "../../../src/ui/remote-control.ts";
import { RemoteScreen } from "../../../src/ui/screens/RemoteScreen.tsx";
import { createTheme } from "../../../src/ui/theme.ts";
import { expectToFit, renderLines, renderStyled } from "../support/render.tsx";

const DRIVE = "http://192.168.178.20:33187/FghstOh6xQq6oxrkPMgMNA/";
const CODE = Array<string>(20).fill("█".repeat(37));

function remote(change: Partial<RemoteView> = {}): RemoteControl {
  const view: RemoteView = {
    driveAddress: DRIVE,
    lookAddress: DRIVE.replace("Fgh", "EDy"),
    code: CODE.map((line) => line.replaceAll("█", "▀")),
    invertedCode: CODE,
    pages: 0,
    hasSound: false,
    lastPressed: "",
    isLocked: false,
    ...change,
  };
  return {
    prompts: { show: () => {}, onKey: () => () => {} },
    isWanted: true,
    open: () => {},
    view: () => view,
    problem: () => "",
    onChange: () => () => {},
    allow: () => {},
  };
}

const screen = (change?: Partial<RemoteView>) => <RemoteScreen remote={remote(change)} onClose={() => {}} />;

test.each([
  [200, 60],
  [120, 40],
  [80, 24],
  [60, 20],
  [40, 12],
  [20, 5],
])("the whole address is readable at %i×%i, and nothing covers it", (columns, rows) => {
  const lines = renderLines(screen(), { columns, rows });
  const beside = lines.map((line) => line.replace(/█+/, "").trim());
  expect(beside.join("")).toContain(DRIVE);
  expect(lines.join("\n")).toMatch(/any key:? to close|any key: close/);
  expectToFit(screen(), { columns, rows });
});

test("the code stands beside the words, and where it has no room that is said in full", () => {
  expect(renderLines(screen(), { columns: 80, rows: 24 }).filter((line) => line.includes("█"))).toHaveLength(20);
  expect(renderLines(screen(), { columns: 40, rows: 14 }).join(" ").replace(/ +/g, " ")).toContain(
    "The terminal is too small for the code.",
  );
});

test("a terminal without half blocks shows no code, which a phone could not read", () => {
  const lines = renderStyled(screen(), { columns: 120, rows: 40 }, createTheme("dark", 0, "ascii")).join("\n");
  expect(lines).not.toContain("█");
  expect(lines).toContain("This terminal cannot show the code.");
  expect(lines).toContain(DRIVE);
});

test("without colours the code is drawn in what is dark on the terminal's own ground", () => {
  const drawn = (ground: "dark" | "light") =>
    renderStyled(screen(), { columns: 120, rows: 40 }, createTheme(ground, 0)).join("");
  expect(drawn("dark")).toMatch(/█{37}/);
  expect(drawn("light")).toMatch(/▀{37}/);
  expect(drawn("light")).not.toContain("█");
});

test("that new pages are refused is seen in the smallest terminal too", () => {
  expect(renderLines(screen({ isLocked: true }), { columns: 20, rows: 6 }).join(" ")).toMatch(/Wrong.*a: allow/);
});
