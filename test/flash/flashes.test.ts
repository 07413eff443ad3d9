/** What is seen of cues: each for itself, and all together never more than three flashes in a second. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { startCuePlayback } from "../../src/audio/cue-playback.ts";
import { TONES, type ToneName, toneDurationMs } from "../../src/cues/tones.ts";
import type { Cue } from "../../src/cues/types.ts";
import { createFlashes, flashCues } from "../../src/flash/flashes.ts";
import { createSession } from "../../src/session/session.ts";
import type { SessionCommand } from "../../src/session/types.ts";
import { ALL, evenly, planOf, spoken } from "../cues/support.ts";
import { each, hold } from "../support/content.ts";
import { SimulatedClock } from "../support/simulated-clock.ts";

const tone = (name: ToneName): Cue => {
  return { kind: "tone", name, step: 0, atMs: 0, durationMs: toneDurationMs(name), hz: TONES[name].hz };
};
const line = (text: string, durationMs: number): Cue => {
  return { kind: "speech", name: "announce", step: 0, atMs: 0, durationMs, text, endByMs: 9e9 };
};

/** Lights with a log of every change: "400 symbol", "600 -", "0 says Hold". */
function watched() {
  const clock = new SimulatedClock();
  const flashes = createFlashes(clock);
  const beginMs = clock.monotonicMs();
  const log: string[] = [];
  flashes.onChange(() => {
    const { symbol, screen, caption } = flashes.state();
    const seen = [symbol ? "symbol" : "", screen ? "screen" : "", caption === "" ? "" : `says ${caption}`];
    log.push(`${clock.monotonicMs() - beginMs} ${seen.filter((one) => one !== "").join(" ") || "-"}`);
  });
  return { clock, flashes, log };
}

describe("a flash", () => {
  it.each<[ToneName, readonly string[]]>([
    ["go", ["0 screen", "200 -"]],
    ["set-end", ["0 screen", "200 -", "400 screen", "600 -"]],
    ["time-up", ["0 screen", "200 -", "400 screen", "600 -", "800 screen", "1000 -"]],
    ["rest", ["0 screen", "200 -"]],
    ["switch", ["0 screen", "200 -", "400 screen", "600 -"]],
    ["half-way", ["0 symbol", "200 -", "400 symbol", "600 -"]],
    ["last-rep", ["0 symbol", "200 -", "400 symbol", "600 -"]],
    ["paused", ["0 screen", "200 -"]],
    ["concentric", ["0 symbol", "200 -"]],
  ])("is seen for %s as what it means", (name, seen) => {
    const { clock, flashes, log } = watched();
    flashes.show(tone(name));
    clock.advance(5000);
    expect(log).toEqual(seen);
  });

  it("is a short light for a tick, and three of the whole screen for the end of a session", () => {
    const tick = watched();
    tick.flashes.show(tone("last-seconds"));
    tick.clock.advance(5000);
    expect(tick.log).toEqual(["0 symbol", "200 -"]);
    const end = watched();
    end.flashes.show(tone("done"));
    end.clock.advance(5000);
    expect(end.log).toEqual(["0 screen", "200 -", "400 screen", "600 -", "800 screen", "1000 -"]);
  });

  it("gives way to the next one, which waits for its turn", () => {
    const { clock, flashes, log } = watched();
    flashes.show(tone("set-end"));
    clock.advance(100);
    flashes.show(tone("concentric"));
    clock.advance(5000);
    expect(log).toEqual(["0 screen", "200 -", "400 symbol", "600 -"]);
  });

  it("is never one of more than three in a second, whatever sounds", () => {
    const cues = fc.constantFrom(...(Object.keys(TONES) as ToneName[]));
    const sounds = fc.array(fc.tuple(cues, fc.integer({ min: 0, max: 900 })), { minLength: 5, maxLength: 60 });
    fc.assert(
      fc.property(sounds, fc.boolean(), (heard, late) => {
        const { clock, flashes, log } = watched();
        for (const [name, afterMs] of heard) {
          flashes.show(tone(name));
          if (late) clock.jump(afterMs);
          else clock.advance(afterMs);
        }
        clock.advance(5000);
        const lit = log.filter((entry) => /symbol|screen/.test(entry)).map((entry) => Number.parseInt(entry, 10));
        for (const [index, atMs] of lit.entries()) expect((lit[index + 3] ?? Infinity) - atMs).toBeGreaterThan(1000);
        expect(log.at(-1)).toMatch(/ -$/);
      }),
    );
  });
});

describe("a caption", () => {
  it("stands for as long as the line is said, through the flashes of others", () => {
    const { clock, flashes, log } = watched();
    flashes.show(line("Lunge.", 900));
    clock.advance(500);
    flashes.show(tone("get-ready"));
    clock.advance(5000);
    expect(log).toEqual(["0 says Lunge.", "500 symbol says Lunge.", "700 says Lunge.", "900 -"]);
  });

  it("gives way to the next line", () => {
    const { clock, flashes, log } = watched();
    flashes.show(line("Lunge.", 900));
    clock.advance(500);
    flashes.show(line("Left side.", 900));
    clock.advance(5000);
    expect(log).toEqual(["0 says Lunge.", "500 says Left side.", "1400 -"]);
  });
});

describe("a session that is seen", () => {
  /** A lunge on both sides, without sound, from its start. */
  function seen() {
    const { clock, flashes, log } = watched();
    const lunge = spoken({ pattern: hold(20), sides: each("one-side-first") }, { name: "Lunge" });
    const session = createSession({ plan: planOf([lunge]), clock });
    const settings = { ...ALL, muted: true };
    flashCues(flashes, startCuePlayback({ session, engine: null, settings, alsoVisible: true, estimateMs: evenly }));
    session.send({ type: "start" });
    return { clock, session, flashes, log };
  }

  it("shows its cues as they come, and takes a line back that a pause cuts off", () => {
    const { clock, session, flashes, log } = seen();
    clock.advance(1000);
    expect(flashes.state().caption).toContain("Lunge");
    session.send({ type: "pause" });
    expect(flashes.state()).toEqual({ symbol: false, screen: true, caption: "" });
    clock.advance(1000);
    session.send({ type: "resume" });
    log.length = 0;
    clock.advance(10_000);
    expect(log.filter((entry) => entry.includes("symbol")).length).toBeGreaterThanOrEqual(3);
    expect(log.filter((entry) => entry.includes("screen")).length).toBeGreaterThanOrEqual(1);
  });

  it.each<[string, readonly SessionCommand[]]>([
    ["a set that is ended early", [{ type: "done" }]],
    ["a voice that is switched off", [{ type: "voice" }, { type: "voice" }]],
    ["a session that is left", [{ type: "quit" }]],
    ["a step that is skipped", [{ type: "skip" }]],
  ])("takes the line back that is cut off by %s", (_, commands) => {
    const { clock, session, flashes } = seen();
    clock.advance(20_500);
    expect(flashes.state().caption).toBe("Halfway.");
    for (const command of commands) session.send(command);
    expect(flashes.state().caption).toBe("");
  });

  it("leaves a line that goes on while the time left is changed", () => {
    const { clock, session, flashes } = seen();
    clock.advance(20_500);
    session.send({ type: "extend", deltaMs: 10_000 });
    expect(flashes.state().caption).toBe("Halfway.");
    clock.advance(2000);
    expect(flashes.state().caption).toBe("");
  });

  it("shows no line that was cut off before the program came to show it", () => {
    const { clock, session, flashes } = seen();
    clock.advance(20_000);
    // The key is read first after a moment in which nothing could run.
    clock.callAt(clock.monotonicMs(), () => session.send({ type: "done" }));
    clock.jump(500);
    expect(session.state().step).toBe(2);
    expect(flashes.state().caption).toBe("");
  });
});
