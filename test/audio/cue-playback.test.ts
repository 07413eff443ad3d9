/** Making a session audible: what the engine is sent is the sheet, once, on time, and taken back when it no longer holds. */
import { describe, expect, it } from "vitest";
import { buildCueSheet } from "../../src/cues/cue-sheet.ts";
import { ALL, evenly, heard, words } from "../cues/support.ts";
import { begin, march, played } from "./record-cues.ts";

describe("a session that nothing disturbs", () => {
  it("sends the engine the sheet, every cue once and none twice, and never silences it", () => {
    const { clock, engine, told, startEpochMs } = begin();
    clock.advance(march.totalMs + 5000);
    const sheet = heard(buildCueSheet(march, ALL, evenly));
    expect(played(engine.sent(), startEpochMs)).toEqual(sheet);
    expect(engine.log).not.toContain("drop");
    expect(new Set(engine.sent().map(({ cue }) => cue)).size).toBe(sheet.length);
    expect(heard(told.map(({ cue }) => cue))).toEqual(sheet);
  });

  it("sends each cue at least a second before its time, but for those at its very start", () => {
    const { clock, engine, startEpochMs } = begin();
    const late: string[] = [];
    for (let ms = 0; ms < 120_000; ms += 50) {
      const before = engine.log.length;
      clock.advance(50);
      const nowMs = clock.epochMs();
      const fresh = engine.log.slice(before).filter((entry) => typeof entry !== "string");
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
    const lines = [...new Set(words(buildCueSheet(march, ALL, evenly)))];
    expect(first).toEqual(lines.slice(0, 6));
    expect([...(first ?? []), ...(rest ?? [])]).toEqual(lines);
  });

  it("gives a line the moment by which it must be over", () => {
    const { clock, engine } = begin();
    clock.advance(march.totalMs);
    const sent = engine.sent();
    const lines = sent.filter(({ cue, endByEpochMs }) => cue.kind === "speech" && endByEpochMs !== undefined);
    expect(lines.length).toBeGreaterThan(10);
    for (const { cue, dueEpochMs, endByEpochMs } of lines) {
      expect(endByEpochMs).toBeGreaterThanOrEqual(dueEpochMs + cue.durationMs - 1);
    }
    expect(sent.filter(({ cue, endByEpochMs }) => cue.kind === "tone" && endByEpochMs !== undefined)).toEqual([]);
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

  it("a rest that is made longer takes back what is to come from that moment on, and lets the line go on that is said", () => {
    const { clock, session, engine, startEpochMs } = begin();
    const rest = buildCueSheet(march, ALL, evenly).find(({ name }) => name === "next");
    clock.advance((rest?.atMs ?? 0) + 500);
    const before = engine.log.length;
    session.send({ type: "extend", deltaMs: 10_000 });
    clock.advance(3000);
    expect(engine.takenBackFrom).toEqual([startEpochMs + (rest?.atMs ?? 0) + 500]);
    expect(engine.log.slice(before).filter((entry) => entry === "drop")).toEqual([]);
    const again = engine.log.slice(before).flatMap((entry) => (typeof entry === "string" ? [] : [entry.cue]));
    expect(again.filter(({ name }) => name === "next")).toEqual([]);
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
