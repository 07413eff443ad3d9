/** What to tell the person about sound on this machine: what is missing and how to install it, and where it plays. */
import { readFileSync } from "node:fs";
import { hostname } from "node:os";
import type { Host } from "../system/programs.ts";
import type { SoundStatus } from "./types.ts";

/** A family of distributions: its package manager and its package names. */
interface DistroFamily {
  /** As `ID` and `ID_LIKE` of os-release(5) name it. */
  readonly ids: readonly string[];
  readonly command: string;
  /** The package with `pacat`, which also plays through PipeWire. */
  readonly playerPackage: string;
}

const DISTRO_FAMILIES: readonly DistroFamily[] = [
  { ids: ["debian", "ubuntu"], command: "sudo apt install", playerPackage: "pulseaudio-utils" },
  { ids: ["fedora", "rhel"], command: "sudo dnf install", playerPackage: "pulseaudio-utils" },
  { ids: ["arch"], command: "sudo pacman -S", playerPackage: "libpulse" },
  { ids: ["suse", "opensuse"], command: "sudo zypper install", playerPackage: "pulseaudio-utils" },
  { ids: ["alpine"], command: "sudo apk add", playerPackage: "pulseaudio-utils" },
  { ids: ["void"], command: "sudo xbps-install", playerPackage: "pulseaudio-utils" },
  { ids: ["nixos"], command: "nix-shell -p", playerPackage: "pulseaudio" },
];

/** On any other system. */
const PLAYER_PACKAGES = "pulseaudio-utils (pacat) or alsa-utils (aplay)";
/** It has this name everywhere. */
const VOICE_PACKAGE = "espeak-ng";

/**
 * Builds the notes about the sink: the person's choice does not exist here, or it plays on another machine.
 *
 * @param preference the sink the person chose
 */
export function buildSinkNotes(
  host: Host,
  { sink, sinks }: Pick<SoundStatus, "sink" | "sinks">,
  preference?: string,
): readonly string[] {
  const notes: string[] = [];
  if (preference !== undefined && preference !== "bell" && sinks.every(({ name }) => name !== preference)) {
    notes.push(`This system has no player "${preference}"; it is ignored`);
  }
  if (isAudible(sink) && (host.env["SSH_CONNECTION"] || host.env["SSH_TTY"])) {
    notes.push(
      `Over SSH, sound is played on ${hostname()}; "unwind config set sink bell" rings your terminal's bell instead`,
    );
  }
  return notes;
}

/** Builds the note about a missing voice; none where the system includes one. */
export function buildMissingVoiceNotes(platform: NodeJS.Platform): readonly string[] {
  return includesSound(platform) ? [] : [`Nothing is spoken: install ${VOICE_PACKAGE}`];
}

/**
 * What a person should do or know about sound here, shortest first: what is missing and how to install it, and where
 * sound plays. Empty when all is well.
 *
 * @param osRelease the contents of /etc/os-release; "" if there is none
 */
export function buildSoundAdvice(
  status: SoundStatus,
  platform: NodeJS.Platform,
  osRelease = readOsRelease(),
): readonly string[] {
  const install = buildInstallHint(platform, osRelease, status);
  const instead = status.sink === "bell" ? "; the bell rings instead" : "";
  return [
    ...(lacksDevice(status, platform) ? [`No sound device was found${instead}`] : []),
    ...(install === null ? [] : [install]),
    ...status.notes,
  ];
}

/**
 * What to install, in one line; null when that would not help: macOS and Windows include both, and an installed playback
 * program that fails needs a sound server or a device, not a package. A voice that was never looked for does not count as
 * missing, and somebody who chose the bell needs neither.
 */
export function buildInstallHint(platform: NodeJS.Platform, osRelease: string, status: SoundStatus): string | null {
  if (includesSound(platform) || isBellPreferred(status.sinks)) return null;
  const family = detectDistroFamily(osRelease);
  const missing = [
    ...(isAudible(status.sink) || lacksDevice(status, platform)
      ? []
      : [{ what: "tones", name: family?.playerPackage ?? PLAYER_PACKAGES }]),
    ...(status.voice !== null || status.voices.length === 0 ? [] : [{ what: "a voice", name: VOICE_PACKAGE }]),
  ];
  if (missing.length === 0) return null;
  const what = missing.map((one) => one.what).join(" and ");
  const names = missing.map(({ name }) => name);
  return `For ${what}: ${family ? `${family.command} ${names.join(" ")}` : `install ${names.join(", and ")}`}`;
}

function readOsRelease(): string {
  try {
    return readFileSync("/etc/os-release", "utf8");
  } catch {
    return "";
  }
}

/** Sinks that come with us or with every terminal: their failure says nothing about what is installed. */
const BUNDLED_SINKS: readonly string[] = ["bell", "speaker"];

/** Whether a playback program is there, installed or with the system, but cannot reach an audio device. */
export function lacksDevice({ sink, sinks }: SoundStatus, platform: NodeJS.Platform): boolean {
  if (isAudible(sink) || isBellPreferred(sinks)) return false;
  if (includesSound(platform)) return sinks.length > 0;
  return sinks.some(({ name, state }) => state === "failed" && !BUNDLED_SINKS.includes(name));
}

/** Whether a sink plays whole sounds: the bell only rings. */
export function isAudible(sink: string | null): boolean {
  return sink !== null && sink !== "bell";
}

/** Whether the bell is the person's choice and not a fallback: the preferred sink is listed first. */
function isBellPreferred(sinks: SoundStatus["sinks"]): boolean {
  return sinks[0]?.name === "bell";
}

/** Whether the system comes with a playback program and a voice. */
function includesSound(platform: NodeJS.Platform): boolean {
  return platform === "darwin" || platform === "win32";
}

function detectDistroFamily(osRelease: string): DistroFamily | undefined {
  const names = [...osRelease.matchAll(/^(?:ID|ID_LIKE)=["']?([^"'\n]*)/gm)].flatMap(([, value = ""]) =>
    value.toLowerCase().split(/[\s-]+/),
  );
  return DISTRO_FAMILIES.find(({ ids }) => ids.some((id) => names.includes(id)));
}
