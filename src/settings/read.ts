/**
 * Reading the settings: environment before file before the program's own values.
 *
 * `run` must be on the screen in a moment, so this reads the file that conf writes without loading conf, which is
 * needed only to change it (see `store.ts`).
 */
import { existsSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../errors.ts";
import { nearMiss } from "../text/near-miss.ts";
import {
  INITIAL_SETTINGS,
  isSetting,
  SETTING_KEYS,
  SETTINGS,
  type SettingKey,
  type Settings,
  variableOf,
} from "./table.ts";

export const SETTINGS_NAME = "settings";

export interface ReadSettings {
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
export function readSettings(configDir: string, env: NodeJS.ProcessEnv): ReadSettings {
  const { values, warnings } = readFile(configDir);
  return { settings: { ...INITIAL_SETTINGS, ...values, ...fromEnvironment(env) }, warnings };
}

/** The path of the settings file. */
export function settingsFile(configDir: string): string {
  return join(configDir, `${SETTINGS_NAME}.json`);
}

function readFile(configDir: string): { values: Partial<Settings>; warnings: string[] } {
  const file = settingsFile(configDir);
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
    if (typeof parsed === "object" && parsed !== null && !Array.isArray(parsed)) return valid(parsed, file);
  } catch {
    // Not JSON: set aside below.
  }
  return { values: {}, warnings: [setAside(file)] };
}

function valid(parsed: object, file: string): { values: Partial<Settings>; warnings: string[] } {
  const warnings: string[] = [];
  const values = Object.fromEntries(
    Object.entries(parsed).filter(([key, value]) => {
      // Unknown keys may belong to a later version: they are kept in the file and not used.
      if (!SETTING_KEYS.includes(key as SettingKey)) return false;
      const good = isSetting(key as SettingKey, value);
      if (!good) warnings.push(`${file}: ${key} must be ${SETTINGS[key as SettingKey].expected}; using the default`);
      return good;
    }),
  );
  return { values, warnings };
}

/** Moves a damaged file to a name that is free, so that it is neither lost nor read again. Says what it did. */
export function setAside(file: string): string {
  let aside = `${file}.damaged`;
  for (let number = 2; existsSync(aside); number++) aside = `${file}.damaged-${number}`;
  try {
    renameSync(file, aside);
    return `${file} is damaged; it was set aside as ${aside} and the defaults hold`;
  } catch {
    return `${file} is damaged; the defaults hold`;
  }
}

function fromEnvironment(env: NodeJS.ProcessEnv): Partial<Settings> {
  const values: Partial<Record<SettingKey, unknown>> = {};
  for (const key of SETTING_KEYS) {
    const text = env[variableOf(key)];
    if (text !== undefined && text !== "") values[key] = parseSetting(key, text, variableOf(key));
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
  if (value === undefined || !isSetting(key, value)) {
    throw new UserError(`${name} cannot be ${JSON.stringify(text)}; it is ${SETTINGS[key].expected}`, {
      hint: nearChoice(key, text.trim().toLowerCase()),
    });
  }
  return value as Settings[SettingKey];
}

/** Fewer letters than this are near to everything. */
const FEW_LETTERS = 3;

function nearChoice(key: SettingKey, typed: string): string | undefined {
  const { schema } = SETTINGS[key];
  const near = "enum" in schema && typed.length >= FEW_LETTERS ? nearMiss(typed, schema.enum) : null;
  return near === null ? undefined : `did you mean ${near}?`;
}
