/** Paths: the data shipped with the program, and the user's own folders. */
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";

const APP_NAME = "unwind";

/** The user's folders. None of them has to exist; code that writes creates them. */
export interface PersonalFolders {
  /** The user's own `exercises/` and `routines/`, and `sessions/`, their training history. */
  readonly data: string;
  /** Holds `settings.json`. */
  readonly config: string;
  /** Data that can be regenerated. */
  readonly cache: string;
  /** Data that should survive a restart but is of no use on another machine. */
  readonly state: string;
}

/** What the folders depend on besides the environment; this machine by default. */
interface PlatformInfo {
  readonly platform: NodeJS.Platform;
  /** The user's home folder; null if there is none. */
  readonly home: string | null;
}

/**
 * The user's folders: `UNWIND_HOME` takes precedence; otherwise the XDG base directory specification, ~/Library on macOS
 * or AppData on Windows. Touches no files.
 *
 * Written here rather than taken from env-paths, which asks for the home folder while it is imported (and throws for a
 * user without one) and follows relative XDG variables, which the specification says to ignore.
 */
export function resolvePersonalFolders(
  env: Readonly<Record<string, string | undefined>> = process.env,
  { platform, home }: PlatformInfo = { platform: process.platform, home: findHomeFolder() },
): PersonalFolders {
  const own = env["UNWIND_HOME"];
  if (own) {
    const root = path.resolve(own);
    return { data: root, config: root, cache: path.join(root, "cache"), state: root };
  }
  // Without a home folder no user data is found and nothing can be saved; reading shipped data still works.
  const base = home ?? path.join(path.parse(process.cwd()).root, "nonexistent");
  if (platform === "darwin") {
    const library = path.join(base, "Library");
    const support = path.join(library, "Application Support", APP_NAME);
    return {
      data: support,
      config: path.join(library, "Preferences", APP_NAME),
      cache: path.join(library, "Caches", APP_NAME),
      state: support,
    };
  }
  if (platform === "win32") {
    const local = path.join(env["LOCALAPPDATA"] || path.join(base, "AppData", "Local"), APP_NAME);
    const roaming = path.join(env["APPDATA"] || path.join(base, "AppData", "Roaming"), APP_NAME);
    return {
      data: path.join(local, "Data"),
      config: path.join(roaming, "Config"),
      cache: path.join(local, "Cache"),
      state: path.join(local, "State"),
    };
  }
  const xdg = (variable: string, ...usual: string[]) => {
    const set = env[variable];
    return path.join(set && path.isAbsolute(set) ? set : path.join(base, ...usual), APP_NAME);
  };
  return {
    data: xdg("XDG_DATA_HOME", ".local", "share"),
    config: xdg("XDG_CONFIG_HOME", ".config"),
    cache: xdg("XDG_CACHE_HOME", ".cache"),
    state: xdg("XDG_STATE_HOME", ".local", "state"),
  };
}

/** Where the user's hooks are. */
export function getHooksFolder({ config }: PersonalFolders): string {
  return path.join(config, "hooks");
}

/** Where what hooks write is kept. */
export function getHookLogPath({ state }: PersonalFolders): string {
  return path.join(state, "hooks.log");
}

/**
 * The `data` folder that ships with the program: the nearest one at or above `from` that contains exercises. Works for
 * the sources and the bundle alike.
 *
 * @throws Error if there is none: the package is incomplete.
 */
export function findDataFolder(from: string = import.meta.dirname): string {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const data = path.join(folder, "data");
    if (existsSync(path.join(data, "exercises"))) return data;
    if (folder === path.dirname(folder)) throw new Error(`no data/exercises in ${from} or above it`);
  }
}

function findHomeFolder(): string | null {
  try {
    return homedir();
  } catch {
    return null;
  }
}
