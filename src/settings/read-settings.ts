/**
 * Reading the settings: environment before file before the program's own values.
 *
 * `run` must be on the screen in a moment, so this reads the file that conf writes without loading conf, which is
 * needed only to change it (see `store.ts`).
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../errors.ts";
import { moveToUnusedName } from "../files/write.ts";
import { findNearMiss } from "../text/near-miss.ts";
import {
  DEFAULT_SETTINGS,
  environmentVariableOf,
  isValidSetting,
  SETTING_KEYS,
  SETTINGS,
  type SettingKey,
  type Settings,
} from "./definitions.ts";

export const SETTINGS_BASENAME = "settings";

export interface LoadedSettings {
  readonly settings: Settings;
  /** What was passed over, in words for the person. */
  readonly warnings: readonly string[];
}

/**
 * The settings that hold. A damaged file is set aside under another name and said so; a value that cannot be is passed
 * over and said so; neither stops anything.
 *
 * @throws UserError (exit 2) when an environment variable holds a value that cannot be.
 */
export function readSettings(configDir: string, env: NodeJS.ProcessEnv): LoadedSettings {
  const { values, warnings } = readSettingsFile(configDir);
  return { settings: { ...DEFAULT_SETTINGS, ...values, ...readEnvironmentSettings(env) }, warnings };
}

/** The path of the settings file. */
export function getSettingsPath(configDir: string): string {
  return join(configDir, `${SETTINGS_BASENAME}.json`);
}

function readSettingsFile(configDir: string): { values: Partial<Settings>; warnings: string[] } {
  const file = getSettingsPath(configDir);
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    // Where a folder on the way is no folder, there is no file either.
    if (["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? ""))
      return { values: {}, warnings: [] };
    return { values: {}, warnings: [`settings not read: ${(error as Error).message}`] };
  }
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === "object" && parsed !== null && !Array.isArray(parsed))
      return selectValidSettings(parsed, file);
  } catch {
    // Not JSON: set aside below.
  }
  return { values: {}, warnings: [setAsideDamagedFile(file)] };
}

function selectValidSettings(parsed: object, file: string): { values: Partial<Settings>; warnings: string[] } {
  const warnings: string[] = [];
  const values = Object.fromEntries(
    Object.entries(parsed).filter(([key, value]) => {
      // Unknown keys may belong to a later version: they are kept in the file and not used.
      if (!SETTING_KEYS.includes(key as SettingKey)) return false;
      const good = isValidSetting(key as SettingKey, value);
      if (!good) warnings.push(`${file}: ${key} must be ${SETTINGS[key as SettingKey].expected}; using the default`);
      return good;
    }),
  );
  return { values, warnings };
}

/** Moves a damaged file to a name that is free, so that it is neither lost nor read again. Says what it did. */
export function setAsideDamagedFile(file: string): string {
  try {
    return `${file} is damaged; it was set aside as ${moveToUnusedName(file, `${file}.damaged`)} and the defaults hold`;
  } catch {
    return `${file} is damaged; the defaults hold`;
  }
}

function readEnvironmentSettings(env: NodeJS.ProcessEnv): Partial<Settings> {
  const values: Partial<Record<SettingKey, unknown>> = {};
  for (const key of SETTING_KEYS) {
    const text = env[environmentVariableOf(key)];
    if (text !== undefined && text !== "") values[key] = parseSetting(key, text, environmentVariableOf(key));
  }
  return values as Partial<Settings>;
}

/**
 * A setting as a person typed it.
 *
 * @param name what to call it in a message.
 * @throws UserError (exit 2) that says what is expected.
 */
export function parseSetting(key: SettingKey, text: string, name: string): Settings[SettingKey] {
  const value = SETTINGS[key].parse(text);
  if (value === undefined || !isValidSetting(key, value)) {
    throw new UserError(`${name} cannot be ${JSON.stringify(text)}; it is ${SETTINGS[key].expected}`, {
      hint: suggestChoice(key, text.trim().toLowerCase()),
    });
  }
  return value as Settings[SettingKey];
}

/** Fewer letters than this are near to everything. */
const MIN_LETTERS_FOR_HINT = 3;

function suggestChoice(key: SettingKey, typed: string): string | undefined {
  const { schema } = SETTINGS[key];
  const near = "enum" in schema && typed.length >= MIN_LETTERS_FOR_HINT ? findNearMiss(typed, schema.enum) : null;
  return near === null ? undefined : `did you mean ${near}?`;
}
