/**
 * Reads the settings. The environment overrides the file, and the file overrides the defaults.
 *
 * `run` must be on screen quickly, so this reads the file that conf writes without loading conf, which is needed only to
 * change settings (see `settings-store.ts`).
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../errors.ts";
import { moveToUnusedName } from "../files/write.ts";
import { suggestNearMiss } from "../text/near-miss.ts";
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

interface LoadedSettings {
  readonly settings: Settings;
  /** What was ignored, as messages for the user. */
  readonly warnings: readonly string[];
}

/**
 * The effective settings. A damaged file is set aside under another name and reported; an invalid value is ignored and
 * reported; neither stops the program.
 *
 * @throws UserError (exit 2) if an environment variable has an invalid value.
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
    // If a parent of the folder is a file, the settings file cannot exist either.
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
      // Unknown keys may come from a later version: they stay in the file but are not used.
      if (!SETTING_KEYS.includes(key as SettingKey)) return false;
      const isValid = isValidSetting(key as SettingKey, value);
      if (!isValid) warnings.push(`${file}: ${key} must be ${SETTINGS[key as SettingKey].expected}; using the default`);
      return isValid;
    }),
  );
  return { values, warnings };
}

/** Moves a damaged file to a free name, so that it is neither lost nor read again. Returns a message for the user. */
function setAsideDamagedFile(file: string): string {
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
 * Parses a setting as the user typed it.
 *
 * @param name the name to use in messages.
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

/** Shorter texts are close to almost any name. */
const MIN_LETTERS_FOR_HINT = 3;

function suggestChoice(key: SettingKey, typed: string): string | undefined {
  const { schema } = SETTINGS[key];
  return "enum" in schema && typed.length >= MIN_LETTERS_FOR_HINT ? suggestNearMiss(typed, schema.enum) : undefined;
}
