/** What plain lines say before a session starts. */
import { expect, test } from "vitest";
import { formatOpening } from "../../src/output/plain-lines.ts";
import { PLAN } from "./a-plan.ts";

test("before it starts a session says its name, how long it takes, what is needed and when to stop", () => {
  expect(formatOpening(PLAN)).toEqual([
    "Morning hips",
    "5:28, level standard, 4 exercises, one step waits for you",
    "Equipment: band, mat",
    "Stop when it hurts.",
  ]);
});

test("a session that is taken up says what is left of it", () => {
  expect(formatOpening(PLAN, 2)).toEqual([
    "Morning hips",
    "4:50 left, level standard, 3 exercises, one step waits for you",
    "Equipment: mat, band",
    "Stop when it hurts.",
  ]);
});

test("a routine of one exercise without equipment says so", () => {
  const march = PLAN.exercises["march"]!;
  const blocks = PLAN.blocks.slice(0, 1).map((block) => ({ ...block, equipment: [] }));
  const steps = PLAN.steps.slice(0, 2);
  const plan = { ...PLAN, openSteps: 0, notice: null, exercises: { march }, blocks, steps };
  expect(formatOpening(plan)).toEqual(["Morning hips", "0:38, level standard, 1 exercise", "No equipment"]);
});
