/** What a month's index gives back is what was put in, however alike the planned exercises are. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { buildJournalPaths } from "../../../src/journal/journal-paths.ts";
import { hasIndex, readIndex, writeIndex } from "../../../src/journal/read/month-index.ts";
import type { BlockSummary, SessionSummary } from "../../../src/journal/session-summary.ts";
import { temporaryFolder } from "../../support/catalog-files.ts";

const DOSE = { sets: 3, reps: 1, restSeconds: 30, strokes: [{ phase: "hold", seconds: 45 }], text: "3 sets of 45 s" };
const block = (parts: object): BlockSummary =>
  ({
    ...{ exercise: "couch-stretch", name: "Couch stretch", kind: "stretch", targets: ["psoas"], dose: DOSE, sets: 3 },
    ...{ started: 3, completed: 2, completedInFull: 1, reps: 3, seconds: 135, tension: { left: 90 } },
    ...parts,
  }) as BlockSummary;
const session = (id: string, blocks: readonly BlockSummary[]) => ({ id, blocks }) as unknown as SessionSummary;

const DIFFERENT: readonly (readonly [string, object])[] = [
  ["another exercise", { exercise: "pigeon-pose" }],
  ["a name that was changed", { name: "Couch" }],
  ["more muscles", { targets: ["psoas", "quads"] }],
  ["fewer sets", { sets: 2 }],
  ["a longer rest", { dose: { ...DOSE, restSeconds: 45 } }],
  ["another tempo", { dose: { ...DOSE, strokes: [{ phase: "hold", seconds: 60 }] } }],
  ["a field of a later version", { dose: { ...DOSE, band: { colour: "green" } } }],
  ["a field that is null there", { dose: { ...DOSE, band: null } }],
  ["a list where there was an object", { dose: { ...DOSE, band: [] } }],
];

test.each(DIFFERENT)("an exercise planned with %s keeps its own plan", (_what, parts) => {
  const paths = buildJournalPaths({ data: "/d", cache: temporaryFolder(), state: "/s" });
  const usual = block({});
  const other = block({ ...parts, started: 1 });
  const band = block({ dose: { ...DOSE, band: {} } });
  const entries = new Map([
    ["a", session("a", [usual, other, band])],
    ["b", session("b", [other, usual])],
  ]);
  writeIndex(paths, "2026/11", entries);
  expect(hasIndex(paths, "2026/11")).toBe(true);
  expect(readIndex(paths, "2026/11")).toEqual(entries);
});

test("a plan that many sessions share is written once", () => {
  const paths = buildJournalPaths({ data: "/d", cache: temporaryFolder(), state: "/s" });
  const ids = ["a", "b", "c"];
  // Read from files, no two are the same object.
  writeIndex(paths, "2026/11", new Map(ids.map((id) => [id, session(id, [structuredClone(block({}))])])));
  const [version = ""] = readdirSync(paths.index);
  const text = readFileSync(path.join(paths.index, version, "2026-11.jsonl"), "utf8");
  expect(text.match(/"planned"/g)).toHaveLength(1);
});
