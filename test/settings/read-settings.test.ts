/** Reading the settings: which source wins, and files that are not as they should be. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { EXIT_CODES } from "../../src/errors.ts";
import { DEFAULT_SETTINGS } from "../../src/settings/definitions.ts";
import { getSettingsPath, readSettings } from "../../src/settings/read-settings.ts";
import { faultOf } from "../support/fault-of.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "unwind-settings-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const write = (text: string) => writeFileSync(getSettingsPath(folder), text);

describe("where a setting comes from", () => {
  it("is the program's own when nobody has said anything", () => {
    expect(readSettings(folder, {})).toEqual({ settings: DEFAULT_SETTINGS, warnings: [] });
  });

  it("is the file's before the program's, and the environment's before the file's", () => {
    write('{"level": "easy", "prepare": 15}');
    const { settings } = readSettings(folder, { UNWIND_PREPARE: "1m", UNWIND_FIRST_SIDE: "right" });
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, level: "easy", prepare: 60, firstSide: "right" });
  });

  it("follows the rule for paths in the environment", () => {
    const read = (text: string) => readSettings(folder, { UNWIND_HISTORY_DIR: text, HOME: "/home/ada" }).settings;
    expect(read("~/training").historyDir).toBe("/home/ada/training");
    expect(read("").historyDir).toBe("");
    const fault = faultOf(() => read("training"));
    expect(fault.message).toBe('UNWIND_HISTORY_DIR cannot be "training": it must be the whole path of a folder');
    expect(fault.exitCode).toBe(EXIT_CODES.usage);
  });

  it("says which environment variable cannot be", () => {
    const fault = faultOf(() => readSettings(folder, { UNWIND_LEVEL: "medium" }));
    expect(fault.message).toBe('UNWIND_LEVEL cannot be "medium"; it is easy, standard or hard');
    expect(fault.exitCode).toBe(EXIT_CODES.usage);
  });
});

describe("a settings file that is not as it should be", () => {
  it.each(["here", "~/there"])(
    "may not name a folder that depends on where the program is started: %s",
    (historyDir) => {
      write(JSON.stringify({ historyDir }));
      const { settings, warnings } = readSettings(folder, {});
      expect(settings.historyDir).toBe("");
      expect(warnings).toEqual([expect.stringContaining("historyDir must be the whole path of a folder")]);
    },
  );

  it.each(["/srv/training", "C:\\Training", "\\\\server\\training"])(
    "names a folder by its whole path: %s",
    (historyDir) => {
      write(JSON.stringify({ historyDir }));
      expect(readSettings(folder, {})).toMatchObject({ settings: { historyDir }, warnings: [] });
    },
  );

  it("keeps the good values when one is bad, and says so", () => {
    write('{"level": "easy", "prepare": "soon", "fromTheFuture": 1}');
    const { settings, warnings } = readSettings(folder, {});
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, level: "easy" });
    expect(warnings).toEqual([
      `${getSettingsPath(folder)}: prepare must be a time from 0 to 600 seconds, such as 10, 10s or 1m30s; using the default`,
    ]);
  });

  it.each([
    ["{broken", ":1:2: not JSON: expected a name in double quotes"],
    ['{\n  "level": "easy"\n  "prepare": 5\n}', ":3:3: not JSON: expected a comma"],
    ["[]", ": expected an object such as"],
    ["7", ": expected an object such as"],
    ["", ":1:1: not JSON: expected a value"],
    [`{"level": ${"[".repeat(6000)}`, ":1:42: nested too deeply"],
  ])("is named with line and column, the defaults hold, and it stays as it is: %j", (text, message) => {
    write(text);
    const { settings, warnings } = readSettings(folder, {});
    expect(settings).toEqual(DEFAULT_SETTINGS);
    expect(warnings).toEqual([expect.stringContaining(`${getSettingsPath(folder)}${message}`)]);
    expect(warnings[0]).toMatch(/; the defaults are used$/);
    expect(readdirSync(folder)).toEqual(["settings.json"]);
    expect(readFileSync(getSettingsPath(folder), "utf8")).toBe(text);
  });

  it.each([
    ["a mark of an editor", Buffer.from('\uFEFF{"level": "easy"}')],
    ["UTF-16", Buffer.from('\uFEFF{"level": "easy"}', "utf16le")],
    ["UTF-16 without a mark", Buffer.from('{"level": "easy"}', "utf16le")],
    ["comments and a last comma", Buffer.from('// mine\n{"level": "easy", /* for now */}')],
  ])("is read with %s", (_, bytes) => {
    writeFileSync(getSettingsPath(folder), bytes);
    expect(readSettings(folder, {})).toEqual({ settings: { ...DEFAULT_SETTINGS, level: "easy" }, warnings: [] });
  });

  it.each([
    ["a named pipe", (path: string) => execFileSync("mkfifo", [path]), "not a regular file"],
    ["a link to a device that never ends", (path: string) => symlinkSync("/dev/zero", path), "not a regular file"],
    ["a folder", (path: string) => mkdirSync(path), "a folder"],
  ])("is not waited for when it is %s", (_, make, why) => {
    make(getSettingsPath(folder));
    const { settings, warnings } = readSettings(folder, {});
    expect(settings).toEqual(DEFAULT_SETTINGS);
    expect(warnings).toEqual([`${getSettingsPath(folder)} cannot be read: ${why}; the defaults are used`]);
  });
});
