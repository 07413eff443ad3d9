/** A session kept as it happens, whatever the disk does. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { DAY_MS } from "../../../src/calendar.ts";
import { readHistory } from "../../../src/journal/read/read-history.ts";
import { NO_ANSWERS } from "../../../src/journal/session-answers.ts";
import { parseSessionFile } from "../../../src/journal/session-text.ts";
import { scanJournals } from "../../../src/journal/write/unfinished-sessions.ts";
import { MORNING_MS, plan, wholeSession } from "../../support/example-sessions.ts";
import { bury, giveFreshJournal, intoFirstSet, journals, lead, onlySession, places } from "../../support/recording.ts";

giveFreshJournal();

const fail = (text: string) => {
  throw new Error(text);
};

describe("keeping a session", () => {
  test("a session led to its end becomes one file named by its time, and its journal goes", () => {
    const { session, clock, keeper } = lead();
    wholeSession(session, clock);
    keeper.recordAnswers({ ...NO_ANSWERS, effort: 4, tightness: 2, tightnessSide: "left" }, clock.epochMs());
    expect(keeper.close()).toMatchObject({ type: "kept", status: "finished" });
    const { name, session: kept } = onlySession();
    expect(name).toMatch(/^20261102T063000Z-[0-9a-z]{10}\.json$/);
    expect(kept).toMatchObject({ effort: 4, tightness: 2, tightnessSide: "left", utcOffsetMinutes: 60 });
    expect(kept.steps).toHaveLength(plan().steps.length);
    expect(journals()).toEqual([]);
  });

  test("answers count as they are given, the last of each, and none once it is closed", () => {
    const { session, clock, keeper } = lead();
    wholeSession(session, clock);
    keeper.recordAnswers({ ...NO_ANSWERS, effort: 9, tightness: null, tightnessSide: null }, clock.epochMs());
    keeper.recordAnswers({ ...NO_ANSWERS, effort: 4, tightness: null, tightnessSide: null }, clock.epochMs());
    expect(readFileSync(join(places.journal, journals()[0] as string), "utf8").match(/"answered"/g)).toHaveLength(2);
    const kept = keeper.close();
    keeper.recordAnswers({ ...NO_ANSWERS, effort: 1, tightness: 1, tightnessSide: null }, clock.epochMs());
    expect(keeper.close()).toBe(kept);
    expect(onlySession().session).toMatchObject({ effort: 4, tightness: null });
    expect(journals()).toEqual([]);
  });

  test("a session on whose questions somebody still thinks is left to the process that asks them", () => {
    const { session, clock, keeper } = lead();
    wholeSession(session, clock);
    const look = scanJournals(places, clock.epochMs() + 60_000);
    expect(look).toMatchObject({ unfinished: [], running: [{}], warnings: [] });
    keeper.recordAnswers({ ...NO_ANSWERS, effort: 4, tightness: 2, tightnessSide: "left" }, clock.epochMs());
    expect(keeper.close().type).toBe("kept");
    expect(onlySession().session).toMatchObject({ effort: 4, tightness: 2, tightnessSide: "left" });
  });

  test("answers that come when another process has filed the session are added to it, once", () => {
    const { session, clock, keeper } = lead();
    wholeSession(session, clock);
    keeper.recordAnswers({ ...NO_ANSWERS, effort: 4, tightness: null, tightnessSide: null }, clock.epochMs());
    const journal = join(places.journal, journals()[0] as string);
    const text = readFileSync(journal, "utf8");
    expect(scanJournals(places, clock.epochMs() + 2 * DAY_MS).running).toEqual([]);
    expect(onlySession().session).toMatchObject({ effort: 4, tightness: null });
    keeper.recordAnswers(
      { ...NO_ANSWERS, effort: 4, tightness: 6, tightnessSide: "right" },
      clock.epochMs() + 2 * DAY_MS,
    );
    expect(keeper.close().type).toBe("kept");
    // As if the journal could not be taken away.
    writeFileSync(journal, text);
    bury();
    scanJournals(places, clock.epochMs() + 3 * DAY_MS);
    const [found, ...others] = [...readHistory(places, {}, fail)];
    expect(found?.summary).toMatchObject({ effort: 4, tightness: 6, tightnessSide: "right" });
    expect(found?.files?.amendments).toHaveLength(1);
    expect(others).toEqual([]);
  });

  test("a damaged file in the place of a session's gives way to what the journal holds, and is named", () => {
    const { session, clock, keeper } = lead();
    wholeSession(session, clock);
    const stem = journals()[0]?.replace(".jsonl", "");
    const folder = join(places.sessions, "2026", "11");
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${stem}.json`), '{"format":');
    expect(keeper.close()).toMatchObject({ type: "kept", warnings: [expect.stringContaining("set aside")] });
    expect(onlySession().session.status).toBe("finished");
    expect(readdirSync(places.damaged)).toEqual([`${stem}.json`]);
  });

  test("every step is with the system when it has ended: killed at any moment, none is lost", () => {
    const { session, clock } = lead();
    session.send({ type: "start" });
    for (let second = 1; second < 300; second += 1) {
      clock.advance(1000);
      const copy = readFileSync(join(places.journal, journals()[0] as string), "utf8");
      const steps = copy.split("\n").filter((line) => line.includes('"line":"step"'));
      expect(steps).toHaveLength(session.state().records.filter(Boolean).length);
    }
  });

  test("a session that was quit stays to be taken up; a false start is forgotten", () => {
    const quit = lead();
    intoFirstSet(quit.session, quit.clock);
    quit.session.send({ type: "quit" });
    expect(quit.keeper.close().type).toBe("unfinished");
    expect(scanJournals(places, MORNING_MS + 60_000).unfinished).toHaveLength(1);

    const start = lead();
    start.session.send({ type: "start" });
    start.clock.advance(3000);
    start.session.send({ type: "quit" });
    expect(start.keeper.close().type).toBe("nothing");
    expect(journals()).toHaveLength(1);
    expect(lead().keeper.close().type).toBe("nothing");
  });

  test("two sessions at once are kept side by side", () => {
    const one = lead();
    const two = lead();
    one.session.send({ type: "start" });
    two.session.send({ type: "start" });
    expect(journals()).toHaveLength(2);
    one.clock.advance(1_000_000);
    two.clock.advance(1_000_000);
    one.keeper.close();
    two.keeper.close();
    expect(readdirSync(join(places.sessions, "2026", "11"))).toHaveLength(2);
  });

  test("a folder that cannot be written stops no workout: it is said at once, and the session is handed over", () => {
    // A file where the folder should be fails for every user, root too.
    writeFileSync(places.journal, "");
    writeFileSync(places.sessions, "");
    const { session, clock, keeper } = lead();
    session.send({ type: "start" });
    expect(session.notices()).toHaveLength(1);
    expect(session.notices()[0]).toMatch(/cannot be kept/);
    wholeSession(session, clock);
    expect(session.state().status).toBe("finished");
    expect(session.notices()).toHaveLength(1);
    const kept = keeper.close();
    if (kept.type !== "unsaved") throw new Error(kept.type);
    expect(parseSessionFile(kept.text)).toMatchObject({ type: "valid", value: { status: "finished" } });
    expect(kept.path).toContain(places.sessions);
  });

  test("when only the folder for good cannot be written, the journal keeps the session until it can", () => {
    writeFileSync(places.sessions, "");
    const { session, clock, keeper } = lead();
    wholeSession(session, clock);
    expect(keeper.close().type).toBe("waiting");
    bury();
    const { waiting, warnings } = scanJournals(places, clock.epochMs());
    expect([waiting.length, warnings.length]).toEqual([1, 1]);
    const shown = [...readHistory(places, { unfinished: waiting }, () => {})];
    expect(shown.map(({ summary }) => summary.status)).toEqual(["finished"]);
    rmSync(places.sessions);
    expect(scanJournals(places, clock.epochMs())).toEqual({ unfinished: [], running: [], waiting: [], warnings: [] });
    expect(onlySession().session.status).toBe("finished");
  });

  test("a folder that becomes writable again gets everything that waited", () => {
    writeFileSync(places.journal, "");
    const { session, clock, keeper } = lead();
    session.send({ type: "start" });
    clock.advance(30_000);
    rmSync(places.journal);
    clock.advance(1_000_000);
    const copy = readFileSync(join(places.journal, journals()[0] as string), "utf8");
    expect(copy.split("\n").filter((line) => line.includes('"line":"step"'))).toHaveLength(plan().steps.length);
    expect(keeper.close().type).toBe("kept");
  });

  test("a fault that has passed is forgotten: a session that is then quit can be taken up", () => {
    writeFileSync(places.journal, "");
    const { session, clock, keeper } = lead();
    session.send({ type: "start" });
    rmSync(places.journal);
    clock.advance(30_000);
    session.send({ type: "quit" });
    expect(keeper.close().type).toBe("unfinished");
    expect(scanJournals(places, MORNING_MS + 60_000).unfinished).toHaveLength(1);
  });
});
