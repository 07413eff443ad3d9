/** The top of the live screen in rounds: the clock large beside the word, or among the rest, and what goes first. */
import { describe, expect, it } from "vitest";
import { NO_FLASH } from "../../../src/flash/flashes.ts";
import type { Plan } from "../../../src/plan/types.ts";
import { buildFrame } from "../../../src/player/frame.ts";
import type { PlayerEvent } from "../../../src/player/types.ts";
import { layoutOf } from "../../../src/ui/layout.ts";
import { headlinePartsOf } from "../../../src/ui/live/headline.ts";
import { asManyAsPossible, everyMinute, forTime } from "../../support/clocked-plans.ts";
import { at, play } from "../../support/playing.ts";

const top = (plan: Plan, columns: number, rows: number, ...events: PlayerEvent[]) => {
  const frame = buildFrame(plan, play(plan, [at(0, "start"), ...events]).state);
  const moment = { frame, notice: "", flash: NO_FLASH, isQuitting: false };
  const { count, header } = headlinePartsOf(moment, layoutOf({ columns, rows }), false);
  return { large: count?.text ?? "", colour: count?.colour, small: header.position };
};
const second = [at(10, "done"), at(20, "done"), at(30, "done"), at(40, "done"), at(45, "tick")];

describe("as many rounds as possible", () => {
  const cindy = asManyAsPossible(720);

  it("has the cap in large figures, and round, place and rounds done beside the name", () => {
    expect(top(cindy, 120, 40, ...second)).toMatchObject({
      large: "11:15",
      small: "1 round done  ·  Round 2  ·  Exercise 2 of 3",
    });
  });

  it("leaves out what matters least in a small terminal, never the time", () => {
    expect(top(cindy, 40, 12, ...second)).toMatchObject({ large: "", small: "Round 2 · 11:15 left" });
    expect(top(cindy, 20, 5, ...second).small).toBe("11:15 left");
  });

  it("warns in the last ten seconds", () => {
    expect(top(cindy, 120, 40, at(709, "tick")).colour).toBe("plain");
    expect(top(cindy, 120, 40, at(710, "tick")).colour).toBe("alert");
  });
});

it("every minute shows what is left of it, and which it is", () => {
  const minutes = everyMinute(10, ["pull", "push"]);
  expect(top(minutes, 80, 24, at(75, "tick"))).toMatchObject({
    large: "0:45",
    small: "Minute 2 of 10  ·  Exercise 1 of 2",
  });
  expect(top(minutes, 40, 12, at(75, "tick")).small).toBe("Minute 2/10 · 0:45 left");
});

it("for time counts up", () => {
  expect(top(forTime(3), 80, 24, at(75, "tick"))).toMatchObject({ large: "1:15", colour: "plain" });
});
