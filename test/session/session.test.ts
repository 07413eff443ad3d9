/** The session: a clock that may wake late or sleep, a player, and subscribers that may fail. */
import { describe, expect, it } from "vitest";
import { compilePlan } from "../../src/plan/compile.ts";
import type { Frame } from "../../src/player/frame-types.ts";
import type { Happening } from "../../src/player/types.ts";
import { createSession } from "../../src/session/session.ts";
import type { DatedHappening } from "../../src/session/types.ts";
import { exercise, hold, OPEN, routine, tempo } from "../support/content.ts";
import { log } from "../support/playing.ts";
import { SimulatedClock } from "../support/simulated-clock.ts";

const EPOCH = 1_700_000_000_000;

function begin(parts: Parameters<typeof exercise>[0], options: { speed?: number } = {}) {
  const clock = new SimulatedClock(EPOCH);
  const made = routine(exercise(parts));
  const session = createSession({ plan: compilePlan(made.routine, made.exercises), clock, ...options });
  const told: DatedHappening[] = [];
  const frames: Frame[] = [];
  session.subscribe("test", (dated) => told.push(...dated));
  session.onFrame(() => frames.push(session.frame()));
  session.send({ type: "start" });
  const happened = () => log(told.map((dated): Happening => dated.happening));
  return { clock, session, told, frames, happened };
}

describe("time", () => {
  it("tells every happening at the moment it is due", () => {
    const { clock, told } = begin({ pattern: hold(30) });
    clock.advance(60_000);
    for (const { happening, dueEpochMs } of told) expect(dueEpochMs).toBeCloseTo(EPOCH + happening.atMs, 3);
    expect(told.at(-1)?.happening).toEqual({ type: "session-ended", atMs: 40_000, how: "finished" });
  });

  it("wakes for every figure that turns over", () => {
    const { clock, frames } = begin({ pattern: hold(30) });
    clock.advance(40_000);
    const digits = [...new Set(frames.filter((frame) => frame.phase === "hold").map((frame) => frame.digits))];
    expect(digits).toEqual(Array.from({ length: 30 }, (_, index) => String(30 - index)));
  });

  it("shows a figure only while that many seconds or less are left", () => {
    const { clock, session } = begin({ pattern: tempo(3, 1, 3), reps: 2 });
    clock.advance(10_000);
    const seen: string[] = [];
    for (let ms = 0; ms < 7000; ms += 500) {
      seen.push(`${session.frame().actionText} ${session.frame().digits}`);
      clock.advance(500);
    }
    expect(seen).toEqual([
      "LIFT 3",
      "LIFT 3",
      "LIFT 2",
      "LIFT 2",
      "LIFT 1",
      "LIFT 1",
      "HOLD 1",
      "HOLD 1",
      "LOWER 3",
      "LOWER 3",
      "LOWER 2",
      "LOWER 2",
      "LOWER 1",
      "LOWER 1",
    ]);
  });

  it("runs as many times as fast as it is told", () => {
    const { clock, session, told } = begin({ pattern: hold(30) }, { speed: 30 });
    clock.advance(1333);
    expect(session.state().status).toBe("running");
    clock.advance(1);
    expect(session.state().status).toBe("finished");
    expect(told.at(-1)?.dueEpochMs).toBeCloseTo(EPOCH + 40_000 / 30, 3);
  });

  it("makes no new frame while nothing that is seen changes", () => {
    const { clock, session, frames } = begin({ pattern: hold(30) });
    clock.advance(5000);
    session.send({ type: "pause" });
    const before = frames.length;
    clock.advance(60_000);
    expect(frames.length).toBe(before);
  });
});

describe("a wake-up that comes late", () => {
  it("loses nothing when the process was blocked for a moment", () => {
    const { clock, happened } = begin({ pattern: hold(30) });
    clock.advance(6500);
    clock.jump(2900);
    expect(happened().slice(2)).toEqual(["7 mark three", "8 mark two", "9 mark one"]);
  });

  it("goes on after three seconds more than it meant to sleep, and pauses after any longer", () => {
    const statusAfter = (ms: number) => {
      const { clock, session } = begin({ pattern: hold(30) });
      // It looks at the clock at every full second, and means to be awake again a second later at the latest.
      clock.advance(11_000);
      clock.jump(1000 + ms);
      return [session.state().status, session.state().atMs];
    };
    expect(statusAfter(3000)).toEqual(["running", 15_000]);
    expect(statusAfter(3001)).toEqual(["paused", 11_000]);
  });

  it("tells all of it at the moments at which it was due, the end of the session too", () => {
    const { clock, told } = begin({ pattern: hold(30) });
    clock.advance(37_500);
    clock.jump(2900);
    for (const { happening, dueEpochMs } of told) expect(dueEpochMs).toBeCloseTo(EPOCH + happening.atMs, 3);
    expect(told.at(-1)?.happening.type).toBe("session-ended");
  });

  it("dates a pause by the sleep, not by the wake-up", () => {
    const { clock, session, told } = begin({ pattern: hold(30) });
    clock.advance(6500);
    clock.jump(3_600_000);
    session.send({ type: "resume" });
    const [paused, resumed] = told.slice(-2);
    expect([paused?.happening.type, resumed?.happening.type]).toEqual(["paused", "resumed"]);
    expect(Math.abs((paused?.dueEpochMs ?? 0) - EPOCH - 6500)).toBeLessThanOrEqual(250);
    expect(resumed?.dueEpochMs).toBe(EPOCH + 3_606_500);
    clock.advance(2000);
    expect(told.at(-1)?.dueEpochMs).toBeCloseTo(EPOCH + 3_606_500 + 8000 - session.state().atMs + 1999, -4);
  });

  it("pauses where it was when the machine slept, and says why", () => {
    const { clock, session, happened } = begin({ pattern: hold(30) });
    clock.advance(6500);
    clock.jump(3_600_000);
    expect(session.state()).toMatchObject({ status: "paused", pauseReason: "gap" });
    expect(session.frame().pauseReason).toBe("gap");
    expect(session.state().atMs).toBeGreaterThanOrEqual(6250);
    expect(session.state().atMs).toBeLessThanOrEqual(6500);
    session.send({ type: "resume" });
    clock.advance(1000);
    expect(happened().at(-1)).toBe("7 mark three");
  });

  it("pauses too when only the wall clock tells of the sleep", () => {
    const { clock, session } = begin({ pattern: hold(30) });
    clock.advance(5000);
    clock.sleep(600_000);
    clock.advance(1000);
    expect(session.state()).toMatchObject({ status: "paused", pauseReason: "gap", atMs: 5000 });
  });
});

describe("subscribers", () => {
  it("drops the one that fails, with a word, and goes on for the others", () => {
    const { clock, session, happened } = begin({ pattern: hold(30) });
    session.subscribe("sound", () => {
      throw new Error("no loudspeaker");
    });
    clock.advance(40_000);
    expect(session.notices()).toEqual(["sound stopped: no loudspeaker"]);
    expect(happened().at(-1)).toBe("40 session-ended finished");
  });

  it("drops one that only looks at frames when it fails, and the workout goes on", () => {
    const { clock, session, happened } = begin({ pattern: hold(30) });
    session.onFrame(() => {
      throw new Error("no paint");
    });
    session.onSoundCommand(() => {
      throw new Error("no ears");
    });
    session.send({ type: "mute" });
    clock.advance(40_000);
    expect(session.notices()).toEqual([
      "a part of the session stopped: no ears",
      "a part of the session stopped: no paint",
    ]);
    expect(happened().at(-1)).toBe("40 session-ended finished");
  });

  it("are told in order what one of them causes", () => {
    const clock = new SimulatedClock();
    const made = routine(exercise({ pattern: OPEN }));
    const session = createSession({ plan: compilePlan(made.routine, made.exercises), clock });
    const told: Happening[] = [];
    session.subscribe("first", (dated) => {
      for (const { happening } of dated) if (happening.type === "step-started") session.send({ type: "skip" });
    });
    session.subscribe("second", (dated) => told.push(...dated.map(({ happening }) => happening)));
    session.send({ type: "start" });
    expect(told.map((happening) => happening.type)).toEqual([
      "session-started",
      "step-started",
      "step-ended",
      "step-started",
      "step-ended",
      "session-ended",
    ]);
  });

  it("hear of the end before it is over", async () => {
    const { session, told } = begin({ pattern: hold(30) });
    session.send({ type: "quit" });
    expect(await session.ended).toBe("quit");
    expect(told.at(-1)?.happening.type).toBe("session-ended");
  });
});

describe("notices", () => {
  it("are kept in the order of what happened; the same one twice running is one", () => {
    const { session, clock } = begin({ pattern: hold(30) });
    const told: string[] = [];
    session.onNotice((text) => told.push(text));
    for (const text of ["Sound stopped", "Sound stopped", "Sound is back", "Sound stopped", "Sound is back"]) {
      session.addNotice(text);
    }
    expect(told).toEqual(["Sound stopped", "Sound is back", "Sound stopped", "Sound is back"]);
    expect(session.notices()).toEqual(told);
    expect(session.message()).toBe("Sound is back");
    clock.advance(10_000);
    expect(session.message()).toBeUndefined();
  });
});
