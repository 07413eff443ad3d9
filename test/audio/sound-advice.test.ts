/** What a person is told about sound on their machine, in the words of its own packages. */
import { describe, expect, it, test } from "vitest";
import {
  buildInstallHint,
  buildMissingVoiceNotes,
  buildSinkNotes,
  buildSoundAdvice,
  lacksDevice,
} from "../../src/audio/sound-advice.ts";
import type { BackendAttempt, SoundStatus } from "../../src/audio/types.ts";
import type { Host } from "../../src/system/programs.ts";
import { SimulatedClock } from "../support/simulated-clock.ts";

const attempt = (name: string, state: BackendAttempt["state"]): BackendAttempt => ({ name, state, why: "" });
const voices = [attempt("espeak-ng", "missing")];
const SILENT: SoundStatus = { sink: null, voice: null, canSpeak: false, sinks: [], voices, notes: [] };
const HEARD: SoundStatus = { ...SILENT, sink: "pacat", voice: "espeak-ng 1.51", canSpeak: true };
const DEBIAN = "ID=debian\n";
const notesOf = (host: Host, sink: string | null, sinks: readonly BackendAttempt[], preference?: string) =>
  buildSinkNotes(host, { sink, sinks }, preference);

describe("what to install", () => {
  it.each([
    ["Debian", DEBIAN, "sudo apt install pulseaudio-utils espeak-ng"],
    ["Linux Mint", 'ID=linuxmint\nID_LIKE="ubuntu debian"\n', "sudo apt install pulseaudio-utils espeak-ng"],
    ["Fedora", "ID=fedora\n", "sudo dnf install pulseaudio-utils espeak-ng"],
    ["Arch", "ID=arch\n", "sudo pacman -S libpulse espeak-ng"],
    [
      "openSUSE",
      'ID="opensuse-tumbleweed"\nID_LIKE="opensuse suse"\n',
      "sudo zypper install pulseaudio-utils espeak-ng",
    ],
    ["another system", "ID=plan9\n", "install pulseaudio-utils (pacat) or alsa-utils (aplay), and espeak-ng"],
    ["a system without os-release", "", "install pulseaudio-utils (pacat) or alsa-utils (aplay), and espeak-ng"],
  ])("on %s a machine without a player and a voice is told of both, in one line", (_name, osRelease, words) => {
    expect(buildInstallHint("linux", osRelease, SILENT)).toBe(`For tones and a voice: ${words}`);
  });

  it("is nothing where sound and voice are there", () => {
    expect(buildInstallHint("linux", DEBIAN, HEARD)).toBeNull();
  });

  it("is a voice alone where only that is missing, and a player where only the bell is left", () => {
    expect(buildInstallHint("linux", DEBIAN, { ...HEARD, voice: null })).toBe(
      "For a voice: sudo apt install espeak-ng",
    );
    expect(buildInstallHint("linux", DEBIAN, { ...HEARD, sink: "bell" })).toBe(
      "For tones: sudo apt install pulseaudio-utils",
    );
  });

  it("is no voice where none was looked for", () => {
    expect(buildInstallHint("linux", DEBIAN, { ...HEARD, voice: null, voices: [] })).toBeNull();
  });

  it("is no player where one is there that reaches no loudspeaker", () => {
    const status = { ...HEARD, sink: "bell", sinks: [attempt("pacat", "failed"), attempt("bell", "used")] };
    expect(buildInstallHint("linux", DEBIAN, status)).toBeNull();
    expect(lacksDevice(status, "linux")).toBe(true);
    expect(lacksDevice({ ...status, sink: "aplay" }, "linux")).toBe(false);
  });

  it("is a player where only what we bring ourselves fails", () => {
    const status = { ...HEARD, sink: null, sinks: [attempt("pacat", "missing"), attempt("speaker", "failed")] };
    expect(buildInstallHint("linux", DEBIAN, status)).toBe("For tones: sudo apt install pulseaudio-utils");
    expect(lacksDevice(status, "linux")).toBe(false);
  });

  it.each(["darwin", "win32"] as const)("is nothing on %s, which brings both", (platform) => {
    expect(buildInstallHint(platform, "", SILENT)).toBeNull();
  });
});

describe("the bell, chosen by the person", () => {
  const sinks = [attempt("bell", "used"), attempt("pacat", "spare")];
  const bell = { ...SILENT, sink: "bell", sinks };

  it("is no reason to install a player or a voice", () => {
    expect(buildInstallHint("linux", DEBIAN, bell)).toBeNull();
    expect(buildSoundAdvice(bell, "linux", DEBIAN)).toEqual([]);
  });

  it("is told over SSH how to choose it, until it is", () => {
    const env = { SSH_CONNECTION: "10.0.0.1 1 10.0.0.2 22" };
    const machine = { platform: "linux", env, clock: new SimulatedClock() } as const;
    const notes = notesOf(machine, "pacat", [attempt("pacat", "used"), attempt("bell", "spare")]);
    expect(notes).toEqual([expect.stringContaining("unwind config set sink bell")]);
    expect(notesOf(machine, "bell", sinks, "bell")).toEqual([]);
  });
});

test("a missing voice is named where a file has none, unless the system brings one", () => {
  expect(buildMissingVoiceNotes("linux")).toEqual(["Nothing is spoken: install espeak-ng"]);
  expect(buildMissingVoiceNotes("darwin")).toEqual([]);
});

describe("a player that was chosen", () => {
  const machine = { platform: "linux", env: {}, clock: new SimulatedClock() } as const;
  const sinks = [attempt("pacat", "used"), attempt("aplay", "missing"), attempt("bell", "spare")];

  it("is named when this system has none of that name", () => {
    expect(notesOf(machine, "pacat", sinks, "afplay")).toEqual(['This system has no player "afplay"; it is ignored']);
    expect(notesOf(machine, "pacat", sinks, "aplay")).toEqual([]);
  });

  it("is not missed where the bell is not at hand because nobody sits at a terminal", () => {
    expect(notesOf(machine, "pacat", sinks.slice(0, 2), "bell")).toEqual([]);
  });
});

describe("advice", () => {
  const remote = "Over SSH, sound is played on attic";

  it("says what to install, or that there is no device, and then what the engine noted", () => {
    expect(buildSoundAdvice({ ...SILENT, notes: [remote] }, "linux", DEBIAN)).toEqual([
      "For tones and a voice: sudo apt install pulseaudio-utils espeak-ng",
      remote,
    ]);
    const sinks = [attempt("pacat", "failed")];
    expect(buildSoundAdvice({ ...HEARD, sink: "bell", sinks }, "linux", DEBIAN)).toEqual([
      "No sound device was found; the bell rings instead",
    ]);
    expect(buildSoundAdvice({ ...HEARD, notes: [remote] }, "linux", DEBIAN)).toEqual([remote]);
  });

  it("says that there is no device where the system brings the player, unless the bell was chosen", () => {
    const sinks = [attempt("speaker", "failed"), attempt("bell", "used")];
    const status = { ...SILENT, sink: "bell", sinks };
    expect(buildSoundAdvice(status, "darwin", "")).toEqual(["No sound device was found; the bell rings instead"]);
    expect(buildSoundAdvice({ ...status, sinks: sinks.toReversed() }, "darwin", "")).toEqual([]);
  });

  it("is nothing where all is well", () => {
    expect(buildSoundAdvice(HEARD, "linux", DEBIAN)).toEqual([]);
  });
});
