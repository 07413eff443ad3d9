/** Intervals and caps, whatever the person does: kept to the millisecond, and told alike in one jump and in ticks. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reduce } from "../../src/player/reduce.ts";
import { createInitialState } from "../../src/player/state.ts";
import type { PlayerEvent } from "../../src/player/types.ts";
import { asManyAsPossible, doOne, everyMinute, forTime, restFor } from "../support/clocked-plans.ts";
import { anyEvents, play } from "../support/playing.ts";

describe("clocks, whatever the person does", () => {
  const anyClocked = fc.oneof(
    fc
      .tuple(fc.integer({ min: 1, max: 8 }), fc.subarray(["pull", "push", "plank"], { minLength: 1 }))
      .map(([rounds, ids]) => everyMinute(rounds, ids, [doOne("plank")])),
    fc.integer({ min: 5, max: 300 }).map((seconds) => asManyAsPossible(seconds, [restFor(20), doOne("plank")])),
    fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 5, max: 300 }))
      .map(([rounds, cap]) => forTime(rounds, cap, [doOne("plank")])),
  );

  it("are kept to the millisecond: no step outlives its deadline, no interval begins late", () => {
    let kept = 0;
    fc.assert(
      fc.property(anyClocked, anyEvents, (plan, events) => {
        let state = createInitialState();
        for (const event of events) {
          const before = state;
          const outcome = reduce(plan, before, event);
          state = outcome.state;
          const step = plan.steps[state.step];
          for (const { anchor, afterMs } of step?.deadlines ?? []) {
            const startMs = state.anchors[anchor];
            expect(startMs).toBeDefined();
            if (state.status !== "running") continue;
            kept += 1;
            expect(state.atMs).toBeLessThan((startMs ?? 0) + afterMs);
          }
        }
      }),
      { endOnFailure: true },
    );
    expect(kept).toBeGreaterThan(0);
  });

  it("tell the same in one jump as in its ticks, happening for happening", () => {
    fc.assert(
      fc.property(anyClocked, anyEvents, fc.integer({ min: 1, max: 997 }), (plan, events, tickMs) => {
        const last = events.at(-1)?.clockMs ?? 0;
        const cut = events.flatMap((event, index): PlayerEvent[] => {
          const nextMs = events[index + 1]?.clockMs ?? last;
          const count = Math.min(300, Math.floor((nextMs - event.clockMs) / tickMs));
          return [
            event,
            ...Array.from(
              { length: count },
              (_, tick): PlayerEvent => ({ type: "tick", clockMs: event.clockMs + (tick + 1) * tickMs }),
            ),
          ];
        });
        expect(play(plan, cut)).toEqual(play(plan, events));
      }),
      { endOnFailure: true },
    );
  });
});
