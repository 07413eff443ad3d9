/** What only one file may do: end the process. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const SRC = join(import.meta.dirname, "../../src");

it("only cli.ts ends the process", () => {
  const sources = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((name) => /\.tsx?$/.test(name));
  const ending = sources.filter((name) =>
    /\bprocess\s*\.\s*(exit|abort|reallyExit)\s*\(/.test(readFileSync(join(SRC, name), "utf8")),
  );
  expect(ending).toEqual(["cli.ts"]);
});
