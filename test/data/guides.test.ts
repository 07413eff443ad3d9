/** The table of both guides' guidance: every file and field that it names is there and says what it is said to say. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
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

/** Where a file gives the reason for a figure of our own. */
function findOwnFigures(value: unknown, path = ""): string[] {
  if (typeof value !== "object" || value === null) return [];
  const isOwn = "basis" in value && value.basis === "default" && "reason" in value;
  const inner = Object.entries(value).flatMap(([key, item]) => {
    const id = Array.isArray(value) ? ((item as { id?: string } | null)?.id ?? key) : null;
    return findOwnFigures(item, id === null ? (path === "" ? key : `${path}.${key}`) : `${path}[${id}]`);
  });
  return isOwn ? [path === "" ? "reason" : `${path}.reason`, ...inner] : inner;
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

  test("has the basis of every figure that is not the guides'", () => {
    const unnamed = ["exercises", "routines", "assess"].flatMap((folder) =>
      readdirSync(new URL(`${folder}/`, DATA)).flatMap((file) =>
        findOwnFigures(JSON.parse(readFileSync(new URL(`${folder}/${file}`, DATA), "utf8"))).flatMap((path) =>
          text.includes(`\`${folder}/${file} ${path}: `) ? [] : [`${folder}/${file} ${path}`],
        ),
      ),
    );
    expect(unnamed).toEqual([]);
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
