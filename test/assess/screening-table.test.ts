/** Holds the shipped table of the screening to its definition and to the second guide, line by line. */
import { describe, expect, test } from "vitest";
import { screeningTableSchema } from "../../src/assess/screening-table.ts";
import { loadCatalog } from "../../src/catalog/load-catalog.ts";
import { findDataFolder } from "../../src/paths.ts";
import { SCREENING } from "./answers-of.ts";

const { exercises } = await loadCatalog({ dataDir: findDataFolder(), userDir: "/nonexistent" });

describe("the table of the screening", () => {
  test("passes its definition", () => {
    expect(screeningTableSchema.safeParse(SCREENING).error?.issues).toBeUndefined();
  });

  test("asks for an emergency first, then every item of the guide's list and what a physiotherapist adds, and says which is which", () => {
    expect(SCREENING.questions.map(({ id, basis }) => [id, basis])).toEqual([
      ["emergency", "default"],
      ["hip", "guide"],
      ["groin", "default"],
      ["back", "guide"],
      ["numbness", "guide"],
      ["imbalance", "guide"],
      ["injury", "default"],
      ["night", "default"],
      ["general", "default"],
    ]);
  });

  test("has one emergency, which sends to an emergency department now", () => {
    const urgent = SCREENING.questions.filter(({ emergency }) => emergency);
    expect(urgent).toHaveLength(1);
    expect(urgent[0]?.advice).toMatch(/^Go to an emergency department now\./);
  });

  test("names the source of what it tells runners", () => {
    expect(SCREENING.questions.find(({ id }) => id === "groin")?.advice).toMatch(/Stop running.*Robertson & Wood 2017/);
  });

  test("names muscles and kinds that exercises have", () => {
    const targets = new Set([...exercises.values()].flatMap((exercise) => exercise.targets));
    for (const target of SCREENING.targets) expect(targets).toContain(target);
  });
});
