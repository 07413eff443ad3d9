/** Flags about sound and what is around a session: each stands before its setting. */
import { Command } from "commander";
import { describe, expect, it } from "vitest";
import { type AroundFlags, addAroundFlags, aroundOf } from "../../../src/app/flags/extras-flags.ts";
import { addSoundFlags, cueSettings, playerOptions, type SoundFlags } from "../../../src/app/flags/sound-flags.ts";
import { INITIAL_SETTINGS, type Settings } from "../../../src/settings/table.ts";

function flags(...words: string[]): SoundFlags & AroundFlags {
  const command = addAroundFlags(addSoundFlags(new Command("run")))
    .exitOverride()
    .configureOutput({ writeErr: () => {} });
  return command.parse(words, { from: "user" }).opts();
}
const settings = (change: Record<string, unknown>) => ({ ...INITIAL_SETTINGS, ...change }) as Settings;

describe("what is heard", () => {
  it("is everything unless something else was said", () => {
    expect(cueSettings(INITIAL_SETTINGS, flags())).toMatchObject({
      voice: "full",
      sound: "on",
      muted: false,
      byPhase: {},
    });
  });

  it("is what the flags say before the settings", () => {
    const set = settings({ voice: "brief", sound: "ticks" });
    expect(cueSettings(set, flags())).toMatchObject({ voice: "brief", sound: "ticks" });
    const said = flags("--voice", "off", "--sound", "on", "--mute");
    expect(cueSettings(set, said)).toMatchObject({ voice: "off", sound: "on", muted: true });
  });

  it("may differ by phase and by kind of exercise", () => {
    const set = settings({ soundFor: "stretch=ticks,massage=off" });
    expect(cueSettings(set, {}).byPhase).toEqual({ stretch: "ticks", massage: "off" });
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
    expect(playerOptions(INITIAL_SETTINGS, flags())).toEqual({
      sinkPreference: undefined,
      voiceName: undefined,
      rate: 165,
      volume: 80,
    });
  });

  it("is what the flags say before the settings", () => {
    const set = settings({ sink: "bell", voiceName: "en-gb", rate: 150, volume: 30 });
    expect(playerOptions(set, flags())).toEqual({ sinkPreference: "bell", voiceName: "en-gb", rate: 150, volume: 30 });
    const said = flags("--voice-name", "en-us", "--rate", "180", "--volume", "0");
    expect(playerOptions(set, said)).toMatchObject({ voiceName: "en-us", rate: 180, volume: 0 });
  });
});

describe("what is around a session", () => {
  it("is an awake display and a title, unless something else was said", () => {
    expect(aroundOf(INITIAL_SETTINGS, flags())).toEqual({ flash: false, awake: true, notify: false, title: true });
  });

  it("is what the flags say before the settings", () => {
    expect(aroundOf(INITIAL_SETTINGS, flags("--flash", "--notify", "--no-awake"))).toEqual({
      flash: true,
      awake: false,
      notify: true,
      title: true,
    });
  });

  it("is what the settings say where no flag does", () => {
    const set = settings({ flash: "on", awake: "off", notify: "on", title: "off" });
    expect(aroundOf(set, flags())).toEqual({ flash: true, awake: false, notify: true, title: false });
    expect(aroundOf(set, {})).toEqual({ flash: true, awake: false, notify: true, title: false });
  });
});
