/** Making a session audible: what the engine is sent is the sheet, once, on time, and taken back when it no longer holds. */
import { describe, expect, it } from "vitest";
import { cueSheet } from "../../src/cues/sheet.ts";
import type { CueSettings } from "../../src/cues/types.ts";
import { createSession } from "../../src/session.ts";
import { listen, type PlayedCue } from "../../src/sound/listen.ts";
import type { ScheduledCue } from "../../src/sound/types.ts";
import { ALL, evenly, heard, planOf, spoken, words } from "../cues/support.ts";
import { each, hold, tempo } from "../support/content.ts";
import { SimulatedClock } from "../support/simulated-clock.ts";

const EPOCH = 1_700_000_000_000;
const march = planOf([
  spoken({ pattern: tempo(3, 1, 3), reps: 6, sets: 2, rest: 40 }),
  spoken({ id: "lunge", pattern: hold(30), sides: each("one-side-first") }),
]);

/** An engine that keeps a log of what it is asked for. */
function fakeEngine(lengths: Readonly<Record<string, number>> = {}) {
  const log: (ScheduledCue | "drop")[] = [];
  const prepared: string[][] = [];
  return {
    log,
    prepared,
    sent: () => log.filter((entry) => entry !== "drop"),
    schedule: (cues: readonly ScheduledCue[]) => void log.push(...cues),
    drop: () => void log.push("drop"),
    prepare: async (texts: readonly string[]) => void prepared.push([...texts]),
    durationOf: (text: string) => lengths[text] ?? null,
  };
}

function begin(change: Partial<CueSettings> = {}, options: { seen?: boolean; plan?: typeof march } = {}) {
  const { plan = march, seen = false } = options;
  const clock = new SimulatedClock(EPOCH);
  const session = createSession({ plan, clock });
  const engine = fakeEngine();
  const told: PlayedCue[] = [];
  const listener = listen({ session, engine, settings: { ...ALL, ...change }, seen, estimateMs: evenly });
  listener.onCue((played) => told.push(played));
  session.send({ type: "start" });
  const startEpochMs = clock.epochMs();
  return { clock, session, engine, told, listener, startEpochMs };
}

/** "12.00 go" of what the engine was sent, by its moment on the wall. */
function played(entries: readonly ScheduledCue[], startEpochMs: number): string[] {
  return entries.map(({ cue, dueEpochMs }) => {
    const at = ((dueEpochMs - startEpochMs) / 1000).toFixed(2);
    return `${at} ${cue.kind === "tone" ? cue.name : `${cue.name}: ${cue.text}`}`;
  });
}

describe("a session that nothing disturbs", () => {
  it("sends the engine the sheet, every cue once and none twice, and never silences it", () => {
    const { clock, engine, told, startEpochMs } = begin();
    clock.advance(march.totalMs + 5000);
    const sheet = heard(cueSheet(march, ALL, evenly));
    expect(played(engine.sent(), startEpochMs)).toEqual(sheet);
    expect(engine.log).not.toContain("drop");
    expect(new Set(engine.sent().map(({ cue }) => cue.id)).size).toBe(sheet.length);
    expect(heard(told.map(({ cue }) => cue))).toEqual(sheet);
  });

  it("sends each cue at least a second before its time, but for those at its very start", () => {
    const { clock, engine, startEpochMs } = begin();
    const late: string[] = [];
    for (let ms = 0; ms < 120_000; ms += 50) {
      const before = engine.log.length;
      clock.advance(50);
      const nowMs = clock.epochMs();
      const fresh = engine.log.slice(before).filter((entry) => entry !== "drop");
      late.push(
        ...played(
          fresh.filter(({ dueEpochMs }) => dueEpochMs < nowMs + 1000),
          startEpochMs,
        ),
      );
    }
    expect(late).toEqual([]);
  });

  it("tells of a cue when its moment has come, not when it is sent", () => {
    const { clock, told, startEpochMs } = begin();
    const early: string[] = [];
    for (let ms = 0; ms < 60_000; ms += 50) {
      const before = told.length;
      clock.advance(50);
      const fresh = told.slice(before).filter(({ dueEpochMs }) => dueEpochMs > clock.epochMs());
      early.push(...heard(fresh.map(({ cue }) => cue)));
    }
    expect(early).toEqual([]);
    const moments = told.map(({ dueEpochMs, cue }) => dueEpochMs - startEpochMs - cue.atMs);
    for (const offMs of moments) expect(offMs).toBeCloseTo(0, 3);
  });

  it("has its first lines rendered before the others", () => {
    const { engine } = begin();
    const [first, rest] = engine.prepared;
    const lines = [...new Set(words(cueSheet(march, ALL, evenly)))];
    expect(first).toEqual(lines.slice(0, 6));
    expect([...(first ?? []), ...(rest ?? [])]).toEqual(lines);
  });

  it("gives a line the moment by which it must be over", () => {
    const { clock, engine } = begin();
    clock.advance(march.totalMs);
    for (const { cue, dueEpochMs, endByEpochMs } of engine.sent()) {
      if (cue.kind === "tone") expect(endByEpochMs).toBeUndefined();
      else if (endByEpochMs !== undefined) {
        expect(endByEpochMs).toBeGreaterThanOrEqual(dueEpochMs + evenly(cue.text ?? "") - 1);
      }
    }
  });
});

describe("what a person does", () => {
  it("a pause silences the engine before it tells of the pause, and what was taken back is never told", () => {
    const { clock, session, engine, told } = begin();
    clock.advance(6000);
    const before = engine.log.length;
    session.send({ type: "pause" });
    const [first, second, ...more] = engine.log.slice(before);
    expect(first).toBe("drop");
    expect(second).toMatchObject({ cue: { name: "paused" } });
    expect(more).toEqual([]);
    clock.advance(60_000);
    expect(told.filter(({ cue }) => cue.atMs > 6000)).toEqual([]);
  });

  it("after a pause the rest of the sheet comes, as much later as the pause took", () => {
    const { clock, session, engine, startEpochMs } = begin();
    clock.advance(6000);
    session.send({ type: "pause" });
    clock.advance(60_000);
    session.send({ type: "resume" });
    clock.advance(4000);
    const after = played(engine.sent(), startEpochMs).filter((entry) => Number.parseFloat(entry) >= 66);
    expect(after.slice(0, 5)).toEqual([
      "66.00 resumed",
      "67.00 get-ready",
      "68.00 get-ready",
      "69.00 get-ready",
      "70.00 go",
    ]);
  });

  it("a skip takes back what was sent of the step that is left", () => {
    const { clock, session, engine, told } = begin();
    clock.advance(20_000);
    const before = engine.log.length;
    session.send({ type: "skip" });
    expect(engine.log[before]).toBe("drop");
    clock.advance(3000);
    const names = told.filter(({ cue }) => cue.atMs > 20_000).map(({ cue }) => cue.name);
    expect(names).toContain("switch");
    expect(names).not.toContain("concentric");
  });

  it("quitting silences the engine, and nothing more is sent", () => {
    const { clock, session, engine } = begin();
    clock.advance(6000);
    session.send({ type: "quit" });
    expect(engine.log.at(-1)).toBe("drop");
    const length = engine.log.length;
    clock.advance(60_000);
    expect(engine.log.length).toBe(length);
  });
});

describe("keys for the ear", () => {
  it("m silences and brings back, and says so", () => {
    const { clock, session, engine } = begin();
    clock.advance(6000);
    session.send({ type: "mute" });
    expect(session.word()).toBe("Sound off");
    expect(engine.log.at(-1)).toBe("drop");
    const silentFrom = engine.log.length;
    clock.advance(20_000);
    expect(engine.log.length).toBe(silentFrom);
    session.send({ type: "mute" });
    expect(session.word()).toBe("Sound on");
    clock.advance(5000);
    expect(engine.log.length).toBeGreaterThan(silentFrom);
  });

  it("v walks from full to brief to off to full; off leaves the tones", () => {
    const { clock, session, engine } = begin();
    clock.advance(1000);
    const levels = [1, 2, 3].map(() => {
      session.send({ type: "voice" });
      return session.word();
    });
    expect(levels).toEqual(["Voice brief", "Voice off", "Voice full"]);
    session.send({ type: "voice" });
    session.send({ type: "voice" });
    const from = engine.log.length;
    clock.advance(30_000);
    const kinds = new Set(engine.log.slice(from).map((entry) => (entry === "drop" ? "drop" : entry.cue.kind)));
    expect([...kinds]).toEqual(["tone"]);
  });
});

describe("a session that is also seen", () => {
  const tonesOf = (told: readonly PlayedCue[]) => told.filter(({ cue }) => cue.kind === "tone");

  it("tells of what is muted, as not heard, and sends none of it", () => {
    const { clock, engine, told } = begin({ muted: true }, { seen: true });
    clock.advance(march.totalMs);
    expect(engine.sent()).toEqual([]);
    expect(heard(told.map(({ cue }) => cue))).toEqual(heard(cueSheet(march, ALL, evenly)));
    expect(told.every((one) => !one.heard)).toBe(true);
  });

  it("tells of the tones when only the voice is wanted", () => {
    const { clock, engine, told } = begin({ sound: "off" }, { seen: true });
    clock.advance(30_000);
    expect(new Set(engine.sent().map(({ cue }) => cue.kind))).toEqual(new Set(["speech"]));
    expect(tonesOf(told).length).toBeGreaterThan(5);
    expect(told.every((one) => one.heard === (one.cue.kind === "speech"))).toBe(true);
  });

  it("is not told of them when nobody looks", () => {
    const { clock, told } = begin({ sound: "off" });
    clock.advance(30_000);
    expect(tonesOf(told)).toEqual([]);
  });

  it("goes on being told through m", () => {
    const { clock, session, engine, told } = begin({}, { seen: true });
    clock.advance(6000);
    session.send({ type: "mute" });
    const sent = engine.sent().length;
    clock.advance(20_000);
    expect(engine.sent().length).toBe(sent);
    expect(told.filter(({ cue, heard: sounds }) => cue.atMs > 6000 && !sounds).length).toBeGreaterThan(5);
  });
});

describe("without an engine", () => {
  it("every cue is told all the same", () => {
    const clock = new SimulatedClock(EPOCH);
    const session = createSession({ plan: march, clock });
    const told: PlayedCue[] = [];
    listen({ session, engine: null, settings: ALL, estimateMs: evenly }).onCue((one) => told.push(one));
    session.send({ type: "start" });
    clock.advance(march.totalMs);
    expect(heard(told.map(({ cue }) => cue))).toEqual(heard(cueSheet(march, ALL, evenly)));
  });
});
