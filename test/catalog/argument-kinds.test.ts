/** What a typed argument is taken for, by the whole program: a line that lacks something is explained as a line. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isLineArgument, looksLikeLine } from "../../src/catalog/argument-kinds.ts";
import { loadCatalog } from "../../src/catalog/load-catalog.ts";
import { findDataFolder } from "../../src/paths.ts";
import { giveFreshHome, unwind } from "../support/run-unwind.ts";

giveFreshHome();

const catalog = await loadCatalog({ dataDir: findDataFolder(), userDir: "/nonexistent/unwind" });

test.each([
  ["8x20s/10s", true],
  ["20s/10s", true],
  ["40/20", true],
  ["10s", true],
  ["1.5min", true],
  ["3x10", true],
  ["3×10", true],
  ["21-15-9", true],
  ["10squat", true],
  ["2.json", false],
  ["2026/plan", false],
  ["./3x10", false],
  ["desk-break", false],
  ["-", false],
  ["", false],
])("%j is a line: %s", (argument, isLine) => {
  expect(isLineArgument(argument, catalog)).toBe(isLine);
});

test("a file whose name looks like a line stays a file", () => {
  const before = process.cwd();
  process.chdir(mkdtempSync(join(tmpdir(), "unwind-argument-")));
  try {
    writeFileSync("3x10", "{}");
    expect(isLineArgument("3x10", catalog)).toBe(false);
    expect(isLineArgument("3x12", catalog)).toBe(true);
  } finally {
    process.chdir(before);
  }
});

test.each([
  ["20s/10s", "column 1: how many rounds? Write 8x 20s/10s"],
  ["10x40/20", "column 4: figures without a unit: write 40s/20s"],
  ["3x10", "column 5: 3x10 of what? Write 3x10 squat"],
  ["10s", "column 4: 10s of what? Write 10s work, or 10s rest"],
  ["amrap 10", "column 9: amrap 10 of what? Write amrap 10: 10 squat, 5 push-up"],
  ["amrap", "column 6: expected a time for amrap, such as 12m, the line ends"],
  ["emom", "column 5: expected a time for emom, such as 12m, the line ends"],
  [
    "tabata: squats, row",
    "column 1: tabata is a workout of its own: write 8x(20s squats, 10s rest, 20s row, 10s rest)",
  ],
  ["fran", "column 1: fran is a workout of its own: write 21-15-9 for time: thruster, pull-up"],
  ["tabata squats", "column 1: tabata is a workout of its own: write 8x(20s squats, 10s rest)"],
])("unwind plan %s explains the line", async (line, message) => {
  const { code, error } = await unwind("plan", line);
  expect(code).toBe(2);
  expect(error).toContain(message);
});

test("unwind plan 8x20s/10s needs no space and no name", async () => {
  expect(await unwind("plan", "8x20s/10s")).toMatchObject({ code: 0, error: "" });
});

test("unwind with a line alone leads to the same message", async () => {
  expect(await unwind("20s/10s")).toMatchObject({ code: 2, error: expect.stringContaining("how many rounds?") });
});

test("a time alone is a timer that lacks what is done", async () => {
  expect((await unwind("10s")).error).toContain("unwind run '10s work'");
});

test.each([[["plan", "- 10 squats, 30s plank"]], [["plan", "10 squats, 30s plank"]]])(
  "an item of a list is a workout and no flag: %j",
  async (words) => {
    const { code, out } = await unwind(...words);
    expect(code).toBe(0);
    expect(out).toContain("Squats, set 1 of 1: 10 reps");
  },
);

test.each([
  ["8x(20s work, 10s rest)", true],
  ["25m focus, 5m break", true],
  ["21-15-9: pull-up", true],
  ["amrap: pull-up", true],
  ["10 squat", true],
  ["desk-break", false],
  ["psoas release", false],
  ["./mine 2.json", false],
  ["-", false],
])("whether %s looks like a line: %s", (text, isLine) => {
  expect(looksLikeLine(text)).toBe(isLine);
});
