/** Settings: where a value comes from, and what becomes of a file that cannot be read. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { EXIT_CODES } from "../../src/errors.ts";
import {
  DEFAULT_SETTINGS,
  environmentVariableOf,
  isValidSetting,
  SETTING_KEYS,
  SETTINGS,
} from "../../src/settings/definitions.ts";
import { getSettingsPath, parseSetting, readSettings } from "../../src/settings/read-settings.ts";
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

describe("where a setting comes from", () => {
  it("is the program's own when nobody has said anything", () => {
    expect(readSettings(folder, {})).toEqual({ settings: DEFAULT_SETTINGS, warnings: [] });
  });

  it("is the file's before the program's, and the environment's before the file's", () => {
    write('{"level": "easy", "prepare": 15}');
    const { settings } = readSettings(folder, { UNWIND_PREPARE: "1m", UNWIND_FIRST_SIDE: "right" });
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, level: "easy", prepare: 60, firstSide: "right" });
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

  it.each(["{broken", "[]", "7", ""])("is set aside whole and named when it is damaged: %j", (text) => {
    write(text);
    const { settings, warnings } = readSettings(folder, {});
    expect(settings).toEqual(DEFAULT_SETTINGS);
    expect(warnings).toHaveLength(1);
    expect(readFileSync(`${getSettingsPath(folder)}.damaged`, "utf8")).toBe(text);
    expect(existsSync(getSettingsPath(folder))).toBe(false);
  });

  it("never overwrites one that was set aside before", () => {
    write("{first");
    readSettings(folder, {});
    write("{second");
    readSettings(folder, {});
    expect(readdirSync(folder).sort()).toEqual(["settings.json.damaged", "settings.json.damaged-2"]);
  });
});

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

describe("the table", () => {
  it.each(SETTING_KEYS)("%s: its own default is a value that may be, and can be typed", (key) => {
    expect(isValidSetting(key, DEFAULT_SETTINGS[key])).toBe(true);
    expect(parseSetting(key, String(DEFAULT_SETTINGS[key]), key)).toBe(DEFAULT_SETTINGS[key]);
    expect(SETTINGS[key].description).not.toBe("");
  });

  it("refuses what is no number and what is out of bounds", () => {
    for (const text of ["", "x", "-1", "1e9", "NaN", "Infinity"]) {
      expect(faultOf(() => parseSetting("restScale", text, "restScale")).exitCode).toBe(EXIT_CODES.usage);
    }
  });

  it("names environment variables after the keys", () => {
    expect(environmentVariableOf("framesPerSecond")).toBe("UNWIND_FRAMES_PER_SECOND");
  });
});
