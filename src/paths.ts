/** Paths: the data shipped with the program, and the user's own folders. */
import { existsSync } from "node:fs";
import { userInfo } from "node:os";
import path from "node:path";
import { UserError } from "./errors.ts";
import { quoteText } from "./text/safe-text.ts";

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

type Environment = Readonly<Record<string, string | undefined>>;

/** What the folders depend on besides the environment; this machine by default. */
interface PlatformInfo {
  readonly platform: NodeJS.Platform;
  /** The home folder that the system has for the user, whatever the environment says; null if there is none. */
  readonly home: string | null;
}

const THIS_MACHINE: PlatformInfo = {
  platform: process.platform,
  // Asked only where it counts: a user of a network may be looked up there.
  get home() {
    try {
      return userInfo().homedir || null;
    } catch {
      return null;
    }
  },
};

/**
 * The user's folders: `UNWIND_HOME` takes precedence; otherwise the XDG base directory specification, ~/Library on macOS
 * or AppData on Windows. Touches no files.
 *
 * Written here rather than taken from env-paths, which asks for the home folder while it is imported, and throws for a
 * user without one.
 *
 * @throws UserError (exit 2) if a variable that counts is a relative path.
 */
export function resolvePersonalFolders(
  env: Environment = process.env,
  machine: PlatformInfo = THIS_MACHINE,
): PersonalFolders {
  const root = readPathVariable(env, "UNWIND_HOME", machine);
  if (root !== null) return { data: root, config: root, cache: path.join(root, "cache"), state: root };
  // Without a home folder no user data is found and nothing can be saved; reading shipped data still works.
  const nowhere = path.resolve("/nonexistent");
  const base = (...parts: string[]) => path.join(resolveHomeFolder(env, machine) ?? nowhere, ...parts);
  const fromVariable = (variable: string, ...usual: string[]) =>
    readPathVariable(env, variable, machine) ?? base(...usual);
  if (machine.platform === "darwin") {
    const library = base("Library");
    const support = path.join(library, "Application Support", APP_NAME);
    return {
      data: support,
      config: path.join(library, "Preferences", APP_NAME),
      cache: path.join(library, "Caches", APP_NAME),
      state: support,
    };
  }
  if (machine.platform === "win32") {
    const local = path.join(fromVariable("LOCALAPPDATA", "AppData", "Local"), APP_NAME);
    const roaming = path.join(fromVariable("APPDATA", "AppData", "Roaming"), APP_NAME);
    return {
      data: path.join(local, "Data"),
      config: path.join(roaming, "Config"),
      cache: path.join(local, "Cache"),
      state: path.join(local, "State"),
    };
  }
  return {
    data: path.join(fromVariable("XDG_DATA_HOME", ".local", "share"), APP_NAME),
    config: path.join(fromVariable("XDG_CONFIG_HOME", ".config"), APP_NAME),
    cache: path.join(fromVariable("XDG_CACHE_HOME", ".cache"), APP_NAME),
    state: path.join(fromVariable("XDG_STATE_HOME", ".local", "state"), APP_NAME),
  };
}

/** Whether there may be settings: most people have changed none, and need not load what reads them. */
export function mayHaveSettings(env: Environment): boolean {
  const inEnvironment = Object.keys(env).some((name) => name.startsWith("UNWIND_") && name !== "UNWIND_HOME");
  return inEnvironment || existsSync(path.join(resolvePersonalFolders(env).config, "settings.json"));
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
 * The one rule for paths in environment variables: empty is unset, `~` at the start is the home folder, and a relative
 * path is refused, because it would name another folder wherever the program is started.
 *
 * @returns null if the variable is unset.
 * @throws UserError (exit 2) for a relative path.
 */
export function readPathVariable(env: Environment, variable: string, machine = THIS_MACHINE): string | null {
  const text = env[variable];
  if (!text) return null;
  const expanded = expandHome(text, env, machine);
  if (path.isAbsolute(expanded)) return path.normalize(expanded);
  throw new UserError(`${variable} cannot be ${quoteText(text)}: it must be the whole path of a folder`, {
    hint: `such as ${quoteText(path.resolve(text))}`,
  });
}

/** A path with the home folder in place of `~` at its start; unchanged if there is no home folder. */
export function expandHome(text: string, env: Environment = process.env, machine = THIS_MACHINE): string {
  return text.replace(/^~(?=[\\/]|$)/, (tilde) => resolveHomeFolder(env, machine) ?? tilde);
}

/** `HOME` where it counts, otherwise the folder that the system has for the user. */
function resolveHomeFolder(env: Environment, { platform, home }: PlatformInfo): string | null {
  const text = platform === "win32" ? undefined : env["HOME"];
  if (!text) return home;
  if (path.isAbsolute(text)) return text;
  throw new UserError(`HOME cannot be ${quoteText(text)}: it must be the whole path of a folder`);
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
