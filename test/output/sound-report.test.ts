/** What the sound test says about a machine. */
import { describe, expect, it } from "vitest";
import type { SoundStatus } from "../../src/audio/types.ts";
import { TONES } from "../../src/cues/tones.ts";
import { formatSoundStatus, formatSoundWarnings, formatTone, soundToJson } from "../../src/output/sound-report.ts";
import { DEFAULT_SETTINGS } from "../../src/settings/definitions.ts";

const GOOD: SoundStatus = {
  sink: "pacat",
  voice: "espeak-ng 1.51, voice en, 165 words a minute",
  canSpeak: true,
  sinks: [
    { name: "pacat", state: "used", why: "" },
    { name: "pw-play", state: "missing", why: "not installed" },
    { name: "aplay", state: "spare", why: "pacat is used" },
  ],
  voices: [{ name: "espeak-ng", state: "used", why: "" }],
  notes: [],
};

const SILENT: SoundStatus = {
  sink: null,
  voice: null,
  canSpeak: false,
  sinks: [{ name: "pacat", state: "failed", why: "ended after 12 ms with code 1: \x1b[31mrefused\x07" }],
  voices: [{ name: "espeak-ng", state: "missing", why: "not installed" }],
  notes: [],
};

describe("the sound test", () => {
  it("names what is used, and why others are not", () => {
    expect(formatSoundStatus(GOOD)).toEqual([
      "Player        pacat",
      "  pw-play     not installed",
      "  aplay       pacat is used",
      "Voice         espeak-ng 1.51, voice en, 165 words a minute",
    ]);
  });

  it("says of a voice that nobody hears why that is", () => {
    const voiceOf = (sink: string | null) => formatSoundStatus({ ...GOOD, sink, canSpeak: false, voices: [] }).at(-1);
    expect(voiceOf("bell")).toMatch(/^Voice +espeak-ng 1.51, .* \(not heard: the bell only rings\)$/);
    expect(voiceOf(null)).toMatch(/\(not heard: no player\)$/);
  });

  it("has nothing more to say where all is well", () => {
    expect(formatSoundWarnings([], DEFAULT_SETTINGS)).toEqual([]);
  });

  it("says of a machine without sound what fails and what to do, without what could spoil a terminal", () => {
    const lines = [...formatSoundStatus(SILENT), ...formatSoundWarnings(["Do this"], DEFAULT_SETTINGS)];
    expect(lines.join("\n")).not.toMatch(/[^\P{Cc}\n]/u);
    expect(lines).toContain("Player        none: nothing can be heard");
    expect(lines.at(-1)).toBe("Do this");
  });

  it("says when a person's own settings keep sessions silent", () => {
    const settings = { ...DEFAULT_SETTINGS, sound: "ticks", voice: "off", volume: 0 } as const;
    expect(formatSoundWarnings([], settings as never).join("\n")).toMatch(
      /only the tones that count time(.|\n)*say nothing(.|\n)*volume is 0/,
    );
  });

  it("gives every tone its pitch and its meaning", () => {
    expect(formatTone("go")).toBe("go            1319 Hz  begin");
  });

  it("says the same to programs, and whether sound is played far away", () => {
    const json = soundToJson(GOOD, [], { SSH_CONNECTION: "a b c d" }) as { remote: boolean; tones: { name: string }[] };
    expect(json.remote).toBe(true);
    expect(json.tones.map(({ name }) => name)).toEqual(Object.keys(TONES));
    expect(json).toMatchObject({ sink: "pacat", sinks: GOOD.sinks, advice: [] });
  });
});
