/** Flags about sound: each overrides its setting. */
import { Command } from "commander";
import { describe, expect, it } from "vitest";
import {
  addSoundFlags,
  resolveCueSettings,
  resolvePlaybackOptions,
  type SoundFlags,
} from "../../../src/app/flags/sound-flags.ts";
import { DEFAULT_SETTINGS, type Settings } from "../../../src/settings/definitions.ts";

function flags(...words: string[]): SoundFlags {
  const command = addSoundFlags(new Command("run"))
    .exitOverride()
    .configureOutput({ writeErr: () => {} });
  return command.parse(words, { from: "user" }).opts();
}
const settings = (change: Record<string, unknown>) => ({ ...DEFAULT_SETTINGS, ...change }) as Settings;

describe("what is heard", () => {
  it("is everything unless something else was said", () => {
    expect(resolveCueSettings(DEFAULT_SETTINGS, flags())).toMatchObject({
      voice: "full",
      sound: "on",
      muted: false,
      byCategory: {},
    });
  });

  it("is what the flags say before the settings", () => {
    const set = settings({ voice: "brief", sound: "ticks" });
    expect(resolveCueSettings(set, flags())).toMatchObject({ voice: "brief", sound: "ticks" });
    const said = flags("--voice", "off", "--sound", "on", "--mute");
    expect(resolveCueSettings(set, said)).toMatchObject({ voice: "off", sound: "on", muted: true });
  });

  it("may differ by phase and by kind of exercise", () => {
    const set = settings({ soundFor: "stretch=ticks,massage=off" });
    expect(resolveCueSettings(set, {}).byCategory).toEqual({ stretch: "ticks", massage: "off" });
  });

  it("is refused when it cannot be", () => {
    expect(() => flags("--voice", "loud")).toThrow(/full, brief, off/);
    expect(() => flags("--rate", "9")).toThrow("--rate cannot be");
    expect(() => flags("--volume", "101")).toThrow("--volume cannot be");
    expect(() => flags("--voice-name", "a\x1bb")).toThrow("--voice-name cannot be");
  });
});

describe("how it is played", () => {
  it("leaves the choice of player and voice to the machine unless one was named", () => {
    expect(resolvePlaybackOptions(DEFAULT_SETTINGS, flags())).toEqual({
      sinkPreference: undefined,
      voiceName: undefined,
      rate: 165,
      volume: 80,
    });
  });

  it("is what the flags say before the settings", () => {
    const set = settings({ sink: "bell", voiceName: "en-gb", rate: 150, volume: 30 });
    expect(resolvePlaybackOptions(set, flags())).toEqual({
      sinkPreference: "bell",
      voiceName: "en-gb",
      rate: 150,
      volume: 30,
    });
    const said = flags("--voice-name", "en-us", "--rate", "180", "--volume", "0");
    expect(resolvePlaybackOptions(set, said)).toMatchObject({ voiceName: "en-us", rate: 180, volume: 0 });
  });
});
