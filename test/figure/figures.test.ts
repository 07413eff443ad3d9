/** Holds the figures of the shipped exercises to bodies as they are, and to the room that they are drawn in. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawOnCanvas, type FigureMoment, interpolatePoseAt } from "../../src/figure/draw.ts";
import { LENGTH_TOLERANCE, measureSegments } from "../../src/figure/find-faults.ts";
import { type MotionFrame, resolveFigureMoment } from "../../src/figure/motion.ts";
import type { Phase } from "../../src/terms.ts";
import { SHIPPED } from "./shipped.ts";

/** The height of a standing person in the units of a figure. */
const STATURE = 50;

/**
 * Lengths as shares of stature; after the segment lengths of Drillis and Contini (1966), as Winter gives them in
 * "Biomechanics and Motor Control of Human Movement". Hands grip or press, so they are measured to the palm.
 */
const SEGMENT_SHARES = {
  "upper arm": 0.186,
  forearm: 0.146 + 0.084,
  thigh: 0.245,
  shank: 0.246,
  foot: 0.105,
  trunk: 0.29,
  neck: 0.115,
} as const;

const share = fc.double({ min: 0, max: 1, noNaN: true });
const size = fc.record({ columns: fc.integer({ min: 12, max: 70 }), rows: fc.integer({ min: 6, max: 30 }) });

/** Any moment on any way between two poses of a figure. */
const momentsOf = (poses: readonly string[]): fc.Arbitrary<FigureMoment> =>
  fc.record({
    from: fc.constantFrom(...poses),
    to: fc.constantFrom(...poses),
    share,
    mirrored: fc.boolean(),
    swapped: fc.boolean(),
    inSet: fc.constant(false),
    phase: fc.constantFrom(null, "contract" as const, "stretch" as const),
  });

it("every exercise has a figure, twenty-four of them", () => {
  expect(SHIPPED).toHaveLength(24);
});

describe.each(SHIPPED)("the figure of $id", ({ figure, phases }) => {
  it("has a pose for each of its strokes", () => {
    for (const phase of phases) {
      const ending = figure.phases[phase as keyof typeof figure.phases];
      const names = typeof ending === "object" ? ending.between : [ending];
      for (const name of names) expect(figure.order, phase).toContain(name);
    }
  });

  it("has the proportions of a person in every pose", () => {
    for (const [name, pose] of Object.entries(figure.poses)) {
      for (const { segment, joint, length } of measureSegments(pose)) {
        expect(Math.abs(length / (SEGMENT_SHARES[segment] * STATURE) - 1), `${name}, ${joint}: ${length}`).toBeLessThan(
          0.1,
        );
      }
    }
  });

  it("keeps the lengths of its limbs on the way from any pose to any other", () => {
    fc.assert(
      fc.property(momentsOf(figure.order), (moment) => {
        const [first] = figure.order;
        const usual = measureSegments(figure.poses[first ?? ""] as never);
        for (const [index, { joint, length }] of measureSegments(interpolatePoseAt(figure, moment)).entries()) {
          const expected = usual[index]?.length ?? 0;
          expect(Math.abs(length - expected), joint).toBeLessThanOrEqual(expected * LENGTH_TOLERANCE);
        }
      }),
    );
  });

  it("keeps every joint above the floor", () => {
    fc.assert(
      fc.property(momentsOf(figure.order), (moment) => {
        const { head, neck, waist, pelvis, near, far } = interpolatePoseAt(figure, moment);
        for (const [, y] of [head, neck, waist, pelvis, ...Object.values(near), ...Object.values(far)]) {
          expect(y).toBeGreaterThanOrEqual(0.5);
        }
      }),
    );
  });

  it("is drawn whole at every moment and in every size", () => {
    // Only a figure that changes limbs is ever drawn with its limbs changed.
    fc.assert(
      fc.property(momentsOf(figure.order), size, (moment, cells) => {
        const { clippedDots } = drawOnCanvas(
          figure,
          { ...moment, swapped: moment.swapped && figure.alternating },
          cells,
        );
        expect(clippedDots).toBe(0);
      }),
    );
  });

  it("is drawn whole in a set, whose strokes need fewer poses", () => {
    const cells = { columns: 38, rows: 12 };
    const strokes = phases.flatMap((phase) => (phase === "open" ? [] : [{ phase: phase as Phase }]));
    const frame: Omit<MotionFrame, "phase" | "strokeIndex" | "fill"> = {
      kind: "set",
      side: null,
      strokes,
      fillSeconds: 5,
    };
    for (const [strokeIndex, phase] of phases.entries()) {
      for (const fill of [0, 0.3, 0.7, 1]) {
        const moment = resolveFigureMoment(figure, { ...frame, phase, strokeIndex, fill }, false);
        expect(moment.inSet).toBe(true);
        expect(drawOnCanvas(figure, moment, cells).clippedDots).toBe(0);
      }
    }
  });
});
