/** Changes the settings file through conf, which writes it whole or not at all; a person's comments stay in it. */
import { isDeepStrictEqual } from "node:util";
import Conf from "conf";
import { applyEdits, modify } from "jsonc-parser";
import { EXIT_CODES, reportWriteErrors, UserError } from "../errors.ts";
import { makeFolder } from "../files/folders.ts";
import { parseJsonText } from "../files/json-text.ts";
import type { Warn } from "../files/versioned-files.ts";
import { moveToUnusedName } from "../files/write.ts";
import { SETTING_KEYS, type SettingKey, type Settings } from "./definitions.ts";
import { getSettingsPath, readSettingsText, SETTINGS_BASENAME } from "./read-settings.ts";

type Values = Readonly<Record<string, unknown>>;

/** The settings file, open for changes. */
interface SettingsStore {
  /** The settings that the file names, whether their values are valid or not. */
  keys(): readonly SettingKey[];
  set(key: SettingKey, value: Settings[SettingKey]): void;
  /** Takes settings out of the file, so that their defaults hold. */
  reset(keys: readonly SettingKey[]): void;
}

/**
 * Opens the settings file in a folder. A damaged one is set aside by the first change.
 *
 * @param warn is told of a file that was set aside.
 * @throws UserError (exit 73) from its methods if the file cannot be written.
 */
export function openSettingsStore(configDir: string, warn: Warn): SettingsStore {
  const file = getSettingsPath(configDir);
  const read = () => {
    const found = readSettingsText(file);
    if (found.type === "unreadable") throw new UserError(found.why, { exitCode: EXIT_CODES.cannotWrite });
    return found;
  };
  const change = (work: (conf: Conf<Record<string, unknown>>) => void): void => {
    const found = read();
    reportWriteErrors("the settings", () => {
      if (found.type === "damaged") {
        warn(`${found.why}; it was set aside as ${moveToUnusedName(file, `${file}.damaged`)}`);
      }
      makeFolder(configDir);
      const { text, values } = found.type === "valid" ? found : { text: "{}\n", values: {} };
      const conf = new Conf<Record<string, unknown>>({
        cwd: configDir,
        configName: SETTINGS_BASENAME,
        configFileMode: 0o600,
        accessPropertiesByDotNotation: false,
        // conf knows neither comments nor encodings: the text is read by the rule for all files, and edited in place.
        deserialize: () => ({ ...values }),
        serialize: (changed) => editValues(text, values, changed),
      });
      work(conf);
    });
  };
  return {
    keys: () => {
      const found = readSettingsText(file);
      return found.type === "valid" ? SETTING_KEYS.filter((key) => Object.hasOwn(found.values, key)) : [];
    },
    set: (key, value) => change((conf) => conf.set(key, value)),
    reset: (keys) =>
      change((conf) => {
        const isReset = new Set<string>(keys);
        conf.store = Object.fromEntries(Object.entries(conf.store).filter(([key]) => !isReset.has(key)));
      }),
  };
}

/** The text with the values that have changed, and without those that are gone. */
function editValues(text: string, before: Values, after: Values): string {
  const formattingOptions = { insertSpaces: true, tabSize: 2, insertFinalNewline: true };
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const edited = keys
    .filter((key) => !isDeepStrictEqual(before[key], after[key]))
    .reduce((rest, key) => applyEdits(rest, modify(rest, [key], after[key], { formattingOptions })), text);
  const parsed = parseJsonText(edited);
  // A name that stands twice is changed in one place only, and the other may be the one that counts.
  return parsed.ok && isDeepStrictEqual(parsed.value, { ...after }) ? edited : `${JSON.stringify(after, null, 2)}\n`;
}
