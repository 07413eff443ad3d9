/** How long the display stays awake: the whole session, and no longer. */
import { describe, expect, it } from "vitest";
import { keepAwakeDuringSession } from "../../../src/app/session/services.ts";
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
