/** A session that was cut off: found, taken up, or closed when it is too old. */
import { readdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { formatTimestamp } from "../../../src/calendar.ts";
import { readHistory } from "../../../src/journal/read/read-history.ts";
import { writeAmendment } from "../../../src/journal/write/amendments.ts";
import { claimSession, RESUME_WINDOW_MS, scanJournals } from "../../../src/journal/write/unfinished-sessions.ts";
import { summariseSession } from "../../../src/player/summarise-session.ts";
import type { Session } from "../../../src/session/types.ts";
import { journalOf, MORNING_MS, plan, wholeSession } from "../../support/example-sessions.ts";
import {
  cutOff,
  giveFreshJournal,
  intoFirstSet,
  journals,
  lead,
  onlySession,
  places,
} from "../../support/recording.ts";
import type { SimulatedClock } from "../../support/simulated-clock.ts";

giveFreshJournal();

describe("taking up a session", () => {
  test("goes on at the start of the step that was cut off, with what was done counted", () => {
    cutOff((session, clock) => {
      session.send({ type: "start" });
      clock.advance(60_000);
    });
    const [found] = scanJournals(places, MORNING_MS + 3_600_000).unfinished;
    if (!found) throw new Error("nothing found");
    expect(found.recording.nextStepIndex).toBe(2);
    const { session, clock, keeper } = lead(
      { resumedFrom: claimSession(places, found, MORNING_MS) },
      MORNING_MS + 3_600_000,
    );
    expect(session.state().step).toBe(2);
    expect(session.frame().elapsedSeconds).toBe(42);
    wholeSession(session, clock);
    expect(summariseSession(plan(), session.state()).sessionMs).toBe(plan().totalMs);
    expect(keeper.close()).toMatchObject({ type: "kept", status: "finished", id: "abcd1234" });
    const { session: kept } = onlySession();
    expect(kept.steps.filter((step) => step.how === "completed")).toHaveLength(plan().steps.length);
    expect(kept.startedAt).toBe("2026-11-02T06:30:00.000Z");
    expect(kept.activeSeconds).toBe(plan().totalMs / 1000);
    expect(journals()).toEqual([]);
  });

  test("only one process gets it", () => {
    cutOff(intoFirstSet);
    const [one] = scanJournals(places, MORNING_MS).unfinished;
    const [two] = scanJournals(places, MORNING_MS).unfinished;
    if (!one || !two) throw new Error("nothing found");
    claimSession(places, one, MORNING_MS);
    expect(() => claimSession(places, two, MORNING_MS)).toThrow(/resumed by another process/);
    // This process has it now: nobody else is offered it.
    expect(scanJournals(places, MORNING_MS)).toMatchObject({ unfinished: [], running: [{}] });
  });

  test("after a day it is closed as partial and counted as such", () => {
    cutOff((session, clock) => {
      session.send({ type: "start" });
      clock.advance(50_000);
    });
    expect(scanJournals(places, MORNING_MS + RESUME_WINDOW_MS).unfinished).toHaveLength(1);
    expect(scanJournals(places, MORNING_MS + RESUME_WINDOW_MS + 60_000).unfinished).toHaveLength(0);
    expect(onlySession().session).toMatchObject({ status: "partial", endedAt: "2026-11-02T06:30:42.000Z" });
    expect(journals()).toEqual([]);
  });

  test("several are listed, the latest first", () => {
    cutOff(intoFirstSet, { id: "earlier1" });
    cutOff(intoFirstSet, { id: "latest11", startMs: MORNING_MS + 7_200_000 });
    const { unfinished } = scanJournals(places, MORNING_MS + 7_300_000);
    expect(unfinished.map((one) => one.recording.started.id)).toEqual(["latest11", "earlier1"]);
  });

  test("a session that was finished and not filed, because the power went, is filed at the next look", () => {
    cutOff(wholeSession);
    expect(scanJournals(places, MORNING_MS).unfinished).toEqual([]);
    expect(onlySession().session.status).toBe("finished");
  });

  test("what is no journal is left where it is and named, and one of a later version is left alone", () => {
    cutOff(wholeSession);
    const text = journalOf(intoFirstSet).text;
    writeFileSync(join(places.journal, "broken.jsonl"), `${text.slice(0, 200)}\n`);
    writeFileSync(join(places.journal, "later.jsonl"), text.replace('"version":1', '"version":9'));
    const { warnings } = scanJournals(places, MORNING_MS);
    expect(warnings).toEqual([
      expect.stringMatching(/broken\.jsonl is ignored: it is no unwind-journal file/),
      expect.stringMatching(/later\.jsonl was written by a later version/),
    ]);
    expect(journals()).toEqual(["broken.jsonl", "later.jsonl"]);
  });

  test("a journal with a damaged line is filed with what is whole, and the damaged file is kept", () => {
    const path = cutOff(wholeSession);
    writeFileSync(path, readFileSync(path, "utf8").replace('{"line":"step","at":42', '{"line":"st'));
    const { warnings } = scanJournals(places, MORNING_MS);
    expect(onlySession().session.steps).toHaveLength(plan().steps.length - 1);
    const [name] = readdirSync(places.damaged);
    expect(warnings).toEqual([expect.stringMatching(`damaged lines; .* set aside as .*${name}`)]);
  });

  test("a damaged line of a session that is taken up is named when the session is over", () => {
    const path = cutOff((session, clock) => {
      session.send({ type: "start" });
      clock.advance(60_000);
    });
    writeFileSync(path, readFileSync(path, "utf8").replace('{"line":"step","at":10', '{"line":"st'));
    const [found] = scanJournals(places, MORNING_MS).unfinished;
    if (!found) throw new Error("nothing found");
    const { session, clock, keeper } = lead({ resumedFrom: claimSession(places, found, MORNING_MS) });
    wholeSession(session, clock);
    expect(keeper.close()).toMatchObject({ type: "kept", warnings: [expect.stringContaining("damaged lines")] });
    expect(readdirSync(places.damaged)).toHaveLength(1);
  });

  test.each([
    ["empty", 0],
    ["half a line", 150],
  ])("a journal whose first line is still on its way (%s: the disk is full) is let be for a day", (_, length) => {
    const path = cutOff(intoFirstSet);
    writeFileSync(path, journalOf(intoFirstSet).text.slice(0, length));
    utimesSync(path, MORNING_MS / 1000, MORNING_MS / 1000);
    expect(scanJournals(places, MORNING_MS + 60_000)).toEqual({
      unfinished: [],
      running: [],
      waiting: [],
      warnings: [],
    });
    expect(journals()).toHaveLength(1);
    const { warnings } = scanJournals(places, MORNING_MS + RESUME_WINDOW_MS + 60_000);
    // Nothing is lost with a file that holds nothing: it is removed.
    expect(warnings).toEqual(length === 0 ? [] : [expect.stringMatching(/is ignored/)]);
    expect(journals()).toHaveLength(length === 0 ? 0 : 1);
  });

  test("a false start is forgotten after a day, unless somebody has said something about it", () => {
    const falseStart = (session: Session, clock: SimulatedClock) => {
      session.send({ type: "start" });
      clock.advance(3000);
    };
    cutOff(falseStart, { id: "silent11" });
    cutOff(falseStart, { id: "noted111" });
    const at = formatTimestamp(MORNING_MS + 60_000);
    writeAmendment(places, { id: "noted111", startedAt: formatTimestamp(MORNING_MS) }, { note: "the telephone" }, at);
    scanJournals(places, MORNING_MS + RESUME_WINDOW_MS + 60_000);
    const found = [...readHistory(places, {}, (text) => expect.fail(text))];
    expect(found.map(({ summary }) => summary)).toMatchObject([{ id: "noted111", notes: ["the telephone"] }]);
    expect(journals()).toEqual([]);
  });

  test("a folder of journals that cannot be read is told, and stops nothing", () => {
    symlinkSync("journal", places.journal);
    expect(scanJournals(places, MORNING_MS)).toEqual({
      unfinished: [],
      running: [],
      waiting: [],
      warnings: [expect.stringContaining(`${places.journal} cannot be read: ELOOP`)],
    });
  });
});
