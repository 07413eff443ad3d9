/** The sound flags, and what they resolve to with the user's settings. */
import { type Command, Option } from "commander";
import { ENGLISH } from "../../cues/language/en.ts";
import type { CueSettings, SoundLevel, VoiceLevel } from "../../cues/types.ts";
import { resolvePersonalFolders } from "../../paths.ts";
import { parseSoundLevels, type SettingKey, type Settings } from "../../settings/definitions.ts";
import { parseSetting } from "../../settings/read-settings.ts";
import { hostOf, type ShellEnvironment } from "../shell-environment.ts";
import { FlagOption } from "./flag-option.ts";

export interface SoundFlags {
  readonly voice?: VoiceLevel;
  readonly sound?: SoundLevel;
  readonly mute?: true;
  readonly voiceName?: string;
  readonly rate?: number;
  readonly volume?: number;
}

const SOUND = "Sound:";

/** Adds the flags for what is heard: tones and amount of speech. */
export function addCueFlags(command: Command): Command {
  const voice = new Option("--voice <level>", "how much is spoken").choices(["full", "brief", "off"]);
  const sound = new Option("--sound <level>", "which tones are played").choices(["on", "ticks", "off"]);
  return command.addOption(voice.helpGroup(SOUND)).addOption(sound.helpGroup(SOUND));
}

/** Adds the flags for the voice and its rate. */
export function addVoiceFlags(command: Command): Command {
  return command
    .addOption(
      createSettingOption("voiceName", "--voice-name <name>", "which voice, by its engine's own name", "en-us"),
    )
    .addOption(createSettingOption("rate", "--rate <words>", "speed of the voice, in words per minute", "150"));
}

/** Adds the flags for playback. */
export function addPlaybackFlags(command: Command): Command {
  return addVoiceFlags(command).addOption(
    createSettingOption("volume", "--volume <percent>", "how loud, 0 to 100", "60"),
  );
}

/** Adds all sound flags of a session. */
export function addSoundFlags(command: Command): Command {
  return addPlaybackFlags(
    addCueFlags(command).addOption(new Option("-m, --mute", "no sound until you press m").helpGroup(SOUND)),
  );
}

function createSettingOption(key: SettingKey, flags: string, about: string, example: string): Option {
  const option = new FlagOption(flags, about, example);
  return option.readWith((text) => parseSetting(key, text, `${option.long}`)).helpGroup(SOUND);
}

/** How to play and to speak; flags override settings. */
export function resolvePlaybackOptions(settings: Settings, flags: SoundFlags) {
  return {
    sinkPreference: settings.sink === "auto" ? undefined : settings.sink,
    voiceName: flags.voiceName ?? (settings.voiceName || undefined),
    rate: flags.rate ?? settings.rate,
    volume: flags.volume ?? settings.volume,
  };
}

/** What the sound engine has to know of the machine, the player and the voice; flags override settings. */
export function resolveEngineOptions(shell: ShellEnvironment, settings: Settings, flags: SoundFlags) {
  const cacheDir = resolvePersonalFolders(shell.env).cache;
  return { ...hostOf(shell), cacheDir, ...resolvePlaybackOptions(settings, flags) };
}

/** What is heard of a session; flags override settings. */
export function resolveCueSettings(settings: Settings, flags: SoundFlags): CueSettings {
  return {
    voice: flags.voice ?? settings.voice,
    sound: flags.sound ?? settings.sound,
    muted: flags.mute === true,
    byCategory: parseSoundLevels(settings.soundFor),
    language: ENGLISH,
  };
}
