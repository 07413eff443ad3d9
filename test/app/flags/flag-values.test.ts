/** Values of flags: what is read, and what is refused. */
import { expect, test } from "vitest";
import { parseSince } from "../../../src/app/flags/flag-values.ts";
import { parseDay } from "../../../src/calendar.ts";
import { faultOf } from "../../support/fault-of.ts";

const TODAY = parseDay("2026-11-27") ?? 0;

test.each([
  ["2026-11-01", "2026-11-01"],
  ["30d", "2026-10-28"],
  [" 4w ", "2026-10-30"],
  ["6m", "2026-05-31"],
  ["1y", "2025-11-27"],
  ["9999y", "1970-01-01"],
])("--since %s begins with %s", (text, day) => {
  expect(parseSince(text, TODAY)).toBe(day);
});

test("--since takes a day or an age, and nothing else; without it there is no first day", () => {
  for (const text of ["", "soon", "30", "30 d", "2026-13-01"]) {
    expect(faultOf(() => parseSince(text, TODAY)).message).toContain("expected a day such as 2026-11-01");
  }
  expect(parseSince(undefined, TODAY)).toBeUndefined();
});
