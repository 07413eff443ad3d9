/** What `unwind doctor` says of folders and their rights, of settings, and of files with faults. */
import { constants, statSync } from "node:fs";
import path from "node:path";
import { openCatalog } from "../../app/open/catalog.ts";
import { resolveJournalPaths } from "../../app/open/settings.ts";
import type { ShellEnvironment } from "../../app/shell-environment.ts";
import { canAccess } from "../../files/obstacle.ts";
import { resolvePersonalFolders } from "../../paths.ts";
import {
  DEFAULT_SETTINGS,
  environmentVariableOf,
  SETTING_KEYS,
  type SettingKey,
  type Settings,
} from "../../settings/definitions.ts";
import { getSettingsPath, readSettings } from "../../settings/read-settings.ts";
import type { DoctorLine, DoctorSection } from "./report.ts";

/** Reads the settings; what is wrong with them is a finding and no error. */
export function examineSettings(shell: ShellEnvironment): { settings: Settings; section: DoctorSection } {
  const { config } = resolvePersonalFolders(shell.env);
  const { settings, findings } = readSettingsSafely(config, shell);
  const changed = SETTING_KEYS.filter((key) => settings[key] !== DEFAULT_SETTINGS[key]);
  return {
    settings,
    section: {
      title: "Settings",
      findings: [
        { label: "File", text: getSettingsPath(config) },
        { label: "Changed", text: changed.map((key) => describeSetting(key, settings, shell)).join(", ") || "none" },
        ...findings,
      ],
    },
  };
}

function readSettingsSafely(config: string, { env }: ShellEnvironment) {
  try {
    const { settings, warnings } = readSettings(config, env);
    return { settings, findings: warnings.map((text): DoctorLine => ({ label: "Fault", text, isFault: true })) };
  } catch (error) {
    const finding: DoctorLine = { label: "Fault", text: (error as Error).message, isFault: true };
    return { settings: DEFAULT_SETTINGS, findings: [finding] };
  }
}

function describeSetting(key: SettingKey, settings: Settings, { env }: ShellEnvironment): string {
  const variable = environmentVariableOf(key);
  // A folder of the person's own may lie outside the home.
  const value = key === "historyDir" ? "(a folder)" : settings[key];
  return `${key} ${value}${env[variable] ? ` (${variable})` : ""}`;
}

export function examineFolders(settings: Settings, shell: ShellEnvironment): DoctorSection {
  const folders = resolvePersonalFolders(shell.env);
  const { sessions } = resolveJournalPaths(shell, settings);
  return {
    title: "Folders",
    findings: [
      examineFolder("Data", folders.data),
      examineFolder("Sessions", sessions, settings.historyDir === "" ? sessions : "(the folder in historyDir)"),
      examineFolder("Settings", folders.config),
      examineFolder("State", folders.state),
      examineFolder("Cache", folders.cache),
    ],
  };
}

/** Whether a folder is there, who may read it, and whether it can be written, or made. */
function examineFolder(label: string, folder: string, shown = folder): DoctorLine {
  try {
    const stat = statSync(folder);
    if (!stat.isDirectory()) return { label, text: `${shown}: is not a folder`, isFault: true };
    const rights = process.platform === "win32" ? "" : `, rights ${(stat.mode & 0o777).toString(8)}`;
    const canWrite = canAccess(folder, constants.W_OK);
    return {
      label,
      text: `${shown}: ${canWrite ? "can be written" : "cannot be written"}${rights}`,
      isFault: !canWrite,
    };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") {
      return { label, text: `${shown}: ${(error as NodeJS.ErrnoException).code}`, isFault: true };
    }
    const canMake = canAccess(findExistingParent(folder), constants.W_OK);
    const text = canMake ? "not there yet; will be created when needed" : "not there, and cannot be created";
    return { label, text: `${shown}: ${text}`, isFault: !canMake };
  }
}

function findExistingParent(folder: string): string {
  const parent = path.dirname(folder);
  return parent === folder || canAccess(parent, constants.F_OK) ? parent : findExistingParent(parent);
}

/** Exercises and routines: how many there are, and the files that were skipped. */
export async function examineFiles(shell: ShellEnvironment): Promise<DoctorSection> {
  const { exercises, routines, faults } = await openCatalog(shell);
  const entries = [...exercises.values(), ...routines.values()];
  const own = entries.filter(({ origin }) => origin === "yours").length;
  const files = [...new Set(faults.map(({ file }) => file))];
  return {
    title: "Exercises and routines",
    findings: [
      { label: "Known", text: `${exercises.size} exercises, ${routines.size} routines; ${own} of them yours` },
      ...files.map((file): DoctorLine => {
        const count = faults.filter((fault) => fault.file === file).length;
        const what = count === 1 ? "one fault" : `${count} faults`;
        return { label: "Skipped", text: `${file}: ${what}; see: unwind check ${file}`, isFault: true };
      }),
    ],
  };
}
