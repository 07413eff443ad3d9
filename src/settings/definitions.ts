/** All settings in one table: allowed values, default and purpose. */
import { resolve } from "node:path";
import { CUE_CATEGORIES, type CueCategory, type SoundLevel } from "../cues/types.ts";
import { expandHome } from "../paths.ts";
import { parseDuration } from "../text/duration.ts";
import { formatAlternatives } from "../text/near-miss.ts";
import { isSafeText } from "../text/safe-text.ts";

/** Allowed values, in the words of JSON Schema; {@link isValidSetting} checks by them. */
type SettingSchema =
  | { readonly type: "string"; readonly enum: readonly string[] }
  | { readonly type: "string"; readonly maxLength: number; readonly pattern?: string }
  | { readonly type: "number" | "integer"; readonly minimum: number; readonly maximum: number };

interface SettingDefinition<T> {
  readonly schema: SettingSchema;
  readonly defaultValue: T;
  /** One line for `config` and its help. */
  readonly description: string;
  /** What is expected, for messages: "easy, standard or hard". */
  readonly expected: string;
  /** Parses a value as typed; undefined if it is invalid. */
  readonly parse: (text: string) => unknown;
  /** In the environment it follows the rule for paths. */
  readonly isPath?: true;
}

const defineChoice = <const T extends string>(
  values: readonly T[],
  initial: NoInfer<T>,
  about: string,
): SettingDefinition<T> => ({
  schema: { type: "string", enum: values },
  defaultValue: initial,
  description: about,
  expected: formatAlternatives(values),
  parse: (text) => text.trim().toLowerCase(),
});

const defineNumber = (minimum: number, maximum: number, initial: number, about: string): SettingDefinition<number> => ({
  schema: { type: "number", minimum, maximum },
  defaultValue: initial,
  description: about,
  expected: `a number from ${minimum} to ${maximum}`,
  parse: (text) => (text.trim() === "" ? undefined : Number(text)),
});

const defineInteger = (
  minimum: number,
  maximum: number,
  initial: number,
  about: string,
): SettingDefinition<number> => ({
  ...defineNumber(minimum, maximum, initial, about),
  schema: { type: "integer", minimum, maximum },
  expected: `a whole number from ${minimum} to ${maximum}`,
});

/** An absolute path on any platform, because settings apply wherever the program is started. */
const ABSOLUTE_PATH = String.raw`^$|^/|^\\\\|^[A-Za-z]:[\\/]`;

/** A folder; a typed path is made absolute. */
const defineFolder = (about: string): SettingDefinition<string> => ({
  schema: { type: "string", maxLength: 4096, pattern: ABSOLUTE_PATH },
  defaultValue: "",
  description: about,
  expected: "the whole path of a folder",
  parse: (text) => (text.trim() === "" ? "" : resolve(expandHome(text.trim()))),
  isPath: true,
});

const defineSeconds = (maximum: number, initial: number, about: string): SettingDefinition<number> => ({
  schema: { type: "number", minimum: 0, maximum },
  defaultValue: initial,
  description: about,
  expected: `a time from 0 to ${maximum} seconds, such as 10, 10s or 1m30s`,
  parse: (text) => {
    const ms = parseDuration(text);
    return ms === null ? undefined : ms / 1000;
  },
});

const defineText = (pattern: string, initial: string, about: string, expected: string): SettingDefinition<string> => ({
  schema: { type: "string", pattern, maxLength: 500 },
  defaultValue: initial,
  description: about,
  expected,
  parse: (typed) => typed.trim(),
});

/** Sinks of every system: settings may move between machines, and a missing player is skipped. */
const SINK_NAMES = ["auto", "pacat", "pw-play", "aplay", "speaker", "play", "afplay", "powershell", "bell"] as const;
/** A name that someone else chose, such as the voice of an engine. */
const ANY_NAME = "^.*$";
const SOUND_LEVEL_PAIR = `(${CUE_CATEGORIES.join("|")})=(on|ticks|off)`;

/** Parses `stretch=ticks,massage=off`, which {@link SETTINGS} has already validated. */
export function parseSoundLevels(soundFor: string): Readonly<Partial<Record<CueCategory, SoundLevel>>> {
  return Object.fromEntries(
    soundFor
      .split(",")
      .filter((pair) => pair !== "")
      .map((pair) => pair.split("=")),
  );
}

/** The settings, by key. Times are in seconds. */
export const SETTINGS = {
  level: defineChoice(["easy", "standard", "hard"], "standard", "which end of each range to use"),
  firstSide: defineChoice(["left", "right"], "left", "side to start with"),
  prepare: defineSeconds(600, 10, "time to get ready before an exercise"),
  switch: defineSeconds(600, 10, "time to change sides"),
  restScale: defineNumber(0, 10, 1, "multiplies every rest"),
  handsFree: defineChoice(["off", "on"], "off", "end self-paced sets automatically after their estimated time"),
  theme: defineChoice(["auto", "dark", "light"], "auto", "colours for a dark or a light terminal"),
  characters: defineChoice(
    ["auto", "full", "blocks", "ascii"],
    "auto",
    "what the terminal can show: everything, blocks without braille, or ASCII only",
  ),
  ground: defineChoice(["off", "on"], "off", "the whole background takes the colour of the phase"),
  motion: defineChoice(["auto", "off"], "auto", "move the figure of an exercise"),
  voice: defineChoice(["full", "brief", "off"], "full", "how much is spoken"),
  sound: defineChoice(["on", "ticks", "off"], "on", "which tones are played"),
  soundFor: defineText(
    `^(${SOUND_LEVEL_PAIR}(,${SOUND_LEVEL_PAIR})*)?$`,
    "",
    "which tones are played in a phase or a kind of exercise, unless sound is off",
    `such as stretch=ticks,massage=off: pairs of ${CUE_CATEGORIES.join(", ")} with on, ticks or off`,
  ),
  volume: defineNumber(0, 100, 80, "how loud tones and voice are"),
  rate: defineNumber(80, 400, 165, "speed of the voice, in words per minute"),
  voiceName: defineText(ANY_NAME, "", "which voice, by its engine's own name", "a name"),
  sink: defineChoice(SINK_NAMES, "auto", "player for tones and voice"),
  flash: defineChoice(["off", "on"], "off", "flash the screen with every sound"),
  awake: defineChoice(["on", "off"], "on", "keep the display awake while a session runs"),
  notify: defineChoice(["off", "on"], "off", "send a desktop notification when a rest or the session ends"),
  hooks: defineChoice(["on", "off"], "on", "call your hooks while a session runs"),
  remote: defineChoice(["off", "on"], "off", "serve a page of the session in the local network, as --remote does"),
  title: defineChoice(["on", "off"], "on", "show the phase and the time left in the window title"),
  framesPerSecond: defineNumber(1, 30, 4, "how often per second a moving bar is redrawn"),
  questions: defineChoice(["on", "off"], "on", "ask about effort, pain and tightness after the last set"),
  screening: defineChoice(["on", "off"], "on", "offer the test and the screening before a routine when they are due"),
  historyDir: defineFolder("folder for sessions, such as a synchronised one; empty: the data folder"),
  weeklyGoal: defineInteger(0, 7, 0, "training days per week for a streak; 0: count days in a row"),
  weekStart: defineChoice(
    ["auto", "monday", "saturday", "sunday"],
    "auto",
    "first day of the week in statistics; auto: as in your locale",
  ),
} as const;

export type SettingKey = keyof typeof SETTINGS;
export type Settings = { readonly [K in SettingKey]: (typeof SETTINGS)[K]["defaultValue"] };

export const SETTING_KEYS = Object.keys(SETTINGS) as SettingKey[];

/** The settings when nothing is configured. */
export const DEFAULT_SETTINGS = Object.fromEntries(
  SETTING_KEYS.map((key) => [key, SETTINGS[key].defaultValue]),
) as Settings;

/** Whether a value is valid for a setting. */
export function isValidSetting(key: SettingKey, value: unknown): boolean {
  const schema: SettingSchema = SETTINGS[key].schema;
  if (schema.type === "string") {
    if (typeof value !== "string") return false;
    if ("enum" in schema) return schema.enum.includes(value);
    const fits = schema.pattern === undefined || new RegExp(schema.pattern, "u").test(value);
    return value.length <= schema.maxLength && isSafeText(value) && fits;
  }
  if (schema.type === "integer" && !Number.isInteger(value)) return false;
  return typeof value === "number" && value >= schema.minimum && value <= schema.maximum;
}

/** The environment variable that overrides the settings file: `firstSide` → `UNWIND_FIRST_SIDE`. */
export function environmentVariableOf(key: SettingKey): string {
  return `UNWIND_${key.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
}
