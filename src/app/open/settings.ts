/** Opens the user's settings, and derives from them what plans and the journal need. */
import { buildJournalPaths, type JournalPaths } from "../../journal/journal-paths.ts";
import { resolvePersonalFolders } from "../../paths.ts";
import type { PlanDefaults } from "../../plan/flags.ts";
import type { Settings } from "../../settings/definitions.ts";
import { readSettings } from "../../settings/read-settings.ts";
import { warn } from "../print.ts";
import type { ShellEnvironment } from "../shell-environment.ts";

/**
 * The effective settings, by which the output is written from now on; prints one warning for each value that could not
 * be used.
 */
export function openSettings(shell: ShellEnvironment): Settings {
  const { settings, warnings } = readSettings(resolvePersonalFolders(shell.env).config, shell.env);
  shell.setCharacters?.(settings.characters);
  for (const warning of warnings) warn(shell, warning);
  return settings;
}

/** The settings that affect plans. */
export function toPlanDefaults(settings: Settings): PlanDefaults {
  return {
    level: settings.level,
    firstSide: settings.firstSide,
    prepareMs: settings.prepare * 1000,
    switchMs: settings.switch * 1000,
    restScale: settings.restScale,
    handsFree: settings.handsFree === "on",
  };
}

/** Where the user's journal and history are stored. */
export function resolveJournalPaths(shell: ShellEnvironment, settings: Settings): JournalPaths {
  return buildJournalPaths(resolvePersonalFolders(shell.env), settings.historyDir);
}
