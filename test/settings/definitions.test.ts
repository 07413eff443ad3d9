/** The table of settings: what they may be, and what a user may type. */
import { describe, expect, it } from "vitest";
import { EXIT_CODES } from "../../src/errors.ts";
import {
  DEFAULT_SETTINGS,
  environmentVariableOf,
  isValidSetting,
  parseSoundLevels,
  SETTING_KEYS,
  SETTINGS,
  type SettingKey,
} from "../../src/settings/definitions.ts";
import { parseSetting } from "../../src/settings/read-settings.ts";
import { faultOf } from "../support/fault-of.ts";

const parse = (key: SettingKey, text: string) => parseSetting(key, text, key);

describe("a setting of sound", () => {
  it.each<[SettingKey, string, unknown]>([
    ["voice", "Brief", "brief"],
    ["sound", "ticks", "ticks"],
    ["volume", "0", 0],
    ["rate", "400", 400],
    ["voiceName", " en-gb ", "en-gb"],
    ["sink", "bell", "bell"],
    ["soundFor", "stretch=ticks,massage=off", "stretch=ticks,massage=off"],
    ["soundFor", "", ""],
    ["flash", "on", "on"],
    ["awake", "OFF", "off"],
    ["notify", "on", "on"],
    ["title", "off", "off"],
  ])("%s may be %j", (key, text, value) => {
    expect(parse(key, text)).toBe(value);
  });

  it("that is misspelt is answered with the name that is near", () => {
    const fault = faultOf(() => parse("sink", "pacatt"));
    expect(fault.message).toMatch(/^sink cannot be "pacatt"; it is auto, pacat, .* or bell$/);
    expect(fault.hint).toBe("did you mean pacat?");
    expect(faultOf(() => parse("sound", "x")).hint).toBeUndefined();
  });

  it.each<[SettingKey, string]>([
    ["voice", "loud"],
    ["sound", "no"],
    ["volume", "101"],
    ["volume", ""],
    ["rate", "79"],
    ["rate", "fast"],
    ["voiceName", "a\x1b[31mb"],
    ["sink", "a\nb"],
    ["sink", "pacatt"],
    ["soundFor", "stretch"],
    ["soundFor", "stretch=loud"],
    ["soundFor", "sleep=off"],
    ["soundFor", "stretch=off,"],
    ["awake", "yes"],
    ["notify", "1"],
  ])("%s cannot be %j, and it is said what it can be", (key, text) => {
    expect(() => parse(key, text)).toThrow(/cannot be .*; it is/s);
  });

  it("by phase is read into levels", () => {
    expect(parseSoundLevels("stretch=ticks,massage=off")).toEqual({ stretch: "ticks", massage: "off" });
    expect(parseSoundLevels("")).toEqual({});
  });

  it("is at first what it is unless something was said, and that may be", () => {
    for (const [key, value] of Object.entries(DEFAULT_SETTINGS))
      expect([key, isValidSetting(key as SettingKey, value)]).toEqual([key, true]);
    expect(DEFAULT_SETTINGS).toMatchObject({ flash: "off", awake: "on", notify: "off", title: "on" });
  });

  it("has a variable of its own", () => {
    expect(environmentVariableOf("soundFor")).toBe("UNWIND_SOUND_FOR");
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
