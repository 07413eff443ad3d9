/** Files that appear whole: links, pipes and modes are left as they are. */
import { execFileSync, spawnSync } from "node:child_process";
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
    writeFileAtomically(path, "after");
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

const modeOf = (...parts: string[]) => statSync(join(folder, ...parts)).mode & 0o777;

describe("what a person has trained is nobody else's business", () => {
  test("a new file is readable to the person alone, and so is every folder that it needs", () => {
    const umask = process.umask(0o022);
    try {
      writeFileAtomically(join(folder, "sessions/2026/11/a.json"), "{}");
      writeFileAtomically(join(folder, "sets.csv"), "");
    } finally {
      process.umask(umask);
    }
    expect([modeOf("sessions"), modeOf("sessions/2026"), modeOf("sessions/2026/11")]).toEqual([0o700, 0o700, 0o700]);
    expect([modeOf("sessions/2026/11/a.json"), modeOf("sets.csv")]).toEqual([0o600, 0o600]);
  });

  test("what an earlier version left readable is put right with the next write, and nothing above it is touched", () => {
    mkdirSync(join(folder, "sessions/2026/11"), { recursive: true });
    const path = join(folder, "sessions/2026/11/a.json");
    writeFileSync(path, "{}");
    for (const [name, mode] of [
      ["", 0o755],
      ["sessions", 0o755],
      ["sessions/2026", 0o750],
      ["sessions/2026/11", 0o755],
    ] as const)
      chmodSync(join(folder, name), mode);
    chmodSync(path, 0o644);
    writeFileAtomically(path, "[]", { ownFolder: join(folder, "sessions") });
    expect(modeOf("")).toBe(0o755);
    expect([modeOf("sessions"), modeOf("sessions/2026"), modeOf("sessions/2026/11")]).toEqual([0o700, 0o700, 0o700]);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });
});

test("what a killed write has left is removed by the next one in the folder, and what is being written is not", () => {
  const dead = spawnSync(process.execPath, ["-e", ""]).pid;
  const names = {
    killed: `.old.csv.${dead}.unwind-tmp`,
    running: `.other.csv.${process.ppid}.unwind-tmp`,
    foreign: `.mine.${dead}.tmp`,
  };
  for (const name of Object.values(names)) writeFileSync(join(folder, name), "half");
  writeFileAtomically(join(folder, "sets.csv"), "whole");
  expect(readdirSync(folder).sort()).toEqual([names.foreign, names.running, "sets.csv"].sort());
});
