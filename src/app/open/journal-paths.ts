/** Where this person's journal and history lie. */
import { buildJournalPaths, type JournalPaths } from "../../journal/journal-paths.ts";
import { resolvePersonalFolders } from "../../paths.ts";
import type { Settings } from "../../settings/definitions.ts";
import type { ShellEnvironment } from "../shell-environment.ts";

export function resolveJournalPaths(shell: ShellEnvironment, settings: Settings): JournalPaths {
  return buildJournalPaths(resolvePersonalFolders(shell.env), settings.historyDir);
}
