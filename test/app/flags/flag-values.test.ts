/** Values of flags: what is read, and what is refused. */
import { expect, test } from "vitest";
import { parseRange } from "../../../src/app/flags/flag-values.ts";
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
])("--since %s begins with %s, and --until ends with it", (text, day) => {
  expect(parseRange({ since: text }, TODAY)).toEqual({ since: day });
  expect(parseRange({ until: text }, TODAY)).toEqual({ until: day });
  expect(parseRange({ since: text, until: text }, TODAY)).toEqual({ since: day, until: day });
});

test("--since and --until take a day or an age, and nothing else; without them there is no first and no last day", () => {
  for (const text of ["", "soon", "30", "30 d", "2026-13-01"]) {
    for (const flag of ["since", "until"]) {
      const { message } = faultOf(() => parseRange({ [flag]: text }, TODAY));
      expect(message).toBe(`--${flag} ${text}: expected a day such as 2026-11-01, or 30d, 4w, 6m, 1y`);
    }
  }
  expect(parseRange({}, TODAY)).toEqual({});
});

test("what ends before it begins is refused", () => {
  expect(faultOf(() => parseRange({ since: "1w", until: "2w" }, TODAY)).message).toBe(
    "--until 2w is before --since 1w",
  );
});
