/** What a report of `unwind doctor` is made of, and how it keeps private paths to itself. */
import { homedir } from "node:os";
import path from "node:path";
import { replaceUnsafeText } from "../../text/safe-text.ts";

export interface DoctorLine {
  readonly label: string;
  readonly text: string;
  /** True for what needs a look. */
  readonly isFault?: boolean;
}

export interface DoctorSection {
  readonly title: string;
  readonly findings: readonly DoctorLine[];
}

/** The variables that set folders: what they say is not shown, but their names are. */
const FOLDER_VARIABLES = [
  "UNWIND_HOME",
  "UNWIND_HISTORY_DIR",
  "XDG_DATA_HOME",
  "XDG_CONFIG_HOME",
  "XDG_CACHE_HOME",
  "XDG_STATE_HOME",
  "LOCALAPPDATA",
  "APPDATA",
];

/** Replaces the home folder by `~` in a text, and folders from variables by their names; and what a terminal would obey. */
export function createPathHider(
  env: Readonly<Record<string, string | undefined>>,
  home: string = findHome(env),
): (text: string) => string {
  const inHome = (folder: string) => home !== "" && (folder === home || folder.startsWith(home + path.sep));
  const folders = FOLDER_VARIABLES.flatMap((name) => {
    const folder = env[name];
    return folder && path.isAbsolute(folder) && !inHome(path.normalize(folder)) ? [[folder, `$${name}`] as const] : [];
  });
  // The longest first: one folder may be inside another.
  const known = [...folders, ...(home === "" ? [] : [[home, "~"] as const])].sort(([a], [b]) => b.length - a.length);
  return (text) => known.reduce((rest, [folder, name]) => replaceFolder(rest, folder, name), replaceUnsafeText(text));
}

/** Replaces a folder where it is a whole path or the beginning of one. */
function replaceFolder(text: string, folder: string, name: string): string {
  const escaped = path
    .normalize(folder)
    .replace(/[\\/]+$/, "")
    .replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return escaped === "" ? text : text.replace(new RegExp(`${escaped}(?=[\\\\/\\s:;,"')]|$)`, "g"), () => name);
}

function findHome(env: Readonly<Record<string, string | undefined>>): string {
  try {
    return env["HOME"] || homedir();
  } catch {
    return "";
  }
}
