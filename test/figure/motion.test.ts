/** Holds the figure to the strokes: it is where the body should be. */
import { describe, expect, it } from "vitest";
import { mayMove, resolveFigureMoment } from "../../src/figure/motion.ts";
import { FIGURE_FRAMES_PER_SECOND } from "../../src/figure/types.ts";
import type { Frame } from "../../src/player/frame-types.ts";
import { HOLD, MARCH, OPEN, REST, SWITCH } from "../ui/support/frames.ts";
import { shipped } from "./shipped.ts";

const march = shipped("psoas-march").figure;
const pigeon = shipped("pigeon-pose").figure;
const climbers = shipped("mountain-climbers").figure;

const at = (frame: Frame, changes: Partial<Frame>): Frame => ({ ...frame, ...changes });

describe("a figure in a tempo", () => {
  it("rises for as long as the knee rises, and is half-way at half the time", () => {
    expect(resolveFigureMoment(march, at(MARCH, { fill: 0 }), false)).toMatchObject({
      from: "start",
      to: "top",
      share: 0,
    });
    expect(resolveFigureMoment(march, at(MARCH, { fill: 0.5 }), false).share).toBeCloseTo(0.5);
    expect(resolveFigureMoment(march, at(MARCH, { fill: 1 }), false).share).toBeCloseTo(1);
  });

  it("stays at the top while the top is held", () => {
    const held = at(MARCH, { phase: "pause-top", strokeIndex: 1, fill: 0.5, fillSeconds: 1 });
    expect(resolveFigureMoment(march, held, false)).toMatchObject({ from: "top", to: "top" });
  });

  it("comes down in the lowering stroke from where the hold left it", () => {
    const lowering = at(MARCH, { phase: "eccentric", strokeIndex: 2, fill: 0.2 });
    expect(resolveFigureMoment(march, lowering, false)).toMatchObject({ from: "top", to: "start" });
  });

  it("moves in whole frames, so that a faster screen draws no more of them", () => {
    const shares = Array.from(
      { length: 301 },
      (_, index) => resolveFigureMoment(march, at(MARCH, { fill: index / 300 }), false).share,
    );
    expect(new Set(shares).size).toBe(3 * FIGURE_FRAMES_PER_SECOND + 1);
  });
});

describe("a figure in a hold", () => {
  it("is redrawn often only until it has come into the pose", () => {
    const hold = (seconds: number) => mayMove(at(HOLD, { fill: seconds / 45, fillSeconds: 45 }));
    expect([hold(0), hold(2.9), hold(3), hold(40)]).toEqual([true, true, false, false]);
    expect(mayMove(at(MARCH, { fill: 0.9, fillSeconds: 60 }))).toBe(true);
    expect(mayMove(at(HOLD, { kind: "rest" }))).toBe(false);
    expect(mayMove(at(HOLD, { kind: "prepare" }))).toBe(true);
  });

  it("comes into the pose within three seconds and then stands still", () => {
    const hold = (seconds: number) =>
      resolveFigureMoment(pigeon, at(HOLD, { fill: seconds / 45, fillSeconds: 45 }), false);
    expect(hold(0)).toMatchObject({ from: "knee-forward", to: "fold", share: 0 });
    expect(hold(3)).toEqual(hold(30));
    expect(hold(3).share).toBe(1);
  });

  it("is where it would be when the hold is made longer meanwhile", () => {
    const before = resolveFigureMoment(pigeon, at(HOLD, { fill: 2 / 45, fillSeconds: 45 }), false);
    expect(resolveFigureMoment(pigeon, at(HOLD, { fill: 2 / 55, fillSeconds: 55 }), false)).toEqual(before);
  });
});

describe("a figure at work", () => {
  const work = (seconds: number) =>
    resolveFigureMoment(climbers, at(HOLD, { phase: "work", side: null, fill: seconds / 60, fillSeconds: 60 }), false);

  it("runs at its own pace: the knees change every three quarters of a second", () => {
    expect(work(0)).toMatchObject({ from: "near-in", to: "far-in", share: 0 });
    expect(work(1)).toMatchObject({ from: "far-in", to: "near-in" });
    expect(work(1.5)).toMatchObject({ from: "near-in", to: "far-in", share: 0 });
  });
});

describe("before and between sets", () => {
  const prepared = (seconds: number) =>
    resolveFigureMoment(
      pigeon,
      at(SWITCH, { kind: "prepare", phase: "prepare", fill: seconds / 10, fillSeconds: 10 }),
      false,
    );

  it("shows the way into the pose, and back again, while a person gets ready", () => {
    expect(prepared(0)).toMatchObject({ from: "dog", to: "knee-forward", share: 0 });
    expect(prepared(3)).toMatchObject({ from: "knee-forward", to: "fold", share: 0 });
    expect(prepared(5.5)).toMatchObject({ from: "fold", to: "knee-forward", share: 0 });
    expect(prepared(8)).toMatchObject({ from: "knee-forward", to: "dog", share: 0 });
  });

  it("rests in the position that the next set begins from", () => {
    expect(resolveFigureMoment(march, REST, false)).toMatchObject({ from: "start", to: "start" });
  });

  it("shows the test while it waits for the person", () => {
    expect(resolveFigureMoment(shipped("thomas-test").figure, OPEN, false)).toMatchObject({ from: "lie", to: "lie" });
  });
});

describe("sides", () => {
  it("an exercise that changes legs looks one way and lifts the far leg for the left", () => {
    expect(resolveFigureMoment(march, at(MARCH, { side: "left" }), false)).toMatchObject({
      mirrored: false,
      swapped: true,
    });
    expect(resolveFigureMoment(march, at(MARCH, { side: "right" }), false)).toMatchObject({
      mirrored: false,
      swapped: false,
    });
  });

  it("an exercise done on one side at a time looks the other way for the left", () => {
    expect(resolveFigureMoment(pigeon, at(HOLD, { side: "left" }), false)).toMatchObject({
      mirrored: true,
      swapped: false,
    });
    expect(resolveFigureMoment(pigeon, at(HOLD, { side: "right" }), false)).toMatchObject({
      mirrored: false,
      swapped: false,
    });
  });
});

describe("without motion", () => {
  it("shows the pose that the stroke ends in, from its beginning to its end", () => {
    for (const fill of [0, 0.4, 1]) {
      expect(resolveFigureMoment(march, at(MARCH, { fill }), true)).toMatchObject({ from: "top", to: "top", share: 0 });
    }
  });

  it("shows what to get ready for", () => {
    expect(resolveFigureMoment(pigeon, SWITCH, true)).toMatchObject({ from: "fold", to: "fold" });
    expect(resolveFigureMoment(climbers, at(HOLD, { phase: "work" }), true)).toMatchObject({
      from: "near-in",
      to: "near-in",
    });
  });
});
