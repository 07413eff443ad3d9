/** What a month's index gives back is what was put in, however alike the planned exercises are. */
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { buildJournalPaths } from "../../../src/journal/journal-paths.ts";
import { findIndexFolder, hasIndex, readIndex, writeIndex } from "../../../src/journal/read/month-index.ts";
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

const newFolder = () => findIndexFolder(buildJournalPaths({ data: "/d", cache: temporaryFolder(), state: "/s" }));

/** What the index of a month holds as text, and what it gives back. */
function store(entries: ReadonlyMap<string, SessionSummary>) {
  const folder = newFolder();
  writeIndex(folder, "2026/11", entries);
  expect(hasIndex(folder, "2026/11")).toBe(true);
  return { text: readFileSync(join(folder, "2026-11.json"), "utf8"), read: readIndex(folder, "2026/11"), folder };
}

test.each(DIFFERENT)("an exercise planned with %s keeps its own plan", (_what, parts) => {
  const usual = block({});
  const other = block({ ...parts, started: 1 });
  const band = block({ dose: { ...DOSE, band: {} } });
  const entries = new Map([
    ["a", session("a", [usual, other, band])],
    ["b", session("b", [other, usual])],
  ]);
  expect(store(entries).read).toEqual(entries);
});

test.each([
  ["a set more begun", { started: 4 }],
  ["a set more completed", { completed: 3 }],
  ["a set more done in full", { completedInFull: 2 }],
  ["other repetitions", { reps: 4 }],
  ["other seconds", { seconds: 134.5 }],
  ["the other side", { tension: { right: 90 } }],
])("an exercise done with %s keeps what was done", (_what, parts) => {
  const entries = new Map([["a", session("a", [block({}), block(parts), block({})])]]);
  expect(store(entries).read).toEqual(entries);
});

test("what many sessions plan and do alike is written once", () => {
  // Read from files, no two are the same object.
  const { text } = store(new Map(["a", "b", "c"].map((id) => [id, session(id, [structuredClone(block({}))])])));
  expect(text.match(/"exercise"/g)).toHaveLength(1);
  expect(text.match(/"left"/g)).toHaveLength(1);
});

test("an index that is missing, cut off anywhere or refers to what it lacks has no entries", () => {
  expect(readIndex(newFolder(), "2026/11")).toEqual(new Map());
  const { folder, text } = store(new Map([["a", session("a", [block({})])]]));
  const spoiled = Array.from(text, (_, length) => text.slice(0, length));
  const lacking = ["planned", "blocks"].map((list) => JSON.stringify({ ...JSON.parse(text), [list]: [] }));
  for (const content of [...spoiled, ...lacking, "null", "[]"]) {
    writeFileSync(join(folder, "2026-11.json"), content);
    expect(readIndex(folder, "2026/11")).toEqual(new Map());
  }
});

describe("the first index of a history in this version", () => {
  const entries = new Map([["a", session("a", [block({})])]]);

  /** The folders of the cache before it is written, and after. */
  function given(folder: string) {
    const [history = ""] = basename(folder).split("-");
    const old = [`${history}-v6`, `${history}-v99`];
    const others = [`${history}-v6-mine`, `${history}-vx`, history, `my-${history}-v6`, "0123456789abcdef-v6"];
    for (const name of [...old, ...others]) mkdirSync(join(dirname(folder), name, "deeper"), { recursive: true });
    return { old, others };
  }

  test("removes those of other versions, and of nothing else", () => {
    const folder = newFolder();
    const { others } = given(folder);
    writeIndex(folder, "2026/11", entries);
    expect(readdirSync(dirname(folder))).toEqual([...others, basename(folder)].sort());
  });

  test("is the only one that does: later ones leave what is there", () => {
    const folder = newFolder();
    writeIndex(folder, "2026/11", entries);
    const { old } = given(folder);
    writeIndex(folder, "2026/12", entries);
    expect(readdirSync(dirname(folder))).toEqual(expect.arrayContaining(old));
  });

  test.skipIf(process.platform === "win32" || process.getuid?.() === 0)(
    "is written also where an older one cannot be removed",
    () => {
      const folder = newFolder();
      const { old } = given(folder);
      const locked = join(dirname(folder), old[0] ?? "");
      chmodSync(locked, 0o500);
      writeIndex(folder, "2026/11", entries);
      chmodSync(locked, 0o700);
      expect(readdirSync(dirname(folder))).toContain(old[0]);
      expect(readIndex(folder, "2026/11")).toEqual(entries);
    },
  );
});
