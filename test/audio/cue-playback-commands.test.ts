/** Keys for the ear, and who only sees: what is sent to the engine, and what is told. */
import { describe, expect, it } from "vitest";
import { type PlayedCue, startCuePlayback } from "../../src/audio/cue-playback.ts";
import { buildCueSheet } from "../../src/cues/cue-sheet.ts";
import { createSession } from "../../src/session/session.ts";
import { ALL, evenly, heard, words } from "../cues/support.ts";
import { SimulatedClock } from "../support/simulated-clock.ts";
import { begin, EPOCH, march } from "./record-cues.ts";

describe("keys for the ear", () => {
  it("m silences and brings back, and says so", () => {
    const { clock, session, engine } = begin();
    clock.advance(6000);
    session.send({ type: "mute" });
    expect(session.message()).toBe("Sound off");
    expect(engine.log.at(-1)).toBe("drop");
    const silentFrom = engine.log.length;
    clock.advance(20_000);
    expect(engine.log.length).toBe(silentFrom);
    session.send({ type: "mute" });
    expect(session.message()).toBe("Sound on");
    clock.advance(5000);
    expect(engine.log.length).toBeGreaterThan(silentFrom);
  });

  it("v walks from full to brief to off to full; off leaves the tones", () => {
    const { clock, session, engine } = begin();
    clock.advance(1000);
    const levels = [1, 2, 3].map(() => {
      session.send({ type: "voice" });
      return session.message();
    });
    expect(levels).toEqual(["Voice brief", "Voice off", "Voice full"]);
    session.send({ type: "voice" });
    session.send({ type: "voice" });
    const from = engine.log.length;
    clock.advance(30_000);
    const kinds = new Set(engine.log.slice(from).map((entry) => (typeof entry === "string" ? entry : entry.cue.kind)));
    expect([...kinds]).toEqual(["tone"]);
  });
});

describe("a session that is also seen", () => {
  const tonesOf = (told: readonly PlayedCue[]) => told.filter(({ cue }) => cue.kind === "tone");

  it("tells of what is muted, as not heard, and sends none of it", () => {
    const { clock, engine, told } = begin({ muted: true }, { seen: true });
    clock.advance(march.totalMs);
    expect(engine.sent()).toEqual([]);
    expect(heard(told.map(({ cue }) => cue))).toEqual(heard(buildCueSheet(march, ALL, evenly)));
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

describe("the voice, switched on", () => {
  it("has rendered what it is to say, what comes next first", () => {
    const { clock, session, engine } = begin({ voice: "off" });
    expect(engine.prepared.flat()).toEqual([]);
    clock.advance(20_000);
    session.send({ type: "voice" });
    const { step } = session.state();
    const due = words(buildCueSheet(march, ALL, evenly).filter((cue) => cue.step >= step));
    expect(step).toBeGreaterThan(0);
    expect(engine.prepared.flat().slice(0, 3)).toEqual([...new Set(due)].slice(0, 3));
    clock.advance(40_000);
    expect(engine.sent().map(({ cue }) => cue.kind)).toContain("speech");
  });

  it("brings words where neither was wanted; until then m has nothing to switch, and says so", () => {
    const { clock, session, engine } = begin({ voice: "off", sound: "off" });
    session.send({ type: "mute" });
    expect(session.message()).toBe("Sound and voice off");
    session.send({ type: "voice" });
    expect(session.message()).toBe("Voice full");
    clock.advance(30_000);
    expect(new Set(engine.sent().map(({ cue }) => cue.kind))).toEqual(new Set(["speech"]));
    session.send({ type: "mute" });
    expect(session.message()).toBe("Sound off");
  });
});

describe("without an engine", () => {
  const silent = (seen: boolean) => {
    const session = createSession({ plan: march, clock: new SimulatedClock(EPOCH), speed: 10 });
    startCuePlayback({ session, engine: null, settings: ALL, estimateMs: evenly, alsoVisible: seen });
    session.send({ type: "start" });
    const press = (type: "mute" | "voice") => {
      session.send({ type });
      return session.message();
    };
    return press;
  };

  it("the keys for the ear say that there is nothing to hear at this speed", () => {
    const press = silent(false);
    expect([press("mute"), press("voice")]).toEqual(["Silent at this speed", "Silent at this speed"]);
  });

  it("v chooses what stands as a caption, where sounds are seen", () => {
    const press = silent(true);
    expect([press("voice"), press("voice"), press("voice"), press("mute")]).toEqual([
      "Captions brief",
      "Captions off",
      "Captions full",
      "Silent at this speed",
    ]);
  });

  it("every cue is told all the same", () => {
    const clock = new SimulatedClock(EPOCH);
    const session = createSession({ plan: march, clock });
    const told: PlayedCue[] = [];
    startCuePlayback({ session, engine: null, settings: ALL, estimateMs: evenly }).onCue((one) => told.push(one));
    session.send({ type: "start" });
    clock.advance(march.totalMs);
    expect(heard(told.map(({ cue }) => cue))).toEqual(heard(buildCueSheet(march, ALL, evenly)));
  });
});
