import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Keeper, keep } from "../../src/journal/keeper.ts";
import { readSessionFile } from "../../src/journal/migrate.ts";
import { type Places, placesIn } from "../../src/journal/places.ts";
import { claim, findUnfinished, RESUMABLE_MS } from "../../src/journal/unfinished.ts";
import { initialState } from "../../src/player/state.ts";
import { createSession } from "../../src/session.ts";
import type { Session } from "../../src/session-types.ts";
import { SimulatedClock } from "../support/simulated-clock.ts";
import { journalOf, MORNING_MS, plan, wholeSession } from "./a-session.ts";

let home: string;
let places: Places;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "unwind-keeper-"));
  places = placesIn({ data: home, cache: join(home, "cache"), state: home });
});

afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

interface Led {
  readonly session: Session;
  readonly clock: SimulatedClock;
  readonly keeper: Keeper;
}

function lead(options: Partial<Parameters<typeof keep>[0]> = {}, startMs = MORNING_MS): Led {
  const from = options.from;
  const used = from?.recording.plan ?? plan();
  const clock = new SimulatedClock(startMs);
  const session = createSession({
    plan: used,
    clock,
    ...(from ? { from: initialState({ step: from.recording.next, records: from.recording.records }) } : {}),
  });
  const keeper = keep({
    places,
    plan: used,
    program: "0.1.0",
    adjustments: [],
    speed: 1,
    utcOffsetMinutes: () => 60,
    ...options,
  });
  session.subscribe("journal", keeper.subscriber);
  return { session, clock, keeper };
}

const journals = () => (existsSync(places.journal) ? readdirSync(places.journal) : []);

function onlySession() {
  const folder = join(places.sessions, "2026", "11");
  const names = readdirSync(folder);
  expect(names).toHaveLength(1);
  const read = readSessionFile(readFileSync(join(folder, names[0] as string), "utf8"));
  if (read.type !== "valid") throw new Error(read.type);
  return { name: names[0] as string, session: read.value };
}

/** The journal of a process that was killed: written by one that does not exist. */
function cutOff(act: Parameters<typeof journalOf>[0], given: Parameters<typeof journalOf>[1] = {}): string {
  mkdirSync(places.journal, { recursive: true });
  const path = join(places.journal, `cut-${given.id ?? "abcd1234"}.jsonl`);
  writeFileSync(path, journalOf(act, given).text);
  return path;
}

const intoFirstSet = (session: Session, clock: SimulatedClock) => {
  session.send({ type: "start" });
  clock.advance(30_000);
};

describe("keeping a session", () => {
  test("a session led to its end becomes one file named by its time, and its journal goes", () => {
    const { session, clock, keeper } = lead();
    wholeSession(session, clock);
    keeper.answer({ effort: 4, tightness: 2, tightnessSide: "left" }, clock.epochMs());
    expect(keeper.close()).toMatchObject({ type: "kept", status: "finished" });
    const { name, session: kept } = onlySession();
    expect(name).toMatch(/^20261102T063000Z-[0-9a-z]{10}\.json$/);
    expect(kept).toMatchObject({ effort: 4, tightness: 2, tightnessSide: "left", utcOffsetMinutes: 60 });
    expect(kept.steps).toHaveLength(plan().steps.length);
    expect(journals()).toEqual([]);
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
    expect(findUnfinished(places, MORNING_MS + 60_000).unfinished).toHaveLength(1);

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
    expect(readSessionFile(kept.text)).toMatchObject({ type: "valid", value: { status: "finished" } });
    expect(kept.path).toContain(places.sessions);
  });

  test("when only the folder for good cannot be written, the journal keeps the session until it can", () => {
    writeFileSync(places.sessions, "");
    const { session, clock, keeper } = lead();
    wholeSession(session, clock);
    expect(keeper.close().type).toBe("waiting");
    expect(findUnfinished(places, clock.epochMs()).warnings).toHaveLength(1);
    rmSync(places.sessions);
    expect(findUnfinished(places, clock.epochMs())).toEqual({ unfinished: [], running: [], warnings: [] });
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
});

describe("taking up a session", () => {
  test("goes on at the start of the step that was cut off, with what was done counted", () => {
    cutOff((session, clock) => {
      session.send({ type: "start" });
      clock.advance(60_000);
    });
    const [found] = findUnfinished(places, MORNING_MS + 3_600_000).unfinished;
    if (!found) throw new Error("nothing found");
    expect(found.recording.next).toBe(2);
    const { session, clock, keeper } = lead({ from: claim(places, found, MORNING_MS) }, MORNING_MS + 3_600_000);
    expect(session.state().step).toBe(2);
    wholeSession(session, clock);
    expect(keeper.close()).toMatchObject({ type: "kept", status: "finished", id: "abcd1234" });
    const { session: kept } = onlySession();
    expect(kept.steps.filter((step) => step.how === "completed")).toHaveLength(plan().steps.length);
    expect(kept.startedAt).toBe("2026-11-02T06:30:00.000Z");
    expect(kept.activeSeconds).toBe(plan().totalMs / 1000);
    expect(journals()).toEqual([]);
  });

  test("only one process gets it", () => {
    cutOff(intoFirstSet);
    const [one] = findUnfinished(places, MORNING_MS).unfinished;
    const [two] = findUnfinished(places, MORNING_MS).unfinished;
    if (!one || !two) throw new Error("nothing found");
    claim(places, one, MORNING_MS);
    expect(() => claim(places, two, MORNING_MS)).toThrow(/taken up by another process/);
    // This process has it now: nobody else is offered it.
    expect(findUnfinished(places, MORNING_MS)).toMatchObject({ unfinished: [], running: [{}] });
  });

  test("after a day it is closed as partial and counted as such", () => {
    cutOff((session, clock) => {
      session.send({ type: "start" });
      clock.advance(50_000);
    });
    expect(findUnfinished(places, MORNING_MS + RESUMABLE_MS).unfinished).toHaveLength(1);
    expect(findUnfinished(places, MORNING_MS + RESUMABLE_MS + 60_000).unfinished).toHaveLength(0);
    expect(onlySession().session).toMatchObject({ status: "partial", endedAt: "2026-11-02T06:30:42.000Z" });
    expect(journals()).toEqual([]);
  });

  test("several are listed, the latest first", () => {
    cutOff(intoFirstSet, { id: "earlier1" });
    cutOff(intoFirstSet, { id: "latest11", startMs: MORNING_MS + 7_200_000 });
    const { unfinished } = findUnfinished(places, MORNING_MS + 7_300_000);
    expect(unfinished.map((one) => one.recording.started.id)).toEqual(["latest11", "earlier1"]);
  });

  test("a session that was finished and not filed, because the power went, is filed at the next look", () => {
    cutOff(wholeSession);
    expect(findUnfinished(places, MORNING_MS).unfinished).toEqual([]);
    expect(onlySession().session.status).toBe("finished");
  });

  test("what is no journal is set aside and named, and one of a later version is left alone", () => {
    cutOff(wholeSession);
    const text = journalOf(intoFirstSet).text;
    writeFileSync(join(places.journal, "broken.jsonl"), text.slice(0, 200));
    writeFileSync(join(places.journal, "later.jsonl"), text.replace('"version":1', '"version":9'));
    const { warnings } = findUnfinished(places, MORNING_MS);
    expect(warnings).toEqual([
      expect.stringMatching(/broken\.jsonl is damaged .*set aside as .*damaged/),
      expect.stringMatching(/later\.jsonl was written by a later version/),
    ]);
    expect(readdirSync(places.damaged)).toEqual(["broken.jsonl"]);
    expect(journals()).toEqual(["later.jsonl"]);
  });

  test("a journal with a damaged line is filed with what is whole, and the damaged file is kept", () => {
    const path = cutOff(wholeSession);
    writeFileSync(path, readFileSync(path, "utf8").replace('{"line":"step","at":42', '{"line":"st'));
    findUnfinished(places, MORNING_MS);
    expect(onlySession().session.steps).toHaveLength(plan().steps.length - 1);
    expect(readdirSync(places.damaged)).toHaveLength(1);
  });
});
