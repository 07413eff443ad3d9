/** Files of a versioned format: what they are found to be, and what happens to those that cannot be read. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  createFaultHandler,
  createFaultReporter,
  isPlainObject,
  MAX_RECORD_BYTES,
  parseVersioned,
  readVersionedFile,
  type VersionedFormat,
} from "../../src/files/versioned-files.ts";

const FORMAT: VersionedFormat<string> = {
  format: "unwind-test",
  validate: ({ side }) =>
    typeof side === "string" ? { type: "valid", value: side } : { type: "foreign", why: "no side" },
};
const parse = (text: string) => parseVersioned(text, FORMAT);

describe("a text", () => {
  test.each([
    ["of this version is validated", { version: 1, side: "left" }, { type: "valid", value: "left" }],
    ["with a wrong field says which", { version: 1, side: 2 }, { type: "foreign", why: "no side" }],
    ["of a later version is not for this program", { version: 2, hours: 1 }, { type: "later" }],
    ["without a version is foreign", {}, { type: "foreign", why: "it has no version" }],
    ["of version 0 is foreign", { version: 0, side: "left" }, { type: "foreign", why: "it has no version" }],
    ["of version 1.5 is foreign", { version: 1.5, side: "left" }, { type: "foreign", why: "it has no version" }],
  ])("%s", (_, fields, expected) => {
    expect(parse(JSON.stringify({ format: "unwind-test", ...fields }))).toEqual(expected);
  });

  test.each([
    ['{"format":"unwind-test","ver', 'line 1, column 25: not JSON: expected a closing quote, found "\\""'],
    ['{"format":"unwind-other","version":1}', "it is no unwind-test file"],
    ["[]", "it is no unwind-test file"],
    ["null", "it is no unwind-test file"],
  ])("%s is foreign", (text, why) => {
    expect(parse(text)).toEqual({ type: "foreign", why });
  });
});

test("only objects with names are plain", () => {
  expect([{}, [], null, "text"].map(isPlainObject)).toEqual([true, false, false, false]);
});

describe("a file", () => {
  let folder: string;
  let warnings: string[];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "unwind-versioned-"));
    warnings = [];
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const read = (name: string) =>
    readVersionedFile(
      join(folder, name),
      parse,
      createFaultHandler(join(folder, "damaged"), (text) => warnings.push(text)),
    );

  test("is read", () => {
    writeFileSync(join(folder, "a.json"), '{"format":"unwind-test","version":1,"side":"right"}');
    expect(read("a.json")).toBe("right");
    expect(warnings).toEqual([]);
  });

  test("that a writer finds damaged is moved aside, under an unused name, and named", () => {
    for (const name of ["a.json", "a-2.json"]) {
      writeFileSync(join(folder, "a.json"), "{");
      expect(read("a.json")).toBeNull();
      expect(warnings.pop()).toContain(
        `is damaged (line 1, column 2: not JSON: expected a closing }); it was set aside as ${join(folder, "damaged", name)}`,
      );
    }
    expect(readdirSync(folder)).toEqual(["damaged"]);
    expect(readdirSync(join(folder, "damaged"))).toEqual(["a-2.json", "a.json"]);
  });

  test("that is damaged and cannot be moved stays, and is named", () => {
    writeFileSync(join(folder, "damaged"), "in the way");
    writeFileSync(join(folder, "a.json"), "{");
    expect(read("a.json")).toBeNull();
    expect(warnings).toEqual([expect.stringContaining("a.json is ignored")]);
    expect(readdirSync(folder)).toContain("a.json");
  });

  test("that a reader finds damaged stays where it is, and is named with line and column", () => {
    writeFileSync(join(folder, "a.json"), '{\n  "format" "unwind-test"\n}');
    const report = createFaultReporter((text) => warnings.push(text));
    expect(readVersionedFile(join(folder, "a.json"), parse, report)).toBeNull();
    expect(warnings).toEqual([
      expect.stringMatching(/a\.json is ignored: line 2, column 12: not JSON: expected a colon, found /),
    ]);
    expect(readdirSync(folder)).toEqual(["a.json"]);
  });

  test.each([
    ["a named pipe", (path: string) => execFileSync("mkfifo", [path])],
    ["a link to a device that never ends", (path: string) => symlinkSync("/dev/zero", path)],
  ])("that is %s is not read, stays, and is named", (_, make) => {
    make(join(folder, "a.json"));
    expect(read("a.json")).toBeNull();
    expect(warnings).toEqual([expect.stringContaining("a.json cannot be read: not a regular file")]);
    expect(readdirSync(folder)).toEqual(["a.json"]);
  });

  test("of a size that cannot be is refused before it is read", () => {
    writeFileSync(join(folder, "a.json"), "");
    truncateSync(join(folder, "a.json"), MAX_RECORD_BYTES + 1);
    expect(read("a.json")).toBeNull();
    expect(warnings).toEqual([expect.stringContaining("a.json cannot be read: too large")]);
  });

  test.each([
    ["a mark", "\uFEFF"],
    ["a comment", "// mine\n"],
  ])("that an editor gave %s is read", (_, before) => {
    writeFileSync(join(folder, "a.json"), `${before}{"format":"unwind-test","version":1,"side":"right",}`);
    expect(read("a.json")).toBe("right");
    expect(warnings).toEqual([]);
  });

  test("with six thousand levels in a field that nobody knows is damaged, and no defect", () => {
    const deep = "[".repeat(6000) + "]".repeat(6000);
    writeFileSync(join(folder, "a.json"), `{"format":"unwind-test","version":1,"side":"right","more":${deep}}`);
    expect(read("a.json")).toBeNull();
    expect(warnings).toEqual([expect.stringContaining("nested too deeply; expected at most 32 levels")]);
  });

  test("of a later version stays where it is, and is named", () => {
    writeFileSync(join(folder, "a.json"), '{"format":"unwind-test","version":9}');
    expect(read("a.json")).toBeNull();
    expect(warnings).toEqual([expect.stringContaining("later version")]);
    expect(readdirSync(folder)).toEqual(["a.json"]);
  });

  test("that is a folder cannot be read, and is named", () => {
    mkdirSync(join(folder, "a.json"));
    expect(read("a.json")).toBeNull();
    expect(warnings).toEqual([expect.stringContaining("a.json cannot be read: a folder")]);
  });
});
