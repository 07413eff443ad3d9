/** Changes the settings file: one value at a time, around the comments that a person has written into it. */
import { applyEdits, modify } from "jsonc-parser";
import { EXIT_CODES, reportWriteErrors, UserError } from "../errors.ts";
import { parseJsonText } from "../files/json-text.ts";
import type { Warn } from "../files/versioned-files.ts";
import { moveToUnusedName, writeFileAtomically } from "../files/write.ts";
import { SETTING_KEYS, type SettingKey, type Settings } from "./definitions.ts";
import { getSettingsPath, readSettingsText } from "./read-settings.ts";

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
  const change = (edit: (text: string) => string): void => {
    const found = readSettingsText(file);
    if (found.type === "unreadable") throw new UserError(found.why, { exitCode: EXIT_CODES.cannotWrite });
    reportWriteErrors("the settings", () => {
      if (found.type === "damaged") {
        warn(`${found.why}; it was set aside as ${moveToUnusedName(file, `${file}.damaged`)}`);
      }
      writeFileAtomically(file, edit(found.type === "valid" ? found.text : "{}\n"));
    });
  };
  return {
    keys: () => {
      const found = readSettingsText(file);
      return found.type === "valid" ? SETTING_KEYS.filter((key) => Object.hasOwn(found.values, key)) : [];
    },
    set: (key, value) => change((text) => writeValue(text, key, value)),
    reset: (keys) => change((text) => keys.reduce((rest, key) => writeValue(rest, key, undefined), text)),
  };
}

/** The text with another value for a name; undefined takes the name out. */
function writeValue(text: string, key: SettingKey, value: unknown): string {
  const formattingOptions = { insertSpaces: true, tabSize: 2, insertFinalNewline: true };
  const changed = applyEdits(text, modify(text, [key], value, { formattingOptions }));
  const parsed = parseJsonText(changed);
  const values = (parsed.ok ? parsed.value : {}) as Readonly<Record<string, unknown>>;
  // A name that stands twice is changed in one place only, and the other may be the one that counts.
  if (parsed.ok && values[key] === value) return changed;
  const before = parseJsonText(text);
  const all = { ...(before.ok ? (before.value as object) : {}), [key]: value };
  return `${JSON.stringify(all, null, 2)}\n`;
}
