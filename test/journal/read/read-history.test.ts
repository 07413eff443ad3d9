import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { DAY_MS, formatTimestamp } from "../../../src/calendar.ts";
import { writeFileAtomically } from "../../../src/files/write.ts";
import {
  amendmentPath,
  buildJournalPaths,
  type JournalPaths,
  sessionPath,
} from "../../../src/journal/journal-paths.ts";
import { parseJournal } from "../../../src/journal/read/parse-journal.ts";
import { type HistoryQuery, readHistory } from "../../../src/journal/read/read-history.ts";
import type { Amendment, SessionFile } from "../../../src/journal/session-format.ts";
import { formatAmendment, formatSessionFile } from "../../../src/journal/session-text.ts";
import { journalOf, MORNING_MS, sessionOf } from "../../support/example-sessions.ts";
import { writeMany } from "../../support/many-sessions.ts";

let home: string;
let places: JournalPaths;
let warnings: string[];

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "unwind-history-"));
  places = buildJournalPaths({ data: home, cache: join(home, "cache"), state: home });
  warnings = [];
});

afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

const template = sessionOf();

function write(change: Partial<SessionFile>): string {
  const session = { ...template, ...change };
  const path = sessionPath(places.sessions, session);
  writeFileAtomically(path, formatSessionFile(session), { durable: false });
  return path;
}

const at = (day: number) => ({
  startedAt: formatTimestamp(MORNING_MS + day * DAY_MS),
  id: `day${day < 0 ? "before" : ""}${Math.abs(day)}`,
});
const ids = (query: HistoryQuery = {}) =>
  [...readHistory(places, query, (text) => warnings.push(text))].map(({ summary }) => summary.id);
const summaries = () => [...readHistory(places, {}, (text) => warnings.push(text))].map(({ summary }) => summary);

describe("history", () => {
  test("gives every session by its time, either way round, across months and years", () => {
    for (const day of [70, 0, 35, 1, -400]) write(at(day));
    expect(ids()).toEqual(["daybefore400", "day0", "day1", "day35", "day70"]);
    expect(ids({ newestFirst: true })).toEqual(["day70", "day35", "day1", "day0", "daybefore400"]);
  });

  test("begins where it is asked to", () => {
    for (const day of [0, 1, 35, 70]) write(at(day));
    expect(ids({ since: at(1).startedAt })).toEqual(["day1", "day35", "day70"]);
    expect(ids({ since: at(1).startedAt, newestFirst: true })).toEqual(["day70", "day35", "day1"]);
    expect(ids({ since: at(71).startedAt })).toEqual([]);
  });

  test("ends with the day that it is asked to end with", () => {
    for (const day of [0, 1, 35, 70]) write(at(day));
    const dayOf = (day: number) => at(day).startedAt.slice(0, "2026-11-22".length);
    expect(ids({ until: dayOf(1) })).toEqual(["day0", "day1"]);
    expect(ids({ since: dayOf(1), until: dayOf(69) })).toEqual(["day1", "day35"]);
    expect(ids({ since: at(1).startedAt, until: dayOf(35), newestFirst: true })).toEqual(["day35", "day1"]);
    expect(ids({ since: dayOf(36), until: dayOf(69) })).toEqual([]);
  });

  test("a day begins at the midnight of the clock that hung where the session was", () => {
    const lateOn = (id: string, startedAt: string, utcOffsetMinutes: number) =>
      write({ id, startedAt, utcOffsetMinutes });
    lateOn("berlinsummer", "2026-06-30T22:30:00.000Z", 120);
    lateOn("berlinbefore", "2026-06-30T21:30:00.000Z", 120);
    lateOn("lisbon", "2026-06-30T22:45:00.000Z", 60);
    lateOn("newyork", "2026-07-01T03:30:00.000Z", -240);
    lateOn("newyorkafter", "2026-07-01T04:30:00.000Z", -240);
    expect(ids({ since: "2026-07-01" })).toEqual(["berlinsummer", "newyorkafter"]);
    expect(ids({ since: "2026-06-30" })).toHaveLength(5);
    expect(ids({ until: "2026-06-30" })).toEqual(["berlinbefore", "lisbon", "newyork"]);
    expect(ids({ since: "2026-07-01", until: "2026-07-01" })).toEqual(["berlinsummer", "newyorkafter"]);
  });

  test("is the same from the files, from the index and with a damaged index", () => {
    writeMany(places.sessions, template, 120, MORNING_MS, 90);
    const fromFiles = summaries();
    expect(fromFiles).toHaveLength(120);
    expect(summaries()).toEqual(fromFiles);
    for (const name of readdirSync(places.index, { recursive: true, encoding: "utf8" })) {
      if (!name.endsWith(".json")) continue;
      const path = join(places.index, name);
      writeFileSync(path, readFileSync(path, "utf8").slice(0, -700));
    }
    expect(summaries()).toEqual(fromFiles);
    rmSync(places.index, { recursive: true });
    expect(summaries()).toEqual(fromFiles);
    expect(warnings).toEqual([]);
  });

  test("trusts the index only while the files are as they were", () => {
    write({ ...at(0), effort: 3 });
    expect(summaries()[0]?.effort).toBe(3);
    const path = write({ ...at(0), effort: 7 });
    utimesSync(path, new Date(), new Date(Date.now() + 5000));
    expect(summaries()[0]?.effort).toBe(7);
    rmSync(path);
    expect(ids()).toEqual([]);
  });

  test("takes in what was said later: the later answer holds, notes add up", () => {
    const session = { ...template, ...at(0), notes: ["during"] };
    write(session);
    const say = (hour: number, said: Partial<Amendment>) => {
      const moment = formatTimestamp(MORNING_MS + hour * 3_600_000);
      const amendment: Amendment = { format: "unwind-amendment", version: 1, session: session.id, at: moment, ...said };
      writeFileAtomically(amendmentPath(places.sessions, session, moment), formatAmendment(amendment), {
        durable: false,
      });
    };
    say(2, { effort: 5, note: "second" });
    say(1, { effort: 9, note: "first", tightness: 4 });
    expect(summaries()[0]).toMatchObject({ effort: 5, tightness: 4, notes: ["during", "first", "second"] });
    const folder = join(places.sessions, "2026", "11");
    for (const name of readdirSync(folder).filter((one) => one.includes(".amend."))) {
      copyFileSync(join(folder, name), join(folder, name.replace(".json", " (copy).json")));
    }
    expect(summaries()[0]?.notes).toEqual(["during", "first", "second"]);
    expect(warnings).toEqual([]);
    say(3, { notes: ["only this"] });
    expect(summaries()[0]).toMatchObject({ effort: 5, notes: ["only this"] });
  });

  test("leaves where it is and names what is damaged or no session, and drops nothing that is valid", () => {
    const path = write(at(0));
    const folder = join(path, "..");
    write(at(1));
    writeFileSync(path, readFileSync(path, "utf8").slice(0, 500));
    writeFileSync(join(folder, "package.json"), "{}");
    writeFileSync(join(folder, "README.md"), "mine");
    writeFileSync(join(folder, ".stignore"), "");
    expect(ids()).toEqual(["day1"]);
    expect(warnings).toEqual([
      expect.stringMatching(/day0\.json is ignored: line \d+, column \d+: not JSON: expected/),
      expect.stringMatching(/package\.json is ignored: it is no unwind-session file/),
    ]);
    expect(existsSync(places.damaged)).toBe(false);
    expect(readFileSync(path, "utf8")).toHaveLength(500);
  });

  test("leaves alone what a later version wrote, for the machine that can read it", () => {
    const path = write(at(0));
    writeFileSync(path, readFileSync(path, "utf8").replace('"version": 1', '"version": 2'));
    expect(ids()).toEqual([]);
    expect(warnings).toEqual([expect.stringMatching(/later version/)]);
    expect(readFileSync(path, "utf8")).toContain('"version": 2');
  });

  test("counts a copy that a syncing program made once, and takes it when it is all there is", () => {
    const path = write(at(0));
    const copy = path.replace(".json", ".sync-conflict-20261102-070000-ABCDEFG.json");
    writeFileSync(copy, readFileSync(path));
    expect(ids()).toEqual(["day0"]);
    rmSync(path);
    expect(ids()).toEqual(["day0"]);
    expect(warnings).toEqual([]);
  });

  test("shows a session that is not over among the others", () => {
    write(at(-1));
    write(at(1));
    const read = parseJournal(
      journalOf((session, clock) => {
        session.send({ type: "start" });
        clock.advance(60_000);
      }).text,
    );
    if (read.type !== "valid") throw new Error(read.type);
    const unfinished = [{ path: "", recording: read.value }];
    const found = [...readHistory(places, { unfinished }, (text) => warnings.push(text))];
    expect(found.map(({ summary }) => summary.id)).toEqual(["daybefore1", "abcd1234", "day1"]);
    expect(found[1]?.summary.status).toBe("unfinished");
    // Filed since the journals were looked through.
    write({ id: "abcd1234" });
    const filed = [...readHistory(places, { unfinished }, (text) => warnings.push(text))];
    expect(filed.map(({ summary }) => summary.status)).toEqual(["finished", "finished", "finished"]);
  });

  test("a month or a year that cannot be read is told, and the others are there", () => {
    write(at(0));
    write(at(-400));
    // Links to themselves: unlike a mode, they stop every user.
    symlinkSync("2024", join(places.sessions, "2024"));
    symlinkSync("12", join(places.sessions, "2026", "12"));
    expect(ids()).toEqual(["daybefore400", "day0"]);
    expect(warnings.sort()).toEqual([
      expect.stringContaining(`${join(places.sessions, "2024")} cannot be read`),
      expect.stringContaining(`${join(places.sessions, "2026", "12")} cannot be read`),
    ]);
  });

  test("a folder that is not there yet is an empty history", () => {
    expect(ids()).toEqual([]);
    mkdirSync(join(places.sessions, "notes"), { recursive: true });
    appendFileSync(join(places.sessions, "readme.txt"), "mine");
    expect(ids()).toEqual([]);
  });
});
