/** The timeline: the steps of a session seen one by one, told apart without colour. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  allocateSegmentCells,
  countDoneCells,
  renderTimeline,
  type TimelineSegment,
  timelineSegmentsOf,
} from "../../../src/ui/pictures/timeline.ts";
import { asManyAsPossible, doOne, restFor } from "../../support/clocked-plans.ts";
import { PARTS } from "../support/frames.ts";
import { shortPlan } from "../support/plans.ts";

const SEGMENTS: readonly TimelineSegment[] = PARTS.map((part) => ({
  ...part,
  phase: part.kind === "set" ? "hold" : part.kind,
}));
const text = (doneCells: number, columns = 40) =>
  renderTimeline(SEGMENTS, columns, doneCells)
    .map((run) => run.text)
    .join("");

describe("the timeline", () => {
  test("shows sets high, rests low and a gap before each exercise; what is done is solid, what is left is not", () => {
    expect(text(countDoneCells(SEGMENTS, 40, 3, 0.5))).toBe(" ████████▄▄▄▄████░░░░▁▁▁▁░░░░░░░ ░░░▁░░░");
    expect(text(0)).not.toMatch(/[█▄]/);
    expect(text(40)).not.toMatch(/[░▁]/);
  });

  test("gives every set the colour of its phase", () => {
    const runs = renderTimeline(timelineSegmentsOf(shortPlan()), 40, 40);
    expect(new Set(runs.map(({ colour }) => colour))).toEqual(new Set(["concentric", "hold", "open", "dim"]));
  });

  test("leaves out what was done before a session is taken up", () => {
    const plan = shortPlan();
    expect(timelineSegmentsOf(plan, 3)).toEqual(timelineSegmentsOf(plan).slice(3));
  });

  test("shows as many rounds as possible as one segment, filled by their time", () => {
    const segments = timelineSegmentsOf(asManyAsPossible(90, [restFor(30), doOne("plank")]));
    expect(segments.map(({ kind, weight }) => [kind, weight])).toEqual([
      ["set", 90_000],
      ["rest", 30_000],
      ["set", 40_000],
    ]);
    // The fourteenth step is one of the rounds, the last but one is the rest.
    expect([countDoneCells(segments, 16, 13, 0.5), countDoneCells(segments, 16, 150, 0)]).toEqual([4, 8]);
  });

  test("without room for every step keeps sets and the gaps between exercises", () => {
    const cells = allocateSegmentCells(PARTS, 7);
    const kept = PARTS.filter((_, index) => (cells[index] ?? 0) > 0).map(({ kind }) => kind);
    expect([...new Set(kept)].sort()).toEqual(["prepare", "set"]);
  });

  test("is filled by the cells of its steps, and every step has one when there is room", () => {
    const segment = fc.record({
      kind: fc.constantFrom("prepare" as const, "set" as const, "rest" as const, "switch" as const),
      weight: fc.integer({ min: 0, max: 600_000 }),
    });
    fc.assert(
      fc.property(
        fc.array(segment, { minLength: 1, maxLength: 80 }),
        fc.integer({ min: 1, max: 200 }),
        (segments, columns) => {
          const cells = allocateSegmentCells(segments, columns);
          expect(cells.reduce((sum, count) => sum + count, 0)).toBe(columns);
          if (segments.length <= columns) expect(Math.min(...cells)).toBeGreaterThanOrEqual(1);
        },
      ),
    );
  });
});
