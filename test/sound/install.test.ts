/** What a person is told to install, in the words of their own machine. */
import { describe, expect, it } from "vitest";
import { installHints, lacksDevice } from "../../src/sound/install.ts";
import type { Attempt, SoundStatus } from "../../src/sound/types.ts";

const SILENT: SoundStatus = { sink: null, voice: null, sinks: [], voices: [], notes: [] };
const attempt = (name: string, state: Attempt["state"]): Attempt => ({ name, state, why: "" });

describe("what to install", () => {
  it.each([
    ["Debian", "ID=debian\n", "sudo apt install pulseaudio-utils"],
    ["Linux Mint", 'ID=linuxmint\nID_LIKE="ubuntu debian"\n', "sudo apt install pulseaudio-utils"],
    ["Fedora", "ID=fedora\n", "sudo dnf install pulseaudio-utils"],
    ["Arch", "ID=arch\n", "sudo pacman -S libpulse"],
    ["openSUSE", 'ID="opensuse-tumbleweed"\nID_LIKE="opensuse suse"\n', "sudo zypper install pulseaudio-utils"],
    ["an unknown system", "ID=plan9\n", "install pulseaudio-utils (pacat) or alsa-utils (aplay)"],
    ["a system without os-release", "", "install pulseaudio-utils (pacat) or alsa-utils (aplay)"],
  ])("on %s a machine without a player and a voice is told of both", (_name, osRelease, player) => {
    const [tones, speech, ...more] = installHints("linux", osRelease, SILENT);
    expect(tones).toBe(`To hear tones: ${player}`);
    expect(speech).toMatch(/^To be spoken to: .*install espeak-ng$|-S espeak-ng$/);
    expect(more).toEqual([]);
  });

  it("is nothing where sound and voice are there", () => {
    expect(installHints("linux", "ID=debian\n", { ...SILENT, sink: "pacat", voice: "espeak-ng 1.51" })).toEqual([]);
  });

  it("is a voice alone where only that is missing", () => {
    const status = { ...SILENT, sink: "pacat" };
    expect(installHints("linux", "ID=debian\n", status)).toEqual(["To be spoken to: sudo apt install espeak-ng"]);
  });

  it("is no player where one is there that reaches no loudspeaker", () => {
    const status = { ...SILENT, voice: "espeak-ng 1.51", sinks: [attempt("pacat", "failed"), attempt("bell", "used")] };
    expect(installHints("linux", "ID=debian\n", { ...status, sink: "bell" })).toEqual([]);
    expect(lacksDevice({ ...status, sink: "bell" })).toBe(true);
  });

  it("is a player where only what we bring ourselves fails", () => {
    const sinks = [attempt("pacat", "missing"), attempt("speaker", "failed")];
    const status = { ...SILENT, voice: "espeak-ng 1.51", sinks };
    expect(installHints("linux", "ID=debian\n", status)).toEqual(["To hear tones: sudo apt install pulseaudio-utils"]);
    expect(lacksDevice(status)).toBe(false);
  });

  it.each(["darwin", "win32"] as const)("is nothing on %s, which brings both", (platform) => {
    expect(installHints(platform, "", SILENT)).toEqual([]);
  });
});
