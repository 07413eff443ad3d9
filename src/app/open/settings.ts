/** Opens the settings of this person, with a word about what was passed over. */
import { resolvePersonalFolders } from "../../paths.ts";
import type { PlanDefaults } from "../../plan/flags.ts";
import type { Settings } from "../../settings/definitions.ts";
import { readSettings } from "../../settings/read-settings.ts";
import { escapeUnsafeText } from "../../text/safe-text.ts";
import type { ShellEnvironment } from "../shell-environment.ts";

/** The settings that hold; a line on standard error for each that could not be used. */
export function openSettings(shell: ShellEnvironment): Settings {
  const { settings, warnings } = readSettings(resolvePersonalFolders(shell.env).config, shell.env);
  for (const warning of warnings) shell.error(`unwind: ${escapeUnsafeText(warning)}`);
  return settings;
}

/** What the settings say about plans. */
export function toPlanDefaults(settings: Settings): PlanDefaults {
  return {
    level: settings.level,
    firstSide: settings.firstSide,
    prepareMs: settings.prepare * 1000,
    switchMs: settings.switch * 1000,
    restScale: settings.restScale,
  };
}
