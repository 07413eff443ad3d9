/** What a person may have meant, and what there is to choose from. */
import { expect, it } from "vitest";
import { findNearMiss, formatAlternatives, suggestNearMiss } from "../../src/text/near-miss.ts";

it.each<[string, readonly string[], string | null]>([
  ["psoas-mrach", ["pigeon-pose", "psoas-march"], "psoas-march"],
  ["PSOAS-MARCH ", ["psoas-march"], "psoas-march"],
  ["restscale", ["restScale"], "restScale"],
  ["marhc", ["match", "march"], "march"],
  ["marxyz", ["march"], null],
  ["kneeling-lnugee", ["kneeling-lunge"], "kneeling-lunge"],
  ["zz", ["ab"], null],
  ["", ["ab"], null],
  ["a".repeat(1_000_000), ["ab"], null],
])("%j is closest to one of %j", (typed, known, near) => {
  expect(findNearMiss(typed, known)).toBe(near);
  expect(suggestNearMiss(typed, known)).toBe(near === null ? undefined : `did you mean ${near}?`);
});

it.each<[readonly string[], number | undefined, string]>([
  [["a"], undefined, "a"],
  [["a", "b"], undefined, "a or b"],
  [["a", "b", "c"], 3, "a, b or c"],
  [["a", "b", "c", "d"], 3, "a, b or 2 more"],
])("%j is a choice", (names, max, text) => {
  expect(formatAlternatives(names, max)).toBe(text);
});
