import fc from "fast-check";
import { expect, test } from "vitest";
import type { Happening } from "../../../src/player/types.ts";
import { MirrorSession } from "../../../src/remote/page/mirror-session.ts";
import { createSession } from "../../../src/session/session.ts";
import type { SessionCommand } from "../../../src/session/types.ts";
import { PLAN } from "../../output/a-plan.ts";
import { SimulatedClock } from "../../support/simulated-clock.ts";

/** By how much the session's clock is ahead of the page's. */
const OFFSET_MS = 123_456;

/** A session and its mirror on a page with another clock; `cut` keeps states from arriving. */
function mirrored() {
  const clock = new SimulatedClock();
  const pageClock = new SimulatedClock();
  clock.advance(OFFSET_MS);
  const session = createSession({ plan: PLAN, clock });
  const mirror = new MirrorSession(PLAN, 1, pageClock);
  mirror.setOffset(OFFSET_MS);
  const told: Happening[] = [];
  mirror.subscribe("test", (dated) => told.push(...dated.map(({ happening }) => happening)));
  let isCut = false;
  const state = () => JSON.parse(JSON.stringify({ ...session.state(), records: [] }));
  session.subscribe("pages", (dated) => {
    if (isCut || dated.every(({ happening: { type } }) => type === "beat" || type === "mark")) return;
    mirror.receive(state(), dated);
  });
  const advance = (ms: number) => {
    // In pieces, as both clocks go on together.
    for (let left = ms; left > 0; left -= 250) {
      const piece = Math.min(250, left);
      pageClock.advance(piece);
      clock.advance(piece);
    }
  };
  return {
    session,
    mirror,
    told,
    advance,
    cut: () => {
      isCut = true;
    },
    mend: () => {
      isCut = false;
      mirror.receive(state(), []);
    },
  };
}

const commands: readonly SessionCommand[] = [
  { type: "pause" },
  { type: "resume" },
  { type: "skip" },
  { type: "back" },
  { type: "restart" },
  { type: "extend", deltaMs: 10_000 },
  { type: "done" },
];

test("whatever is pressed, the page shows the frame that the session shows", () => {
  const press = fc.record({ command: fc.constantFrom(...commands), afterMs: fc.integer({ min: 0, max: 40_000 }) });
  fc.assert(
    fc.property(fc.array(press, { maxLength: 15 }), (presses) => {
      const { session, mirror, advance } = mirrored();
      session.send({ type: "start" });
      for (const { command, afterMs } of presses) {
        advance(afterMs);
        session.send(command);
        mirror.tick();
        expect(textsOf(mirror)).toEqual(textsOf(session));
      }
    }),
    { numRuns: 60 },
  );
});

const textsOf = ({ frame }: Pick<MirrorSession, "frame">) => {
  const { digits, actionText, stepIndex, side, next, status, repText } = frame();
  return { digits, actionText, stepIndex, side, next, status, repText };
};

test("thirty seconds without a network change nothing, not even across the end of a step", () => {
  const { session, mirror, advance, cut, mend } = mirrored();
  session.send({ type: "start" });
  advance(1000);
  cut();
  advance(30_000);
  mirror.tick();
  expect(textsOf(mirror)).toEqual(textsOf(session));
  session.send({ type: "pause" });
  expect(mirror.frame().status).toBe("running");
  mend();
  expect(textsOf(mirror)).toEqual(textsOf(session));
});

test("what happens is told once on the page, in the order in which it happens", () => {
  const { session, told, advance } = mirrored();
  session.send({ type: "start" });
  advance(49_000);
  session.send({ type: "pause" });
  const steps = told.filter(({ type }) => type === "step-started").map((one) => ("step" in one ? one.step : -1));
  expect(steps).toEqual([0, 1, 2, 3]);
  expect(told.filter(({ type }) => type === "paused")).toHaveLength(1);
});

test("an offset that turns out smaller never puts the player back", () => {
  const { session, mirror, advance } = mirrored();
  session.send({ type: "start" });
  advance(5000);
  const before = mirror.state().atMs;
  mirror.setOffset(OFFSET_MS - 40);
  expect(mirror.state().atMs).toBe(before);
  advance(1000);
  mirror.tick();
  expect(mirror.state().atMs).toBeGreaterThan(before + 900);
});
