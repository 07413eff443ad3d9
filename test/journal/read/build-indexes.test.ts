/** A history that was never read before: indexed on several threads, and the same as read on one. */
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { buildJournalPaths, type JournalPaths } from "../../../src/journal/journal-paths.ts";
import { buildMissingIndexes, runIndexJob, type SharedIndexJob } from "../../../src/journal/read/build-indexes.ts";
import { listMonths } from "../../../src/journal/read/months.ts";
import { readHistory } from "../../../src/journal/read/read-history.ts";
import { MORNING_MS, sessionOf } from "../a-session.ts";
import { writeMany } from "../many-sessions.ts";

const WORKER = new URL("../../../dist/index-worker.cjs", import.meta.url);
const NOWHERE = new URL("./no-such-worker.cjs", import.meta.url);

let home: string;
let places: JournalPaths;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "unwind-ahead-"));
  places = buildJournalPaths({ data: home, cache: join(home, "cache"), state: home });
});

afterEach(() => rmSync(home, { recursive: true, force: true }));

const months = () =>
  listMonths(places.sessions, (folder, why) => {
    throw new Error(`${folder}: ${why}`);
  });
const indexes = () =>
  existsSync(places.index)
    ? readdirSync(places.index, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".jsonl"))
    : [];

function read(warnings: string[] = []) {
  return [...readHistory(places, {}, (text) => warnings.push(text))];
}

function fromFiles() {
  const found = read();
  rmSync(places.index, { recursive: true });
  return found;
}

describe("reading ahead", () => {
  test("indexes what was never read, and history is the same", async () => {
    writeMany(places.sessions, sessionOf(), 1300, MORNING_MS, 400);
    const expected = fromFiles();
    const shares: number[] = [];
    await buildMissingIndexes(places, (share) => shares.push(share), WORKER);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.every((share) => share > 0 && share <= 1)).toBe(true);
    expect(indexes()).toHaveLength(months().length);
    expect(read()).toEqual(expected);
  });

  test("a thread takes months until none is left", async () => {
    writeMany(places.sessions, sessionOf(), 60, MORNING_MS, 200);
    const all = months();
    const share: SharedIndexJob = { paths: places, months: all, nextMonthIndex: new SharedArrayBuffer(4) };
    await once(new Worker(WORKER, { workerData: share }), "exit");
    expect(indexes()).toHaveLength(all.length);
    expect(new Int32Array(share.nextMonthIndex)[0]).toBe(all.length + 1);
  });

  test("does without threads that cannot be started", async () => {
    writeMany(places.sessions, sessionOf(), 900, MORNING_MS, 100);
    const expected = fromFiles();
    await buildMissingIndexes(places, undefined, NOWHERE);
    expect(read()).toEqual(expected);
  });

  test("leaves few sessions, and those that have an index, to who reads them", async () => {
    writeMany(places.sessions, sessionOf(), 100, MORNING_MS, 100);
    await buildMissingIndexes(places, undefined, NOWHERE);
    expect(indexes()).toEqual([]);
    writeMany(places.sessions, sessionOf(), 900, MORNING_MS, 100);
    read();
    const written = indexes();
    const told: number[] = [];
    await buildMissingIndexes(places, (share) => told.push(share), NOWHERE);
    expect(told).toEqual([]);
    expect(indexes()).toEqual(written);
  });

  test("leaves what is damaged where it is, to be told of and set aside by who reads it", () => {
    writeMany(places.sessions, sessionOf(), 90, MORNING_MS, 80);
    const all = months();
    const month = all[1] as string;
    const [name] = readdirSync(join(places.sessions, month)) as [string];
    const path = join(places.sessions, month, name);
    writeFileSync(path, readFileSync(path, "utf8").slice(0, 300));
    runIndexJob({ paths: places, months: all, nextMonthIndex: new SharedArrayBuffer(4) });
    expect(indexes()).toHaveLength(all.length - 1);
    expect(existsSync(path)).toBe(true);
    const warnings: string[] = [];
    expect(read(warnings)).toHaveLength(89);
    expect(warnings).toEqual([expect.stringContaining("set aside")]);
    expect(indexes()).toHaveLength(all.length);
  });

  test("a file in the place of a month is no month", async () => {
    writeMany(places.sessions, sessionOf(), 900, MORNING_MS, 30);
    writeFileSync(join(places.sessions, months()[0]?.slice(0, 4) ?? "", "01"), "mine");
    await buildMissingIndexes(places, undefined, WORKER);
    expect(read()).toHaveLength(900);
  });

  test("a cache that cannot be written costs time and nothing else", async () => {
    writeMany(places.sessions, sessionOf(), 900, MORNING_MS, 60);
    writeFileSync(join(home, "cache"), "in the way");
    await buildMissingIndexes(places, undefined, WORKER);
    expect(read()).toHaveLength(900);
  });
});
