/** Changes the settings. conf, given the schema of the table, writes the whole file or nothing. */
import Conf from "conf";
import { reportWriteErrors } from "../errors.ts";
import { makeFolder } from "../files/folders.ts";
import { SETTING_KEYS, SETTINGS, type SettingKey, type Settings } from "./definitions.ts";
import { readSettings, SETTINGS_BASENAME } from "./read-settings.ts";

/** The settings file, open for changes. */
interface SettingsStore {
  set(key: SettingKey, value: Settings[SettingKey]): void;
  /** Resets one setting to its default, or all of them without a key. */
  reset(key?: SettingKey): void;
}

/**
 * Opens the settings file in a folder, setting a damaged one aside first.
 *
 * @throws UserError (exit 73) from opening or from its methods if the file cannot be written.
 */
export function openSettingsStore(configDir: string): SettingsStore {
  // Reading sets a damaged file aside; conf itself would refuse a file with an invalid value.
  const { warnings } = readSettings(configDir, {});
  const write = <T>(work: () => T) => reportWriteErrors("the settings", work);
  const conf = write(() => {
    makeFolder(configDir);
    return new Conf<Record<string, unknown>>({
      cwd: configDir,
      configName: SETTINGS_BASENAME,
      ...(warnings.length === 0 ? { schema: buildConfSchema() } : {}),
      clearInvalidConfig: false,
    });
  });
  return {
    set: (key, value) => write(() => conf.set(key, value)),
    reset: (key) => write(() => (key ? conf.delete(key) : conf.clear())),
  };
}

/** The table as the JSON Schema that conf validates against. Without defaults: conf would write all of them to the file. */
function buildConfSchema() {
  return Object.fromEntries(
    SETTING_KEYS.map((key) => [key, { ...SETTINGS[key].schema, description: SETTINGS[key].description }]),
  );
}
