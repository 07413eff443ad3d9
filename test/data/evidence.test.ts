/** The evidence for figures that are not the guides': each study is named where `show` prints it, and no other is. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { exercisesOf } from "../../src/catalog/create-routine.ts";
import { loadCatalog } from "../../src/catalog/load-catalog.ts";
import { buildExercisePage } from "../../src/output/exercise-page.ts";
import { buildRoutinePage } from "../../src/output/routine-page.ts";
import { findDataFolder } from "../../src/paths.ts";

/** Author and year of every study that a shipped figure goes by; one has the number of its article in place of authors. */
const STUDIES = [
  "Ayala 2010",
  "Behm 2020",
  "Clapis 2008",
  "Garber 2011",
  "Konrad 2021",
  "Peeler & Anderson 2007",
  "Peeler & Anderson 2008",
  "PMC4560013, 2015",
  "Robertson & Wood 2017",
  "Schoenfeld 2015",
  "Smith & Fryer 2008",
  "Thorborg 2016",
  "Vigotsky 2016",
  "Winters 2004",
] as const;

const { exercises, routines } = await loadCatalog({ dataDir: findDataFolder(), userDir: "/nonexistent" });

/** All that `show` prints of everything that ships. */
const shown = JSON.stringify([
  ...[...exercises.values()].map((exercise) => buildExercisePage(exercise)),
  ...[...routines.values()].map((routine) => buildRoutinePage(routine, exercisesOf(routine, exercises), null)),
]);

describe("the evidence", () => {
  test.each(STUDIES)("%s is printed by show", (study) => {
    expect(shown).toContain(study);
  });

  test("the seven-minute circuit is printed with its authors and year", () => {
    expect(shown).toMatch(/2013.*Klika and Chris Jordan/);
  });

  test("names no study that is not listed here, in a routine, an exercise, the test or the screening", () => {
    const data = new URL("../../data/", import.meta.url);
    const texts = readdirSync(data, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".json") && !file.startsWith("schema"))
      .map((file) => readFileSync(new URL(file, data), "utf8"));
    const named = texts.flatMap((text) => text.match(/[A-Z][\w&]*(?: & [A-Z]\w+)?,? (?:19|20)\d\d\b/g) ?? []);
    expect(named.length).toBeGreaterThan(STUDIES.length);
    const known = [...STUDIES, "17(3), 2013"].map((study) => study.replace(/^.* & /, ""));
    const unknown = named.filter((name) => !known.some((study) => name.endsWith(study)));
    expect([...new Set(unknown)]).toEqual([]);
  });
});
