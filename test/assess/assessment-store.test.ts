/** Assessments and screenings as files: kept whole, read back newest first, damaged ones named. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { AssessmentStore } from "../../src/assess/assessment-store.ts";
import { buildJournalPaths } from "../../src/journal/journal-paths.ts";
import { answers, assessment, screening } from "./answers-of.ts";

let home: string;
let warnings: string[];
let store: AssessmentStore;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "unwind-assess-"));
  warnings = [];
  store = new AssessmentStore(buildJournalPaths({ data: home, cache: home, state: home }), (text) =>
    warnings.push(text),
  );
});
afterEach(() => rmSync(home, { recursive: true }));

test("an assessment is one file under its month, named by its time", () => {
  const path = store.addAssessment(assessment("2026-11-22T07:30:00.000Z"));
  expect(path).toBe(join(home, "assessments/2026/11/20261122T073000Z-abcdefgh.json"));
  expect(JSON.parse(readFileSync(path, "utf8"))).toMatchObject({ format: "unwind-assessment", version: 1 });
});

test("what was kept is read back, the newest first", () => {
  const short = { left: answers({ thigh: "above", thighDegrees: 12 }) };
  const kept = [
    assessment("2026-09-30T23:00:00.000Z", short),
    { ...assessment("2026-11-02T07:30:00.000Z"), id: "b0000000" },
    { ...assessment("2026-11-22T07:30:00.000Z"), id: "c0000000" },
  ];
  for (const one of kept) store.addAssessment(one);
  expect([...store.assessments()]).toEqual(kept.toReversed());
  expect(store.latestAssessment()?.id).toBe("c0000000");
});

test("nothing was kept: there is no last one, and no folder is made", () => {
  expect([store.latestAssessment(), store.latestScreening()]).toEqual([null, null]);
  expect(readdirSync(home)).toEqual([]);
});

test("a damaged file stays where it is and is named, and the one before it counts", () => {
  const good = screening("2026-11-01T08:00:00.000Z", ["night"], "go-on");
  store.addScreening(good);
  const path = store.addScreening({ ...good, id: "b0000000", at: "2026-11-02T08:00:00.000Z" });
  writeFileSync(path, '{"format": "unwind-scr');
  expect(store.latestScreening()).toEqual(good);
  expect(warnings.join()).toMatch(/ignored: line 1, column \d+: not JSON/);
  expect(existsSync(join(home, "damaged"))).toBe(false);
});

test("a month that cannot be read is named, and the one before it counts", () => {
  const good = screening("2026-10-01T08:00:00.000Z");
  store.addScreening(good);
  // A link to itself: unlike a mode, it stops every user.
  symlinkSync("11", join(home, "screenings/2026/11"));
  expect(store.latestScreening()).toEqual(good);
  expect(warnings).toEqual([expect.stringMatching(/screenings\/2026\/11 cannot be read: ELOOP/)]);
});

test("a file of a later version stays where it is", () => {
  const path = store.addScreening(screening("2026-11-01T08:00:00.000Z"));
  writeFileSync(path, readFileSync(path, "utf8").replace('"version": 1', '"version": 2'));
  expect(store.latestScreening()).toBeNull();
  expect(warnings.join()).toMatch(/later version/);
  expect(readFileSync(path, "utf8")).toContain('"version": 2');
});

test("a copy that a program for folders made counts once", () => {
  const path = store.addAssessment(assessment("2026-11-22T07:30:00.000Z"));
  writeFileSync(path.replace(".json", " (copy).json"), readFileSync(path));
  expect([...store.assessments()]).toHaveLength(1);
});

test("of two in one second the later is the last", () => {
  for (const [id, at] of [
    ["zzzzzzzz", "2026-11-22T07:30:00.100Z"],
    ["aaaaaaaa", "2026-11-22T07:30:00.900Z"],
    ["mmmmmmmm", "2026-11-22T07:30:00.500Z"],
  ] as const)
    store.addScreening({ ...screening(at), id });
  expect([...store.screenings()].map(({ id }) => id)).toEqual(["aaaaaaaa", "mmmmmmmm", "zzzzzzzz"]);
});
