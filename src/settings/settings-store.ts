/** Changing the settings: conf, with the schema and the defaults of the table, writes the file whole or not at all. */
import Conf from "conf";
import { EXIT_CODES, UserError } from "../errors.ts";
import { makeFolder } from "../files/folders.ts";
import { SETTING_KEYS, SETTINGS, type SettingKey, type Settings } from "./definitions.ts";
import { readSettings, SETTINGS_BASENAME } from "./read-settings.ts";

/** The settings file, open for change. */
export interface SettingsStore {
  set(key: SettingKey, value: Settings[SettingKey]): void;
  /** Back to what the program sets; without a key all of them. */
  reset(key?: SettingKey): void;
}

/**
 * Opens the settings file in a folder; a damaged one is set aside first.
 *
 * @throws UserError (exit 73) from its methods when the file cannot be written.
 */
export function openSettingsStore(configDir: string): SettingsStore {
  // Reading sets a damaged file aside, and conf would refuse one with a value that cannot be.
  const { warnings } = readSettings(configDir, {});
  const conf = reportWriteErrors(() => {
    makeFolder(configDir);
    return new Conf<Record<string, unknown>>({
      cwd: configDir,
      configName: SETTINGS_BASENAME,
      ...(warnings.length === 0 ? { schema: buildConfSchema() } : {}),
      clearInvalidConfig: false,
    });
  });
  return {
    set: (key, value) => reportWriteErrors(() => conf.set(key, value)),
    reset: (key) => reportWriteErrors(() => (key ? conf.delete(key) : conf.clear())),
  };
}

/** The table as the JSON Schema that conf checks with. Without defaults: conf would write them all into the file. */
function buildConfSchema() {
  return Object.fromEntries(
    SETTING_KEYS.map((key) => [key, { ...SETTINGS[key].schema, description: SETTINGS[key].description }]),
  );
}

function reportWriteErrors<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new UserError(`the settings cannot be written: ${(error as Error).message}`, {
      exitCode: EXIT_CODES.cannotWrite,
    });
  }
}
