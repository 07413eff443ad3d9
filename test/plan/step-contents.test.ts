/** What is inside a step: its marks, by kind and length. */
import { expect, it } from "vitest";
import { placeMarks } from "../../src/plan/step-contents.ts";
import { getMarkTimeMs, type StepKind } from "../../src/plan/step-types.ts";

it.each<[string, StepKind, number | null, number, string]>([
  ["a rest counts down at its end", "rest", 30_000, 0, "three 27, two 28, one 29"],
  ["a preparation and a switch do so too", "prepare", 10_000, 0, "three 7, two 8, one 9"],
  ["a step of three seconds does not begin with its three", "rest", 3000, 0, "two 1, one 2"],
  ["a step that is hardly longer has its three", "switch", 3001, 0, "three 0.001, two 1.001, one 2.001"],
  ["a step of one second counts nothing", "rest", 1000, 0, ""],
  ["a short hold has no half-way", "set", 19_999, 1, "three 16.999, two 17.999, one 18.999"],
  ["at twenty seconds ten are left half-way", "set", 20_000, 1, "half-way 10, three 17, two 18, one 19"],
  ["beyond, both are told", "set", 21_000, 1, "half-way 10.5, ten-seconds 11, three 18, two 19, one 20"],
  ["only a hold has a half-way", "rest", 40_000, 1, "three 37, two 38, one 39"],
  ["the strokes of a set are their own count", "set", 40_000, 2, ""],
  ["a rest before a set of many strokes counts", "rest", 5000, 40, "three 2, two 3, one 4"],
  ["an open step has no end to count to", "set", null, 0, ""],
])("%s", (_, kind, durationMs, strokes, marks) => {
  const told = placeMarks(kind, durationMs, strokes);
  expect(told.map((mark) => `${mark.name} ${getMarkTimeMs(mark, durationMs ?? 0) / 1000}`).join(", ")).toBe(marks);
});
