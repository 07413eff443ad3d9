import fc from "fast-check";
import { expect, test } from "vitest";
import { ClockOffset } from "../../../src/remote/page/clock-offset.ts";

test("the offset errs by no more than half of the quickest answer's way", () => {
  const trip = fc.record({
    there: fc.double({ min: 0, max: 300, noNaN: true }),
    back: fc.double({ min: 0, max: 300, noNaN: true }),
  });
  fc.assert(
    fc.property(
      fc.integer({ min: -1e9, max: 1e9 }),
      fc.array(trip, { minLength: 1, maxLength: 10 }),
      (offsetMs, trips) => {
        const clocks = new ClockOffset();
        let nowMs = 0;
        let measured = 0;
        for (const { there, back } of trips) {
          const sentMs = nowMs;
          nowMs += there + back;
          measured = clocks.add({ sentMs, receivedMs: nowMs, answerMs: sentMs + there + offsetMs });
          nowMs += 100;
        }
        const quickest = Math.min(...trips.map(({ there, back }) => there + back));
        expect(Math.abs(measured - offsetMs)).toBeLessThanOrEqual(quickest / 2 + 1e-3);
      },
    ),
  );
});

test("an answer of a minute ago is forgotten, as clocks drift", () => {
  const clocks = new ClockOffset();
  clocks.add({ sentMs: 0, receivedMs: 1, answerMs: 1000.5 });
  expect(clocks.add({ sentMs: 70_000, receivedMs: 70_010, answerMs: 71_025 })).toBe(1020);
});
