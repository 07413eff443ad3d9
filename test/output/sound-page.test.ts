/** What the sound test says about a machine. */
import { describe, expect, it } from "vitest";
import type { SoundStatus } from "../../src/audio/types.ts";
import { TONES } from "../../src/cues/tones.ts";
import { soundJson, statusLines, toneLine, warningLines } from "../../src/output/sound-page.ts";
import { INITIAL_SETTINGS } from "../../src/settings/table.ts";

const GOOD: SoundStatus = {
  sink: "pacat",
  voice: "espeak-ng 1.51, voice en, 165 words a minute",
  speaks: true,
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
  speaks: false,
  sinks: [{ name: "pacat", state: "failed", why: "ended after 12 ms with code 1: \x1b[31mrefused\x07" }],
  voices: [{ name: "espeak-ng", state: "missing", why: "not installed" }],
  notes: [],
};

describe("the sound test", () => {
  it("names what is used, and why others are not", () => {
    expect(statusLines(GOOD)).toEqual([
      "Player        pacat",
      "  pw-play     not installed",
      "  aplay       pacat is used",
      "Voice         espeak-ng 1.51, voice en, 165 words a minute",
    ]);
  });

  it("says of a voice that nobody hears why that is", () => {
    const voiceOf = (sink: string | null) => statusLines({ ...GOOD, sink, speaks: false, voices: [] }).at(-1);
    expect(voiceOf("bell")).toMatch(/^Voice +espeak-ng 1.51, .* \(not heard: the bell only rings\)$/);
    expect(voiceOf(null)).toMatch(/\(not heard: no player\)$/);
  });

  it("has nothing more to say where all is well", () => {
    expect(warningLines([], INITIAL_SETTINGS)).toEqual([]);
  });

  it("says of a machine without sound what fails and what to do, without what could spoil a terminal", () => {
    const lines = [...statusLines(SILENT), ...warningLines(["Do this"], INITIAL_SETTINGS)];
    expect(lines.join("\n")).not.toMatch(/[^\P{Cc}\n]/u);
    expect(lines).toContain("Player        none: nothing can be heard");
    expect(lines.at(-1)).toBe("Do this");
  });

  it("says when a person's own settings keep sessions silent", () => {
    const settings = { ...INITIAL_SETTINGS, sound: "ticks", voice: "off", volume: 0 } as const;
    expect(warningLines([], settings as never).join("\n")).toMatch(
      /only the tones that count time(.|\n)*say nothing(.|\n)*volume is 0/,
    );
  });

  it("gives every tone its pitch and its meaning", () => {
    expect(toneLine("go")).toBe("go            1319 Hz  begin");
  });

  it("says the same to programs, and whether sound is played far away", () => {
    const json = soundJson(GOOD, [], { SSH_CONNECTION: "a b c d" }) as { remote: boolean; tones: { name: string }[] };
    expect(json.remote).toBe(true);
    expect(json.tones.map(({ name }) => name)).toEqual(Object.keys(TONES));
    expect(json).toMatchObject({ sink: "pacat", sinks: GOOD.sinks, advice: [] });
  });
});
