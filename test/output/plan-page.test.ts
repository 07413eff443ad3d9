/** A printed plan fits its terminal: lines hang below their text, and no word is broken. */
import stringWidth from "string-width";
import { expect, test } from "vitest";
import { createSingleExerciseRoutine } from "../../src/catalog/create-routine.ts";
import { loadCatalog } from "../../src/catalog/load-catalog.ts";
import { renderPlanPage } from "../../src/output/plan-page.ts";
import { PLAIN_STYLE } from "../../src/output/style.ts";
import { findDataFolder } from "../../src/paths.ts";
import { compilePlan } from "../../src/plan/compile.ts";

const catalog = await loadCatalog({ dataDir: findDataFolder(), userDir: "nowhere" });
const PIR = catalog.exercises.get("psoas-post-isometric-relaxation")!;
const plan = compilePlan(createSingleExerciseRoutine(PIR), catalog.exercises);
const print = (columns: number, style = PLAIN_STYLE) =>
  renderPlanPage(plan, { all: false, reasons: ["Pigeon pose: the same again."], columns }, style);

test("at sixty columns a step goes on below its own text", async () => {
  expect((await print(60)).slice(0, 8)).toMatchInlineSnapshot(`
    [
      "Psoas post-isometric relaxation",
      "(psoas-post-isometric-relaxation), level standard",
      "Takes 3:50. Equipment: table or bed.",
      "",
      "    0:00  Get ready: Psoas post-isometric relaxation, left:",
      "          30 s (3 reps: contract 7 s, relax 3 s, stretch 20",
      "          s)",
      "    0:30  Psoas post-isometric relaxation, left, set 1 of 1:",
    ]
  `);
});

test.each([40, 60, 80, 120, 200])("at %d columns no line is wider, and every word is whole", async (columns) => {
  const lines = await print(columns);
  for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
  const words = (await print(Number.POSITIVE_INFINITY)).join(" ").split(/\s+/);
  expect(lines.join(" ").split(/\s+/)).toEqual(words);
});

test("steps have the colour of their phase, and rests stand back", async () => {
  const marked = {
    ...PLAIN_STYLE,
    phase: (text: string, phase: string) => `<${phase}>${text}`,
    faint: (text: string) => `~${text}`,
  };
  const lines = await print(200, marked);
  expect(lines.filter((line) => line.includes("<stretch>"))).toHaveLength(2);
  expect(lines.some((line) => line.includes("<prepare>Get ready"))).toBe(true);
});
