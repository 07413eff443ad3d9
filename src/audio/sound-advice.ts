/** What to install where a machine has no way to play, or no voice: in the words of its own package manager. */
import { readFileSync } from "node:fs";
import type { SoundStatus } from "./types.ts";

/** A family of distributions: its package manager, and what it calls what is needed. */
interface DistroFamily {
  /** As `ID` and `ID_LIKE` of os-release(5) name it. */
  readonly ids: readonly string[];
  readonly command: string;
  /** Has `pacat`, which also plays through PipeWire. */
  readonly playerPackage: string;
  readonly voicePackage: string;
}

const DISTRO_FAMILIES: readonly DistroFamily[] = [
  {
    ids: ["debian", "ubuntu"],
    command: "sudo apt install",
    playerPackage: "pulseaudio-utils",
    voicePackage: "espeak-ng",
  },
  {
    ids: ["fedora", "rhel"],
    command: "sudo dnf install",
    playerPackage: "pulseaudio-utils",
    voicePackage: "espeak-ng",
  },
  { ids: ["arch"], command: "sudo pacman -S", playerPackage: "libpulse", voicePackage: "espeak-ng" },
  {
    ids: ["suse", "opensuse"],
    command: "sudo zypper install",
    playerPackage: "pulseaudio-utils",
    voicePackage: "espeak-ng",
  },
  { ids: ["alpine"], command: "sudo apk add", playerPackage: "pulseaudio-utils", voicePackage: "espeak-ng" },
  { ids: ["void"], command: "sudo xbps-install", playerPackage: "pulseaudio-utils", voicePackage: "espeak-ng" },
  { ids: ["nixos"], command: "nix-shell -p", playerPackage: "pulseaudio", voicePackage: "espeak-ng" },
];

/** Any system that is none of these. */
const OTHER_SYSTEM = { playerPackage: "pulseaudio-utils (pacat) or alsa-utils (aplay)", voicePackage: "espeak-ng" };

/**
 * What a person should do or know about sound here, shortest first: what is missing and how to install it, where it is
 * played. Nothing when all is well.
 *
 * @param osRelease the text of /etc/os-release; "" where there is none.
 */
export function buildSoundAdvice(
  status: SoundStatus,
  platform: NodeJS.Platform,
  osRelease = readOsRelease(),
): readonly string[] {
  const install = buildInstallHint(platform, osRelease, status);
  const instead = status.sink === "bell" ? "; the bell rings instead" : "";
  const own = [
    ...(lacksDevice(status) ? [`No sound server and no device was found${instead}`] : []),
    ...(install === null ? [] : [install]),
  ];
  const knowsBetter = own.length > 0 || isBellPreferred(status.sinks);
  // The engine's own words about what is missing know nothing of this machine's packages.
  return [...own, ...status.notes.filter((note) => !knowsBetter || !/^(No way to play|Nothing is spoken)/.test(note))];
}

/**
 * What to install, in one line; null where nothing would help: macOS and Windows bring both, and a player that is there
 * but fails wants a sound server or a device, no package. A voice that nobody has looked for is not missed,
 * and who wants the bell misses neither.
 */
export function buildInstallHint(platform: NodeJS.Platform, osRelease: string, status: SoundStatus): string | null {
  if (platform === "darwin" || platform === "win32") return null;
  const family = detectDistroFamily(osRelease);
  const { playerPackage, voicePackage } = family ?? OTHER_SYSTEM;
  const wished = isBellPreferred(status.sinks);
  const wanted = [
    ...(hasAudibleSink(status) || lacksDevice(status) || wished ? [] : [{ what: "tones", name: playerPackage }]),
    ...(status.voice !== null || status.voices.length === 0 || wished ? [] : [{ what: "a voice", name: voicePackage }]),
  ];
  if (wanted.length === 0) return null;
  const what = wanted.map((one) => one.what).join(" and ");
  const names = wanted.map(({ name }) => name);
  return `For ${what}: ${family ? `${family.command} ${names.join(" ")}` : `install ${names.join(", and ")}`}`;
}

function readOsRelease(): string {
  try {
    return readFileSync("/etc/os-release", "utf8");
  } catch {
    return "";
  }
}

/** Ways to make sound that come with us or with every terminal: that they fail says nothing of what is installed. */
const BUNDLED_SINKS: readonly string[] = ["bell", "speaker"];

/** Whether a player is installed and cannot reach a loudspeaker. */
export function lacksDevice(status: SoundStatus): boolean {
  return (
    !hasAudibleSink(status) &&
    status.sinks.some(({ name, state }) => state === "failed" && !BUNDLED_SINKS.includes(name))
  );
}

/** Whether the bell is no makeshift but the person's choice: that goes before all that is tried. */
export function isBellPreferred(sinks: SoundStatus["sinks"]): boolean {
  return sinks[0]?.name === "bell";
}

function hasAudibleSink({ sink }: SoundStatus): boolean {
  return sink !== null && sink !== "bell";
}

function detectDistroFamily(osRelease: string): DistroFamily | undefined {
  const names = [...osRelease.matchAll(/^(?:ID|ID_LIKE)=["']?([^"'\n]*)/gm)].flatMap(([, value = ""]) =>
    value.toLowerCase().split(/[\s-]+/),
  );
  return DISTRO_FAMILIES.find(({ ids }) => ids.some((id) => names.includes(id)));
}
