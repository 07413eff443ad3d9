/** Reads the settings. The environment overrides the file, and the file overrides the defaults. */
import { join } from "node:path";
import { UserError } from "../errors.ts";
import { parseJsonText, positionAt } from "../files/json-text.ts";
import { describeReadError, MisencodedFileError, readTextFile } from "../files/read-text.ts";
import { isPlainObject } from "../files/versioned-files.ts";
import { LIMITS } from "../limits.ts";
import { readPathVariable } from "../paths.ts";
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

interface LoadedSettings {
  readonly settings: Settings;
  /** What was ignored, as messages for the user. */
  readonly warnings: readonly string[];
}

/**
 * The effective settings. In place of a damaged file or an invalid value the defaults hold; either is reported, and neither
 * stops the program. The file stays as it is.
 *
 * @throws UserError (exit 2) if an environment variable has an invalid value.
 */
export function readSettings(configDir: string, env: NodeJS.ProcessEnv): LoadedSettings {
  const { values, warnings } = readSettingsFile(configDir);
  return { settings: { ...DEFAULT_SETTINGS, ...values, ...readEnvironmentSettings(env) }, warnings };
}

/** The name of the settings file, without its ending. */
export const SETTINGS_BASENAME = "settings";

/** The path of the settings file. */
export function getSettingsPath(configDir: string): string {
  return join(configDir, `${SETTINGS_BASENAME}.json`);
}

function readSettingsFile(configDir: string): { values: Partial<Settings>; warnings: string[] } {
  const file = getSettingsPath(configDir);
  const found = readSettingsText(file);
  if (found.type === "none") return { values: {}, warnings: [] };
  if (found.type === "valid") return selectValidSettings(found.values, file);
  return { values: {}, warnings: [`${found.why}; the defaults are used`] };
}

type SettingsText =
  | { readonly type: "none" }
  | { readonly type: "valid"; readonly text: string; readonly values: Readonly<Record<string, unknown>> }
  | { readonly type: "damaged" | "unreadable"; readonly why: string };

/** What the settings file says, before its values are looked at. */
export function readSettingsText(file: string): SettingsText {
  let text: string;
  try {
    text = readTextFile(file, LIMITS.fileBytes);
  } catch (error) {
    // If a parent of the folder is a file, the settings file cannot exist either.
    if (["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "")) return { type: "none" };
    if (error instanceof MisencodedFileError) return { type: "damaged", why: `${file}: ${error.message}` };
    return { type: "unreadable", why: `${file} cannot be read: ${describeReadError(error)}` };
  }
  const parsed = parseJsonText(text);
  if (!parsed.ok) {
    const { line, column } = positionAt(text, parsed.offset);
    return { type: "damaged", why: `${file}:${line}:${column}: ${parsed.message}` };
  }
  const { value } = parsed;
  return isPlainObject(value)
    ? { type: "valid", text, values: value }
    : { type: "damaged", why: `${file}: expected an object such as { "level": "easy" }` };
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

function readEnvironmentSettings(env: NodeJS.ProcessEnv): Partial<Settings> {
  const values: Partial<Record<SettingKey, unknown>> = {};
  for (const key of SETTING_KEYS) {
    const variable = environmentVariableOf(key);
    const text = SETTINGS[key].isPath ? readPathVariable(env, variable) : env[variable];
    if (text) values[key] = parseSetting(key, text, variable);
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
