/** The top of the live screen: the clock of rounds, the exercise's name; and the words at its bottom: notices, what is left. */
import { describe, expect, it } from "vitest";
import { NO_FLASH } from "../../../src/flash/flashes.ts";
import type { Plan } from "../../../src/plan/types.ts";
import { buildFrame } from "../../../src/player/frame.ts";
import type { PlayerEvent } from "../../../src/player/types.ts";
import { layoutOf } from "../../../src/ui/layout.ts";
import { headlinePartsOf } from "../../../src/ui/live/headline.ts";
import { liveContextOf, liveViewOf } from "../../../src/ui/live/view.ts";
import { renderBigText } from "../../../src/ui/pictures/big-letters.ts";
import { asManyAsPossible, everyMinute, forTime } from "../../support/clocked-plans.ts";
import { at, play } from "../../support/playing.ts";
import { HOLD, MARCH, PAUSED } from "../support/frames.ts";
import { shortPlan } from "../support/plans.ts";
import { liveText } from "../support/render.tsx";

const top = (plan: Plan, columns: number, rows: number, ...events: PlayerEvent[]) => {
  const frame = buildFrame(plan, play(plan, [at(0, "start"), ...events]).state);
  const moment = { frame, notice: "", flash: NO_FLASH, isQuitting: false };
  const { count, header } = headlinePartsOf(moment, layoutOf({ columns, rows }), liveContextOf(plan, false), null);
  return { large: count?.text ?? "", colour: count?.colour, small: header.position };
};
/** The top of "SIT" in big letters. */
const SIT = renderBigText("SIT", 1)?.[0] ?? "none";
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
  // The symbol of the phase makes room for it.
  expect(top(minutes, 40, 12, at(75, "tick"))).toMatchObject({ large: "0:45", small: "Minute 2/10 · Exercise 1/2" });
});

it("for time counts up", () => {
  expect(top(forTime(3), 80, 24, at(75, "tick"))).toMatchObject({ large: "1:15", colour: "plain" });
});

describe("an exercise without a figure", () => {
  const circuit = { ...HOLD, exercise: "Wall sit", actionText: "WORK", side: null, sideWord: "", sideMeaning: "" };

  it("has its name in big letters beside the digits, in a set and before it", () => {
    for (const kind of ["set", "prepare"] as const) {
      expect(liveText({ ...circuit, kind }, 80, 24)).toContain(SIT);
    }
  });

  it("has it beside the phase word where there is one line for both", () => {
    expect(liveText(circuit, 20, 5).split("\n")[0]).toBe("|WORK        Wall sit");
    expect(liveText({ ...circuit, exercise: "Shoulder taps in a plank" }, 20, 5).split("\n")[0]).toMatch(/ Should.*…$/);
  });

  it("is not named again where the phase word is its name, in strokes, or while time stands", () => {
    const plain = liveText({ ...circuit, exercise: "Work" }, 80, 24);
    expect(liveText({ ...circuit, exercise: "Work", strokes: MARCH.strokes }, 80, 24)).not.toBe(plain);
    expect(plain.split("\n").slice(5, 12).join("\n")).not.toMatch(/█ ▄ █/);
    expect(liveText({ ...circuit, status: "paused", pauseReason: "asked" }, 80, 24)).not.toMatch(/█ ▄ █ ▄▀▀▄ █ {4}█/);
  });
});

it("a set that waits says what to do and how long there is, where that takes the place of the word", () => {
  const line = (columns: number, rows: number) => {
    const plan = asManyAsPossible(720);
    const frame = buildFrame(plan, play(plan, [at(0, "start"), at(75, "tick")]).state);
    const moment = { frame, notice: "", flash: NO_FLASH, isQuitting: false };
    return liveViewOf(moment, layoutOf({ columns, rows }), liveContextOf(plan, false)).line?.text;
  };
  expect(line(20, 5)).toMatch(/^PULL.* · 10:45/);
  expect(line(23, 7)).toMatch(/^PULL.* · 10:45 · enter$/);
});

describe("a group with a name", () => {
  it("has it before the round, where a line has room for both", () => {
    const plan = asManyAsPossible(720);
    const named = { ...plan, groups: plan.groups?.map((group) => ({ ...group, name: "Cindy" })) ?? [] };
    expect(top(named, 120, 40, ...second).small).toBe("Cindy  ·  1 round done  ·  Round 2  ·  Exercise 2 of 3");
    expect(top(named, 40, 12, ...second).small).toBe("Round 2 · 11:15 left");
  });
});

describe("before a set", () => {
  const view = (columns: number, rows: number, ...events: PlayerEvent[]) => {
    const plan = shortPlan();
    const frame = buildFrame(plan, play(plan, [at(0, "start"), ...events]).state);
    const moment = { frame, notice: "", flash: NO_FLASH, isQuitting: false };
    return liveViewOf(moment, layoutOf({ columns, rows }), liveContextOf(plan, false));
  };
  const rest = [at(0, "skip"), at(0, "skip")];

  it("the side that it begins with is seen in the smallest screens too", () => {
    expect(view(20, 5)).toMatchObject({ besideWord: "◄ LEFT", isSideLeft: true });
    expect(view(20, 5, ...rest)).toMatchObject({ word: { word: "REST" }, besideWord: "◄ SET 2/2" });
    expect(view(10, 1).tinyText).toContain("◄");
  });

  it("the exercise stands beside its arrow where both have room", () => {
    expect(view(30, 8).besideWord).toBe("◄ March");
  });

  it("what comes next has its side with it", () => {
    expect(view(20, 5, ...rest, at(55, "tick")).line?.text).toBe("Next: SET 2/2 ◄ LEFT");
  });

  it("says READY where GET READY has no room in big letters", () => {
    expect(view(80, 24).word).toMatchObject({ word: "GET READY", scale: 1 });
    expect(view(40, 12).word).toMatchObject({ word: "READY", scale: 1 });
  });
});

describe("a notice", () => {
  const notice = "Sound stopped (pacat ended after 523 ms with code 1); trying again";

  it("is as long as there is room beside the keys, and its first statement where there is little", () => {
    const hints = (columns: number) => liveText(HOLD, columns, 24, { notice }).split("\n").at(-1);
    expect(hints(120)).toMatch(/keys.*Sound stopped \(pacat ended after 523 ms with code 1\); trying again$/);
    expect(hints(80)).toMatch(/keys.*Sound stopped; trying again$/);
    expect(hints(60)).toMatch(/keys.*Sound stopped/);
    expect(liveText(HOLD, 20, 5, { notice })).toContain("|Sound stopped\n");
  });

  it("in place of the word leaves that beside the digits, with the side and at most once", () => {
    const lines = liveText(HOLD, 20, 5, { notice }).split("\n");
    expect(lines[0]).toBe("|Sound stopped");
    expect(lines.slice(1).join("\n")).toMatch(/[█▀▄] +HOLD ►$/m);
    const told = liveText(HOLD, 20, 5, { flash: { ...NO_FLASH, caption: "HOLD it here, and breathe on slowly." } });
    expect(told).toMatch(/^\|HOLD it here\./);
    expect(told.split("\n").slice(1).join("\n")).not.toContain("HOLD");
    expect(told).toContain("►");
  });

  it("does not hide that a small screen is paused", () => {
    expect(liveText(PAUSED, 20, 5, { notice })).toContain("PAUSED");
  });
});

describe("the time left", () => {
  const left = (plan: Plan, ...events: PlayerEvent[]) => {
    const frame = buildFrame(plan, play(plan, [at(0, "start"), ...events]).state);
    const moment = { frame, notice: "", flash: NO_FLASH, isQuitting: false };
    return liveViewOf(moment, layoutOf({ columns: 80, rows: 24 }), liveContextOf(plan, false)).timeline?.remaining;
  };

  it("is a least where a step waits for the person, whatever its place", () => {
    expect(left(shortPlan())).toMatch(/^\d:\d\d\+ left$/);
  });

  it("is exact where a deadline ends what waits", () => {
    expect(left(asManyAsPossible(720))).toMatch(/^12:\d\d left$/);
  });
});
