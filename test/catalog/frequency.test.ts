/** How often a routine is done: as it is written, and as it is read. */
import { describe, expect, it, test } from "vitest";
import { formatFrequency, normaliseFrequency } from "../../src/catalog/frequency.ts";
import { frequencySchema } from "../../src/catalog/schema-parts.ts";

describe("how often a routine is done", () => {
  it.each([
    [3, undefined, "3 days a week"],
    [1, undefined, "1 day a week"],
    [7, undefined, "every day"],
    [[2, 3], 1, "2–3 days a week, with a day between"],
    [[2, 2], 2, "2 days a week, with 2 days between"],
    [[2, 7], undefined, "at least 2 days a week"],
    [[1, 7], undefined, "at least 1 day a week"],
  ] as const)("%j with %j between reads as %s", (days, between, text) => {
    const written = { days: days as number | [number, number], between, basis: "guide" as const };
    expect(formatFrequency(normaliseFrequency(written))).toBe(text);
  });

  test("has no days between and nothing for other days where that is not said", () => {
    expect(normaliseFrequency({ days: 3, basis: "guide" })).toEqual({
      days: { from: 3, to: 3 },
      between: 0,
      otherDays: null,
      basis: "guide",
      reason: null,
    });
  });

  it.each([
    [{ days: 0, basis: "guide" }, "days"],
    [{ days: 8, basis: "guide" }, "days"],
    [{ days: 2.5, basis: "guide" }, "days"],
    [{ days: [3, 2], basis: "guide" }, "days"],
    [{ days: 3, basis: "default" }, "reason"],
    [{ days: 4, between: 1, basis: "guide" }, "between"],
    [{ days: [2, 4], between: 1, basis: "guide" }, "between"],
    [{ days: 3, between: 0, basis: "guide" }, "between"],
  ])("%j is refused at its %s", (frequency, field) => {
    expect(frequencySchema.safeParse(frequency).error?.issues[0]?.path[0]).toBe(field);
  });

  test("fills the week at most", () => {
    expect(frequencySchema.safeParse({ days: 3, between: 1, basis: "guide" }).success).toBe(true);
    expect(frequencySchema.safeParse({ days: 7, basis: "guide" }).success).toBe(true);
  });
});
