/** Changing the settings. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { EXIT_CODES } from "../../src/errors.ts";
import { DEFAULT_SETTINGS } from "../../src/settings/definitions.ts";
import { getSettingsPath, readSettings } from "../../src/settings/read-settings.ts";
import { openSettingsStore } from "../../src/settings/settings-store.ts";
import { faultOf } from "../support/fault-of.ts";

let folder: string;
beforeEach(() => {
  warnings = [];
  folder = mkdtempSync(join(tmpdir(), "unwind-settings-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

let warnings: string[];
const open = (path: string) => openSettingsStore(path, (text) => warnings.push(text));
const write = (text: string) => writeFileSync(getSettingsPath(folder), text);

describe("changing settings", () => {
  it("keeps what was set, and only that", () => {
    open(folder).set("level", "hard");
    open(folder).set("prepare", 5);
    expect(JSON.parse(readFileSync(getSettingsPath(folder), "utf8"))).toEqual({ level: "hard", prepare: 5 });
    expect(readSettings(folder, {}).settings).toMatchObject({ level: "hard", prepare: 5 });
  });

  it("goes back for one key or for all", () => {
    const store = open(folder);
    store.set("level", "hard");
    store.set("prepare", 5);
    store.reset(["level"]);
    expect(readSettings(folder, {}).settings).toEqual({ ...DEFAULT_SETTINGS, prepare: 5 });
    store.reset(store.keys());
    expect(readSettings(folder, {}).settings).toEqual(DEFAULT_SETTINGS);
  });

  it("makes the folder when it is not there", () => {
    const deep = join(folder, "not", "there");
    open(deep).set("level", "easy");
    expect(readSettings(deep, {}).settings.level).toBe("easy");
  });

  it.each(["{broken", "[]", "7", ""])("sets a damaged file aside before it writes a new one: %j", (text) => {
    write(text);
    open(folder).set("level", "easy");
    expect(readFileSync(`${getSettingsPath(folder)}.damaged`, "utf8")).toBe(text);
    expect(warnings).toEqual([
      expect.stringMatching(/settings\.json.*; it was set aside as .*settings\.json\.damaged$/),
    ]);
    expect(readSettings(folder, {}).settings.level).toBe("easy");
  });

  it("sets aside what is no text", () => {
    writeFileSync(getSettingsPath(folder), Buffer.from([0xa1, 0x2f, 0x7b, 0x7d]));
    open(folder).set("level", "easy");
    expect(warnings).toEqual([expect.stringMatching(/not UTF-8 text; expected UTF-8; it was set aside as/)]);
    expect(readSettings(folder, {}).settings.level).toBe("easy");
  });

  it("never overwrites one that was set aside before", () => {
    for (const text of ["{first", "{second"]) {
      write(text);
      open(folder).set("level", "easy");
    }
    const names = ["settings.json", "settings.json.damaged", "settings.json.damaged-2"];
    expect(readdirSync(folder).sort()).toEqual(names);
    expect(readFileSync(`${getSettingsPath(folder)}.damaged-2`, "utf8")).toBe("{second");
  });

  it("keeps the comments that a person has written, and what a later version knows", () => {
    write('\uFEFF// mine\n{\n  "level": "hard", // for now\n  "fromTheFuture": 1,\n}\n');
    open(folder).set("level", "easy");
    open(folder).set("prepare", 5);
    const text = readFileSync(getSettingsPath(folder), "utf8");
    expect(text).toContain("// mine");
    expect(text).toContain("// for now");
    expect(text).toContain('"fromTheFuture": 1');
    expect(readSettings(folder, {})).toMatchObject({ settings: { level: "easy", prepare: 5 }, warnings: [] });
    expect(warnings).toEqual([]);
  });

  it("changes a setting that stands twice to what was asked for", () => {
    write('{"level": "hard", "level": "standard"}');
    open(folder).set("level", "easy");
    expect(readSettings(folder, {}).settings.level).toBe("easy");
    open(folder).reset(["level"]);
    expect(readSettings(folder, {}).settings).toEqual(DEFAULT_SETTINGS);
  });

  it("leaves alone what is no file, and says so", () => {
    symlinkSync("/dev/zero", getSettingsPath(folder));
    const fault = faultOf(() => open(folder).set("level", "easy"));
    expect(fault.message).toContain("settings.json cannot be read: not a regular file");
    expect(fault.exitCode).toBe(EXIT_CODES.cannotWrite);
  });

  it("is nobody else's business", () => {
    open(folder).set("level", "easy");
    expect(statSync(getSettingsPath(folder)).mode & 0o777).toBe(0o600);
  });

  it("changes one setting of a file that holds a bad value beside it", () => {
    write('{"prepare": "soon"}');
    open(folder).set("level", "easy");
    expect(readSettings(folder, {}).settings).toEqual({ ...DEFAULT_SETTINGS, level: "easy" });
  });

  it("says so when the folder cannot be written", () => {
    writeFileSync(join(folder, "file"), "");
    const fault = faultOf(() => open(join(folder, "file", "unwind")).set("level", "easy"));
    expect(fault.message).toContain("the settings cannot be written");
    expect(fault.exitCode).toBe(EXIT_CODES.cannotWrite);
  });
});
