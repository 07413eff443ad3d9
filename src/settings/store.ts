/** Changing the settings: conf, with the schema and the defaults of the table, writes the file whole or not at all. */
import Conf from "conf";
import { EXIT, UserError } from "../errors.ts";
import { makeFolder } from "../files/make-folder.ts";
import { readSettings, SETTINGS_NAME } from "./read.ts";
import { SETTING_KEYS, SETTINGS, type SettingKey, type Settings } from "./table.ts";

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
export function openStore(configDir: string): SettingsStore {
  // Reading sets a damaged file aside, and conf would refuse one with a value that cannot be.
  const { warnings } = readSettings(configDir, {});
  const conf = writing(() => {
    makeFolder(configDir);
    return new Conf<Record<string, unknown>>({
      cwd: configDir,
      configName: SETTINGS_NAME,
      ...(warnings.length === 0 ? { schema: jsonSchema() } : {}),
      clearInvalidConfig: false,
    });
  });
  return {
    set: (key, value) => writing(() => conf.set(key, value)),
    reset: (key) => writing(() => (key ? conf.delete(key) : conf.clear())),
  };
}

/** The table as the JSON Schema that conf checks with. Without defaults: conf would write them all into the file. */
function jsonSchema() {
  return Object.fromEntries(
    SETTING_KEYS.map((key) => [key, { ...SETTINGS[key].schema, description: SETTINGS[key].about }]),
  );
}

function writing<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new UserError(`the settings cannot be written: ${(error as Error).message}`, { exitCode: EXIT.cannotWrite });
  }
}
