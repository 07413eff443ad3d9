import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { renderSchemas } from "../../src/catalog/schema.ts";
import { findDataFolder } from "../../src/paths.ts";

test.each(Object.entries(renderSchemas()))("%s is as the definition says; else run: npm run schema", (name, text) => {
  expect(readFileSync(path.join(findDataFolder(), "schema", name), "utf8")).toBe(text);
});

test("an editor is told what a figure of the dose is for", () => {
  const schema = JSON.parse(renderSchemas()["exercise.schema.json"] ?? "{}");
  expect(schema.properties.dose.properties.rest.description).toContain("in seconds");
  expect(schema.additionalProperties).toBe(false);
});
