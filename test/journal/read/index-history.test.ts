/** A history that was never read before: indexed month by month, and the same as read from its files. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { listMonths } from "../../../src/files/folders.ts";
import { buildJournalPaths, type JournalPaths } from "../../../src/journal/journal-paths.ts";
import { indexHistory, readHistory } from "../../../src/journal/read/read-history.ts";
import { MORNING_MS, sessionOf } from "../../support/example-sessions.ts";
import { writeMany } from "../../support/many-sessions.ts";

let home: string;
let paths: JournalPaths;
let warnings: string[];

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "unwind-index-"));
  paths = buildJournalPaths({ data: home, cache: join(home, "cache"), state: home });
  warnings = [];
});

afterEach(() => rmSync(home, { recursive: true, force: true }));

const warn = (text: string) => warnings.push(text);
const months = () => listMonths(paths.sessions, (folder, why) => expect.fail(`${folder}: ${why}`));
const read = () => [...readHistory(paths, {}, warn)];
const indexes = () =>
  existsSync(paths.index)
    ? readdirSync(paths.index, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".json"))
    : [];

/** Indexes, and returns what was reported on the way. */
function index(): number[] {
  const shares: number[] = [];
  indexHistory(paths, (share) => shares.push(share));
  return shares;
}

test("every month is indexed, its share is told, and history is the same", () => {
  writeMany(paths.sessions, sessionOf(), 130, MORNING_MS, 100);
  const expected = read();
  rmSync(paths.index, { recursive: true });
  const count = months().length;
  expect(index()).toEqual(months().map((_, place) => (place + 1) / count));
  expect(indexes()).toHaveLength(count);
  expect(read()).toEqual(expected);
  expect(warnings).toEqual([]);
});

test("what has an index is left alone", () => {
  writeMany(paths.sessions, sessionOf(), 20, MORNING_MS, 60);
  index();
  expect(index()).toEqual([]);
});

test("a damaged file stays where it is and is named once, and the rest of its month is read", () => {
  writeMany(paths.sessions, sessionOf(), 90, MORNING_MS, 80);
  const month = months()[1] as string;
  const [name] = readdirSync(join(paths.sessions, month)) as [string];
  const path = join(paths.sessions, month, name);
  writeFileSync(path, readFileSync(path, "utf8").slice(0, 300));
  index();
  expect(read()).toHaveLength(89);
  expect(warnings).toEqual([expect.stringMatching(/ignored: line \d+, column \d+: not JSON/)]);
  expect(readFileSync(path, "utf8")).toHaveLength(300);
});

test("a file in the place of a month is no month", () => {
  writeMany(paths.sessions, sessionOf(), 30, MORNING_MS, 30);
  writeFileSync(join(paths.sessions, months()[0]?.slice(0, 4) ?? "", "01"), "mine");
  index();
  expect(read()).toHaveLength(30);
});

test("a cache that cannot be written costs time and nothing else", () => {
  writeMany(paths.sessions, sessionOf(), 30, MORNING_MS, 60);
  writeFileSync(join(home, "cache"), "in the way");
  index();
  expect(read()).toHaveLength(30);
  expect(warnings).toEqual([]);
});
