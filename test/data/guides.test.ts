/** The table of both guides' guidance: every file and field that it names is there and says what it is said to say. */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const DATA = new URL("../../data/", import.meta.url);
const text = readFileSync(new URL("GUIDES.md", DATA), "utf8");
const rows = text.split("\n").filter((line) => /^\| (?!guidance|---)/.test(line));

/** The value at "steps[2]", "about[0].items[1]" or "questions[hip].text", an item by its id. */
function at(value: unknown, path: string): unknown {
  return path
    .split(/[.[\]]+/)
    .filter(Boolean)
    .reduce<unknown>(
      (inner, key) =>
        Array.isArray(inner) && !/^\d+$/.test(key)
          ? inner.find((item) => (item as { id?: string }).id === key)
          : (inner as Record<string, unknown> | undefined)?.[key],
      value,
    );
}

describe("the table of guidance", () => {
  test("covers both guides: the first's causes and five exercises, the second's seven steps", () => {
    const headings = [...text.matchAll(/^### (.*)$/gm)].map(([, heading]) => heading);
    for (const wanted of [/^Cause 1/, /^Cause 2/, /^Cause 3/, /^1: /, /^2: /, /^3: /, /^4: /, /^5: /]) {
      expect(headings.filter((heading) => wanted.test(heading ?? ""))).toHaveLength(1);
    }
    for (let step = 1; step <= 7; step++) expect(headings.join("\n")).toContain(`Step ${step}:`);
    expect(rows.length).toBeGreaterThan(100);
  });

  test.each(rows)("%s", (row) => {
    const [, guidance = "", where = ""] = row.split("|").map((cell) => cell.trim());
    expect(guidance).not.toBe("");
    const references = [...where.matchAll(/`([^`]+)`/g)].map(([, reference]) => reference ?? "");
    expect(references.length).toBeGreaterThan(0);
    for (const reference of references) {
      if (reference.startsWith("src/")) {
        expect(existsSync(new URL(`../../${reference}`, import.meta.url)), reference).toBe(true);
        continue;
      }
      const [, file = "", path = "", said = ""] = /^(\S+\.json) (\S+): (.+)$/.exec(reference) ?? [];
      const found = at(JSON.parse(readFileSync(new URL(file, DATA), "utf8")), path);
      if (typeof found === "number") expect(String(found), reference).toBe(said);
      else expect(found, reference).toContain(said);
    }
  });
});
