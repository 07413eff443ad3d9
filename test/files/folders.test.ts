import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeFolder } from "../../src/files/folders.ts";

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "unwind-folders-"));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

test("makes what is missing, and says where it began", () => {
  expect(makeFolder(join(home, "a/b/c"))).toBe(join(home, "a"));
  expect(existsSync(join(home, "a/b/c"))).toBe(true);
  expect(makeFolder(join(home, "a/b/d"))).toBe(join(home, "a/b/d"));
  expect(makeFolder(join(home, "a/b"))).toBeUndefined();
});

test("refuses what cannot be: below a file, and in the place of one", () => {
  writeFileSync(join(home, "file"), "");
  expect(() => makeFolder(join(home, "file/a"))).toThrow(/ENOTDIR|EEXIST/);
  expect(() => makeFolder(join(home, "file"))).toThrow("EEXIST");
});

test.skipIf(process.platform !== "linux")("ends where the system says that the parent is not there", () => {
  expect(() => makeFolder("/proc/unwind/state/journal")).toThrow("ENOENT");
});
