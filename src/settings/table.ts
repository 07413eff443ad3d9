/** Every setting in one table: what it may be, what it is unless said otherwise, and what it is for. */
import { parseDuration } from "../plan/duration.ts";

/** What a value may be, as JSON Schema: conf checks with it what it writes, and {@link isSetting} what is read. */
type Schema =
  | { readonly type: "string"; readonly enum: readonly string[] }
  | { readonly type: "number"; readonly minimum: number; readonly maximum: number };

interface Row<T> {
  readonly schema: Schema;
  readonly initial: T;
  /** One line for `config` and its help. */
  readonly about: string;
  /** What is expected, for messages: "easy, standard or hard". */
  readonly expected: string;
  /** A value as a person types it; undefined when it cannot be one. */
  readonly parse: (text: string) => unknown;
}

const choice = <const T extends string>(values: readonly T[], initial: NoInfer<T>, about: string): Row<T> => ({
  schema: { type: "string", enum: values },
  initial,
  about,
  expected: `${values.slice(0, -1).join(", ")} or ${values.at(-1)}`,
  parse: (text) => text.trim().toLowerCase(),
});

const number = (minimum: number, maximum: number, initial: number, about: string): Row<number> => ({
  schema: { type: "number", minimum, maximum },
  initial,
  about,
  expected: `a number from ${minimum} to ${maximum}`,
  parse: (text) => (text.trim() === "" ? undefined : Number(text)),
});

const seconds = (maximum: number, initial: number, about: string): Row<number> => ({
  schema: { type: "number", minimum: 0, maximum },
  initial,
  about,
  expected: `a time from 0 to ${maximum} seconds, such as 10, 10s or 1m30s`,
  parse: (text) => {
    const ms = parseDuration(text);
    return ms === null ? undefined : ms / 1000;
  },
});

/** The settings, by key. Times are in seconds. */
export const SETTINGS = {
  level: choice(["easy", "standard", "hard"], "standard", "which end of a range is done"),
  firstSide: choice(["left", "right"], "left", "the side that begins"),
  prepare: seconds(600, 10, "time to get ready before an exercise"),
  switch: seconds(600, 10, "time to change sides"),
  restScale: number(0, 10, 1, "every rest is multiplied by this"),
  theme: choice(["auto", "dark", "light"], "auto", "colours for a dark or a light terminal"),
  motion: choice(["auto", "off"], "auto", "whether the figure of an exercise moves"),
  framesPerSecond: number(1, 30, 4, "how often in a second a moving bar is redrawn"),
} as const;

export type SettingKey = keyof typeof SETTINGS;
export type Settings = { readonly [K in SettingKey]: (typeof SETTINGS)[K]["initial"] };

export const SETTING_KEYS = Object.keys(SETTINGS) as SettingKey[];

/** What holds when nobody has said anything. */
export const INITIAL_SETTINGS = Object.fromEntries(SETTING_KEYS.map((key) => [key, SETTINGS[key].initial])) as Settings;

/** Whether a value may stand for a setting. */
export function isSetting(key: SettingKey, value: unknown): boolean {
  const schema: Schema = SETTINGS[key].schema;
  if (schema.type === "string") return typeof value === "string" && schema.enum.includes(value);
  return typeof value === "number" && value >= schema.minimum && value <= schema.maximum;
}

/** The environment variable that stands before the settings file: `firstSide` → `UNWIND_FIRST_SIDE`. */
export function variableOf(key: SettingKey): string {
  return `UNWIND_${key.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
}
