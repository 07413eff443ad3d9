/** Opens the settings of this person, with a word about what was passed over. */
import { personalFolders } from "../../paths.ts";
import type { PlanDefaults } from "../../plan/flags.ts";
import { readSettings } from "../../settings/read.ts";
import type { Settings } from "../../settings/table.ts";
import { safeText } from "../../text/safe-text.ts";
import type { Shell } from "../shell-environment.ts";

/** The settings that hold; a line on standard error for each that could not be used. */
export function openSettings(shell: Shell): Settings {
  const { settings, warnings } = readSettings(personalFolders(shell.env).config, shell.env);
  for (const warning of warnings) shell.error(`unwind: ${safeText(warning)}`);
  return settings;
}

/** What the settings say about plans. */
export function planDefaults(settings: Settings): PlanDefaults {
  return {
    level: settings.level,
    firstSide: settings.firstSide,
    prepareMs: settings.prepare * 1000,
    switchMs: settings.switch * 1000,
    restScale: settings.restScale,
  };
}
