/** Files that appear whole: links, pipes and modes are left as they are. */
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  closeSync,
  constants,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { writeChunksAtomically, writeFileAtomically } from "../../src/files/write.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "unwind-files-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("what is written where something is already", () => {
  test.each(["there already", "not there yet"])("goes through a link to the file that it leads to (%s)", (state) => {
    mkdirSync(join(folder, "drive"));
    const real = join(folder, "drive", "real.csv");
    if (state === "there already") writeFileSync(real, "before");
    symlinkSync(join("drive", "real.csv"), join(folder, "link.csv"));
    symlinkSync("link.csv", join(folder, "link-to-link.csv"));
    writeFileAtomically(join(folder, "link-to-link.csv"), "after");
    expect(readFileSync(real, "utf8")).toBe("after");
    for (const link of ["link.csv", "link-to-link.csv"]) {
      expect(lstatSync(join(folder, link)).isSymbolicLink()).toBe(true);
    }
    expect(readdirSync(join(folder, "drive"))).toEqual(["real.csv"]);
  });

  test("goes into a pipe, which stays one", () => {
    const pipe = join(folder, "pipe");
    execFileSync("mkfifo", [pipe]);
    const reader = openSync(pipe, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      writeChunksAtomically(pipe, ["one,", "two"]);
      const read = Buffer.alloc(20);
      expect(read.toString("utf8", 0, readSync(reader, read))).toBe("one,two");
    } finally {
      closeSync(reader);
    }
    expect(statSync(pipe).isFIFO()).toBe(true);
    expect(readdirSync(folder)).toEqual(["pipe"]);
  });

  test.each([0o600, 0o640, 0o666])("keeps the mode %o of the file that it replaces", (mode) => {
    const path = join(folder, "sets.csv");
    writeFileSync(path, "before");
    chmodSync(path, mode);
    writeFileAtomically(path, "after", { mode: 0o644 });
    expect(statSync(path).mode & 0o777).toBe(mode);
    expect(readFileSync(path, "utf8")).toBe("after");
  });

  test("leaves what is there when its parts fail half-way", () => {
    const path = join(folder, "sets.csv");
    writeFileSync(path, "before");
    const parts = function* () {
      yield "half";
      throw new Error("no more");
    };
    expect(() => writeChunksAtomically(path, parts())).toThrow("no more");
    expect(readFileSync(path, "utf8")).toBe("before");
    expect(readdirSync(folder)).toEqual(["sets.csv"]);
  });
});
