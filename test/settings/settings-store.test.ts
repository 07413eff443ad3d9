/** Changing the settings. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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
  folder = mkdtempSync(join(tmpdir(), "unwind-settings-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const write = (text: string) => writeFileSync(getSettingsPath(folder), text);

describe("changing settings", () => {
  it("keeps what was set, and only that", () => {
    openSettingsStore(folder).set("level", "hard");
    openSettingsStore(folder).set("prepare", 5);
    expect(JSON.parse(readFileSync(getSettingsPath(folder), "utf8"))).toEqual({ level: "hard", prepare: 5 });
    expect(readSettings(folder, {}).settings).toMatchObject({ level: "hard", prepare: 5 });
  });

  it("goes back for one key or for all", () => {
    const store = openSettingsStore(folder);
    store.set("level", "hard");
    store.set("prepare", 5);
    store.reset("level");
    expect(readSettings(folder, {}).settings).toEqual({ ...DEFAULT_SETTINGS, prepare: 5 });
    store.reset();
    expect(readSettings(folder, {}).settings).toEqual(DEFAULT_SETTINGS);
  });

  it("makes the folder when it is not there", () => {
    const deep = join(folder, "not", "there");
    openSettingsStore(deep).set("level", "easy");
    expect(readSettings(deep, {}).settings.level).toBe("easy");
  });

  it("sets a damaged file aside before it writes a new one", () => {
    write("{broken");
    openSettingsStore(folder).set("level", "easy");
    expect(readFileSync(`${getSettingsPath(folder)}.damaged`, "utf8")).toBe("{broken");
    expect(readSettings(folder, {}).settings.level).toBe("easy");
  });

  it("changes one setting of a file that holds a bad value beside it", () => {
    write('{"prepare": "soon"}');
    openSettingsStore(folder).set("level", "easy");
    expect(readSettings(folder, {}).settings).toEqual({ ...DEFAULT_SETTINGS, level: "easy" });
  });

  it("says so when the folder cannot be written", () => {
    writeFileSync(join(folder, "file"), "");
    const fault = faultOf(() => openSettingsStore(join(folder, "file", "unwind")).set("level", "easy"));
    expect(fault.message).toContain("the settings cannot be written");
    expect(fault.exitCode).toBe(EXIT_CODES.cannotWrite);
  });
});
