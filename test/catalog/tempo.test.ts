import fc from "fast-check";
import { expect, test } from "vitest";
import * as z from "zod/mini";
import { createTempoSchema } from "../../src/catalog/schema-parts.ts";
import { buildTempoStrokes, findStartingStroke, formatTempo, parseTempo } from "../../src/catalog/tempo.ts";
import type { Phase } from "../../src/terms.ts";
import { stroke } from "../support/content.ts";

const strokesOf = (text: string, starts: "concentric" | "eccentric") => {
  const parsed = parseTempo(text);
  if (!parsed) throw new Error(`${text} is no tempo`);
  return buildTempoStrokes(parsed, starts).map((stroke) => [stroke.phase, stroke.seconds.amount] as const);
};
const seconds = (value: number) => ({ type: "single", value });

test("a tempo that starts concentric lifts, holds, lowers and pauses", () => {
  expect(strokesOf("3-0-2-1", "concentric")).toEqual([
    ["concentric", seconds(2)],
    ["pause-top", seconds(1)],
    ["eccentric", seconds(3)],
    ["pause-bottom", seconds(0)],
  ]);
});

test("a tempo that starts eccentric lowers, pauses, lifts and holds", () => {
  expect(strokesOf("3-1-2-0", "eccentric")).toEqual([
    ["eccentric", seconds(3)],
    ["pause-bottom", seconds(1)],
    ["concentric", seconds(2)],
    ["pause-top", seconds(0)],
  ]);
});

test.each(["4-0-2-1", "4021"])("%s reads the same with and without dashes", (text) => {
  expect(parseTempo(text)).toEqual(parseTempo("4-0-2-1"));
});

test.each(["30X1", "30x1", "3-0-X-1"])("%s lifts explosively, in one second", (text) => {
  expect(parseTempo(text)?.concentric).toEqual({ seconds: 1, fast: true });
  expect(parseTempo(text)?.eccentric).toEqual({ seconds: 3, fast: false });
});

test("a slow stroke may take two figures between dashes", () => {
  expect(parseTempo("10-0-10-0")?.eccentric.seconds).toBe(10);
});

test.each(["", "3-0-3", "30313", "3-X-3-1", "3-0-3--1", "a-b-c-d", "0-0-0-0", "0000", "100-0-1-0", "3.5-0-3-1"])(
  "%j is no tempo",
  (text) => {
    expect(parseTempo(text)).toBeNull();
  },
);

test("a file and a flag take the same tempos", () => {
  const schema = createTempoSchema();
  const parts = fc.constantFrom("0", "1", "3", "9", "10", "99", "100", "X", "x", "", "y");
  const separators = fc.constantFrom("-", "");
  fc.assert(
    fc.property(parts, parts, parts, parts, separators, (a, b, c, d, separator) => {
      const text = [a, b, c, d].join(separator);
      expect(z.safeParse(schema, text).success).toBe(parseTempo(text) !== null);
    }),
    { numRuns: 2000 },
  );
});

test.each<[string[], string | null]>([
  [["concentric", "pause-top", "eccentric"], "concentric"],
  [["pause-bottom", "eccentric", "concentric"], "eccentric"],
  [["pause-top", "pause-bottom"], null],
  [["concentric"], null],
  [["concentric", "hold"], null],
])("%j starts with %s", (phases, starts) => {
  expect(findStartingStroke(phases.map((phase) => stroke(phase as Phase, 1)))).toBe(starts);
});

test("strokes are written as a tempo: in its order, without those that it lacks, explosive ones as X", () => {
  const strokes = [stroke("concentric", 1, true), stroke("eccentric", 3), stroke("pause-bottom", 2)];
  expect(formatTempo(strokes, ({ phase }) => phase.charAt(0))).toBe("e-p-X-0");
});

test("the seconds of a tempo carry their basis, and its strokes their cues", () => {
  const parsed = parseTempo("3-0-X-1");
  if (!parsed) throw new Error("a tempo");
  const [up, top] = buildTempoStrokes(parsed, "concentric", {
    basis: "default",
    reason: "Slow.",
    cues: { concentric: "Lift." },
  });
  const sourced = { amount: seconds(1), basis: "default", reason: "Slow." };
  expect(up).toEqual({ phase: "concentric", fast: true, cue: "Lift.", seconds: sourced });
  expect(top).toEqual({ phase: "pause-top", fast: false, cue: null, seconds: sourced });
  expect(buildTempoStrokes(parsed, "concentric")[0]?.seconds).toEqual({
    amount: seconds(1),
    basis: "guide",
    reason: null,
  });
});
