/** How long the display stays awake: the whole session, and no longer; and what is said of a sound that cannot be heard. */
import { describe, expect, it } from "vitest";
import { announceSoundFaults, keepAwakeDuringSession } from "../../../src/app/session/services.ts";
import type { SoundStatus } from "../../../src/audio/types.ts";
import { createSession } from "../../../src/session/session.ts";
import { planOf, spoken } from "../../cues/support.ts";
import { hold } from "../../support/content.ts";
import { SimulatedClock } from "../../support/simulated-clock.ts";

function follow() {
  const clock = new SimulatedClock();
  const session = createSession({ plan: planOf([spoken({ pattern: hold(20) })]), clock });
  const log: string[] = [];
  const keep = () => {
    log.push("awake");
    return () => log.push("free");
  };
  const start = () => keepAwakeDuringSession(session, { platform: "linux", env: {}, clock }, keep);
  return { clock, session, log, start };
}

describe("the display", () => {
  it("may sleep while the overview waits, and stays awake from the start to the end, pauses and all", () => {
    const { clock, session, log, start } = follow();
    start();
    clock.advance(60_000);
    expect(log).toEqual([]);
    session.send({ type: "start" });
    clock.advance(5000);
    session.send({ type: "pause" });
    clock.advance(600_000);
    session.send({ type: "resume" });
    expect(log).toEqual(["awake"]);
    clock.advance(60_000);
    expect(session.state().status).toBe("finished");
    expect(log).toEqual(["awake", "free"]);
  });

  it("is kept awake also when the session ran before, and let go when it is left", () => {
    const { session, log, start } = follow();
    session.send({ type: "start" });
    start();
    expect(log).toEqual(["awake"]);
    session.send({ type: "quit" });
    expect(log).toEqual(["awake", "free"]);
  });
});

describe("sound that nobody can hear", () => {
  /** No player and no voice, on any platform: the terminal's own notes come through whatever is installed. */
  const status: SoundStatus = {
    sink: "bell",
    sinks: [{ name: "bell", state: "used" }],
    voice: null,
    voices: [],
    notes: ["Sound plays far away"],
  } as unknown as SoundStatus;

  function listen(isMuted: boolean) {
    const { session } = follow();
    const listeners: { notice?: (text: string) => void; status?: (status: SoundStatus) => void } = {};
    const engine = {
      onNotice: (listener: (text: string) => void) => {
        listeners.notice = listener;
        return () => {};
      },
      onStatus: (listener: (status: SoundStatus) => void) => {
        listeners.status = listener;
        return () => {};
      },
    };
    announceSoundFaults(session, engine, isMuted);
    listeners.status?.(status);
    listeners.notice?.("Sound stopped");
    return { session, repeat: () => listeners.status?.(status) };
  }

  it("is told of once", () => {
    const { session, repeat } = listen(false);
    repeat();
    expect(session.notices()).toEqual(["Sound plays far away", "Sound stopped"]);
  });

  it("is no news to a person who has muted it, until they want to hear something", () => {
    const { session, repeat } = listen(true);
    repeat();
    expect(session.notices()).toEqual([]);
    session.send({ type: "mute" });
    expect(session.notices()).toEqual(["Sound plays far away"]);
    session.send({ type: "mute" });
    session.send({ type: "mute" });
    expect(session.notices()).toHaveLength(1);
  });
});
